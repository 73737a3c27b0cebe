/** The place that an address names as `?at=12-34`, cut to the text; null where it names none. */
export function placeInAddress(
  text: string | null,
  length: number,
): { readonly start: number; readonly end: number } | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? "");
  if (match === null) return null;
  const start = Math.min(Number(match[1]), length);
  const end = Math.min(Number(match[2]), length);
  return end > start ? { start, end } : null;
}

/** The address of a document with one of its places in view: words of its text, or a cell of its sheet. */
export function documentAddress(
  id: string,
  place: { readonly start: number; readonly end: number } | { readonly sheet: string; readonly cell: string } | null,
): string {
  if (place === null) return `/documents/${id}`;
  if ("start" in place) return `/documents/${id}?at=${place.start}-${place.end}`;
  return `/documents/${id}/sheet?${new URLSearchParams({ sheet: place.sheet, cell: place.cell }).toString()}`;
}

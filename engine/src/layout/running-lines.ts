import type { ShownPage } from "./glyph.js";
import type { ShownLine } from "./reading-order.js";

/** How far from the edge of a page its running lines stand. */
const edge = 0.11;
const pageNumber =
  /^[\s\-—–－·•~～第]*(\d{1,4}|[ivxlcIVXLC]{1,6})\s*[\s\-—–－·•~～页]*([/／]?\s*(共|of)?\s*\d{1,4}\s*页?)?[\s\-—–－]*$/;

/**
 * Which lines of each page are headers, footers and page numbers: lines near the edge that stand on other pages too (but
 * for their numbers), and numbers alone near the edge. By page and line; the value is the kind of furniture.
 */
export function runningLines(
  pages: readonly { readonly page: ShownPage; readonly lines: readonly ShownLine[] }[],
): readonly ReadonlyMap<number, string>[] {
  const seen = new Map<string, number>();
  const keys = pages.map(({ page, lines }) => {
    const own = new Map<number, { readonly kind: string; readonly key: string }>();
    for (const [index, line] of lines.entries()) {
      const kind =
        line.y < page.height * edge ? "page_header" : line.y > page.height * (1 - edge) ? "page_footer" : null;
      if (kind === null) continue;
      const key = `${kind} ${line.cells.join(" ").replace(/[\s\d]+/g, "#")}`;
      own.set(index, { kind, key });
    }
    for (const key of new Set([...own.values()].map((each) => each.key))) seen.set(key, (seen.get(key) ?? 0) + 1);
    return own;
  });
  const enough = Math.max(2, Math.ceil(pages.length / 4));
  return keys.map((own, at) => {
    const found = new Map<number, string>();
    for (const [index, { kind, key }] of own) {
      const text = pages[at]?.lines[index]?.cells.join(" ") ?? "";
      if (pageNumber.test(text) || ((seen.get(key) ?? 0) >= enough && text.length <= 80)) found.set(index, kind);
    }
    return found;
  });
}

import type { RawPart } from "../reader.js";

/** The part of the file that a place in the raw text lies in, null between parts. Parts are in order. */
export function partAt(parts: readonly RawPart[], at: number): string | null {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((parts[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const found = parts[low];
  return found !== undefined && found.start <= at ? found.part : null;
}

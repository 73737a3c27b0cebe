import type { CellSpec } from "./book-spec.js";

/** Points of one line of 10 or 11 point text. */
const LINE = 15;
const MOST_LINES = 20;

/**
 * The height that a row needs so that all of its wrapped texts are seen, in points; nothing where each fits a line. Programs
 * do not all work it out when a file is opened, and nobody can pull a row of a locked sheet.
 */
export function wrappedHeight(
  cells: readonly (CellSpec | null)[],
  widths: readonly (number | undefined)[],
): { readonly height?: number } {
  let most = 1;
  for (const [column, cell] of cells.entries()) {
    const width = widths[column];
    if (typeof cell?.value !== "string" || cell.style?.wrap !== true || width === undefined) continue;
    // A Chinese character is two digits wide; a short text fits whatever it is made of.
    if (cell.value.length * 2 >= width || cell.value.includes("\n")) most = Math.max(most, linesOf(cell.value, width));
  }
  return most === 1 ? {} : { height: Math.min(most, MOST_LINES) * LINE + 3 };
}

function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split("\n")) {
    let wide = 0;
    for (const character of line) wide += character.charCodeAt(0) < 0x2e80 ? 1 : 2;
    // The edges of a cell take about one character.
    lines += Math.max(1, Math.ceil(wide / Math.max(1, width - 1)));
  }
  return lines;
}

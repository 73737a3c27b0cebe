import { LedgerError } from "../error-codes.js";
import { type Book, cellPlace } from "../workbook/book.js";
import type { SheetWindow } from "./sheet-desk.js";

const ABOVE = 8;
const BELOW = 8;
/** The title and header of most sheets: shown above a place further down. */
const HEAD = 6;
const MOST_COLUMNS = 40;

/**
 * A sheet around one cell (原格), as it is printed: the head of the sheet and the rows near the cell, with merges. What a
 * source's `file#sheet!cell` opens.
 */
export function sheetWindow(
  book: Book,
  name: string,
  sheetName: string | undefined,
  cell: string | undefined,
): SheetWindow {
  const sheet =
    book.sheets.find((one) => one.name === sheetName) ?? (sheetName === undefined ? book.sheets[0] : undefined);
  if (sheet === undefined) throw new LedgerError("WORKBOOK_SHEET_MISSING", { sheet: sheetName ?? "" });
  const place = cell === undefined ? null : cellPlace(cell);
  const row = place?.row ?? 0;
  const top = Math.max(0, row - ABOVE);
  const numbers = new Set<number>();
  for (let at = 0; at < Math.min(HEAD, top); at += 1) numbers.add(at);
  for (let at = top; at < Math.min(sheet.rows, row + BELOW + 1); at += 1) numbers.add(at);
  const left = place === null || place.column < MOST_COLUMNS ? 0 : place.column - MOST_COLUMNS + 5;
  const right = Math.min(sheet.columns, left + MOST_COLUMNS);
  const shown = [...numbers].sort((a, b) => a - b);
  const under = new Set<string>();
  const rows = shown.map((at) => {
    const cells: SheetWindow["rows"][number]["cells"][number][] = [];
    for (let column = left; column < right; column += 1) {
      if (under.has(`${at} ${column}`)) continue;
      const merge = sheet.merges.find(
        (one) => at >= one.top && at <= one.bottom && column >= one.left && column <= one.right,
      );
      // A merge that begins above what is shown has its words in its first cell all the same.
      const stated = merge === undefined ? sheet.cell(at, column) : sheet.cell(merge.top, merge.left);
      const down =
        merge === undefined
          ? [at]
          : shown.filter((one) => one >= at && one <= merge.bottom && contiguous(shown, at, one));
      const wide = merge === undefined ? 1 : Math.min(merge.right, right - 1) - column + 1;
      for (const one of down) for (let over = column; over < column + wide; over += 1) under.add(`${one} ${over}`);
      const here =
        place !== null &&
        place.row >= (merge?.top ?? at) &&
        place.row <= (merge?.bottom ?? at) &&
        place.column >= (merge?.left ?? column) &&
        place.column <= (merge?.right ?? column);
      cells.push({
        column,
        text: stated?.text ?? "",
        right: wide,
        down: down.length,
        here,
        number: stated?.kind === "number",
        comment: stated?.comment ?? null,
      });
    }
    return { row: at, cells };
  });
  return { name, sheet: sheet.name, sheets: book.sheets.map((one) => one.name), cell: cell ?? null, left, right, rows };
}

/** Whether no row between the two is left out. */
function contiguous(shown: readonly number[], from: number, to: number): boolean {
  return shown.indexOf(to) - shown.indexOf(from) === to - from;
}

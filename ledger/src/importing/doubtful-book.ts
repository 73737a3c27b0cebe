import type { Book } from "../workbook/book.js";
import type { SheetSpec } from "../workbook/book-spec.js";

const SHEET = "退回核实";
const MARK = "shanhai-doubtful-1";

/** The hidden sheet by which a file of rows that were sent back is known: it names some rows, not all there are. */
export const doubtfulMark: SheetSpec = { name: SHEET, hidden: "deep", rows: [{ cells: [{ value: MARK }] }] };

export function isDoubtfulBook(book: Book): boolean {
  return book.sheets.some(({ name, cell }) => name === SHEET && cell(0, 0)?.text === MARK);
}

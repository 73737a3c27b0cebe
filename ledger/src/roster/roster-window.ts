import { headGrid } from "@shanhai/model";
import { type Book, cellPlace } from "../workbook/book.js";
import type { SheetHead } from "./roster-job.js";
import { RosterThread } from "./roster-thread.js";

/** The book of heads with the rows around one cell put in: what a source of a large roster opens. */
export async function rosterBookAt(
  large: { readonly path: string; readonly heads: readonly SheetHead[] },
  book: Book,
  name: string,
  sheetName: string | undefined,
  cell: string | undefined,
): Promise<Book> {
  const head = large.heads.find((one) => one.name === (sheetName ?? large.heads[0]?.name));
  const row = cell === undefined ? undefined : cellPlace(cell)?.row;
  if (head === undefined || row === undefined || row <= (head.rows.at(-1)?.row ?? 0)) return book;
  const thread = new RosterThread({ work: "window", path: large.path, name, sheet: head.name, row });
  try {
    const around = await thread.window();
    const rows = [...head.rows, ...around.filter((one) => one.row > (head.rows.at(-1)?.row ?? 0))];
    const grid = { ...headGrid(head.name, head.hidden, rows, head.merges), merges: head.merges };
    return { ...book, sheets: book.sheets.map((sheet) => (sheet.name === head.name ? grid : sheet)) };
  } finally {
    await thread.end();
  }
}

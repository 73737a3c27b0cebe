import { cellPlace } from "../workbook/book.js";
import type { RowSpec } from "../workbook/book-spec.js";
import { bookOf } from "../workbook/packed-book.js";
import { readBytes } from "../workbook/read-bytes.js";
import { writeBook } from "../workbook/write-book.js";

/** For tests only: a sent form with cells typed into it and saved by another program (looks are lost, cells are not). */
export async function collecting(bytes: Uint8Array, cells: { readonly [cell: string]: string }): Promise<Uint8Array> {
  const book = bookOf((await readBytes(bytes, "a.xlsx")).book, "a.xlsx", "");
  const typed = new Map(
    Object.entries(cells).map(([name, value]) => {
      const place = cellPlace(name);
      return [place === null ? "" : `${place.row},${place.column}`, value];
    }),
  );
  const sheets = book.sheets.map((sheet, at) => ({
    name: sheet.name,
    ...(sheet.hidden ? { hidden: "deep" as const } : {}),
    rows: Array.from(
      { length: sheet.rows },
      (_, row): RowSpec => ({
        cells: Array.from({ length: 9 }, (_, column) => {
          const value = (at === 0 ? typed.get(`${row},${column}`) : undefined) ?? sheet.cell(row, column)?.text;
          return value === undefined ? null : { value };
        }),
      }),
    ),
  }));
  return writeBook({ sheets });
}

import type { Book, BookFormat, BookIssue, Cell, Merge, Sheet } from "./book.js";

/** A row of a sheet that is held: its number and its cells, holes where nothing stands. */
export type PackedRow = readonly [row: number, cells: readonly (Cell | undefined)[]];

/** A sheet as plain data, as it passes between threads. */
export interface PackedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
  readonly filteredRows: boolean;
  readonly hiddenColumns: readonly number[];
  readonly pictures: readonly { readonly row: number; readonly column: number }[];
  readonly rows: readonly PackedRow[];
}

export interface PackedBook {
  readonly format: BookFormat;
  readonly sheets: readonly PackedSheet[];
  readonly issues: readonly BookIssue[];
}

/** A book of what was read. */
export function bookOf(packed: PackedBook, name: string, hash: string): Book {
  const { format, issues } = packed;
  return { hash, name, format, issues, sheets: packed.sheets.map(sheetOf) };
}

/** A sheet of plain data; cells of comments and pictures alone count among its rows and columns. */
export function sheetOf(packed: PackedSheet): Sheet {
  const rows = new Map(packed.rows);
  let height = 0;
  let width = 0;
  for (const [row, cells] of packed.rows) {
    height = Math.max(height, row + 1);
    width = Math.max(width, cells.length);
  }
  return {
    name: packed.name,
    hidden: packed.hidden,
    rows: height,
    columns: width,
    cell: (row, column) => rows.get(row)?.[column] ?? null,
    merges: packed.merges,
    hiddenRows: new Set(packed.hiddenRows),
    filteredRows: packed.filteredRows,
    hiddenColumns: new Set(packed.hiddenColumns),
    pictures: packed.pictures,
  };
}

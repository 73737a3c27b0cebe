/**
 * A workbook as it was read (工作簿): what everything that reads spreadsheets works on, whatever the format was. Rows
 * and columns count from 0. Nothing is understood here: no headers, units or totals, only cells as printed.
 */
export interface Book {
  /** SHA-256 of the file's bytes, hexadecimal: the workbook's part of a cell's place. */
  readonly hash: string;
  readonly name: string;
  readonly format: BookFormat;
  readonly sheets: readonly Sheet[];
  readonly issues: readonly BookIssue[];
}

/** `xls` is also what government systems save under that name: XML spreadsheets of 2003 and tables in HTML. */
export type BookFormat = "xlsx" | "xls" | "csv" | "et";

/** What the user should know of the file itself; trouble here never stops a reading. */
export interface BookIssue {
  readonly code: BookIssueCode;
  readonly zh: string;
  readonly en: string;
  /** `2023年!Q8`, or the sheet's name, or empty for the whole file. */
  readonly place: string;
}

export type BookIssueCode =
  | "external_links"
  | "formula_uncalculated"
  | "number_precision"
  | "encoding_guessed"
  | "unreadable_bytes"
  | "part_missing"
  | "chart_sheet"
  | "macros";

export interface Sheet {
  readonly name: string;
  /** Hidden in the program (隐藏), also so deeply that its menu does not list it. */
  readonly hidden: boolean;
  /** One more than the last row, and column, that has a cell. */
  readonly rows: number;
  readonly columns: number;
  /** Null where nothing stands; inside a merge only its first cell has a value. */
  cell(row: number, column: number): Cell | null;
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  /** Whether a filter (筛选) is set, so that hidden rows are most likely only filtered away. */
  readonly filteredRows: boolean;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Pictures by the cell of their upper left corner, those embedded in a cell by WPS or Excel too. */
  readonly pictures: readonly { readonly row: number; readonly column: number }[];
}

export interface Cell {
  /** `error` was typed or pasted (#N/A); `formula-error` is a formula that gives an error or was never calculated. */
  readonly kind: "text" | "number" | "date" | "flag" | "error" | "formula-error";
  /** As the program prints it in a column that is wide enough; empty for a cell that only has a comment. */
  readonly text: string;
  /** For `number` and `date`; a date's is its serial day. */
  readonly number?: number;
  /** The number as exact decimal text, as many digits as the program itself keeps (15), never with an exponent. */
  readonly raw?: string;
  /** ISO day, or month where the format prints no day: `2023-11-20`, `2023-11`. */
  readonly date?: string;
  readonly formula?: string;
  /** Colour of a filled cell (填充色), `RRGGBB`. */
  readonly fill?: string;
  readonly comment?: string;
  /** Struck through (删除线), as clerks cross out. */
  readonly struck?: boolean;
}

/** First and last row and column, both inside. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The last column a spreadsheet has is XFD. */
export const lastColumn = 16_383;
export const lastRow = 1_048_575;

/** Letters of a column: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A cell's name as programs print it: row 7, column 16 is `Q8`. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** The cell that a name means, `$` or not; null for what is no cell's name. */
export function cellPlace(name: string): { readonly row: number; readonly column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name.trim().toUpperCase());
  if (found === null) return null;
  const column = columnIndex(found[1] ?? "");
  const row = Number(found[2]) - 1;
  return column > lastColumn || row > lastRow ? null : { row, column };
}

/** 0 for A; the letters must be capitals. */
export function columnIndex(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

/** A range such as `A1:Z1` or `B2`; null for anything else. */
export function cellRange(name: string): Merge | null {
  const [first = "", second = first] = name.split(":");
  const from = cellPlace(first);
  const to = cellPlace(second);
  if (from === null || to === null) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

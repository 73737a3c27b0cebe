import type { Merge } from "./book.js";

/**
 * What a workbook to be written looks like. Numbers are exact decimal text, so that 分 never pass through a float;
 * whatever is digits but no number (identity numbers, invoices, telephones) is text.
 */
export interface BookSpec {
  readonly sheets: readonly SheetSpec[];
  readonly title?: string;
}

/** A workbook whose rows come one after the other, without ever being held together. */
export interface StreamSpec {
  readonly sheets: readonly (Omit<SheetSpec, "rows"> & { readonly rows: AsyncIterable<RowSpec> | Iterable<RowSpec> })[];
  readonly title?: string;
}

export interface SheetSpec {
  readonly name: string;
  /** `deep` is not listed even by the program's own menu for hidden sheets. */
  readonly hidden?: "hidden" | "deep";
  readonly rows: readonly RowSpec[];
  /** Width of each column in characters of the body font; a Chinese character counts two. */
  readonly widths?: readonly (number | null)[];
  readonly hiddenColumns?: readonly number[];
  readonly merges?: readonly Merge[];
  /** Rows and columns that stay when the rest is scrolled. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly page?: PageSpec;
  /** Cells that are not `unlocked` cannot be typed over (锁定). No password: it keeps from mistakes, not from people. */
  readonly locked?: boolean;
  /** What may be chosen in a range, as a list to pick from. */
  readonly choices?: readonly { readonly range: Merge; readonly values: readonly string[] }[];
  /** A filter over the table's header and rows. */
  readonly filter?: Merge;
}

/** How a sheet is printed: A4. */
export interface PageSpec {
  readonly landscape?: boolean;
  /** First and last row that are repeated on every page (打印标题行). */
  readonly titleRows?: readonly [number, number];
  /** The range that is printed; without it everything. */
  readonly area?: Merge;
  /** All columns on the width of one page, or of so many side by side. */
  readonly fitWidth?: boolean | number;
  /** First and last column that are repeated on every page beside the first (打印标题列). */
  readonly titleColumns?: readonly [number, number];
  /** Middle of the foot of every page; `&P` is the page, `&N` their number. */
  readonly footer?: string;
}

export interface RowSpec {
  /** In points. */
  readonly height?: number;
  readonly hidden?: boolean;
  readonly cells: readonly (CellSpec | null)[];
}

export interface CellSpec {
  /** Text, a number, a day, a flag, or nothing (a cell that only has a border). */
  readonly value?: string | { readonly decimal: string } | { readonly day: string } | boolean | null;
  /** Without `=`; `value` is what it gives. */
  readonly formula?: string;
  readonly style?: CellStyle;
  readonly comment?: string;
}

/** Styles are told apart by what they say; the same one twice is written once. */
export interface CellStyle {
  readonly font?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly border?: boolean;
  readonly align?: "left" | "center" | "right";
  readonly wrap?: boolean;
  readonly indent?: number;
  /** Format code, `@` for text. */
  readonly format?: string;
  readonly unlocked?: boolean;
  readonly struck?: boolean;
}

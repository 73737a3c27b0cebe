import type { AreaGrid } from "./grid.js";

/** The rows of a header, and the columns it spans. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What a row under a header is. Only `data` is imported; figures on `total`, `subtotal` and `group` rows are checked. */
export type RowRole = "data" | "total" | "subtotal" | "group" | "header" | "note" | "signature" | "blank";

/** A column of a table: its header from the top row to the bottom one, and where it stands. */
export interface TableColumn {
  readonly column: number;
  /** 资金来源, 东西部协作资金, 省级. */
  readonly path: readonly string[];
  /** The last part with its parent, as a person would say it: 东西部协作资金·省级. */
  readonly label: string;
}

export interface TableRow {
  readonly row: number;
  readonly role: RowRole;
  /** The words that make it a total, a group or a note; empty for data. */
  readonly label: string;
}

/** One table of a sheet. */
export interface Table {
  readonly header: HeaderBlock;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** What stood between the table before and this header: （二）西部选派. */
  readonly caption: string | null;
  /** What stands above this table alone (its own 单位：), and what the sheet says where it says nothing. */
  readonly frame: SheetFrame;
}

/** What stands above the tables (表头说明). */
export interface SheetFrame {
  readonly title: string | null;
  /** As printed after 单位：; `元`, `万元`, `人、元/月`. */
  readonly unit: string | null;
  /** 填报单位. */
  readonly reporter: string | null;
  /** 截至时间 or 填报日期, as printed. */
  readonly asOf: string | null;
  /** The only year that title, caption and sheet name print. */
  readonly year: number | null;
}

/** A sheet, understood as far as its form goes. */
export interface SheetTables {
  readonly grid: AreaGrid;
  readonly frame: SheetFrame;
  readonly tables: readonly Table[];
  /** Notes and signature rows, as printed. */
  readonly notes: readonly { readonly row: number; readonly text: string; readonly role: "note" | "signature" }[];
}

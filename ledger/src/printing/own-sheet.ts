import type { MoneyUnit, RecordDefinition } from "@shanhai/model";
import type { Row } from "../row.js";
import type { Book } from "../workbook/book.js";
import type { SheetSpec } from "../workbook/book-spec.js";

/** What a sheet of ours says of itself, where nobody sees or changes it: which ledger, which columns, which rows it holds. */
export interface OwnSheet {
  readonly record: string;
  /** Name of the sheet with the rows. */
  readonly sheet: string;
  /** Its header's row, from 0; rows follow it until 合计. */
  readonly header: number;
  readonly unit: MoneyUnit;
  /** Column of each field, from 0. */
  readonly columns: ReadonlyMap<string, number>;
  /** Column with whose row it is, where the sheet holds those of several pairs. */
  readonly scopeColumn: number | null;
  /** Hidden column with each row's own mark. */
  readonly markColumn: number;
  /** Which rows it holds all of; null where somebody chose among them, so that none is missed. */
  readonly covers: OwnCover | null;
}

/** All rows of a scope, those with one value of a field, as they stood at a link of its chain. */
export interface OwnCover {
  readonly scope: string;
  readonly seq: string;
  readonly field: string | null;
  readonly value: string | null;
}

const SHEET = "台账信息";
/** Hidden sheets of ours: no page lists them. */
export const OWN_SHEETS: ReadonlySet<string> = new Set([SHEET, "收表任务", "收表名册", "退回核实"]);
const MARK = "shanhai-ledger-1";
/** Header of the hidden column. */
export const MARK_HEADER = "行标识（请勿改动）";

/** A row's mark: which row in which version, so that what was changed on either side since can be told apart. */
export function rowMark({ scope_id, id, version }: Row): string {
  return `${scope_id}/${id}/${version}`;
}

export function markedRow(
  text: string,
): { readonly scope: string; readonly id: string; readonly version: string } | null {
  const [scope = "", id = "", version = ""] = text.trim().split("/");
  return /^[0-9a-f-]{36}$/.test(scope) && /^[0-9a-f-]{36}$/.test(id) && /^\d+$/.test(version)
    ? { scope, id, version }
    : null;
}

/** The hidden sheet that says it. */
export function ownSheetInfo(own: OwnSheet): SheetSpec {
  const { record, sheet, header, unit, columns, scopeColumn, markColumn, covers } = own;
  const lines = [
    MARK,
    record,
    sheet,
    JSON.stringify({ header, unit, scopeColumn, markColumn, covers }),
    JSON.stringify(Object.fromEntries(columns)),
  ];
  return { name: SHEET, hidden: "deep", rows: lines.map((value) => ({ cells: [{ value }] })) };
}

/** Reads it; null for a workbook that is not ours, or of which the sheet is gone. */
export function ownSheetOf(book: Book): OwnSheet | null {
  const info = book.sheets.find(({ name }) => name === SHEET);
  const line = (at: number) => info?.cell(at, 0)?.text ?? "";
  if (info === undefined || line(0) !== MARK) return null;
  try {
    const { header, unit, scopeColumn, markColumn, covers } = JSON.parse(line(3)) as Omit<OwnSheet, "columns">;
    const columns = new Map(Object.entries(JSON.parse(line(4)) as { readonly [field: string]: number }));
    return { record: line(1), sheet: line(2), header, unit, columns, scopeColumn, markColumn, covers };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether rows of a ledger carry marks: rosters of hundreds of thousands of rows do not, they are known by their columns. */
export function marksRows(definition: RecordDefinition): boolean {
  return definition.bulk !== true;
}

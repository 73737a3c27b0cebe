import type { SheetRow } from "@shanhai/model";
import type { Values } from "../command.js";
import type { Book } from "../workbook/book.js";
import type { SheetSpec } from "../workbook/book-spec.js";

/** Which rows of a roster (名册) a unit was sent: those of one year with one value of a column. */
export interface UnitCover {
  readonly record: string;
  readonly scope: string;
  readonly year: number;
  /** The column that names a row's unit, and this unit. */
  readonly field: string;
  readonly value: string;
}

/** Hidden sheet of a unit's roster: no page lists it. */
export const COVER_SHEET = "收表名册";
const MARK = "shanhai-roster-1";

/** The hidden sheet by which a roster that was sent out says whose rows it holds all of. */
export function coverSheet(cover: UnitCover): SheetSpec {
  return {
    name: COVER_SHEET,
    hidden: "deep",
    rows: [MARK, JSON.stringify(cover)].map((value) => ({ cells: [{ value }] })),
  };
}

/** Reads it; null for any other workbook. */
export function unitCoverOf(book: Book): UnitCover | null {
  const sheet = book.sheets.find(({ name }) => name === COVER_SHEET);
  if (sheet?.cell(0, 0)?.text !== MARK) return null;
  try {
    const { record, scope, year, field, value } = JSON.parse(sheet.cell(1, 0)?.text ?? "") as Partial<UnitCover>;
    const words = [record, scope, field, value].every((one) => typeof one === "string" && one !== "");
    if (!words || typeof year !== "number") return null;
    return { record, scope, year, field, value } as UnitCover;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What a unit added to its roster is the unit's, where the row does not say whose it is. */
export function ofUnit(row: SheetRow, cover: UnitCover | null): SheetRow {
  if (cover === null || row.record !== cover.record || row.values[cover.field] !== undefined) return row;
  return { ...row, values: { ...row.values, [cover.field]: { value: cover.value, place: null, printed: null } } };
}

/**
 * Which job of a person counts (`longest`) is judged over a whole year's roster: the part that one unit has says nothing of it
 * for rows that stand.
 */
export function withoutVerdict(row: SheetRow): SheetRow {
  const { longest: _, ...values } = row.values;
  return { ...row, values };
}

/** Whether a stored row is one of those that the unit was sent; every row is, where no cover narrows it. */
export function isCovered(values: Values, cover: UnitCover | null): boolean {
  return cover === null || (values[cover.field] === cover.value && String(values.year ?? "") === String(cover.year));
}

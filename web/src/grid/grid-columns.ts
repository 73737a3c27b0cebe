import { type FieldDefinition, fitsCell, type RecordDefinition } from "@shanhai/model";
import type { ListView } from "./list-view.js";

export interface GridColumn {
  readonly field: FieldDefinition;
  /** The column that names the row; it stays in view while one scrolls sideways. */
  readonly name: boolean;
  readonly width: number;
  /** A person chose the width: nothing is added to it. */
  readonly chosen: boolean;
  /** Numbers stand at the right, so that digits stand under each other. */
  readonly right: boolean;
  /** Can be typed in a cell. */
  readonly typed: boolean;
}

const widths: { readonly [type in FieldDefinition["type"]]?: number } = {
  text: 170,
  long_text: 260,
  code: 92,
  date: 126,
  money: 116,
  integer: 92,
  decimal: 92,
  flag: 72,
  reference: 190,
  references: 220,
  texts: 190,
  list: 220,
};

/** Room for the longest label of a closed list, within bounds, and for the name of the column. */
function widthOf({ type, codes, zh, unit }: FieldDefinition): number {
  const longest = Math.max(0, ...(type === "code" ? (codes ?? []) : []).map((label) => label.zh.length));
  return Math.max(
    widths[type] ?? 150,
    Math.min(190, longest * 14 + 26),
    Math.min(190, (zh.length + (type === "money" ? 4 : unit === undefined ? 0 : unit.length + 2)) * 14 + 40),
  );
}

/** The same columns over the whole width: what is left goes to those that hold words. */
export function fittedColumns(columns: readonly GridColumn[], room: number): readonly GridColumn[] {
  const left = room - columns.reduce((sum, { width }) => sum + width, 0);
  const growing = columns.filter(
    ({ name, chosen, field }) => !chosen && (name || ["long_text", "text", "references", "texts"].includes(field.type)),
  );
  if (left <= 0 || growing.length === 0) return columns;
  const more = Math.floor(left / growing.length);
  return columns.map((column) => (growing.includes(column) ? { ...column, width: column.width + more } : column));
}

/** Columns of a table by the keys that a view names; the column that names the rows goes first. */
export function gridColumns(
  definition: RecordDefinition,
  keys: readonly string[],
  look: { readonly large: boolean; readonly narrow: boolean },
  widths: ListView["widths"] = {},
): readonly GridColumn[] {
  const fields = keys.flatMap((key) => definition.fields.filter((field) => field.key === key));
  const naming = fields.find(({ key }) => definition.title.includes(key));
  const ordered = naming === undefined ? fields : [naming, ...fields.filter((field) => field !== naming)];
  return ordered.map((field) => ({
    field,
    name: field === naming,
    width: Math.round(
      (widths[field.key] ?? (field === naming ? (look.narrow ? 196 : 250) : widthOf(field))) * (look.large ? 1.5 : 1),
    ),
    chosen: field.key in widths,
    right: ["money", "integer", "decimal"].includes(field.type),
    typed: fitsCell(field) && field.record !== "file",
  }));
}

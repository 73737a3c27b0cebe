import { type FieldDefinition, fitsCell, type Language, type RecordDefinition } from "@shanhai/model";
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

/** Letters of 14 px: a Chinese character is as wide as it is high, a Latin one about half of that. */
const letter = { zh: 14, en: 7.5 } as const;

/** Room for the longest label of a closed list, within bounds, for the name of the column, and for a county by its full path. */
function widthOf({ type, codes, zh, en, unit, record }: FieldDefinition, language: Language): number {
  const longest = Math.max(0, ...(type === "code" ? (codes ?? []) : []).map((label) => label[language].length));
  const head = (language === "zh" ? zh : en).length * letter[language];
  const measure = type === "money" ? (language === "zh" ? 56 : 104) : unit === undefined ? 0 : (unit.length + 2) * 14;
  return Math.max(
    widths[type] ?? 150,
    // 贵州省黔南布依族苗族自治州惠水县: what tells one county from the next stands at the end.
    type === "reference" && (record === "region" || record === "party") ? 252 : 0,
    Math.ceil(Math.min(190, longest * letter[language] + 26)),
    Math.ceil(Math.min(190, head + measure + 40)),
  );
}

/** A sheet on the wall is read at 150 %; the columns beside the name give some air away, so that the last one is in view. */
const enlarged = (field: FieldDefinition) => (field.type === "text" ? 1.45 : field.type === "long_text" ? 1.5 : 1.25);

/** The same columns over the whole width: what is left goes to those that hold words. */
export function fittedColumns(columns: readonly GridColumn[], room: number): readonly GridColumn[] {
  const left = room - columns.reduce((sum, { width }) => sum + width, 0);
  const growing = columns.filter(
    ({ name, chosen, field }) =>
      !chosen && (name || ["long_text", "text", "reference", "references", "texts"].includes(field.type)),
  );
  if (left <= 0 || growing.length === 0) return columns;
  const more = Math.floor(left / growing.length);
  return columns.map((column) => (growing.includes(column) ? { ...column, width: column.width + more } : column));
}

/** Columns of a table by the keys that a view names; the column that names the rows goes first. */
export function gridColumns(
  definition: RecordDefinition,
  keys: readonly string[],
  look: { readonly large: boolean; readonly narrow: boolean; readonly language: Language },
  widths: ListView["widths"] = {},
): readonly GridColumn[] {
  const fields = keys.flatMap((key) => definition.fields.filter((field) => field.key === key));
  const naming = fields.find(({ key }) => definition.title.includes(key));
  const ordered = naming === undefined ? fields : [naming, ...fields.filter((field) => field !== naming)];
  return ordered.map((field) => ({
    field,
    name: field === naming,
    width: Math.round(
      (widths[field.key] ?? (field === naming ? (look.narrow ? 196 : 250) : widthOf(field, look.language))) *
        (look.large ? enlarged(field) : 1),
    ),
    chosen: field.key in widths,
    right: ["money", "integer", "decimal"].includes(field.type),
    typed: fitsCell(field) && field.record !== "file",
  }));
}

import {
  type CellForm,
  cellText,
  type FieldDefinition,
  type FieldValue,
  fieldAt,
  parseValue,
  rowYear,
  type ValueProblem,
  valueProblem,
} from "@shanhai/model";
import type { Row } from "@shanhai/server";
import type { GridColumn } from "./grid-columns.js";
import type { GridLines } from "./grid-lines.js";
import type { Range } from "./grid-range.js";

/** One cell that a paste would write; `problem`: it does not fit and is left as it is. */
export interface CellChange {
  /** Null: a row that is not there yet. */
  readonly row: Row | null;
  /** The pasted line, from 0. */
  readonly line: number;
  readonly field: FieldDefinition;
  readonly text: string;
  readonly before: string;
  readonly value: FieldValue;
  readonly problem: ValueProblem | null;
}

export interface PastePlan {
  readonly changes: readonly CellChange[];
  /** Cells in columns that no cell can fill. */
  readonly fixed: number;
}

/**
 * What the pasted cells would change, from the top left of the chosen cells on; one cell fills all that are chosen. `scope`: of
 * rows that are not there yet.
 */
export function planPaste(
  cells: readonly (readonly string[])[],
  range: Range,
  lines: GridLines,
  columns: readonly GridColumn[],
  form: CellForm,
  language: "zh" | "en",
  required: readonly FieldDefinition[],
  scope = "",
): PastePlan {
  const changes: CellChange[] = [];
  let fixed = 0;
  let place = range.from.line;
  for (const [line, texts] of filled(cells, range).entries()) {
    while (lines.at(place)?.kind === "group") place++;
    const at = lines.at(place++);
    const row = at?.kind === "row" ? at.row : null;
    for (const [index, text] of texts.entries()) {
      const column = columns[range.from.column + index];
      if (column === undefined) continue;
      const { field } = column;
      const before =
        row === null ? "" : cellText(fieldAt(field, form.yearBy, row.values), row.values[field.key], language, form);
      if (text.trim() === before || (row === null && text.trim() === "")) continue;
      if (!column.typed) {
        fixed++;
        continue;
      }
      const year = row === null ? null : rowYear(form.yearBy === undefined ? {} : { year: form.yearBy }, row.values);
      const read = parseValue(field, text, {
        ...form,
        where: { year, places: form.placesOf?.(row?.scope_id ?? scope) ?? [] },
      });
      const value = read.ok ? read.value : null;
      if (read.ok && row !== null && same(value, row.values[field.key])) continue;
      changes.push({ row, line, field, text: text.trim(), before, value, problem: read.ok ? null : read.problem });
    }
  }
  return { changes: [...changes, ...missingIn(changes, required)], fixed };
}

/** What new rows cannot do without and the pasted cells do not give: told as cells that do not fit. */
function missingIn(changes: readonly CellChange[], required: readonly FieldDefinition[]): readonly CellChange[] {
  const fresh = [...new Set(changes.filter(({ row }) => row === null).map(({ line }) => line))];
  return fresh.flatMap((line) =>
    required
      .filter((field) => !changes.some((one) => one.line === line && one.field === field))
      .map((field): CellChange => {
        const problem = valueProblem("value/required", { text: field.zh, text_en: field.en });
        return { row: null, line, field, text: "", before: "", value: null, problem };
      }),
  );
}

function filled(cells: readonly (readonly string[])[], { from, to }: Range): readonly (readonly string[])[] {
  const [[only] = []] = cells;
  if (cells.length !== 1 || cells[0]?.length !== 1 || only === undefined) return cells;
  const row = Array.from({ length: to.column - from.column + 1 }, () => only);
  return Array.from({ length: to.line - from.line + 1 }, () => row);
}

function same(a: FieldValue, b: FieldValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b ?? null);
}

/** The values of each row, without cells that do not fit; a new row only where all of it fits. */
export function rowsOfPlan({
  changes,
}: PastePlan): readonly { readonly row: Row | null; readonly values: { readonly [field: string]: FieldValue } }[] {
  const rows = new Map<number, { row: Row | null; values: { [field: string]: FieldValue } }>();
  const incomplete = new Set(
    changes.filter(({ row, problem }) => row === null && problem !== null).map(({ line }) => line),
  );
  for (const { row, line, field, value, problem } of changes) {
    if (problem !== null || (row === null && incomplete.has(line))) continue;
    const held = rows.get(line) ?? { row, values: {} };
    held.values[field.key] = value;
    rows.set(line, held);
  }
  return [...rows.values()];
}

/** Names in the pasted cells that may be those of rows: by the record that the column points to. */
export function namesIn(
  cells: readonly (readonly string[])[],
  range: Range,
  columns: readonly GridColumn[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const texts of cells) {
    for (const [index, text] of texts.entries()) {
      const field = columns[range.from.column + index]?.field;
      if (field?.record === undefined) continue;
      const held = names.get(field.record) ?? new Set<string>();
      for (const part of text.split(/[、;；\n]/)) if (part.trim() !== "") held.add(part.trim());
      names.set(field.record, held);
    }
  }
  return names;
}

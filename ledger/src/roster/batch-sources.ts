import type { SourceEntry } from "../command.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { BatchRow, RosterBatch } from "./roster-job.js";

/**
 * 出处 of rows that are not simply lines of the run: of one that follows from another line (退货冲减) its own cells, of a row that
 * stood the cells of what changes in it, in the place of the sources that it had. Rolls keep none (`bulk`).
 */
export function batchSources(
  { definition }: KeptRecord,
  { sheet, made, changes }: RosterBatch,
  run: { readonly scope: string; readonly document: string; readonly letters: { readonly [field: string]: string } },
): readonly SourceEntry[] {
  if (definition.bulk === true) return [];
  const entry = (id: string, field: string, value: SourceEntry["value"], cell: string, quote: string): SourceEntry => ({
    ...{ scope_id: run.scope, record: definition.name, record_id: id, field, value },
    ...{ side: null, chosen: true, fact_id: null, document_id: run.document, place: { sheet, cell }, quote },
  });
  const told = ({ id, values, cells }: BatchRow) =>
    Object.entries(cells ?? {}).flatMap(([field, [cell, printed]]) => {
      const value = values[field];
      return value === undefined ? [] : [entry(id, field, value, cell, printed)];
    });
  const changed = ({ id, values }: BatchRow) =>
    Object.entries(values).flatMap(([field, value]) => {
      const letter = run.letters[field];
      if (letter === undefined) return [];
      const cell = `${letter}${String(values.sheet_row)}`;
      return [entry(id, field, value, cell, `${sheet}!${cell}`)];
    });
  return [...made.flatMap(told), ...changes.flatMap((row) => (row.cells === null ? changed(row) : told(row)))];
}

import type { FieldValue, SheetRow } from "@shanhai/model";
import type { Row } from "../row.js";
import type { KeptRecord } from "../schema/record-set.js";
import { cellChange, type RowOperation, rowKey, storable } from "./compare-rows.js";

/** A row of a sheet that is not imported, with the reason that the preview shows. */
export function skippedRow(
  row: SheetRow,
  scope: string,
  reason: { readonly zh: string; readonly en: string },
): RowOperation {
  return {
    plan: { ...planned(row), state: "skipped", reason, changes: [], findings: row.findings },
    ...{ row, scope, standing: null, values: {} },
  };
}

/** A row of a sheet whose values are those that differ: all of them are written, an emptied cell empties its field. */
export function rowChange(record: KeptRecord, row: SheetRow, scope: string, standing: Row | null): RowOperation {
  const { values: filled, findings } = storable(record, row);
  const emptied = Object.entries(row.values).flatMap(([field, { value }]) =>
    value === null ? [[field, null] as const] : [],
  );
  const values: { [field: string]: FieldValue } = { ...filled, ...Object.fromEntries(emptied) };
  const lacks = record.definition.fields.find(
    ({ key, required }) => required === true && (values[key] ?? null) === null,
  );
  if (standing === null && lacks !== undefined)
    return skippedRow({ ...row, findings: [...row.findings, ...findings] }, scope, {
      zh: `缺“${lacks.zh}”`,
      en: `${lacks.en} is missing`,
    });
  const changes = Object.entries(values).map(([field, value]) =>
    cellChange(record, row, field, standing?.values[field] ?? null, value),
  );
  const state = standing === null ? "added" : changes.length > 0 ? "changed" : "same";
  return {
    plan: { ...planned(row), state, reason: null, changes, findings: [...row.findings, ...findings] },
    ...{ row, scope, standing, values },
  };
}

function planned(row: SheetRow) {
  const { record, sheet, title } = row;
  return { key: rowKey(row), record, sheet, lines: row.rows.map((line) => line + 1), title };
}

import { createHash } from "node:crypto";
import { type FieldValue, type Finding, finding, placeName, type SheetRow } from "@shanhai/model";
import { canonicalJson } from "../chain/canonical-json.js";
import { sameValue } from "../checking/same-value.js";
import type { Values } from "../command.js";
import { LedgerError } from "../error-codes.js";
import type { Row } from "../row.js";
import { normaliseValue } from "../schema/record-columns.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import type { CellChange, PlannedSheetRow } from "./sheet-desk.js";
import type { StoredRows } from "./stored-rows.js";

/** What one row of a sheet comes to in the ledger. */
export interface RowOperation {
  readonly plan: PlannedSheetRow;
  readonly row: SheetRow;
  readonly scope: string;
  /** The row that stands; null for a new one. */
  readonly standing: Row | null;
  /** Fields to write: all of a new row, the differing ones of a changed one. */
  readonly values: Values;
}

/** Holds the rows of a form against what stands, cell by cell. Two rows of the file with one key are one: the second is skipped. */
export function compareRows(
  records: RecordSet,
  rows: readonly SheetRow[],
  scope: string,
  standing: (record: string) => StoredRows,
  leg = "",
): { readonly operations: RowOperation[]; readonly met: ReadonlySet<string> } {
  const met = new Set<string>();
  const taken = new Map<string, SheetRow>();
  const keys = new Set<string>();
  const operations = rows.map((row): RowOperation => {
    const record = records.get(row.record);
    let key = rowKey(row, leg);
    // Two tables side by side may say the same of one line.
    while (keys.has(key)) key += "+";
    keys.add(key);
    const lines = row.rows.map((line) => line + 1);
    const base = { key, record: row.record, sheet: row.sheet, lines, title: row.title };
    const skipped = (
      reason: { zh: string; en: string },
      findings: readonly Finding[] = row.findings,
    ): RowOperation => ({
      plan: { ...base, state: "skipped", reason, changes: [], findings },
      row,
      scope,
      standing: null,
      values: {},
    });
    if (row.skip !== null) {
      const stored = standing(row.record).byKey(row.keys);
      if (stored !== null) met.add(`${row.record}/${stored.id}`);
      return skipped(row.skip);
    }
    const twin = row.keys.map((one) => taken.get(`${row.record} ${one}`)).find((one) => one !== undefined);
    if (twin !== undefined) {
      const line = String((twin.rows[0] ?? 0) + 1);
      const place = { sheet: row.sheet, place: { row: row.rows[0] ?? 0, column: 0 } };
      return skipped({ zh: `与“${twin.sheet}”第 ${line} 行相同`, en: `the same as row ${line} of “${twin.sheet}”` }, [
        ...row.findings,
        finding("row/duplicate", { row: line, key: row.title }, place),
      ]);
    }
    for (const one of row.keys) taken.set(`${row.record} ${one}`, row);
    const { values, findings } = storable(record, row);
    const missing = record.definition.fields.find(
      (field) => field.required === true && (values[field.key] ?? null) === null,
    );
    const stored = standing(row.record).byKey(row.keys);
    if (stored !== null) met.add(`${row.record}/${stored.id}`);
    if (stored === null && missing !== undefined)
      return skipped({ zh: `缺“${missing.zh}”`, en: `${missing.en} is missing` }, [...row.findings, ...findings]);
    const differing = differingValues(record, values, stored?.values ?? null);
    const changes = differing.map(([field, value]) =>
      cellChange(record, row, field, stored?.values[field] ?? null, value),
    );
    const state = stored === null ? "added" : differing.length > 0 ? "changed" : "same";
    return {
      plan: {
        ...base,
        state,
        reason: null,
        changes: state === "changed" ? changes : state === "added" ? changes : [],
        findings: [...row.findings, ...findings],
      },
      row,
      scope,
      standing: stored,
      values: stored === null ? values : Object.fromEntries(differing),
    };
  });
  return { operations, met };
}

/**
 * The values that a row of a file states otherwise than what stands; all of them where nothing does. A happening that stands
 * keeps its id: who it was told by does not make it another one.
 */
export function differingValues(record: KeptRecord, values: Values, stored: Values | null): [string, FieldValue][] {
  return Object.entries(values).filter(
    ([field, value]) =>
      !sameValue(stored?.[field], value) && (stored === null || record.field(field).type !== "identifier"),
  );
}

/** The row's place in the file: the same in every preview. */
export function rowKey(row: SheetRow, leg = ""): string {
  const again = row.record === "sale" && String(row.keys[0] ?? "").endsWith("|return") ? "#return" : "";
  return `${row.sheet}!${(row.rows[0] ?? 0) + 1}:${row.record}${again}${row.title === "" ? "" : `:${shortHash(row.title)}`}${leg === "" ? "" : `@${leg}`}`;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** Values in the form in which they are stored; what the record cannot hold is told and left out. */
export function storable(record: KeptRecord, row: SheetRow): { values: Values; findings: Finding[] } {
  const values: { [field: string]: FieldValue } = {};
  const findings: Finding[] = [];
  for (const field in row.values) {
    const stated = row.values[field];
    if (stated === undefined || !record.has(field)) continue;
    const { value, place, printed } = stated;
    const known = record.field(field);
    try {
      const normal = normaliseValue(record.definition, known, value);
      if (normal !== null) values[field] = normal;
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      const words = {
        column: known.zh,
        text: known.personal === true ? "……" : (printed ?? ""),
        kind: known.zh,
        kind_en: known.en,
      };
      findings.push(finding("value/unreadable", words, { sheet: row.sheet, ...(place === null ? {} : { place }) }));
    }
  }
  return { values, findings };
}

/** One cell as a preview shows it. */
export function cellChange(
  record: KeptRecord,
  row: SheetRow,
  field: string,
  before: FieldValue,
  after: FieldValue,
): CellChange {
  const { zh, en } = record.field(field);
  const stated = row.values[field];
  return {
    field,
    zh,
    en,
    before,
    after,
    cell: stated?.place == null ? null : placeName(stated.place),
    printed: stated?.printed ?? null,
  };
}

/** The plan's hash: what is written, into which versions, whatever it is shown as. */
export function planHash(parts: readonly unknown[]): string {
  return createHash("sha256")
    .update(canonicalJson(JSON.parse(JSON.stringify(parts))))
    .digest("hex");
}

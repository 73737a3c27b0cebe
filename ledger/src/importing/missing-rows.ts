import type { CoveredFile, RecordDefinition, SheetForm } from "@shanhai/model";
import type { Values } from "../command.js";
import type { Row } from "../row.js";
import type { RecordSet } from "../schema/record-set.js";
import type { MissingChoice, MissingRow } from "./sheet-desk.js";
import type { StoredRows } from "./stored-rows.js";

/** How a ledger's row is ended without being taken away, by record: 出库, 终止. */
const ENDS: { readonly [record: string]: (day: string) => Values } = {
  project: () => ({ stage: "cancelled" }),
  pairing: (day) => ({ until: day }),
  talent_posting: (day) => ({ status: "recalled", ended: day }),
};

/** Rows of the ledger that a file of this kind covers and does not name (本次缺失). Ended ones are not missed. */
export function missingRows(
  records: RecordSet,
  form: SheetForm,
  standing: StoredRows,
  met: ReadonlySet<string>,
  file: CoveredFile,
): (MissingRow & { readonly version: string })[] {
  const { record } = form;
  const { definition } = records.get(record);
  return standing.rows
    .filter((row) => !met.has(`${record}/${row.id}`) && form.covers(row.values, file) && !isEnded(record, row.values))
    .map((row) => missed(definition, row));
}

/** A row that a sheet of ours held and holds no more; null for one that has ended. */
export function missingRow(records: RecordSet, record: string, row: Row): ReturnType<typeof missed> | null {
  return isEnded(record, row.values) ? null : missed(records.get(record).definition, row);
}

function missed({ name: record, zh }: RecordDefinition, row: Row): MissingRow & { readonly version: string } {
  const { scope_id, id, version } = row;
  const key = `${record}/${scope_id}/${id}`;
  return { key, record, scope_id, id, title: row.title || zh, version, choices: choicesOf(record) };
}

function choicesOf(record: string): readonly MissingChoice[] {
  return ENDS[record] === undefined ? ["remove", "omitted", "ignore"] : ["end", "remove", "omitted", "ignore"];
}

function isEnded(record: string, values: Values): boolean {
  if (record === "project") return values.stage === "cancelled";
  return record === "talent_posting" && (values.status === "recalled" || values.status === "returned");
}

/** The values that end a row; null where its ledger knows no end but removal. */
export function endValues(record: string, day: string): Values | null {
  return ENDS[record]?.(day) ?? null;
}

import type { Change } from "../command.js";
import type { RecordSet } from "../schema/record-set.js";
import type { Sql } from "../sql.js";

/** The row that a proof belongs to: what proves a row is part of the row's ledger. */
export interface ProvenRow {
  readonly record: string;
  readonly scope_id: string;
  readonly id: string;
}

/** Of changes of proofs (佐证), the row that each proves, by the proof's id. A proof that is gone is not among them. */
export async function provenRows(
  sql: Sql,
  records: RecordSet,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, ProvenRow>> {
  const proven = new Map<string, ProvenRow>();
  const standing: Change[] = [];
  for (const change of changes) {
    if (change.record !== "proof") continue;
    const { scope_id } = change;
    if (change.op === "create")
      proven.set(change.id, { record: String(change.values.record), scope_id, id: String(change.values.record_id) });
    else standing.push(change);
  }
  if (standing.length === 0 || !records.has("proof")) return proven;
  const { rows } = await sql.query<{ id: string; record: string; scope_id: string; record_id: string }>(
    "select id, record, scope_id, record_id from proof where scope_id = any($1::uuid[]) and id = any($2::uuid[])",
    [standing.map(({ scope_id }) => scope_id), standing.map(({ id }) => id)],
  );
  for (const { id, record, scope_id, record_id } of rows) proven.set(id, { record, scope_id, id: record_id });
  return proven;
}

/** The ledgers that changes write in, those of proofs by the rows that they prove. */
export async function writtenLedgers(
  sql: Sql,
  records: RecordSet,
  changes: readonly Change[],
): Promise<readonly string[]> {
  const proven = await provenRows(sql, records, changes);
  return [
    ...new Set(changes.map(({ record, id }) => (record === "proof" ? (proven.get(id)?.record ?? record) : record))),
  ];
}

import type { Change, Command } from "../command.js";
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

/**
 * The rows that commands state something of (出处) or take a statement back from. What a document says of a row stands beside its
 * values, other than they may be: it is part of the row's ledger too, also where nothing else of the row is written.
 */
export async function sourcedRows(
  sql: Sql,
  commands: readonly Pick<Command, "sources" | "withdrawn_sources">[],
): Promise<readonly ProvenRow[]> {
  const rows = new Map<string, ProvenRow>();
  const take = ({ record, scope_id, record_id: id }: Omit<ProvenRow, "id"> & { readonly record_id: string }) =>
    rows.set(`${record}/${scope_id}/${id}`, { record, scope_id, id });
  for (const source of commands.flatMap(({ sources = [] }) => sources)) take(source);
  const withdrawn = commands.flatMap(({ withdrawn_sources = [] }) => withdrawn_sources);
  if (withdrawn.length > 0) {
    const { rows: standing } = await sql.query<{ record: string; scope_id: string; record_id: string }>(
      "select distinct record, scope_id, record_id from source where scope_id = any($1::uuid[]) and id = any($2::uuid[])",
      [[...new Set(withdrawn.map(({ scope_id }) => scope_id))], withdrawn.map(({ id }) => id)],
    );
    for (const row of standing) take(row);
  }
  return [...rows.values()];
}

/** The ledgers that commands write in, those of proofs by the rows that they prove, of sources by the rows that they tell of. */
export async function writtenLedgers(
  sql: Sql,
  records: RecordSet,
  commands: readonly Pick<Command, "changes" | "sources" | "withdrawn_sources">[],
): Promise<readonly string[]> {
  const changes = commands.flatMap((command) => command.changes);
  const proven = await provenRows(sql, records, changes);
  return [
    ...new Set([
      ...changes.map(({ record, id }) => (record === "proof" ? (proven.get(id)?.record ?? record) : record)),
      ...(await sourcedRows(sql, commands)).map(({ record }) => record),
    ]),
  ];
}

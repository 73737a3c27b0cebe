import { NIL_SCOPE } from "@shanhai/model";
import type { Change } from "../command.js";
import { LedgerError } from "../error-codes.js";
import type { RecordSet } from "../schema/record-set.js";
import type { Sql } from "../sql.js";

/** The records whose rows are scopes, under the same id. Both stand in the nil scope. */
const SCOPE_RECORDS = ["pair", "party"] as const;

/**
 * Opens the scopes that a command writes into for the first time. A scope is a pair or a party that stands, or that
 * the command itself makes; anything else is refused with SCOPE_UNKNOWN. Scopes are never closed.
 */
export async function openScopes(
  sql: Sql,
  records: RecordSet,
  scopeIds: readonly string[],
  changes: readonly Change[],
): Promise<void> {
  const { rows } = await sql.query<{ id: string }>("select id from scope where id = any($1::uuid[])", [scopeIds]);
  const open = new Set(rows.map(({ id }) => id));
  for (const scopeId of scopeIds.filter((id) => !open.has(id))) {
    const kind = await scopeKind(sql, records, scopeId, changes);
    if (kind === null) throw new LedgerError("SCOPE_UNKNOWN", { scope: scopeId });
    await sql.query("insert into scope (id, kind) values ($1, $2) on conflict (id) do nothing", [scopeId, kind]);
  }
}

async function scopeKind(sql: Sql, records: RecordSet, scopeId: string, changes: readonly Change[]) {
  for (const record of SCOPE_RECORDS) {
    if (changes.some((c) => c.op === "create" && c.record === record && c.id === scopeId)) return record;
    if (!records.has(record)) continue;
    const { rows } = await sql.query(`select 1 from ${records.get(record).table} where scope_id = $1 and id = $2`, [
      NIL_SCOPE,
      scopeId,
    ]);
    if (rows.length > 0) return record;
  }
  return null;
}

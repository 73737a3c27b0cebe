import type { Change } from "../command.js";
import { LedgerError } from "../error-codes.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";

/**
 * Why a change cannot be made: the row is not there (ROW_MISSING), or somebody else changed or removed it since the
 * version that the writer saw (VERSION_STALE, with who and when, last one). Never the values: they may be personal.
 */
export async function refuseVersion(
  sql: Sql,
  store: Store,
  record: KeptRecord,
  change: Extract<Change, { version: string }>,
): Promise<LedgerError> {
  const { rows } = await sql.query<{ actor_name: string; at: string }>(
    `select c.actor_name, c.at from change c
     join (select seq as touched from ${record.table} where scope_id = $1 and id = $2
           union all select until_seq from ${record.past} where scope_id = $1 and id = $2) v on c.seq = v.touched
     where c.scope_id = $1 and c.origin = $3 and c.seq > $4
     order by c.seq desc limit 1`,
    [change.scope_id, change.id, store.installation.origin, change.version],
  );
  const [last] = rows;
  if (last === undefined)
    return new LedgerError("ROW_MISSING", {
      record: record.definition.zh,
      record_en: record.definition.en,
      id: change.id,
    });
  return new LedgerError("VERSION_STALE", {
    record: record.definition.zh,
    record_en: record.definition.en,
    who: last.actor_name,
    at: beijingTime(last.at),
  });
}

/** `2023-12-11 15:04` as a clock in Beijing shows it. */
export function beijingTime(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}

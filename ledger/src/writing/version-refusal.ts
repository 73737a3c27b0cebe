import type { FieldDefinition } from "@shanhai/model";
import { canonicalJson } from "../chain/canonical-json.js";
import type { Change } from "../command.js";
import { LedgerError } from "../error-codes.js";
import { columnsToValues } from "../schema/record-columns.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";

/**
 * Why a change cannot be made: the row is not there (ROW_MISSING), or somebody else changed or removed it since the
 * version that the writer saw (VERSION_STALE, with who, when and which fields, last one). Never the values: they may be personal.
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
  const fields = await changedFields(sql, record, change);
  return new LedgerError("VERSION_STALE", {
    record: record.definition.zh,
    record_en: record.definition.en,
    who: last.actor_name,
    at: beijingTime(last.at),
    what: fields.length === 0 ? "" : `（${fields.map(({ zh }) => zh).join("、")}）`,
    what_en: fields.length === 0 ? "" : ` (${fields.map(({ en }) => en).join(", ")})`,
  });
}

/** The fields that differ between the version that the writer saw and the row as it stands; none when it was removed. */
async function changedFields(
  sql: Sql,
  record: KeptRecord,
  change: Extract<Change, { version: string }>,
): Promise<readonly FieldDefinition[]> {
  const { rows: seen } = await sql.query(
    `select ${record.columns} from ${record.past} where scope_id = $1 and id = $2 and seq = $3`,
    [change.scope_id, change.id, change.version],
  );
  const { rows: present } = await sql.query(
    `select ${record.columns} from ${record.table} where scope_id = $1 and id = $2`,
    [change.scope_id, change.id],
  );
  const [before, now] = [seen[0], present[0]];
  if (before === undefined || now === undefined) return [];
  const [was, is] = [columnsToValues(record.definition, before), columnsToValues(record.definition, now)];
  return record.definition.fields.filter(
    ({ key }) => canonicalJson(was[key] ?? null) !== canonicalJson(is[key] ?? null),
  );
}

/** `2023-12-11 15:04` as a clock in Beijing shows it. */
export function beijingTime(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}

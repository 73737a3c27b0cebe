import { requireReadable } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import type { Bind } from "../querying/bind.js";
import { endOfDay, limitConditions } from "../querying/page-query.js";
import type { KeptRecord } from "../schema/record-set.js";

/**
 * The rows of a record in these scopes that the actor may see, as `r`: as they stand, or as recorded at the end of a day.
 * Refuses a record that is not his.
 */
export function recordedRows(
  record: KeptRecord,
  actor: Actor,
  scopes: readonly string[],
  asOf: string | undefined,
  bind: Bind,
): string {
  requireReadable(actor, record.definition);
  const inScopes = bind(scopes, "uuid[]");
  const limits = limitConditions(record, rowLimit(actor, record.definition), bind);
  const where = [`r.scope_id = any(${inScopes})`, ...limits].join(" and ");
  if (asOf === undefined) return `(select ${record.columns} from ${record.table} r where ${where}) r`;
  const end = bind(endOfDay(asOf), "timestamptz");
  const last = `(select c.scope_id, max(c.seq) as last from change c
    where c.scope_id = any(${inScopes}) and c.at < ${end} group by c.scope_id) d`;
  const columns = record.columns
    .split(", ")
    .map((column) => `r.${column}`)
    .join(", ");
  return `(select ${columns} from ${record.table} r join ${last} on d.scope_id = r.scope_id
      where r.seq <= d.last and ${where}
    union all select ${columns} from ${record.past} r join ${last} on d.scope_id = r.scope_id
      where r.seq <= d.last and r.until_seq > d.last and ${where}) r`;
}

import { readableScopes } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import type { KeptRecord } from "../schema/record-set.js";
import { type Bind, limitConditions } from "./page-query.js";

/**
 * The condition on row `r` of a record that the actor may read it, whatever scope it stands in: the policy as SQL, for
 * what counts and searches without going through scopes. `false` for a record that is not his.
 */
export function seenRows(record: KeptRecord, actor: Actor, bind: Bind): string {
  const scopes = readableScopes(actor, record.definition);
  const inScopes = scopes === "all" ? [] : [`r.scope_id = any(${bind(scopes, "uuid[]")})`];
  const conditions = [...inScopes, ...limitConditions(record, rowLimit(actor, record.definition), bind)];
  return conditions.length === 0 ? "true" : conditions.join(" and ");
}

import { readableScopes } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Bind } from "./bind.js";
import { limitConditions } from "./page-query.js";

/**
 * The condition on row `r` of a record that the actor may read it, whatever scope it stands in: the policy as SQL, for
 * what counts and searches without going through scopes. `within` narrows scoped records further.
 */
export function seenRows(
  record: KeptRecord,
  actor: Actor,
  bind: Bind,
  within: readonly string[] | null = null,
): string {
  const readable = readableScopes(actor, record.definition);
  const asked = record.definition.keeping === "scoped" ? within : null;
  const scopes = readable === "all" ? asked : (asked?.filter((id) => readable.includes(id)) ?? readable);
  const conditions = [
    ...(scopes === null ? [] : [`r.scope_id = any(${bind(scopes, "uuid[]")})`]),
    ...limitConditions(record, rowLimit(actor, record.definition), bind),
  ];
  return conditions.length === 0 ? "true" : conditions.join(" and ");
}

import { type CheckKind, checkKind } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";

/**
 * How numbers are checked by who hands them on or closes them: 审核 by another person than entered them, or 自审. Refused with
 * MAKER_IS_CHECKER where the office keeps the two apart. Numbers of ledgers alone have no maker.
 */
export async function checkOfNumbers(
  desk: Desk,
  actor: Actor,
  scope: string,
  ids: readonly string[],
): Promise<CheckKind> {
  const { rows } = await desk.database.query<{ actor: string }>(
    `select distinct c.actor::text as actor from (
       select id, min(seq) as seq from (
         select id, seq from indicator_value where scope_id = $1 and id = any($2::uuid[])
         union all select id, seq from indicator_value_past where scope_id = $1 and id = any($2::uuid[])) v
       group by id) f join change c on c.scope_id = $1 and c.seq = f.seq`,
    [scope, ids],
  );
  const own = rows.some((row) => row.actor === actor.account_id);
  return checkKind(actor, own ? actor.account_id : "");
}

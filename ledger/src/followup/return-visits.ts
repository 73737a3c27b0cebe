import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { binder } from "../querying/bind.js";
import { seenRows } from "../querying/seen-rows.js";
import { isUuid } from "../schema/record-columns.js";
import type { SqlRow } from "../sql.js";

import type { FollowupDesk, ReturnVisit } from "./followup-desk.js";

/** Words that promise to come again: 近期回访, 适时组织回访, 尽快安排互访. */
const PROMISE = "(回访|再次来访|再访|回拜|互访)";
const MOST = 200;

interface PromiseRow extends SqlRow {
  readonly scope_id: string;
  readonly id: string;
  readonly seq: bigint;
  readonly text: string;
  readonly said_on: string | null;
  readonly visits: readonly ReturnVisit["visits"][number][] | null;
}

/**
 * Promises of a return visit that no visit is known to fulfil, each with the later visits of the promising side within a
 * year. Only offered: a person accepts one by the step 已兑现 of the statement.
 */
export async function returnVisits(
  desk: Desk,
  actor: Actor,
  query: Parameters<FollowupDesk["returnVisits"]>[1],
): Promise<readonly ReturnVisit[]> {
  if (query.scope !== undefined && !isUuid(query.scope)) throw new LedgerError("QUERY_INVALID", { part: "scope" });
  const statement = desk.records.get("statement");
  const { values, bind } = binder();
  const inScope = query.scope === undefined ? "" : ` and r.scope_id = ${bind(query.scope, "uuid")}`;
  const { rows } = await desk.database.query<PromiseRow>(
    `select r.scope_id, r.id, r.seq, r.text, r.said_on, v.visits from ${statement.table} r
     cross join lateral (
       select jsonb_agg(jsonb_build_object('id', o.id, 'title', o.name, 'start_date', o.start_date)
                        order by o.start_date_from, o.id) as visits
       from visit o where o.scope_id = r.scope_id and o.id is distinct from r.visit
         and o.start_date_from > r.said_on_to and o.start_date_from <= r.said_on_to + 366
         and (r.side is null or r.side = 'both'
              or o.direction = case r.side when 'east' then 'east_to_west' else 'west_to_east' end)) v
     where r.act <> 'ask' and r.state in ('open', 'kept') and r.text ~ '${PROMISE}'
       and ${seenRows(statement, actor, bind)}${inScope}
     order by r.said_on, r.id limit ${MOST}`,
    values,
  );
  return rows.map(({ scope_id, id, seq, text, said_on, visits }) => ({
    scope_id,
    id,
    version: String(seq),
    text,
    said_on,
    visits: visits ?? [],
  }));
}

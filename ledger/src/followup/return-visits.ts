import { NIL_SCOPE } from "@shanhai/model";
import { readableScopes } from "../account/policy.js";
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

/**
 * The visit at which it was promised: the one of the statement, else those that the same document tells of. The day of a promise that
 * prints none is its end, and who comes again goes the other way.
 */
const VISIT_OF_PROMISE = `select max(w.start_date) as start_date, max(coalesce(w.end_date_to, w.start_date_to)) as day,
    case when count(distinct w.direction) = 1 then max(w.direction) end as direction
  from visit w
  where w.scope_id = r.scope_id and w.id = r.visit
    or r.visit is null and (w.scope_id, w.id) in (
      select d.scope_id, d.record_id from source d
      where d.record = 'visit' and d.document_id in (
        select s.document_id from source s
        where s.scope_id = r.scope_id and s.record = 'statement' and s.record_id = r.id and s.document_id is not null))`;

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
 * year; of a promise that stands at a party, with those of its pairs. Only offered: a person accepts one by the step 已兑现 of the statement.
 */
export async function returnVisits(
  desk: Desk,
  actor: Actor,
  query: Parameters<FollowupDesk["returnVisits"]>[1],
): Promise<readonly ReturnVisit[]> {
  if (query.scope !== undefined && !isUuid(query.scope)) throw new LedgerError("QUERY_INVALID", { part: "scope" });
  const [statement, visit] = [desk.records.get("statement"), desk.records.get("visit")];
  const { values, bind } = binder();
  const inScope = query.scope === undefined ? "" : ` and r.scope_id = ${bind(query.scope, "uuid")}`;
  const scopes = readableScopes(actor, visit.definition);
  const seen = scopes === "all" ? "" : ` and o.scope_id = any(${bind(scopes, "uuid[]")})`;
  const { rows } = await desk.database.query<PromiseRow>(
    `select r.scope_id, r.id, r.seq, r.text, coalesce(r.said_on, t.start_date) as said_on, v.visits from ${statement.table} r
     cross join lateral (${VISIT_OF_PROMISE}) t
     cross join lateral (
       select jsonb_agg(jsonb_build_object('scope_id', o.scope_id, 'id', o.id, 'title', o.name, 'start_date', o.start_date)
                        order by o.start_date_from, o.name, o.id) as visits
       from ${visit.table} o
       where (o.scope_id = r.scope_id or o.scope_id in (select p.id from ${desk.records.get("pair").table} p
                where p.scope_id = ${bind(NIL_SCOPE, "uuid")} and r.scope_id in (p.east, p.west)))
         and o.id is distinct from r.visit${seen}
         and o.start_date_from > coalesce(r.said_on_to, t.day) and o.start_date_from <= coalesce(r.said_on_to, t.day) + 366
         and case when t.direction is not null then o.direction is distinct from t.direction
              else r.side is null or r.side = 'both'
                or o.direction = case r.side when 'east' then 'east_to_west' else 'west_to_east' end end) v
     where r.act <> 'ask' and r.state in ('open', 'kept') and r.text ~ '${PROMISE}'
       and ${seenRows(statement, actor, bind)}${inScope}
     order by 5, r.id limit ${MOST}`,
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

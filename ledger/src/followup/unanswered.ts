import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { binder } from "../querying/bind.js";
import { seenRows } from "../querying/seen-rows.js";
import { isUuid } from "../schema/record-columns.js";
import type { SqlRow } from "../sql.js";

import type { FollowupDesk, Unanswered } from "./followup-desk.js";
import { ownSide } from "./own-side.js";

const MOST = 500;

/**
 * Asks of the own side without an answer: needs without a row of answer, and asks in statements that no statement
 * answers. The list belongs to the asking side's own papers; who has no side gets none.
 */
export async function unanswered(
  desk: Desk,
  actor: Actor,
  query: Parameters<FollowupDesk["unanswered"]>[1],
): Promise<readonly Unanswered[]> {
  const side = ownSide(actor, query.side);
  if (side === null) return [];
  if (query.scope !== undefined && !isUuid(query.scope)) throw new LedgerError("QUERY_INVALID", { part: "scope" });
  const [need, statement] = [desk.records.get("need"), desk.records.get("statement")];
  const { values, bind } = binder();
  const own = bind(side, "text");
  const inScope = query.scope === undefined ? "" : ` and r.scope_id = ${bind(query.scope, "uuid")}`;
  const { rows } = await desk.database.query<SqlRow & Unanswered>(
    `select 'need' as record, r.scope_id, r.id, r.text, r.raised_on,
       case when r.field is null then '{}'::text[] else array[r.field] end as fields
     from ${need.table} r
     where r.side = ${own} and r.status = 'open' and ${seenRows(need, actor, bind)}${inScope}
       and not exists (select 1 from need_answer a where a.scope_id = r.scope_id and a.need = r.id)
     union all
     select 'statement', r.scope_id, r.id, r.text, r.said_on, coalesce(r.fields, '{}'::text[])
     from ${statement.table} r
     where r.side = ${own} and r.act = 'ask' and r.state = 'open' and ${seenRows(statement, actor, bind)}${inScope}
       and not exists (select 1 from statement s where s.scope_id = r.scope_id and s.answers @> array[r.id])
       and not exists (select 1 from need n where n.scope_id = r.scope_id and n.statement = r.id)
     order by raised_on, id limit ${MOST}`,
    values,
  );
  return rows.map(({ record, scope_id, id, text, raised_on, fields }) => ({
    record,
    scope_id,
    id,
    text,
    raised_on,
    fields,
  }));
}

import type { Actor } from "../actor.js";
import { LedgerError } from "../error-codes.js";
import type { Bind } from "../querying/bind.js";

import { seenRows } from "../querying/seen-rows.js";
import { isUuid } from "../schema/record-columns.js";
import type { RecordSet } from "../schema/record-set.js";
import type { Side } from "./followup-desk.js";

/** 临期: within a week of the time limit. */
const SOON_DAYS = 7;

export interface BoardView {
  readonly actor: Actor;
  readonly side: Side | null;
  readonly day: string;
  readonly scope?: string;
}

/**
 * Every task the actor may see, as row `b`: its columns, `units` and `finished` of its units, and its light. Only an own
 * item with a unit and a time limit can be late: a month is late when it is over.
 */
export function boardSql(records: RecordSet, view: BoardView, bind: Bind): string {
  const task = records.get("task");
  if (view.scope !== undefined && !isUuid(view.scope)) throw new LedgerError("QUERY_INVALID", { part: "scope" });
  const inScope = view.scope === undefined ? "" : ` and r.scope_id = ${bind(view.scope, "uuid")}`;
  const day = bind(view.day, "date");
  const own = `r.side = ${bind(view.side ?? "", "text")}`;
  return `(select r.*, u.units, u.finished, ${own} as own,
      case when r.status = 'dropped' then 'dropped'
           when r.status in ('done', 'closed') or (u.units > 0 and u.finished = u.units) then 'done'
           when not (${own}) then 'moving'
           when r.due_to < ${day} and coalesce(r.owner_name, '') <> '' then 'late'
           when r.due_to <= ${day} + ${SOON_DAYS} and r.due_to >= ${day} then 'soon'
           else 'on_track' end as light,
      case when r.due_to < ${day} then ${day} - r.due_to end as days_late
    from ${task.table} r
    cross join lateral (
      select count(*) as units, count(*) filter (where t.status in ('done', 'closed')) as finished
      from ${records.get("task_unit").table} t where t.scope_id = r.scope_id and t.task = r.id) u
    where ${seenRows(task, view.actor, bind)}${inScope}) b`;
}

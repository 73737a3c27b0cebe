import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { binder } from "../querying/bind.js";
import { seenRows } from "../querying/seen-rows.js";
import { reportQuery } from "../reporting/report.js";
import type { SqlRow } from "../sql.js";
import { boardDay } from "./board.js";
import { type BoardView, boardSql } from "./board-sql.js";
import type { FollowupCounts, FollowupQuery } from "./followup-desk.js";
import { ownSide, reportingSide } from "./own-side.js";

const MOST_UNITS = 100;

/** How many items stand how, and what waits to be broken down. Counted in the database. */
export async function followupCounts(
  desk: Desk,
  actor: Actor,
  query: Pick<FollowupQuery, "side" | "scope" | "day">,
): Promise<FollowupCounts> {
  const side =
    ownSide(actor, query.side) ??
    (actor.office === undefined ? await reportingSide(reportQuery(desk.database, desk.records, actor, null)) : null);
  const day = boardDay(query.day);
  const view: BoardView = { actor, side, day, ...(query.scope === undefined ? {} : { scope: query.scope }) };
  const lights = await byLight(desk, view);
  const own = (light: string) => lights.get(`true ${light}`) ?? 0;
  const { agreed, other } = await waiting(desk, view);
  return {
    side,
    side_fixed: actor.office !== undefined,
    day,
    own: {
      late: own("late"),
      soon: own("soon"),
      on_track: own("on_track"),
      done: own("done"),
      dropped: own("dropped"),
    },
    other: { moving: lights.get("false moving") ?? 0, done: lights.get("false done") ?? 0 },
    agreed_open: agreed,
    statements_open: other,
    units: await byUnit(desk, view),
  };
}

async function byLight(desk: Desk, view: BoardView): Promise<ReadonlyMap<string, number>> {
  const { values, bind } = binder();
  const { rows } = await desk.database.query<SqlRow & { own: boolean; light: string; count: bigint }>(
    `select b.own, b.light, count(*) as count from ${boardSql(desk.records, view, bind)} group by b.own, b.light`,
    values,
  );
  return new Map(rows.map(({ own, light, count }) => [`${own} ${light}`, Number(count)]));
}

async function byUnit(desk: Desk, view: BoardView): Promise<FollowupCounts["units"]> {
  const { values, bind } = binder();
  const { rows } = await desk.database.query<SqlRow & { name: string; open: bigint; late: bigint; done: bigint }>(
    `select n.name, count(*) filter (where n.done is not true and b.light <> 'dropped') as open,
       count(*) filter (where n.done is not true and b.light = 'late') as late,
       count(*) filter (where n.done) as done
     from ${boardSql(desk.records, view, bind)}
     cross join lateral (
       select t.name, t.status in ('done', 'closed') or b.light = 'done' as done from task_unit t
         where t.scope_id = b.scope_id and t.task = b.id
       union all select b.owner_name, b.light = 'done' where b.units = 0 and b.owner_name is not null) n
     where b.own group by n.name order by late desc, open desc, n.name collate "C" limit ${MOST_UNITS}`,
    values,
  );
  return rows.map(({ name, open, late, done }) => ({
    name,
    open: Number(open),
    late: Number(late),
    done: Number(done),
  }));
}

async function waiting(desk: Desk, view: BoardView): Promise<{ readonly agreed: number; readonly other: number }> {
  const statement = desk.records.get("statement");
  const { values, bind } = binder();
  const inScope = view.scope === undefined ? "" : ` and r.scope_id = ${bind(view.scope, "uuid")}`;
  const { rows } = await desk.database.query<SqlRow & { agreed: bigint; other: bigint }>(
    `select count(*) filter (where r.grade = 'agreed') as agreed, count(*) filter (where r.grade <> 'agreed') as other
     from ${statement.table} r where r.state = 'open' and ${seenRows(statement, view.actor, bind)}${inScope}`,
    values,
  );
  return { agreed: Number(rows[0]?.agreed ?? 0), other: Number(rows[0]?.other ?? 0) };
}

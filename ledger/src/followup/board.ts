import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { binder } from "../querying/bind.js";
import { type PageKey, readKey, writeKey } from "../querying/page-query.js";
import type { SqlRow } from "../sql.js";
import { boardSql } from "./board-sql.js";
import type { FollowupBoard, FollowupLight, FollowupLine, FollowupQuery } from "./followup-desk.js";
import { ownSide } from "./own-side.js";
import { type BoardUnit, proofCounts, unitsOf } from "./task-parts.js";

const USUAL_LIMIT = 50;
const MOST_LIMIT = 200;

interface BoardRow extends SqlRow {
  readonly scope_id: string;
  readonly id: string;
  readonly seq: bigint;
  readonly title: string;
  readonly origin: string;
  readonly side: "east" | "west";
  readonly own: boolean;
  readonly owner_name: string | null;
  readonly due: string | null;
  readonly status: string;
  readonly light: FollowupLight;
  readonly days_late: number | null;
  readonly finished: bigint;
  readonly place: string;
  readonly lag_cause: string | null;
  readonly coordination: string | null;
  readonly progress: string | null;
}

/** What is left to do comes first, by time limit; then what is done or dropped. What has no time limit ends its part. */
const PLACE = `case when b.light in ('done', 'dropped') then '1' else '0' end || coalesce(b.due, '~')`;

/** One page of 督办: what is open by time limit, then what is over; then by row. */
export async function followupBoard(desk: Desk, actor: Actor, query: FollowupQuery): Promise<FollowupBoard> {
  const side = ownSide(actor, query.side);
  const day = boardDay(query.day);
  const { values, bind } = binder();
  const board = boardSql(
    desk.records,
    { actor, side, day, ...(query.scope === undefined ? {} : { scope: query.scope }) },
    bind,
  );
  const conditions = [...filters(query, bind), ...keyset(query.after, bind)];
  const limit = Math.min(Math.max(1, Math.trunc(query.limit ?? USUAL_LIMIT)), MOST_LIMIT);
  const { rows } = await desk.database.query<BoardRow>(
    `select b.scope_id, b.id, b.seq, b.title, b.origin, b.side, b.own, b.owner_name, b.due, b.status, b.light,
       b.days_late, b.finished, b.lag_cause, b.coordination, b.progress, ${PLACE} as place
     from ${board} where ${conditions.join(" and ") || "true"}
     order by (${PLACE}) collate "C", b.id, b.scope_id limit ${limit + 1}`,
    values,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next =
    rows.length > limit && last !== undefined
      ? writeKey({ order: last.place, id: last.id, scope_id: last.scope_id })
      : null;
  const units = await unitsOf(desk, page);
  const proofs = await proofCounts(desk, page);
  return {
    side,
    day,
    rows: page.map((row) => lineOf(row, units.get(row.id) ?? [], proofs.get(row.id) ?? 0)),
    next,
  };
}

/** What an office sees of an item: of the other side's no time run over, no step, no cause. */
function lineOf(row: BoardRow, units: readonly BoardUnit[], proofs: number): FollowupLine {
  const late = row.light === "late";
  return {
    scope_id: row.scope_id,
    id: row.id,
    version: String(row.seq),
    title: row.title,
    origin: row.origin,
    side: row.side,
    own: row.own,
    owner_name: row.owner_name,
    due: row.due,
    light: row.light,
    days_late: late ? row.days_late : null,
    status: row.own ? row.status : null,
    units: row.own ? units : [],
    done_units: row.own ? Number(row.finished) : 0,
    lag_cause: row.own ? row.lag_cause : null,
    coordination: row.own ? row.coordination : null,
    progress: row.own ? row.progress : null,
    proofs: row.own ? proofs : 0,
  };
}

export function boardDay(asked: string | undefined): string {
  if (asked === undefined) return beijingToday();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asked) || Number.isNaN(Date.parse(asked)))
    throw new LedgerError("QUERY_INVALID", { part: "day" });
  return asked;
}

function filters(query: FollowupQuery, bind: (value: unknown, type: string) => string): string[] {
  const conditions: string[] = [];
  if (query.whose !== undefined) conditions.push(query.whose === "own" ? "b.own" : "not b.own");
  if (query.lights !== undefined) conditions.push(`b.light = any(${bind(query.lights, "text[]")})`);
  if (query.origin !== undefined) conditions.push(`b.origin = ${bind(query.origin, "text")}`);
  if (query.coordination === true) conditions.push("b.own and b.needs_coordination is true");
  if (query.unit !== undefined && query.unit !== "") {
    const unit = bind(query.unit, "text");
    conditions.push(
      `(strpos(coalesce(b.owner_name, ''), ${unit}) > 0 or exists (
         select 1 from task_unit t where t.scope_id = b.scope_id and t.task = b.id and t.name = ${unit}))`,
    );
  }
  return conditions;
}

function keyset(after: string | undefined, bind: (value: unknown, type: string) => string): string[] {
  if (after === undefined) return [];
  const key: PageKey = readKey(after);
  const [place, id, scope] = [bind(key.order ?? "", "text"), bind(key.id, "uuid"), bind(key.scope_id, "uuid")];
  return [`((${PLACE}) collate "C" > ${place} or ((${PLACE}) = ${place} and (b.id, b.scope_id) > (${id}, ${scope})))`];
}

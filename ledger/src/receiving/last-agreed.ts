import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { reportQuery } from "../reporting/report.js";

/** What was agreed, as a task with its state or (status null) not broken down yet. */
export interface AgreedItem {
  readonly text: string;
  readonly side: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly due_to: string | null;
  readonly status: string | null;
  /** 责任单位 with a state each, and how many of them are done; none: the task's own state says it. */
  readonly units: number;
  readonly finished: number;
}

/** What the paper says of the last meeting and since. */
export interface LastAgreed {
  readonly held: string | null;
  readonly agreed: readonly AgreedItem[];
  readonly others: readonly AgreedItem[];
}

type Found = AgreedItem & {
  readonly [column: string]: unknown;
  readonly origin: string | null;
  readonly held: string | null;
  readonly on_day: string | null;
};

const MOST = 30;
/** Shorter words say too little to be taken for the same item. */
const TELLING = 6;

/**
 * What the last meeting that agreed on something agreed on, each matter once, and apart from it the tasks that were entered by
 * hand from minutes or an agreement, or given directly (直接交办). Done ones are told when they were done since that meeting,
 * without one within a year. 领导批示 are one side's own matter and stay out.
 */
export async function lastAgreed(desk: Desk, actor: Actor, scope: string, day: string): Promise<LastAgreed> {
  const stated = await fromStatements(desk, actor, scope);
  const since = stated.find(({ on_day }) => on_day !== null)?.on_day ?? null;
  const entered = await enteredTasks(desk, actor, scope, since ?? yearBefore(day));
  // A sentence of the minutes for which somebody has entered the task by hand: the task says how it stands.
  const same = (one: Found) => entered.filter((task) => sameMatter(one, task));
  const agreed = stated.flatMap((one) => (one.status === null && same(one).length > 0 ? same(one) : [one]));
  const told = (task: Found) => stated.some((one) => sameMatter(one, task));
  return {
    held: stated.find(({ held }) => held !== null)?.held ?? null,
    agreed: [...new Set(agreed)],
    others: entered.filter((task) => !told(task)).slice(0, MOST),
  };
}

/** Whether two items of one side are told in the same words, or one within the other. */
function sameMatter(one: AgreedItem, other: AgreedItem): boolean {
  const [a, b] = [bare(one.text), bare(other.text)].sort((x, y) => x.length - y.length);
  if (a === undefined || b === undefined || one.side !== other.side) return false;
  return a === b || (a.length >= TELLING && b.includes(a));
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

const UNITS = (table: string) => `cross join lateral (
  select count(*)::int as units, (count(*) filter (where u.status in ('done', 'closed')))::int as finished
  from ${table} u where u.scope_id = t.scope_id and u.task = t.id) n`;

async function fromStatements(desk: Desk, actor: Actor, scope: string): Promise<readonly Found[]> {
  return reportQuery(desk.database, desk.records, actor, [scope])<Found>(
    ({ table, seen }) => `with agreed as (
        select r.*, coalesce(m.start_date, r.said_on) as held, coalesce(m.start_date_from, r.said_on_from) as on_day
        from ${table("statement")} r left join ${table("meeting")} m on m.scope_id = r.scope_id and m.id = r.meeting
        where r.grade = 'agreed' and ${seen("statement")})
      select coalesce(t.title, r.text) as text, coalesce(t.side, r.side) as side,
        coalesce(t.owner_name, o.name) as owner, t.due, t.due_to::text as due_to, t.status, t.origin, r.held,
        r.on_day::text as on_day, n.units, n.finished
      from agreed r
        left join ${table("task")} t on t.scope_id = r.scope_id and t.statement = r.id
        left join ${table("organisation")} o on o.id = t.owner
        ${UNITS(table("task_unit"))}
      where r.on_day is not distinct from (select max(on_day) from agreed) and (t.id is not null or r.state = 'open')
      order by t.due_from nulls last, r.id, t.id limit ${MOST}`,
  );
}

/** Tasks that no statement of the ledger leads to: open ones, and those done since the day. */
async function enteredTasks(desk: Desk, actor: Actor, scope: string, since: string): Promise<readonly Found[]> {
  return reportQuery(desk.database, desk.records, actor, [scope])<Found>(
    ({ bind, table, seen }) => `select r.title as text, r.side, coalesce(r.owner_name, o.name) as owner, r.due,
        r.due_to::text as due_to, r.status, r.origin, null::text as held, null::text as on_day, n.units, n.finished
      from ${table("task")} r
        cross join lateral (select r.scope_id, r.id) t
        left join ${table("organisation")} o on o.id = r.owner
        ${UNITS(table("task_unit"))}
      where r.statement is null and r.parent is null and r.origin <> 'instruction' and r.status <> 'dropped'
        and (r.status not in ('done', 'closed')
          or coalesce(r.done_on_to, r.closed_on_to, r.due_to) >= ${bind(since, "date")})
        and ${seen("task")}
      order by r.due_from nulls last, r.id limit ${2 * MOST}`,
  );
}

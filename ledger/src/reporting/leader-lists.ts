import { indicators, PACE_WORDS, printPartialDate } from "@shanhai/model";
import type { BoardLine } from "../counting/counting-desk.js";
import type { ReportContext } from "./report.js";
import type { OnePagePiece } from "./report-answers.js";
import { inYear } from "./row-conditions.js";
import { cnyOfWan, printed } from "./wan.js";

type Line = readonly OnePagePiece[];

/** Steps of a task that is still to be done. */
const OPEN = ["established", "assigned", "urged", "reported"];
const LONGEST_CAUSE = 30;

interface TaskRow {
  readonly [column: string]: unknown;
  readonly scope_id: string;
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly cause: string | null;
}

/**
 * 滞后: indicators behind the time gone by, tasks of the own side past their day, projects not begun as planned, each with
 * its unit and cause. What the other side owes is never in it; who owes is a unit, never a person.
 */
export async function lagging(
  of: ReportContext,
  side: "east" | "west",
  lines: readonly BoardLine[],
): Promise<readonly Line[]> {
  const late = await of.query<TaskRow>(
    ({ bind, table, seen }) => `select ${taskColumns}, r.lag_cause as cause from ${table("task")} r
      left join ${table("organisation")} o on o.id = r.owner
      where r.side = ${bind(side, "text")} and r.status = any(${bind(OPEN, "text[]")}) and r.due_to < ${bind(of.day, "date")}
        and (r.owner_name is not null or r.owner is not null) and ${seen("task")} order by r.due_to, r.id limit 50`,
  );
  const projects =
    side === "east"
      ? []
      : await of.query<TaskRow>(
          ({ bind, table, seen }) => `select r.scope_id, r.id, r.name as title, r.owner_unit as owner,
               r.planned_start as due, r.lag_cause as cause from ${table("project")} r
            where r.planned_start_to < ${bind(of.day, "date")} and r.started is null and r.completed is null
              and (r.stage is null or r.stage = any(${bind(NOT_BEGUN, "text[]")})) and r.plan_year = ${bind(of.year, "bigint")}
              and ${seen("project")} order by r.planned_start_to, r.id limit 50`,
        );
  return [
    ...(await laggingIndicators(of, lines)),
    ...late.map(
      (row): Line => [
        { ...named(row.title), row: { record: "task", scope_id: row.scope_id, id: row.id } },
        { text: "逾期", en: " overdue", late: true },
        {
          text: `（${row.owner ?? ""}，${printPartialDate(row.due ?? "")}到期）${causeOf(row.cause)}`,
          en: ` (${row.owner ?? ""}, due ${printPartialDate(row.due ?? "", "en")})${causeInEnglish(row.cause)}`,
        },
      ],
    ),
    ...projects.map(
      (row): Line => [
        { ...named(row.title), row: { record: "project", scope_id: row.scope_id, id: row.id } },
        { text: "未按期开工", en: " not begun in time", late: true },
        {
          text: `（${row.owner === null ? "" : `${row.owner}，`}计划${printPartialDate(row.due ?? "")}）${causeOf(row.cause)}`,
          en: ` (${row.owner === null ? "" : `${row.owner}, `}planned for ${printPartialDate(row.due ?? "", "en")})${causeInEnglish(row.cause)}`,
        },
      ],
    ),
  ];
}

const BEGIN_OR_END: { readonly [what: string]: string } = { 开工: ": to begin", 完工: ": to be completed" };
const NOT_BEGUN = ["in_library", "planned", "plan_detailed", "approved", "tendering", "contracted"];
const taskColumns = "r.scope_id, r.id, r.title, coalesce(r.owner_name, o.name) as owner, r.due";

/** Indicators behind the time gone by, the farthest behind first, with the unit that reports them and its note. */
async function laggingIndicators(of: ReportContext, lines: readonly BoardLine[]): Promise<readonly Line[]> {
  const behind = lines
    .filter(({ pace }) => pace?.state === "behind" || pace?.state === "far_behind")
    .sort((a, b) => Number(a.pace?.points ?? 0) - Number(b.pace?.points ?? 0));
  const units = await reportingUnits(of);
  return behind.map(({ code, unit, toDate, rate, pace }): Line => {
    const indicator = indicators.find((one) => one.code === code);
    const said = units.get(code);
    const words = PACE_WORDS[pace?.state ?? "behind"];
    return [
      {
        text: `${indicator?.zh ?? code}${toDate === null ? "" : printed(toDate)}${unit}`,
        en: `${indicator?.en ?? code}${toDate === null ? "" : `: ${unit === "万元" ? cnyOfWan(toDate) : printed(toDate)}`}${unit === "%" ? "%" : ""}`,
        ...(said === undefined
          ? { rows: of.rows("indicator_target", [["indicator", "one_of", code], ...inYear(of.year)]) }
          : { row: { record: "indicator_value", scope_id: said.scope_id, id: said.id } }),
      },
      { text: `，完成${done(rate)}，`, en: `, ${done(rate)} done, ` },
      { text: words.zh, en: words.en, late: pace?.state === "far_behind" },
      {
        text: `${said?.unit == null ? "" : `（${said.unit}）`}${causeOf(said?.note ?? null)}`,
        en: `${said?.unit == null ? "" : ` (${said.unit})`}${causeInEnglish(said?.note ?? null)}`,
      },
    ];
  });
}

/** 50%, not 50.00%. */
function done(rate: BoardLine["rate"]): string {
  return rate === null ? "—" : `${printed(rate.percent)}%`;
}

interface ReportingUnit {
  readonly [column: string]: unknown;
  readonly indicator: string;
  readonly scope_id: string;
  readonly id: string;
  readonly unit: string | null;
  readonly note: string | null;
}

/** Who reported an indicator last in the year, and what he noted. */
async function reportingUnits(of: ReportContext): Promise<ReadonlyMap<string, ReportingUnit>> {
  const rows = await of.query<ReportingUnit>(
    ({ bind, table, seen }) => `select distinct on (r.indicator) r.indicator, r.scope_id, r.id,
         coalesce(r.reporter_unit, r.reporter) as unit, r.note from ${table("indicator_value")} r
      where r.year = ${bind(of.year, "bigint")} and r.month <= ${bind(Number(of.day.slice(5, 7)), "bigint")}
        and r.kind <> 'other_side' and ${seen("indicator_value")}
      order by r.indicator, r.month desc, (r.note is null), r.id`,
  );
  return new Map(rows.map((row) => [row.indicator, row]));
}

/** 需领导协调: tasks that say so, and projects that name what is needed. */
export async function toCoordinate(of: ReportContext, side: "east" | "west"): Promise<readonly Line[]> {
  const tasks = await of.query<TaskRow>(
    ({ bind, table, seen }) => `select ${taskColumns}, r.coordination as cause from ${table("task")} r
      left join ${table("organisation")} o on o.id = r.owner
      where r.needs_coordination and r.side = ${bind(side, "text")} and r.status = any(${bind(OPEN, "text[]")})
        and ${seen("task")} order by r.due_to nulls last, r.id limit 20`,
  );
  // Projects are built in the west: what they need is no matter of the eastern office's own leader.
  if (side === "east") return tasks.map((row) => coordination("task", row));
  const projects = await of.query<TaskRow>(
    ({ bind, table, seen }) => `select r.scope_id, r.id, r.name as title, r.owner_unit as owner, null as due,
         r.needs_coordination as cause from ${table("project")} r
      where r.needs_coordination <> '' and r.plan_year = ${bind(of.year, "bigint")} and ${seen("project")}
      order by r.sort_key collate "C", r.id limit 20`,
  );
  return [...tasks.map((row) => coordination("task", row)), ...projects.map((row) => coordination("project", row))];
}

function coordination(record: string, row: TaskRow): Line {
  return [
    { ...named(row.title), row: { record, scope_id: row.scope_id, id: row.id } },
    {
      text: `：${shortened(row.cause ?? "请协调", 60)}。`,
      en: `: ${shortened(row.cause ?? "a decision is needed", 60)}.`,
    },
  ];
}

/** 下月三件事: what falls due in the month after the day – own tasks, then projects to begin or to end. */
export async function nextThree(of: ReportContext, side: "east" | "west"): Promise<readonly Line[]> {
  const [year = 0, month = 1] = of.day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  const last = new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
  const rows = await of.query<TaskRow & { readonly record: string; readonly what: string }>(({ bind, table, seen }) => {
    const [from, to] = [bind(first, "date"), bind(last, "date")];
    const planned = (column: string, what: string, open: string) =>
      `select r.scope_id, r.id, r.name as title, r.owner_unit as owner, r.${column} as due, null as cause,
              'project' as record, '${what}' as what, r.${column}_to as day, 1 as rank
         from ${table("project")} r where r.${column}_to between ${from} and ${to} and r.${open} is null and ${seen("project")}`;
    const tasks = `select ${taskColumns}, null as cause, 'task' as record, '' as what, r.due_to as day, 0 as rank
         from ${table("task")} r left join ${table("organisation")} o on o.id = r.owner
        where r.side = ${bind(side, "text")} and r.status = any(${bind(OPEN, "text[]")})
          and r.due_to between ${from} and ${to} and ${seen("task")}`;
    const parts = [tasks, planned("planned_start", "开工", "started"), planned("planned_end", "完工", "completed")];
    return `select * from (${parts.join(" union all ")}) as due order by rank, day, id limit 12`;
  });
  return rows.map(({ record, what, scope_id, id, title, owner, due }) => [
    { text: title + what, en: `${title}${BEGIN_OR_END[what] ?? ""}`, row: { record, scope_id, id } },
    {
      text: `（${owner === null ? "" : `${owner}，`}${printPartialDate(due ?? "").replace(/^\d+年/u, "")}前）。`,
      en: ` (${owner === null ? "" : `${owner}, `}by ${printPartialDate(due ?? "", "en")}).`,
    },
  ]);
}

/** 督办: how many, how many are done; nothing where there is none. */
export async function followedUp(of: ReportContext): Promise<readonly OnePagePiece[]> {
  const [row] = await of.query<{ all: bigint; done: bigint }>(
    ({ table, seen }) => `select count(*) as all, count(*) filter (where r.status in ('done', 'closed')) as done
       from ${table("task")} r where r.status <> 'dropped' and ${seen("task")}`,
  );
  if (row === undefined || row.all === 0n) return [];
  const text = `督办事项${row.all}项，已办结${row.done}项。`;
  return [
    {
      text,
      en: `${row.all} followed-up tasks, ${row.done} done.`,
      rows: of.rows("task", [["status", "one_of", ...OPEN, "done", "closed"]]),
    },
  ];
}

/** What the ledger calls a thing, in both languages. */
function named(title: string): Pick<OnePagePiece, "text" | "en"> {
  return { text: title, en: title };
}

/** The cause as the office wrote it. */
function causeInEnglish(cause: string | null): string {
  return cause === null || cause === "" ? "." : `: ${shortened(cause, LONGEST_CAUSE)}.`;
}

function causeOf(cause: string | null): string {
  return cause === null || cause === "" ? "。" : `：${shortened(cause, LONGEST_CAUSE)}。`;
}

function shortened(text: string, most: number): string {
  const plain = text.trim().replace(/[。；;\s]+$/u, "");
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
}

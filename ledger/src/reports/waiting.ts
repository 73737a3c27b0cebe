import { NIL_SCOPE } from "@shanhai/model";
import { reportingSide } from "../followup/own-side.js";
import { cutOff } from "../reporting/cut-off.js";
import type { Report, ReportContext } from "../reporting/report.js";
import type { MonthOfBoard, Waiting } from "../reporting/report-answers.js";

/** What is neither 办结 nor 终止; what was put off (延期) has a later day and is still to be done. */
const OPEN = ["established", "assigned", "urged", "reported", "deferred"] as const;
/** Days ahead that a task is shown before it falls due. */
const AHEAD = 7;

/** 工作台: the numbers of what waits for the office, each with its list. */
export const waiting: Report<"waiting"> = {
  name: "waiting",
  zh: "工作台",
  en: "what waits",
  make: async (of) => ({
    tasks: await tasks(of),
    sheets: await sheets(of),
    differences: await differences(of),
    lagging: await lagging(of),
  }),
};

/** What the other side owes is no task of this office: it is left out where the side is known, as 任务督办 knows it. */
async function tasks(of: ReportContext): Promise<Waiting["tasks"]> {
  const side = of.actor.office === undefined ? await reportingSide(of.query) : of.actor.office.side;
  const until = new Date(Date.parse(`${of.day}T00:00:00Z`) + AHEAD * 86_400_000).toISOString().slice(0, 10);
  const [row] = await of.query<{ held: bigint; count: bigint }>(({ bind, table, seen }) => {
    const due = side === null ? "true" : `r.side = ${bind(side, "text")} and r.due_from <= ${bind(until, "date")}`;
    return `select count(*) as held, count(*) filter (where r.status = any(${bind(OPEN, "text[]")}) and ${due}) as count
       from ${table("task")} r where ${seen("task")}`;
  });
  if (row === undefined || row.held === 0n) return null;
  const own =
    side === null
      ? []
      : ([
          ["side", "one_of", side],
          ["due", "to", until],
        ] as const);
  return {
    count: Number(row.count),
    own: side !== null,
    rows: { record: "task", conditions: [["status", "one_of", ...OPEN], ...own] },
  };
}

async function sheets(of: ReportContext): Promise<Waiting["sheets"]> {
  const rows = await of.query<{ status: string; count: bigint }>(
    ({ table, seen }) => `select r.status, count(*) as count from ${table("collection_sheet")} r
       join ${table("collection")} c on c.scope_id = r.scope_id and c.id = r.collection and c.status <> 'closed'
      where ${seen("collection_sheet")} group by r.status`,
  );
  if (rows.length === 0) return null;
  const countOf = (status: string) => Number(rows.find((row) => row.status === status)?.count ?? 0n);
  return { waiting: countOf("waiting"), returned: countOf("returned"), sent_back: countOf("sent_back") };
}

/**
 * Numbers that the other side reports otherwise than this one, where nobody has settled them, and the month of the latest;
 * without any the last month that this side has reported.
 */
async function differences(of: ReportContext): Promise<Waiting["differences"]> {
  const rows = await of.query<{
    scope_id: string;
    year: bigint;
    month: bigint;
    line: "east" | "west" | null;
    compared: bigint;
    count: bigint;
  }>(
    ({ table, seen }) => `select r.scope_id, r.year, r.month, r.line, count(theirs.id) as compared,
         count(*) filter (where theirs.to_date <> r.to_date and r.settled is null and theirs.settled is null) as count
       from ${table("indicator_value")} r
       left join ${table("indicator_value")} theirs on theirs.scope_id = r.scope_id and theirs.indicator = r.indicator
        and theirs.year = r.year and theirs.month = r.month and theirs.kind = 'other_side'
        and theirs.line is not distinct from r.line
      where r.kind = 'reported' and ${seen("indicator_value")}
      group by r.scope_id, r.year, r.month, r.line order by r.year desc, r.month desc, r.scope_id`,
  );
  const at = rows.find(({ count }) => count > 0n) ?? rows[0];
  if (at === undefined) return null;
  return {
    count: rows.reduce((sum, { count }) => sum + Number(count), 0),
    compared: rows.some(({ compared }) => compared > 0n),
    at: { scope: at.scope_id, year: Number(at.year), month: Number(at.month), line: at.line ?? "west" },
  };
}

/**
 * Of the last month that has numbers, in the last year that has targets to lag behind: nobody is late in a month for which
 * nothing has come. The own party: that of the office, else the one that stands in every pair with targets.
 */
async function lagging(of: ReportContext): Promise<Waiting["lagging"]> {
  const ended = cutOff(of.day);
  const [targets] = await of.query<{ year: bigint; scopes: readonly string[] }>(
    ({
      bind,
      table,
      seen,
    }) => `select r.year, array_agg(distinct r.scope_id) as scopes from ${table("indicator_target")} r
      where r.year <= ${bind(Number(ended.slice(0, 4)), "bigint")} and ${seen("indicator_target")}
      group by r.year order by r.year desc limit 1`,
  );
  if (targets === undefined) return null;
  const year = Number(targets.year);
  const until = year === Number(ended.slice(0, 4)) ? Number(ended.slice(5, 7)) : 12;
  const month = await lastMonthWithNumbers(of, year, targets.scopes, until);
  const { office } = of.actor;
  const own = office?.party == null ? null : { id: office.party, side: office.side ?? ("west" as const) };
  const party = own ?? (await onlyParty(of, targets.scopes));
  if (party === null || month === null) return null;
  const at: MonthOfBoard = { party: party.id, year, month, line: party.side };
  const { lines } = await of.board({ party: party.id, year, month: at.month, line: at.line });
  const behind = lines.filter(({ pace }) => pace?.state === "behind" || pace?.state === "far_behind");
  return { count: behind.length, at };
}

/** The last month that was reported, else the last in which rows of the ledgers stand; null where there is none. */
async function lastMonthWithNumbers(
  of: ReportContext,
  year: number,
  scopes: readonly string[],
  until: number,
): Promise<number | null> {
  const [reported] = await of.query<{ month: bigint | null }>(
    ({ bind, table, seen }) => `select max(r.month) as month from ${table("indicator_value")} r
      where r.year = ${bind(year, "bigint")} and r.month <= ${bind(until, "bigint")} and r.kind <> 'other_side'
        and ${seen("indicator_value")}`,
  );
  if (reported?.month != null) return Number(reported.month);
  const [kept] = await of.query<{ month: number | null }>(
    ({ bind }) => `select max(k.month % 100) as month from rollup k where k.year = ${bind(year, "int")} and k.rows > 0
        and k.scope_id = any(${bind(scopes, "uuid[]")}) and k.month % 100 between 1 and ${bind(until, "int")}`,
  );
  return kept?.month ?? null;
}

async function onlyParty(of: ReportContext, scopes: readonly string[]) {
  const rows = await of.query<{ id: string; side: "east" | "west" }>(({ bind, table }) => {
    const pairs = `${table("pair")} p where p.scope_id = ${bind(NIL_SCOPE, "uuid")} and p.id = any(${bind(scopes, "uuid[]")})`;
    return `select s.party as id, s.side
       from (select p.east, p.west from ${pairs}) p
       cross join lateral (values (p.east, 'east'), (p.west, 'west')) as s (party, side)
      group by s.party, s.side having count(*) = (select count(*) from ${pairs}) order by s.side desc limit 1`;
  });
  return rows[0] ?? null;
}

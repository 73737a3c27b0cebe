import { NIL_SCOPE } from "@shanhai/model";
import { cutOff } from "../reporting/cut-off.js";
import type { Report, ReportContext } from "../reporting/report.js";
import type { MonthOfBoard, Waiting } from "../reporting/report-answers.js";

const OPEN = ["established", "assigned", "urged", "reported"] as const;
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

/** What the other side owes is no task of this office: it is left out where the office has a side. */
async function tasks(of: ReportContext): Promise<Waiting["tasks"]> {
  const side = of.actor.office?.side ?? null;
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

/** Numbers that the other side reports otherwise than this one, where nobody has settled them. */
async function differences(of: ReportContext): Promise<Waiting["differences"]> {
  const rows = await of.query<{
    scope_id: string;
    year: bigint;
    month: bigint;
    line: "east" | "west" | null;
    count: bigint;
  }>(
    ({ table, seen }) => `select r.scope_id, r.year, r.month, r.line,
         count(*) filter (where theirs.to_date <> r.to_date and r.settled is null and theirs.settled is null) as count
       from ${table("indicator_value")} r
       join ${table("indicator_value")} theirs on theirs.scope_id = r.scope_id and theirs.indicator = r.indicator
        and theirs.year = r.year and theirs.month = r.month and theirs.kind = 'other_side'
        and theirs.line is not distinct from r.line
      where r.kind = 'reported' and ${seen("indicator_value")}
      group by r.scope_id, r.year, r.month, r.line order by r.year desc, r.month desc, r.scope_id`,
  );
  if (rows.length === 0) return null;
  const open = rows.find(({ count }) => count > 0n);
  return {
    count: rows.reduce((sum, { count }) => sum + Number(count), 0),
    at:
      open === undefined
        ? null
        : { scope: open.scope_id, year: Number(open.year), month: Number(open.month), line: open.line ?? "west" },
  };
}

/** The own party: that of the office, else the one that stands in every pair. Nothing without targets to lag behind. */
async function lagging(of: ReportContext): Promise<Waiting["lagging"]> {
  const day = cutOff(of.day);
  const year = Number(day.slice(0, 4));
  const [targets] = await of.query<{ count: bigint }>(
    ({ bind, table, seen }) => `select count(*) as count from ${table("indicator_target")} r
      where r.year = ${bind(year, "bigint")} and ${seen("indicator_target")}`,
  );
  const { office } = of.actor;
  const own = office?.party == null ? null : { id: office.party, side: office.side ?? ("west" as const) };
  const party = own ?? (await onlyParty(of));
  if (party === null || targets === undefined || targets.count === 0n) return null;
  const at: MonthOfBoard = { party: party.id, year, month: Number(day.slice(5, 7)), line: party.side };
  const { lines } = await of.board({ party: party.id, year, month: at.month, line: at.line });
  const behind = lines.filter(({ pace }) => pace?.state === "behind" || pace?.state === "far_behind");
  return { count: behind.length, at };
}

async function onlyParty(of: ReportContext) {
  const rows = await of.query<{ id: string; side: "east" | "west" }>(({ bind, table }) => {
    const nil = bind(NIL_SCOPE, "uuid");
    return `select s.party as id, s.side from ${table("pair")} p
       cross join lateral (values (p.east, 'east'), (p.west, 'west')) as s (party, side)
      where p.scope_id = ${nil} group by s.party, s.side
     having count(*) = (select count(*) from ${table("pair")} where scope_id = ${nil}) order by s.side desc limit 1`;
  });
  return rows[0] ?? null;
}

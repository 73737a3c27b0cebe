import { NIL_SCOPE } from "@shanhai/model";
import { moneyFlow, talentInPost } from "../reporting/money-and-people.js";
import type { Report, ReportContext } from "../reporting/report.js";
import type { JobsMonth, Overview, PairLine, SalesMonth } from "../reporting/report-answers.js";
import { type Condition, coded, exactly, inYear, planned } from "../reporting/row-conditions.js";

/** Pairs that a picture can hold. */
const MOST_PAIRS = 60;

/** 总览: what a wall shows of a year, each figure with its rows. */
export const overview: Report<"overview"> = { name: "overview", zh: "总览", en: "overview", make: makeOverview };

async function makeOverview(of: ReportContext): Promise<Overview> {
  return {
    year: of.year,
    day: of.day,
    years: await yearsWithData(of),
    money: await moneyFlow(of),
    stages: await stages(of),
    talent: await talentInPost(of),
    jobs: await jobsByMonth(of),
    sales: await salesByMonth(of),
    pairs: await pairLines(of),
  };
}

async function yearsWithData({ query }: ReportContext): Promise<readonly number[]> {
  const rows = await query<{ year: bigint }>(({ table, seen }) => {
    const part = (record: string, column: string) =>
      `select distinct r.${column} as year from ${table(record)} r where r.${column} is not null and ${seen(record)}`;
    const parts = [part("project", "plan_year"), part("fund_source", "year"), part("sale", "year")];
    return `${parts.join(" union ")} order by year desc`;
  });
  return rows.map(({ year }) => Number(year));
}

async function stages(of: ReportContext): Promise<Overview["stages"]> {
  const rows = await of.query<{ stage: string | null; count: bigint }>(
    ({ bind, table, seen }) => `select r.stage, count(*) as count from ${table("project")} r
      where r.plan_year = ${bind(of.year, "bigint")} and ${seen("project")} group by r.stage order by count desc, r.stage`,
  );
  return rows.map(({ stage, count }) => ({
    stage,
    count: Number(count),
    rows: { record: "project", conditions: [...planned(of.year), coded("stage", stage)] },
  }));
}

/** Each person once, by the job that counts for him in the year (最长务工). */
async function jobsByMonth(of: ReportContext): Promise<readonly JobsMonth[]> {
  const rows = await of.query<{ month: number; people: bigint; east: bigint }>(({ bind, table, seen }) => {
    const year = bind(of.year, "bigint");
    return `select case when r.started_from is null then 0
             when r.started_from < ${bind(`${of.year}-01-01`, "date")} then -1
             else extract(month from r.started_from)::int end as month,
           count(*) as people, count(*) filter (where r.destination = 'east') as east
         from ${table("labour_record")} r where r.year = ${year} and r.longest and ${seen("labour_record")}
        group by 1 order by 1`;
  });
  return rows.map(({ month, people, east }) => ({
    month,
    people: Number(people),
    east: Number(east),
    rows: {
      record: "labour_record",
      conditions: [...inYear(of.year), ["longest", "one_of", "true"], ...within("started", of.year, month)],
    },
  }));
}

async function salesByMonth(of: ReportContext): Promise<readonly SalesMonth[]> {
  const rows = await of.query<{ month: bigint | null; purchase: string; assisted: string }>(({ bind, table, seen }) => {
    const sum = (mode: string) => `coalesce(sum(r.amount) filter (where r.mode = '${mode}'), 0)::text as ${mode}`;
    return `select r.month, ${sum("purchase")}, ${sum("assisted")} from ${table("sale")} r
        where r.year = ${bind(of.year, "bigint")} and r.counted and ${seen("sale")}
        group by r.month order by r.month nulls first`;
  });
  return rows.map(({ month, purchase, assisted }) => ({
    month: Number(month ?? 0n),
    purchase,
    assisted,
    rows: {
      record: "sale",
      conditions: [
        ...inYear(of.year),
        ...(month === null ? [["month", "empty"] as const] : exactly("month", String(month))),
        ["counted", "one_of", "true"],
      ],
    },
  }));
}

async function pairLines(of: ReportContext): Promise<readonly PairLine[]> {
  const rows = await of.query<{ pair: string; east: string; west: string; links: bigint }>(
    ({ bind, table, seen }) => `select p.id as pair, e.path as east, w.path as west,
         (select count(*) from ${table("pairing")} r where r.scope_id = p.id and ${seen("pairing")}) as links
       from ${table("pair")} p
       join ${table("party")} e on e.scope_id = p.scope_id and e.id = p.east
       join ${table("party")} w on w.scope_id = p.scope_id and w.id = p.west
      where p.scope_id = ${bind(NIL_SCOPE, "uuid")}
        and (${bind(of.party, "uuid")} is null or ${bind(of.party, "uuid")} in (p.east, p.west))
        and (${bind(of.actor.scopes === "all" ? null : of.actor.scopes, "uuid[]")} is null
             or p.id = any(${bind(of.actor.scopes === "all" ? null : of.actor.scopes, "uuid[]")}))
      order by e.sort_key collate "C", w.sort_key collate "C", p.id limit ${MOST_PAIRS}`,
  );
  return rows.map(({ links, ...row }) => ({ ...row, links: Number(links) }));
}

/** The days of a month; -1: before the year, 0: no day entered. */
function within(field: string, year: number, month: number): readonly Condition[] {
  if (month === 0) return [[field, "empty"]];
  if (month < 0) return [[field, "to", `${year - 1}-12-31`]];
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return [
    [field, "from", `${last.slice(0, 8)}01`],
    [field, "to", last],
  ];
}

import { NIL_SCOPE, STAGE_DAYS } from "@shanhai/model";
import { type KeptMonth, keptMonths } from "../reporting/kept-months.js";
import { fiscalShares, IN_POST, moneyFlow, talentInPost } from "../reporting/money-and-people.js";
import type { Report, ReportContext } from "../reporting/report.js";
import type { JobsMonth, Overview, PairLine, SalesMonth } from "../reporting/report-answers.js";
import { type Condition, coded, exactly, inYear, planned } from "../reporting/row-conditions.js";

/** Months of a job that began in another year. */
const BEFORE = -1;
const AFTER = 13;

/** Pairs that a picture can hold. */
const MOST_PAIRS = 60;

/** 总览: what a wall shows of a year, each figure with its rows. */
export const overview: Report<"overview"> = { name: "overview", zh: "总览", en: "overview", make: makeOverview };

async function makeOverview(of: ReportContext): Promise<Overview> {
  // As of a past day these two take the time: each is counted from the rows.
  const labour = await keptMonths(of, "labour_record", (done, all) => of.progress(done, 2 * all));
  const sold = await keptMonths(of, "sale", (done, all) => of.progress(all + done, 2 * all));
  const ofYear = ({ year }: KeptMonth) => year === of.year;
  return {
    year: of.year,
    day: of.day,
    as_of: of.asOf,
    rows: {
      projects: of.rows("project", planned(of.year)),
      payments: of.rows("payment_share", await fiscalShares(of)),
      people: of.rows("talent_posting", [
        ["status", "one_of", ...IN_POST],
        ["started", "to", of.day],
      ]),
      jobs: of.rows("labour_record", [...inYear(of.year), ["longest", "one_of", "true"]]),
      sales: of.rows("sale", [
        ...inYear(of.year),
        ["counted", "one_of", "true"],
        ["mode", "one_of", "purchase", "assisted"],
      ]),
    },
    years: await yearsWithData(of, [...labour, ...sold]),
    money: await moneyFlow(of),
    stages: await stages(of),
    talent: await talentInPost(of),
    jobs: jobsByMonth(of, labour.filter(ofYear)),
    sales: salesByMonth(of, sold.filter(ofYear)),
    pairs: await pairLines(of),
  };
}

async function yearsWithData(of: ReportContext, kept: readonly KeptMonth[]): Promise<readonly number[]> {
  const rows = await of.query<{ year: bigint }>(({ table, seen }) => {
    const part = (record: string, column: string) =>
      `select distinct r.${column} as year from ${table(record)} r where r.${column} is not null and ${seen(record)}`;
    return [part("project", "plan_year"), part("fund_source", "year")].join(" union ");
  });
  const years = [...rows.map(({ year }) => Number(year)), ...kept.map(({ year }) => Number(year))];
  return [...new Set(years)].sort((a, b) => b - a);
}

/** By the stage that is stated, else by the days that tell it: the two stay apart, so that each opens its own rows. */
async function stages(of: ReportContext): Promise<Overview["stages"]> {
  const told = STAGE_DAYS.map(({ field, stage }) => `when r.${field} is not null then '${stage}'`).join(" ");
  const rows = await of.query<{ stage: string | null; stated: boolean; count: bigint }>(
    ({ bind, table, seen }) => `select coalesce(r.stage, case ${told} end) as stage, r.stage is not null as stated,
         count(*) as count from ${table("project")} r
      where r.plan_year = ${bind(of.year, "bigint")} and ${seen("project")} group by 1, 2 order by count desc, 1, 2`,
  );
  return rows.map(({ stage, stated, count }) => ({
    stage,
    by: stated ? null : (STAGE_DAYS.find((day) => day.stage === stage)?.field ?? null),
    count: Number(count),
    rows: of.rows("project", [...planned(of.year), ...(stated ? [coded("stage", stage)] : withoutStage(stage))]),
  }));
}

/** Projects without a stage that these days tell: the day of it filled in, those of later stages not. */
function withoutStage(stage: string | null): readonly Condition[] {
  const at = STAGE_DAYS.findIndex((day) => day.stage === stage);
  const later = STAGE_DAYS.slice(0, at === -1 ? STAGE_DAYS.length : at);
  const own = at === -1 ? [] : STAGE_DAYS.slice(at, at + 1);
  return [
    coded("stage", null),
    ...own.map(({ field }): Condition => [field, "filled"]),
    ...later.map(({ field }): Condition => [field, "empty"]),
  ];
}

/** Each person once, by the job that counts for him in the year (最长务工): in the order of the year, without a day first. */
function jobsByMonth(of: ReportContext, kept: readonly KeptMonth[]): readonly JobsMonth[] {
  const people = new Map<number, { all: number; east: number }>();
  for (const { series, month, rows } of kept) {
    const at = series.endsWith("_before") ? BEFORE : series.endsWith("_after") ? AFTER : Number(month) % 100;
    const sum = people.get(at) ?? { all: 0, east: 0 };
    sum[series.startsWith("jobs_east") ? "east" : "all"] += Number(rows);
    people.set(at, sum);
  }
  return [...people]
    .sort(([a], [b]) => a - b)
    .map(([month, { all, east }]) => {
      const conditions = [
        ...inYear(of.year),
        ["longest", "one_of", "true"] as const,
        ...within("started", of.year, month),
      ];
      return {
        ...{ month, people: all, east },
        rows: of.rows("labour_record", conditions),
        east_rows: of.rows("labour_record", [...conditions, ["destination", "one_of", "east"]]),
      };
    });
}

function salesByMonth(of: ReportContext, kept: readonly KeptMonth[]): readonly SalesMonth[] {
  const found = [...new Set(kept.map(({ month }) => Number(month) % 100))].sort((a, b) => a - b);
  return found.map((month) => {
    const sum = (mode: string) =>
      kept.find((one) => one.series === `sales_${mode}` && Number(one.month) % 100 === month)?.amount ?? "0";
    const rows = (mode: string) =>
      of.rows("sale", [
        ...inYear(of.year),
        ...(month === 0 ? [["month", "empty"] as const] : exactly("month", String(month))),
        ["counted", "one_of", "true"],
        ["mode", "one_of", mode],
      ]);
    return {
      ...{ month, purchase: sum("purchase"), assisted: sum("assisted") },
      ...{ purchase_rows: rows("purchase"), assisted_rows: rows("assisted") },
    };
  });
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
  return rows.map(({ links, ...row }) => ({
    ...{ ...row, links: Number(links) },
    rows: { record: "pairing", scope: row.pair, ...(of.asOf === null ? {} : { as_of: of.asOf }) },
  }));
}

/** The days of a month; before or after the year; 0: no day entered. */
function within(field: string, year: number, month: number): readonly Condition[] {
  if (month === 0) return [[field, "empty"]];
  if (month === BEFORE) return [[field, "to", `${year - 1}-12-31`]];
  if (month === AFTER) return [[field, "from", `${year + 1}-01-01`]];
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return [
    [field, "from", `${last.slice(0, 8)}01`],
    [field, "to", last],
  ];
}

import type { ReportContext } from "./report.js";
import type { MoneyFlow, RowsOf, TalentLine } from "./report-answers.js";
import { coded, planned } from "./row-conditions.js";

/** Postings that are not over, as entered. */
export const IN_POST = ["dispatched", "on_duty", "extended"] as const;

/** 资金流向 of the year's projects, and what was sent and has arrived by the day. */
export async function moneyFlow(of: ReportContext): Promise<MoneyFlow> {
  const kinds = await of.query<{ kind: string | null; projects: bigint } & { readonly [sum: string]: unknown }>(
    ({ bind, table, seen }) => {
      const sources = ["coop_province", "coop_county", "coop_township", "bridging", "other_money"];
      const sum = (column: string) => `coalesce(sum(r.${column}), 0)::text as ${column}`;
      const known = sources.map((column) => `coalesce(r.${column}, 0)`).join(" + ");
      return `select r.kind, count(*) as projects, ${[...sources, "disbursed", "paid"].map(sum).join(", ")},
           sum(coalesce(r.total, ${known}))::text as total
         from ${table("project")} r where r.plan_year = ${bind(of.year, "bigint")} and ${seen("project")}
        group by r.kind order by sum(coalesce(r.total, ${known})) desc nulls last, r.kind`;
    },
  );
  const [tranches] = await of.query<{ received: string | null; sent: string | null }>(
    ({ bind, table, seen }) => `select sum(r.amount) filter (where r.step = 'received')::text as received,
         sum(r.amount) filter (where r.step = 'sent')::text as sent
       from ${table("fund_tranche")} r
      where r.on_to >= ${bind(`${of.year}-01-01`, "date")} and r.on_from <= ${bind(of.day, "date")} and ${seen("fund_tranche")}`,
  );
  const [shares] = await of.query<{ paid: string | null }>(
    ({ bind, table, seen }) => `select sum(r.amount)::text as paid from ${table("payment_share")} r
       join ${table("fund_source")} f on f.scope_id = r.scope_id and f.id = r.source
      where f.kind = 'fiscal' and f.year = ${bind(of.year, "bigint")} and ${seen("payment_share")}`,
  );
  const text = (value: unknown) => String(value ?? "0");
  const stepRows = (step: string): RowsOf =>
    of.rows("fund_tranche", [
      ["step", "one_of", step],
      ["on", "from", `${of.year}-01-01`],
      ["on", "to", of.day],
    ]);
  return {
    kinds: kinds.map((row) => ({
      kind: row.kind,
      projects: Number(row.projects),
      province: text(row.coop_province),
      county: text(row.coop_county),
      township: text(row.coop_township),
      bridging: text(row.bridging),
      other: text(row.other_money),
      total: text(row.total),
      disbursed: text(row.disbursed),
      paid: text(row.paid),
      rows: of.rows("project", [...planned(of.year), coded("kind", row.kind)]),
    })),
    received: tranches?.received ?? null,
    sent: tranches?.sent ?? null,
    received_rows: stepRows("received"),
    sent_rows: stepRows("sent"),
    paid_by_source: shares?.paid ?? null,
  };
}

/** Which 支付来源 make 协作资金 paid: those of the year's fiscal funds; all where they are too many to name in an address. */
export async function fiscalShares(of: ReportContext): Promise<RowsOf["conditions"]> {
  const funds = await of.query<{ id: string }>(
    ({ bind, table, seen }) => `select r.id from ${table("fund_source")} r
      where r.kind = 'fiscal' and r.year = ${bind(of.year, "bigint")} and ${seen("fund_source")} order by r.id limit 41`,
  );
  return funds.length === 0 || funds.length > 40 ? [] : [["source", "one_of", ...funds.map(({ id }) => id)]];
}

/** 在岗 by direction and category. */
export async function talentInPost(of: ReportContext): Promise<readonly TalentLine[]> {
  const rows = await of.query<{ direction: string | null; category: string | null; people: bigint; postings: bigint }>(
    ({ bind, table, seen }) => `select r.direction, r.category, count(*) as postings,
         count(distinct coalesce(r.person::text, r.person_name)) as people
       from ${table("talent_posting")} r
      where r.status = any(${bind(IN_POST, "text[]")}) and r.started_from <= ${bind(of.day, "date")} and ${seen("talent_posting")}
      group by r.direction, r.category order by r.direction, people desc`,
  );
  return rows.map(({ direction, category, people, postings }) => ({
    direction,
    category,
    people: Number(people),
    postings: Number(postings),
    rows: of.rows("talent_posting", [
      coded("direction", direction),
      coded("category", category),
      ["status", "one_of", ...IN_POST],
      ["started", "to", of.day],
    ]),
  }));
}

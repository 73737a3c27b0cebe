import type { Desk } from "../desk.js";
import { binder } from "../querying/bind.js";
import type { SqlRow } from "../sql.js";
import { type MoneyView, positive, state } from "./fund-lines.js";
import type { MoneyState, ProjectMoney, ProjectSums } from "./money-desk.js";
import { recordedRows } from "./recorded-rows.js";

const COLUMNS = [
  "total",
  "coop_province",
  "coop_county",
  "coop_township",
  "bridging",
  "other_money",
  "disbursed",
  "paid",
] as const;
type Column = (typeof COLUMNS)[number];

type ProjectRow = SqlRow & {
  readonly scope_id: string;
  readonly id: string;
  readonly project_no: string | null;
  readonly name: string;
  readonly by_source: string;
  readonly later: string;
  readonly notes: readonly string[] | null;
} & { readonly [column in Column]: bigint | null };

/** The year's projects with their money. 已支付 is the running sum of the ledger, less what was paid after the day. */
export async function projectLines(
  desk: Desk,
  scopes: readonly string[],
  { actor, year, day, asOf }: MoneyView,
): Promise<readonly ProjectMoney[]> {
  if (scopes.length === 0) return [];
  const { values, bind } = binder();
  const until = bind(day, "date");
  const projects = recordedRows(desk.records.get("project"), actor, scopes, asOf, bind);
  const payments = recordedRows(desk.records.get("payment"), actor, scopes, asOf, bind).replace(/ r$/u, " p");
  const shares = recordedRows(desk.records.get("payment_share"), actor, scopes, asOf, bind).replace(/ r$/u, " s");
  const { rows } = await desk.database.query<ProjectRow>(
    `with paid as (
       select p.scope_id, p.project, sum(p.amount) filter (where p.paid_on_from > ${until}) as later,
         array_agg(p.explanation order by p.paid_on_from, p.id)
           filter (where p.explanation <> '' and (p.paid_on_to is null or p.paid_on_to <= ${until})) as notes
       from ${payments} group by p.scope_id, p.project),
     split as (
       select p.scope_id, p.project, sum(s.amount) as amount from ${payments}
       join ${shares} on s.scope_id = p.scope_id and s.payment = p.id
       where p.paid_on_to is null or p.paid_on_to <= ${until} group by p.scope_id, p.project)
     select r.scope_id, r.id, r.project_no, r.name, ${COLUMNS.map((column) => `r.${column}`).join(", ")},
       coalesce(split.amount, 0)::text as by_source, coalesce(paid.later, 0)::text as later, paid.notes
     from ${projects}
     left join paid on paid.scope_id = r.scope_id and paid.project = r.id
     left join split on split.scope_id = r.scope_id and split.project = r.id
     where r.plan_year = ${bind(year, "bigint")}
     order by r.project_no collate "C" nulls last, r.name collate "C", r.id`,
    values,
  );
  return rows.map((row): ProjectMoney => {
    const fen = (column: Column) => (row[column] === null ? null : String(row[column]));
    const paid = row.paid === null ? null : BigInt(row.paid) - BigInt(row.later);
    return {
      scope_id: row.scope_id,
      id: row.id,
      project_no: row.project_no,
      name: row.name,
      total: fen("total"),
      coop_province: fen("coop_province"),
      coop_county: fen("coop_county"),
      coop_township: fen("coop_township"),
      bridging: fen("bridging"),
      other_money: fen("other_money"),
      disbursed: fen("disbursed"),
      paid: paid === null ? null : String(paid),
      by_source: row.by_source,
      states: statesOf(row, paid),
      notes: row.notes ?? [],
    };
  });
}

function statesOf(row: ProjectRow, paid: bigint | null): readonly MoneyState[] {
  const sources = (["coop_province", "coop_county", "coop_township", "bridging", "other_money"] as const).map(
    (column) => row[column],
  );
  const given = sources.filter((amount) => amount !== null);
  const uneven =
    row.total === null || given.length === 0
      ? 0n
      : BigInt(row.total) - given.reduce<bigint>((sum, amount) => sum + BigInt(amount), 0n);
  const over = paid === null || row.disbursed === null ? 0n : positive(paid - BigInt(row.disbursed));
  const unsplit = paid === null ? 0n : positive(paid - BigInt(row.by_source));
  return [
    state("over", "支付超过已拨付", "more paid than disbursed", over),
    state("unsplit", "支付未按来源登记", "paid without a source", unsplit),
    state("uneven", "总投资与各来源合计之差", "the sources do not add up to the total", uneven),
  ].filter((one) => one !== null);
}

/** Sums over projects; what is not filled in adds nothing and is counted. */
export function projectSums(lines: readonly ProjectMoney[]): ProjectSums {
  const add = (column: Column | "by_source") =>
    String(lines.reduce((sum, line) => sum + BigInt(line[column] ?? "0"), 0n));
  return {
    total: add("total"),
    coop_province: add("coop_province"),
    coop_county: add("coop_county"),
    coop_township: add("coop_township"),
    bridging: add("bridging"),
    other_money: add("other_money"),
    disbursed: add("disbursed"),
    paid: add("paid"),
    by_source: add("by_source"),
    paid_missing: lines.filter(({ paid }) => paid === null).length,
    projects: lines.length,
  };
}

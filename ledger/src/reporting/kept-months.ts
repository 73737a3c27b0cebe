import { readableScopes } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import { countedSql } from "../counting/place-rows.js";
import { months } from "../indicators/months.js";
import type { ReportContext } from "./report.js";

/** A figure of one month of a year: `month` as yyyymm, 0: not known. */
export interface KeptMonth {
  readonly [column: string]: unknown;
  readonly series: string;
  readonly year: number;
  readonly month: number;
  readonly amount: string;
  readonly rows: bigint;
}

/**
 * What is kept by month of a ledger (`indicators/months.ts`), over the scopes of the report that the actor reads; of one year
 * or of all. Who reads some rows of a scope only has them counted.
 */
export async function keptMonths(of: ReportContext, record: string, year?: number): Promise<readonly KeptMonth[]> {
  const query = months.find(({ records }) => records.includes(record));
  if (query === undefined) throw new Error(`${record} is not kept by month`);
  const { definition } = of.records.get(record);
  const added = "sum(k.amount)::text as amount, sum(k.rows)::bigint as rows";
  const limited = rowLimit(of.actor, definition) !== null;
  return of.query<KeptMonth>(({ bind, seen }) => {
    const ofYear = year === undefined ? "" : ` and k.year = ${bind(year, "int")}`;
    const readable = readableScopes(of.actor, definition);
    const scopes = readable === "all" ? of.scopes : (of.scopes?.filter((id) => readable.includes(id)) ?? readable);
    const within = scopes === null || limited ? "" : ` and k.scope_id = any(${bind(scopes, "uuid[]")})`;
    const kept = limited
      ? `(${countedSql(query, of.records, ({ table, columns }) => `(select ${columns} from ${table} r where ${seen(record)})`)})`
      : "rollup";
    return `select k.series, k.year, k.month, ${added} from ${kept} k
      where k.series = any(${bind(query.codes, "text[]")}) and k.rows > 0${ofYear}${within}
      group by k.series, k.year, k.month order by k.month, k.series`;
  });
}

import { addDecimals } from "@shanhai/model";
import { readableScopes } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import { countedSql } from "../counting/place-rows.js";
import { months as keptQueries } from "../indicators/months.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { ReportContext, StatementParts } from "./report.js";

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
 * What is kept by month of a ledger (`indicators/months.ts`), over the scopes of the report that the actor reads, of all
 * years. Who reads some rows of a scope only has them counted; so are those of a past day, scope by scope, so that no
 * statement holds the embedded engine for long.
 */
export async function keptMonths(
  of: ReportContext,
  record: string,
  progress?: ReportContext["progress"],
): Promise<readonly KeptMonth[]> {
  const query = keptQueries.find(({ records }) => records.includes(record));
  if (query === undefined) throw new Error(`${record} is not kept by month`);
  const { definition } = of.records.get(record);
  const readable = readableScopes(of.actor, definition);
  const scopes = readable === "all" ? of.scopes : (of.scopes?.filter((id) => readable.includes(id)) ?? readable);
  const added = "sum(k.amount)::text as amount, sum(k.rows)::bigint as rows";
  const months = (kept: (parts: StatementParts) => string) =>
    of.query<KeptMonth>(
      (parts) => `select k.series, k.year, k.month, ${added} from ${kept(parts)} k
        where k.series = any(${parts.bind(query.codes, "text[]")}) and k.rows > 0
        group by k.series, k.year, k.month order by k.month, k.series`,
    );
  const counted = (more: (bind: StatementParts["bind"]) => string) =>
    months(({ bind, table, seen }) => {
      const rows = ({ columns }: KeptRecord) =>
        `(select ${columns} from ${table(record)} r where ${seen(record)}${more(bind)})`;
      return `(${countedSql(query, of.records, rows)})`;
    });
  if (of.asOf !== null) {
    const found: KeptMonth[] = [];
    const all = await of.query<{ id: string }>(
      ({ bind }) => `select id from scope
        where (${bind(scopes, "uuid[]")} is null or id = any(${bind(scopes, "uuid[]")})) order by id`,
    );
    for (const [at, { id }] of all.entries()) {
      found.push(...(await counted((bind) => ` and r.scope_id = ${bind(id, "uuid")}`)));
      progress?.(at + 1, all.length);
    }
    return addedUp(found);
  }
  if (rowLimit(of.actor, definition) !== null) return counted(() => "");
  return months(({ bind }) =>
    scopes === null ? "rollup" : `(select * from rollup where scope_id = any(${bind(scopes, "uuid[]")}))`,
  );
}

/** The months of several scopes as one, in their order. */
function addedUp(months: readonly KeptMonth[]): readonly KeptMonth[] {
  const sums = new Map<string, KeptMonth>();
  for (const one of months) {
    const key = `${one.series} ${one.year} ${one.month}`;
    const before = sums.get(key);
    sums.set(
      key,
      before === undefined
        ? one
        : { ...one, amount: addDecimals(before.amount, one.amount), rows: before.rows + one.rows },
    );
  }
  return [...sums.values()].sort((a, b) => a.month - b.month || (a.series < b.series ? -1 : 1));
}

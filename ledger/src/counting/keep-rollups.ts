import { indicatorQueries } from "../indicators/index.js";
import type { RecordSet } from "../schema/record-set.js";
import type { Sql } from "../sql.js";
import type { IndicatorQuery } from "./indicator-query.js";
import { countedSql, type Reading, seriesName, standingReading } from "./place-rows.js";

/**
 * Keeps the roll-ups (汇总数) of one scope true to the rows that the link `seq` wrote there; called in the transaction that
 * writes them, so that nobody ever sees one without the other. Small ledgers are counted anew as a whole; of large ones
 * only what was touched: its count after the link less its count before.
 */
export async function keepRollups(
  sql: Sql,
  records: RecordSet,
  scopeId: string,
  seq: bigint,
  touched: ReadonlySet<string>,
): Promise<void> {
  for (const query of indicatorQueries) {
    if (!query.records.some((name) => touched.has(name)) || !keeps(records, query)) continue;
    if (query.delta === undefined) await recount(sql, records, query, scopeId);
    else await addTouched(sql, records, query, query.delta, scopeId, seq);
  }
}

/** Counts everything of these scopes anew: after an erasure, an import, or when the rules have changed. */
export async function recountScopes(sql: Sql, records: RecordSet, scopeIds: readonly string[]): Promise<void> {
  for (const scopeId of scopeIds)
    for (const query of indicatorQueries) if (keeps(records, query)) await recount(sql, records, query, scopeId);
}

/** A ledger of other records than the trade's (a test's own) counts nothing. */
export function keeps(records: RecordSet, query: IndicatorQuery): boolean {
  return query.records.every((name) => records.has(name));
}

async function recount(sql: Sql, records: RecordSet, query: IndicatorQuery, scopeId: string): Promise<void> {
  const series = query.codes.map((code) => seriesName(code, query.line));
  await sql.query("delete from rollup where scope_id = $1 and series = any($2::text[])", [scopeId, series]);
  await sql.query(
    `insert into rollup (series, scope_id, year, month, amount, rows, missing)
     ${countedSql(query, records, standingReading)}`,
    [[scopeId]],
  );
}

async function addTouched(
  sql: Sql,
  records: RecordSet,
  query: IndicatorQuery,
  { record, key }: NonNullable<IndicatorQuery["delta"]>,
  scopeId: string,
  seq: bigint,
): Promise<void> {
  const { table, past, columns } = records.get(record);
  const keys = `(select ${key} from ${table} where scope_id = any($1::uuid[]) and seq = $2::bigint
    union select ${key} from ${past} where scope_id = any($1::uuid[]) and until_seq = $2::bigint)`;
  const after: Reading = () =>
    `(select ${columns} from ${table} where scope_id = any($1::uuid[]) and ${key} in ${keys})`;
  const before: Reading = () =>
    `(select ${columns} from ${table} where scope_id = any($1::uuid[]) and seq < $2::bigint and ${key} in ${keys}
      union all select ${columns} from ${past}
        where scope_id = any($1::uuid[]) and until_seq = $2::bigint and ${key} in ${keys})`;
  await sql.query(
    `insert into rollup as kept (series, scope_id, year, month, amount, rows, missing)
     select series, scope_id, year, month, sum(sign * amount), sum(sign * rows), sum(sign * missing) from (
       select 1 as sign, a.* from (${countedSql(query, records, after)}) a
       union all select -1, b.* from (${countedSql(query, records, before)}) b) d
     group by series, scope_id, year, month
     having sum(sign * amount) <> 0 or sum(sign * rows) <> 0 or sum(sign * missing) <> 0
     on conflict (scope_id, series, year, month) do update
       set amount = kept.amount + excluded.amount, rows = kept.rows + excluded.rows,
           missing = kept.missing + excluded.missing`,
    [[scopeId], seq],
  );
  // What no row is behind any more is no 0.
  await sql.query("delete from rollup where scope_id = $1 and rows = 0 and series = any($2::text[])", [
    scopeId,
    query.codes.map((code) => seriesName(code, query.line)),
  ]);
}

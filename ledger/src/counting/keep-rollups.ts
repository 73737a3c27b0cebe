import { NIL_SCOPE } from "@shanhai/model";
import { rolledUp } from "../indicators/index.js";
import { OF_SCOPE } from "../schema/of-scope.js";
import type { RecordSet } from "../schema/record-set.js";
import type { Sql } from "../sql.js";
import type { IndicatorQuery } from "./indicator-query.js";
import { countedSql, type Reading, seriesName, standingReading, summedSql } from "./place-rows.js";

/**
 * Keeps the roll-ups (汇总数) of one scope true to the rows that the link `seq` wrote there; called in the transaction that
 * writes them, so that nobody ever sees one without the other. Small ledgers are counted anew as a whole; of large ones
 * only what was touched: its count after the link less its count before. `onlyMade`: the link makes rows and neither changes
 * nor removes one.
 */
export async function keepRollups(
  sql: Sql,
  records: RecordSet,
  scopeId: string,
  seq: bigint,
  touched: ReadonlySet<string>,
  onlyMade = false,
): Promise<void> {
  const added: string[] = [];
  for (const query of rolledUp) {
    if (!query.records.some((name) => touched.has(name)) || !keeps(records, query)) continue;
    if (query.delta === undefined) await recount(sql, records, query, scopeId);
    else {
      await addTouched(sql, records, query, query.delta, { scopeId, seq, onlyMade });
      added.push(...query.codes.map((code) => seriesName(code, query.line)));
    }
  }
  // What no row is behind any more is no 0; a second job may move its person to another month.
  if (added.length > 0)
    await sql.query("delete from rollup where scope_id = $1 and rows = 0 and series = any($2::text[])", [
      scopeId,
      added,
    ]);
}

/** Counts everything of these scopes anew: after an erasure or an import. */
export async function recountScopes(sql: Sql, records: RecordSet, scopeIds: readonly string[]): Promise<void> {
  for (const scopeId of scopeIds) await recountScope(sql, records, scopeId, rolledUp);
}

/** Counts some indicators of a scope anew: all of them, or those whose rules have changed. */
export async function recountScope(
  sql: Sql,
  records: RecordSet,
  scopeId: string,
  queries: readonly IndicatorQuery[],
): Promise<void> {
  for (const query of queries) if (keeps(records, query)) await recount(sql, records, query, scopeId);
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
  { scopeId, seq, onlyMade }: { readonly scopeId: string; readonly seq: bigint; readonly onlyMade: boolean },
): Promise<void> {
  const { table, past, columns } = records.get(record);
  const written = (from: string, by: string) =>
    `select k from ${OF_SCOPE} cross join lateral (
       select ${key} as k from ${from} where scope_id = s.of_scope and ${by} = $2::bigint offset 0) t`;
  const ended = onlyMade ? "" : ` union ${written(past, "until_seq")}`;
  // Key by key: an estimate without statistics would go through the whole scope for every command of an import.
  const touched = (list: string, from: string, more: string) =>
    `select ${list} from ${OF_SCOPE} cross join keys cross join lateral (
       select * from ${from} where scope_id = s.of_scope and ${key} = keys.k${more} offset 0) t`;
  // Counted in one go: what stood before is read as if it were of the nil scope, and taken off. Each row is looked up once.
  const as = (scope: string) => columns.replace('"scope_id"', `${scope} as scope_id`);
  const replaced = `union all ${touched(as(`'${NIL_SCOPE}'::uuid`), past, " and until_seq = $2::bigint")}`;
  const both: Reading = () => `(select ${as("v.of_scope")} from (${touched("t.*", table, "")}) t
      join (values ($1::uuid), ('${NIL_SCOPE}'::uuid)) v (of_scope) on v.of_scope = $1::uuid or t.seq < $2::bigint
    ${onlyMade ? "" : replaced})`;
  const sum = (column: string) => `sum(case when scope_id = $1::uuid then ${column} else -${column} end)`;
  await sql.query(
    `with keys as materialized (select distinct k from (${written(table, "seq")}${ended}) t)
     insert into rollup as kept (series, scope_id, year, month, amount, rows, missing)
     select series, $1::uuid, year, month, ${sum("amount")}, ${sum("rows")}, ${sum("missing")}
     from (${query.sums === undefined ? countedSql(query, records, both) : summedSql(query, query.sums, records, both)}) d
     group by series, year, month
     having ${sum("amount")} <> 0 or ${sum("rows")} <> 0 or ${sum("missing")} <> 0
     on conflict (scope_id, series, year, month) do update
       set amount = kept.amount + excluded.amount, rows = kept.rows + excluded.rows,
           missing = kept.missing + excluded.missing`,
    [scopeId, seq],
  );
}

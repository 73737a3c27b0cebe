import { NIL_SCOPE } from "@shanhai/model";
import { rolledUp } from "../indicators/index.js";
import { OF_SCOPE } from "../schema/of-scope.js";
import type { RecordSet } from "../schema/record-set.js";
import type { Sql } from "../sql.js";
import type { IndicatorQuery } from "./indicator-query.js";
import { countedSql, type Reading, seriesName, standingReading, summedSql } from "./place-rows.js";

/** A link that makes rows and neither changes nor removes one. */
export interface OnlyMade {
  /** The subjects (persons) of its rows that may have rows in the scope already; null: it is not known which. */
  readonly again: readonly string[] | null;
}

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
  made: OnlyMade | null = null,
): Promise<void> {
  const lessened: string[] = [];
  for (const query of rolledUp) {
    if (!query.records.some((name) => touched.has(name)) || !keeps(records, query)) continue;
    const { delta } = query;
    if (delta === undefined) await recount(sql, records, query, scopeId);
    else if (made === null) await addTouched(sql, records, query, delta, { scopeId, seq });
    else await addMade(sql, records, query, delta, { scopeId, seq, made });
    if (delta !== undefined && (made === null || standsBefore(delta, made)))
      lessened.push(...query.codes.map((code) => seriesName(code, query.line)));
  }
  // What no row is behind any more is no 0; a second job may move its person to another month.
  if (lessened.length > 0)
    await sql.query("delete from rollup where scope_id = $1 and rows = 0 and series = any($2::text[])", [
      scopeId,
      lessened,
    ]);
}

/** Whether records of a roll are counted by their subjects: then who writes one tells which of them have rows already. */
export function countsSubjects(record: string): boolean {
  return rolledUp.some(({ delta }) => delta?.record === record && delta.subjects === true);
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

type Delta = NonNullable<IndicatorQuery["delta"]>;

/** Whether rows from before may be counted together with new ones. */
function standsBefore({ subjects }: Delta, { again }: OnlyMade): boolean {
  return subjects === true && (again === null || again.length > 0);
}

/** Rows with one of the `keys`, key by key: an estimate without statistics would go through the whole scope for every command. */
function withKeys(list: string, from: string, key: string, more: string): string {
  return `select ${list} from ${OF_SCOPE} cross join keys cross join lateral (
    select * from ${from} where scope_id = s.of_scope and ${key} = keys.k${more} offset 0) t`;
}

/** What a link wrote, or ended. */
function ofLink(list: string, from: string, by: "seq" | "until_seq"): string {
  return `select ${list} from ${OF_SCOPE} cross join lateral (
    select * from ${from} where scope_id = s.of_scope and ${by} = $2::bigint offset 0) t`;
}

/** Counted in one go: what stood before is read as if it were of the nil scope, and taken off. Each row is looked up once. */
async function addTouched(
  sql: Sql,
  records: RecordSet,
  query: IndicatorQuery,
  { record, key }: Delta,
  { scopeId, seq }: { readonly scopeId: string; readonly seq: bigint },
): Promise<void> {
  const { table, past, columns } = records.get(record);
  const as = (scope: string) => columns.replace('"scope_id"', `${scope} as scope_id`);
  const keys = `select distinct k from (${ofLink(`${key} as k`, table, "seq")} union ${ofLink(`${key} as k`, past, "until_seq")}) t`;
  const both: Reading = () => `(select ${as("v.of_scope")} from (${withKeys("t.*", table, key, "")}) t
      join (values ($1::uuid), ('${NIL_SCOPE}'::uuid)) v (of_scope) on v.of_scope = $1::uuid or t.seq < $2::bigint
    union all ${withKeys(as(`'${NIL_SCOPE}'::uuid`), past, key, " and until_seq = $2::bigint")})`;
  await addCounted(sql, records, query, { keys, both, values: [scopeId, seq] });
}

/**
 * The same where the link only makes rows: they are met by its number, and what its subjects had before stands on both sides.
 * Most of a roll's have nothing, and none is looked for.
 */
async function addMade(
  sql: Sql,
  records: RecordSet,
  query: IndicatorQuery,
  delta: Delta,
  { scopeId, seq, made }: { readonly scopeId: string; readonly seq: bigint; readonly made: OnlyMade },
): Promise<void> {
  const { record, key } = delta;
  const { table, columns } = records.get(record);
  const { again } = made;
  const before = standsBefore(delta, made);
  const as = columns.replace('"scope_id"', "v.of_scope as scope_id");
  const keys =
    again === null
      ? `select distinct k from (${ofLink(`${key} as k`, table, "seq")}) t`
      : "select distinct hashtextextended(k, 0) as k from unnest($3::text[]) k";
  const earlier = `union all select ${as} from (${withKeys("t.*", table, key, " and seq < $2::bigint")}) t
      cross join (values ($1::uuid), ('${NIL_SCOPE}'::uuid)) v (of_scope)`;
  await addCounted(sql, records, query, {
    keys: before ? keys : null,
    both: () => `(${ofLink(columns, table, "seq")} ${before ? earlier : ""})`,
    values: [scopeId, seq, ...(before && again !== null ? [again] : [])],
  });
}

/** Adds what is counted of the scope less what is counted of the nil scope. */
async function addCounted(
  sql: Sql,
  records: RecordSet,
  query: IndicatorQuery,
  { keys, both, values }: { readonly keys: string | null; readonly both: Reading; readonly values: readonly unknown[] },
): Promise<void> {
  const sum = (column: string) => `sum(case when scope_id = $1::uuid then ${column} else -${column} end)`;
  await sql.query(
    `${keys === null ? "" : `with keys as materialized (${keys})`}
     insert into rollup as kept (series, scope_id, year, month, amount, rows, missing)
     select series, $1::uuid, year, month, ${sum("amount")}, ${sum("rows")}, ${sum("missing")}
     from (${query.sums === undefined ? countedSql(query, records, both) : summedSql(query, query.sums, records, both)}) d
     group by series, year, month
     having ${sum("amount")} <> 0 or ${sum("rows")} <> 0 or ${sum("missing")} <> 0
     on conflict (scope_id, series, year, month) do update
       set amount = kept.amount + excluded.amount, rows = kept.rows + excluded.rows,
           missing = kept.missing + excluded.missing`,
    values,
  );
}

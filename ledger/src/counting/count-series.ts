import { mayReadRecord } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { indicatorQueries } from "../indicators/index.js";
import { bindTo } from "../querying/bind.js";
import { endOfDay } from "../querying/page-query.js";
import type { Frame } from "./frame.js";
import type { IndicatorQuery } from "./indicator-query.js";
import { keeps } from "./keep-rollups.js";
import { byWindows, type LaidOutWindow } from "./lay-out-windows.js";
import { countedSql, countedTogetherSql, recordedReading, seriesName, standingReading } from "./place-rows.js";

/** What the rows of one indicator make in one month, in one scope or (scope_id null) in all of the frame together. */
export interface CountedMonth {
  readonly scope_id: string | null;
  readonly year: number;
  readonly month: number;
  readonly amount: string;
  readonly rows: bigint;
  readonly missing: bigint;
}

/** The counts of one indicator. `exact`: nothing is in it twice; else a sum over scopes (未去重). */
export interface CountedSeries {
  readonly code: string;
  readonly exact: boolean;
  readonly months: readonly CountedMonth[];
}

export interface CountOptions {
  /** As recorded at the end of this day: counted from the rows of that day, scope by scope. */
  readonly asOf?: string;
  /** Only what had happened by this day (截至日); without it whole months are read from the roll-ups. */
  readonly until?: string;
  /** Count persons of several pairs once: a full count, on demand. */
  readonly exact?: boolean;
  readonly line: "west" | "east";
  /** Windows to count by instead of those laid out: with `asOf`, those of that day. */
  readonly windows?: readonly LaidOutWindow[];
  /** After each statement of a count from the rows themselves. */
  readonly progress?: (done: number, of: number) => void;
}

type SeriesRow = Omit<CountedMonth, "scope_id"> & { readonly series: string; readonly scope_id?: string };

/** The queries that count for a line and that the actor may read the rows of. */
export function queriesFor(desk: Desk, actor: Actor, line: "west" | "east"): readonly IndicatorQuery[] {
  return indicatorQueries.filter(
    (query) =>
      (query.line ?? line) === line &&
      keeps(desk.records, query) &&
      query.records.every((name) => {
        const { definition } = desk.records.get(name);
        return mayReadRecord(actor, definition) && rowLimit(actor, definition) === null;
      }),
  );
}

/** Counts every indicator of a frame, by month. Indicators whose ledgers the actor does not read are not in it. */
export async function countSeries(
  desk: Desk,
  actor: Actor,
  frame: Frame,
  options: CountOptions,
): Promise<ReadonlyMap<string, CountedSeries>> {
  const queries = queriesFor(desk, actor, options.line);
  const scopes = [...frame.pairs.map(({ id }) => id), ...frame.parties];
  const live = options.asOf !== undefined || options.until !== undefined;
  const series = new Map<string, CountedSeries>();
  const put = (query: IndicatorQuery, exact: boolean, rows: readonly SeriesRow[]) => {
    for (const code of query.codes) {
      const months = rows.filter((row) => row.series === seriesName(code, query.line));
      series.set(code, { code, exact, months: months.map(({ series: _, ...row }) => ({ scope_id: null, ...row })) });
    }
  };
  const together = (query: IndicatorQuery) =>
    scopes.length > 1 && (query.above === "happenings" || (query.above === "persons" && options.exact === true));
  const apart = queries.filter((query) => !together(query));
  const rows = live ? await countByScope(desk, apart, scopes, options) : await readRollups(desk, apart, scopes);
  for (const query of apart) put(query, query.above === "added" || scopes.length === 1, rows);
  for (const query of queries.filter(together)) put(query, true, await countTogether(desk, query, scopes, options));
  return series;
}

async function readRollups(
  desk: Desk,
  queries: readonly IndicatorQuery[],
  scopes: readonly string[],
): Promise<readonly SeriesRow[]> {
  const names = queries.flatMap(({ codes, line }) => codes.map((code) => seriesName(code, line)));
  const { rows } = await desk.database.query<SeriesRow>(
    `select series, scope_id, year, month, amount, rows, missing from rollup
     where scope_id = any($1::uuid[]) and series = any($2::text[])`,
    [scopes, names],
  );
  return rows;
}

/**
 * Ledgers of many rows scope by scope, so that no single statement holds the embedded engine for long; the others together: a
 * province has thousands of pairs of a scope and a query, and planning each took longer than counting it.
 */
async function countByScope(
  desk: Desk,
  queries: readonly IndicatorQuery[],
  scopes: readonly string[],
  options: CountOptions,
): Promise<readonly SeriesRow[]> {
  const large = queries.filter(({ delta }) => delta !== undefined);
  const small = queries.filter(({ delta }) => delta === undefined);
  const steps = [
    ...small.map((query) => ({ query, of: scopes })),
    ...scopes.flatMap((scope) => large.map((query) => ({ query, of: [scope] }))),
  ];
  const found: SeriesRow[] = [];
  for (const [at, { query, of }] of steps.entries()) {
    const { sql, values } = liveSql(desk, query, of, options, countedSql);
    found.push(...(await desk.database.query<SeriesRow>(sql, values)).rows);
    options.progress?.(at + 1, steps.length);
  }
  return found;
}

async function countTogether(
  desk: Desk,
  query: IndicatorQuery,
  scopes: readonly string[],
  options: CountOptions,
): Promise<readonly SeriesRow[]> {
  const { sql, values } = liveSql(desk, query, scopes, options, countedTogetherSql);
  return (await desk.database.query<SeriesRow>(sql, values)).rows;
}

/** A statement over the rows themselves, with its values: scopes, then the instant, then the day. */
export function liveSql(
  desk: Desk,
  query: IndicatorQuery,
  scopes: readonly string[],
  { asOf, until, windows }: Pick<CountOptions, "asOf" | "until" | "windows">,
  make: typeof countedSql,
): { readonly sql: string; readonly values: unknown[] } {
  const values: unknown[] = [scopes];
  if (asOf !== undefined) values.push(endOfDay(asOf));
  const day = until === undefined ? undefined : `$${values.push(until)}::date`;
  const sql = make(query, desk.records, asOf === undefined ? standingReading : recordedReading, day);
  if (windows === undefined) return { sql, values };
  return { sql: byWindows(sql, windows, bindTo(values)), values };
}

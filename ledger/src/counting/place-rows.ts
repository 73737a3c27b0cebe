import { endOfDay } from "../querying/page-query.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import type { IndicatorQuery } from "./indicator-query.js";

/** What the SQL below counts under: an indicator, for one line where the lines differ. */
export function seriesName(code: string, line?: "west" | "east"): string {
  return line === undefined ? code : `${code}@${line}`;
}

/** The rows of a record that a count sees: all that stand, those as of a day, those that a write touched. */
export type Reading = (record: KeptRecord) => string;

/** Rows that stand now, in the scopes of `$1`. */
export const standingReading: Reading = (record) =>
  `(select ${record.columns} from ${record.table} where scope_id = any($1::uuid[]))`;

/** Rows as recorded at the last link of each scope before the instant `$2`, in the scopes of `$1`. */
export const recordedReading: Reading = ({ columns, table, past }) => {
  const rows = (from: string, more: string) =>
    `select ${columns} from ${from} t join (select scope_id as of_scope, max(seq) as of_seq from change
       where scope_id = any($1::uuid[]) and at < $2::timestamptz group by scope_id) d
     on d.of_scope = t.scope_id and t.seq <= d.of_seq${more}`;
  return `(${rows(table, "")} union all ${rows(past, " and t.until_seq > d.of_seq")})`;
};

/** Rows of some scopes as they stand, or as recorded at the end of a day, and what a statement that begins with them is asked with. */
export function readingOf(
  scopes: readonly string[],
  asOf?: string,
): { readonly reading: Reading; readonly values: unknown[] } {
  return asOf === undefined
    ? { reading: standingReading, values: [scopes] }
    : { reading: recordedReading, values: [scopes, endOfDay(asOf)] };
}

/** The query's rows with each record read in one way. */
function rowsSql(text: string, records: RecordSet, reading: Reading): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => reading(records.get(name)));
}

/** yyyymm of a day: months are compared and added up as numbers. */
const MONTH = (day: string) => `(extract(year from ${day}) * 100 + extract(month from ${day}))::int`;
// As timestamps without a zone: a date alone would be taken through the session's zone.
const SAME_MONTH =
  "(c.last is null or date_trunc('month', c.first::timestamp) = date_trunc('month', c.last::timestamp))";

/** The windows of a query's indicators (`lay-out-windows.ts`), one line per code and year. */
function windowsSql(codes: readonly string[]): string {
  const list = codes.map((code) => `'${code}'`).join(", ");
  return `(select code, year, first, last from indicator_window where code in (${list})) as w`;
}

/**
 * Rows of a query with the year and month that they count in: code, record, scope_id, id, year, month, day, amount,
 * thing, unit (−1 where something stops to stand). Month 0 is a row of the window whose month is not known, or that reaches into it from before. What stands
 * (存量) belongs to no year: year 0, +amount in the month it begins, −amount in the month after its last day. `until`:
 * SQL of a day; only what is there by then.
 */
export function placedSql(query: IndicatorQuery, records: RecordSet, reading: Reading, until?: string): string {
  const rows = rowsSql(query.rows, records, reading);
  const by = (day: string) => (until === undefined ? "" : ` and coalesce(${day}, '-infinity') <= ${until}`);
  const columns = "c.code, c.record, c.scope_id, c.id";
  switch (query.time) {
    case "within":
      return `select ${columns}, w.year, case when ${SAME_MONTH} then ${MONTH("c.first")} else 0 end as month,
          c.first as day, c.amount, c.thing, 1 as unit
        from (${rows}) c join ${windowsSql(query.codes)} on w.code = c.code and c.first between w.first and w.last
        where true${by("c.first")}`;
    case "during":
      return `select ${columns}, w.year, case when c.first < w.first then 0 else ${MONTH("c.first")} end as month,
          c.first as day, c.amount, c.thing, 1 as unit
        from (${rows}) c join ${windowsSql(query.codes)}
          on w.code = c.code and c.first <= w.last and coalesce(c.last, 'infinity') >= w.first
        where true${by("greatest(c.first, w.first)")}`;
    case "listed":
      return `select ${columns}, c.year, case when ${SAME_MONTH} and extract(year from c.first) = c.year
            then ${MONTH("c.first")} else 0 end as month,
          c.first as day, c.amount, c.thing, 1 as unit
        from (${rows}) c where c.year is not null${by("case when extract(year from c.first) = c.year then c.first end")}`;
    case "standing":
      return `select ${columns}, 0 as year, coalesce(${MONTH("e.day")}, 0) as month, e.day, e.sign * c.amount as amount, c.thing,
          e.sign as unit
        from (${rows}) c cross join lateral (values (c.first, 1), (case when c.last < 'infinity' then c.last + 1 end, -1))
          e (day, sign)
        where (e.sign = 1 or e.day is not null)${by("e.day")}`;
  }
}

/**
 * Placed rows added up: series, scope_id, year, month, amount, rows, missing (rows without a number). Rows of one thing
 * in one scope and year count once, from the first month in which they are seen.
 */
export function countedSql(query: IndicatorQuery, records: RecordSet, reading: Reading, until?: string): string {
  const series = query.line === undefined ? "code" : `code || '@${query.line}'`;
  if (query.sums !== undefined && until === undefined)
    return `select series, scope_id, year, month, sum(amount) as amount, sum(rows)::bigint as rows,
        sum(missing)::bigint as missing
      from (${summedSql(query, query.sums, records, reading)}) s group by series, scope_id, year, month`;
  const placed = placedSql(query, records, reading, until);
  const once =
    query.above === "added" || query.once === true
      ? `select code, scope_id, year, month, amount, unit from (${placed}) p`
      : `select code, scope_id, year, min(month) as month, max(amount) as amount, 1 as unit
         from (${placed}) p group by code, scope_id, year, coalesce(thing, id::text)`;
  return `select ${series} as series, scope_id, year::int as year, month::int as month, coalesce(sum(amount), 0) as amount,
      sum(unit)::bigint as rows, coalesce(sum(unit) filter (where amount is null), 0)::bigint as missing
    from (${once}) o group by code, scope_id, year, month`;
}

/** The groups of a query that tells its sums: the same columns as of `countedSql`, a month in several rows. */
export function summedSql(query: IndicatorQuery, sums: string, records: RecordSet, reading: Reading): string {
  const series = query.line === undefined ? "code" : `code || '@${query.line}'`;
  return `select ${series} as series, scope_id, year, month, amount, rows, missing from (${rowsSql(sums, records, reading)}) g`;
}

/** The same over all scopes of `$1` together: a thing in several pairs counts once. */
export function countedTogetherSql(
  query: IndicatorQuery,
  records: RecordSet,
  reading: Reading,
  until?: string,
): string {
  const series = query.line === undefined ? "code" : `code || '@${query.line}'`;
  return `select ${series} as series, year::int as year, month::int as month, coalesce(sum(amount), 0) as amount,
      count(*) as rows, count(*) filter (where amount is null) as missing
    from (select code, year, min(month) as month, max(amount) as amount
      from (${placedSql(query, records, reading, until)}) p group by code, year, coalesce(thing, id::text)) o
    group by code, year, month`;
}

import { shiftDecimal } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import type { Row } from "../ledger.js";
import { endOfDay } from "../querying/page-query.js";
import { namedRows, type StoredRow } from "../read.js";
import type { BoardRows, BoardRowsQuery, ExcludedRow } from "./counting-desk.js";
import { lastDay } from "./month-totals.js";
import { recordedReading, standingReading } from "./place-rows.js";
import { rowsBehind } from "./rows-behind.js";

type Behind = {
  readonly record: string;
  readonly scope_id: string;
  readonly id: string;
  readonly day: string | null;
  readonly amount: string | null;
};

/** Rows that make one number of a board. What is not counted from a ledger has none: INDICATOR_NO_LEDGER. */
export async function boardRows(desk: Desk, actor: Actor, query: BoardRowsQuery): Promise<BoardRows> {
  const { code, asOf } = query;
  const { definition, counting, scopes, sql, values, bind } = await rowsBehind(desk, actor, query);
  const limit = Math.min(Math.max(1, query.limit ?? 100), 500);
  const whole = await desk.database.query<{ count: bigint; total: string }>(
    `select count(*) as count, coalesce(sum(amount), 0) as total from (${sql}) w`,
    values,
  );
  const offset = Number(query.after ?? 0);
  if (!Number.isSafeInteger(offset) || offset < 0) throw new LedgerError("QUERY_INVALID", { part: "after" });
  const { rows } = await desk.database.query<Behind>(
    `${sql} order by day desc nulls last, scope_id, id
     limit ${bind(limit + 1, "bigint")} offset ${bind(offset, "bigint")}`,
    values,
  );
  const page = rows.slice(0, limit);
  const unit = (amount: string) => shiftDecimal(amount, definition.unit === "万元" ? -6 : 0);
  const named = await namedByPlace(desk, actor, page, asOf);
  const count = Number(whole.rows[0]?.count ?? 0);
  return {
    code,
    rows: page.flatMap((one) => {
      const row = named.get(`${one.scope_id} ${one.id}`);
      return row === undefined ? [] : [{ row, amount: one.amount === null ? null : unit(one.amount), day: one.day }];
    }),
    next: rows.length > limit ? String(offset + limit) : null,
    count,
    total: unit(whole.rows[0]?.total ?? "0"),
    excluded: code.startsWith("F1") && asOf === undefined ? await excludedSales(desk, actor, scopes, query) : [],
    sides:
      definition.group === "G" && counting.records.includes("pairing")
        ? await sidesOf(desk, scopes, code, query)
        : null,
  };
}

/** The rows of a page with their titles, by scope and id; as recorded on the day where one is asked for. */
async function namedByPlace(
  desk: Desk,
  actor: Actor,
  page: readonly Behind[],
  asOf: string | undefined,
): Promise<ReadonlyMap<string, Row>> {
  const named = new Map<string, Row>();
  for (const name of new Set(page.map(({ record }) => record))) {
    const record = desk.records.get(name);
    const ids = page.filter((one) => one.record === name).map(({ id }) => id);
    const scopes = [...new Set(page.map(({ scope_id }) => scope_id))];
    const reading = asOf === undefined ? standingReading : recordedReading;
    const values: unknown[] = asOf === undefined ? [scopes, ids] : [scopes, endOfDay(asOf), ids];
    const { rows } = await desk.database.query<StoredRow>(
      `select r.*, null as page_order from ${reading(record)} r where r.id = any($${values.length}::uuid[])`,
      values,
    );
    for (const row of await namedRows({ db: desk.database, records: desk.records }, actor, record, rows))
      named.set(`${row.scope_id} ${row.id}`, row);
  }
  return named;
}

async function excludedSales(
  desk: Desk,
  actor: Actor,
  scopes: readonly string[],
  { year, month, code }: BoardRowsQuery,
): Promise<readonly ExcludedRow[]> {
  const record = desk.records.get("sale");
  const { rows } = await desk.database.query<StoredRow & { exclusion: string | null }>(
    `select ${record.columns}, null as page_order from sale where scope_id = any($1::uuid[]) and year = $2
       and coalesce(month, 0) <= $3 and counted = false
       and ($4 = 'F1' or mode = case $4 when 'F1a' then 'purchase' when 'F1b' then 'assisted' end)
     order by sold_on_from, scope_id, id limit 500`,
    [scopes, year, month, code],
  );
  const named = await namedRows({ db: desk.database, records: desk.records }, actor, record, rows);
  return named.map((row) => ({ row, reason: String(row.values.exclusion ?? "") }));
}

/** Many-to-many: how many units stand on each side of the pairings that hold at the end of the month. */
async function sidesOf(desk: Desk, scopes: readonly string[], code: string, { year, month, until }: BoardRowsQuery) {
  const type = { G1a: "township", G1b: "village", G1c: "school", G1d: "hospital" }[code] ?? null;
  const giver = { G2: "enterprise", G2a: "social_org" }[code] ?? null;
  const { rows } = await desk.database.query<{ east: bigint; west: bigint }>(
    `select count(distinct east) as east, count(distinct west) as west from pairing
     where scope_id = any($1::uuid[]) and coalesce(began_from, '-infinity') <= $2::date
       and coalesce(until_to, 'infinity') >= $2::date and ($3::text is null or west_type = $3)
       and ($4::text is null or east_type = $4)`,
    [scopes, until ?? lastDay(year, month), type, giver],
  );
  return { east: Number(rows[0]?.east ?? 0), west: Number(rows[0]?.west ?? 0) };
}

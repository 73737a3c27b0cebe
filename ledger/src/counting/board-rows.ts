import { shiftDecimal } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import type { Row } from "../ledger.js";
import { bindTo } from "../querying/bind.js";
import { namedRows, type StoredRow } from "../read.js";
import type { BoardRows, BoardRowsQuery, ExcludedRow } from "./counting-desk.js";
import { lastDay } from "./month-totals.js";
import { readingOf } from "./place-rows.js";
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
    excluded: code.startsWith("F1") ? await excludedSales(desk, actor, scopes, query) : [],
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
    const { reading, values } = readingOf(scopes, asOf);
    const { rows } = await desk.database.query<StoredRow>(
      `select r.*, null as page_order from ${reading(record)} r where r.id = any($${values.push(ids)}::uuid[])`,
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
  { year, month, code, asOf }: BoardRowsQuery,
): Promise<readonly ExcludedRow[]> {
  const record = desk.records.get("sale");
  const { reading, values } = readingOf(scopes, asOf);
  const bind = bindTo(values);
  const of = bind(code, "text");
  const { rows } = await desk.database.query<StoredRow & { exclusion: string | null }>(
    `select r.*, null as page_order from ${reading(record)} r where year = ${bind(year, "bigint")}
       and coalesce(month, 0) <= ${bind(month, "bigint")} and counted = false
       and (${of} = 'F1' or mode = case ${of} when 'F1a' then 'purchase' when 'F1b' then 'assisted' end)
     order by sold_on_from, scope_id, id limit 500`,
    values,
  );
  const named = await namedRows({ db: desk.database, records: desk.records }, actor, record, rows);
  return named.map((row) => ({ row, reason: String(row.values.exclusion ?? "") }));
}

/** Many-to-many: how many units stand on each side of the pairings that hold at the end of the month. */
async function sidesOf(desk: Desk, scopes: readonly string[], code: string, query: BoardRowsQuery) {
  const { year, month, until, asOf } = query;
  const { reading, values } = readingOf(scopes, asOf);
  const bind = bindTo(values);
  const day = bind(until ?? lastDay(year, month), "date");
  const type = { G1a: "township", G1b: "village", G1c: "school", G1d: "hospital" }[code] ?? null;
  const giver = { G2: "enterprise", G2a: "social_org" }[code] ?? null;
  const { rows } = await desk.database.query<{ east: bigint; west: bigint }>(
    `select count(distinct east) as east, count(distinct west) as west from ${reading(desk.records.get("pairing"))} r
     where coalesce(began_from, '-infinity') <= ${day} and coalesce(until_to, 'infinity') >= ${day}
       and ${type === null ? "true" : `west_type = ${bind(type, "text")}`}
       and ${giver === null ? "true" : `east_type = ${bind(giver, "text")}`}`,
    values,
  );
  return { east: Number(rows[0]?.east ?? 0), west: Number(rows[0]?.west ?? 0) };
}

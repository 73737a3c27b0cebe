import { indicators } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { queriesFor } from "../counting/count-series.js";
import { frameOf } from "../counting/frame.js";
import { lastDay } from "../counting/month-totals.js";
import { placedSql, standingReading } from "../counting/place-rows.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import type { Sample, SampledRow, SampleQuery } from "./inspect-desk.js";

const MOST = 500;

/**
 * Draws rows of those that make a number, in the order of SHA-256(seed ‖ id): nobody chooses them, and who draws again with
 * the seed gets the same ones.
 */
export async function drawSample(desk: Desk, actor: Actor, query: SampleQuery): Promise<Sample> {
  const { scope, year, month, line, code, size, seed } = query;
  if (!Number.isInteger(size) || size < 1 || size > MOST || seed.trim() === "")
    throw new LedgerError("QUERY_INVALID", { part: size < 1 || size > MOST ? "size" : "seed" });
  const frame = await frameOf(desk, actor, { scope });
  const counting = queriesFor(desk, actor, line).find(({ codes }) => codes.includes(code));
  const definition = indicators.find((one) => one.code === code);
  if (counting === undefined || definition === undefined) throw new LedgerError("INDICATOR_NO_LEDGER", { code });
  const values = [
    frame.pairs.map(({ id }) => id),
    lastDay(year, month),
    code,
    definition.kind === "stock" ? 0 : year,
    year * 100 + month,
    seed.trim(),
    size,
  ];
  const { rows } = await desk.database.query<{ record: string; scope_id: string; id: string; all: bigint }>(
    `select record, scope_id, id, count(*) over () as all from (
       select record, scope_id, id, sum(amount) as amount
       from (${placedSql(counting, desk.records, standingReading, "$2::date")}) p
       where code = $3::text and year = $4::int and month <= $5::int group by record, scope_id, id) b
     ${definition.kind === "stock" ? "where amount is distinct from 0" : ""}
     order by sha256(convert_to($6::text || id::text, 'UTF8')), id limit $7::bigint`,
    values,
  );
  const drawn: SampledRow[] = [];
  for (const { record, scope_id, id } of rows) {
    const row = await desk.get(actor, record, scope_id, id);
    drawn.push({ number: drawn.length + 1, record, scope_id, id, title: row?.title ?? "" });
  }
  return { population: Number(rows[0]?.all ?? 0), rows: drawn };
}

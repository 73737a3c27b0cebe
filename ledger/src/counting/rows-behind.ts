import { type IndicatorDefinition, indicators } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { definitionsOf } from "../defining/definitions.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { bindTo } from "../querying/bind.js";
import { endOfDay } from "../querying/page-query.js";
import { queriesFor } from "./count-series.js";
import type { BoardRowsQuery } from "./counting-desk.js";
import { frameOf } from "./frame.js";
import type { IndicatorQuery } from "./indicator-query.js";
import { byWindows, windowsIn } from "./lay-out-windows.js";
import { lastDay } from "./month-totals.js";
import { placedSql, recordedReading, standingReading } from "./place-rows.js";

/** The rows that make one number, as SQL to be asked further: record, scope_id, id, day, amount. */
export interface RowsBehind {
  readonly definition: IndicatorDefinition;
  readonly counting: IndicatorQuery;
  readonly scopes: readonly string[];
  readonly sql: string;
  /** What `sql` is asked with; `bind` adds one more and gives its place in the text. */
  readonly values: readonly unknown[];
  bind(value: unknown, type: string): string;
}

/** INDICATOR_NO_LEDGER for what is not counted from a ledger, or from none that the actor reads. */
export async function rowsBehind(desk: Desk, actor: Actor, query: BoardRowsQuery): Promise<RowsBehind> {
  const { code, year, month, asOf } = query;
  const frame = await frameOf(desk, actor, query);
  const counting = queriesFor(desk, actor, query.line).find(({ codes }) => codes.includes(code));
  const definition = indicators.find((one) => one.code === code);
  if (counting === undefined || definition === undefined) throw new LedgerError("INDICATOR_NO_LEDGER", { code });
  const scopes = [...frame.pairs.map(({ id }) => id), ...frame.parties];
  const values: unknown[] = [scopes];
  if (asOf !== undefined) values.push(endOfDay(asOf));
  const bind = bindTo(values);
  const day = bind(query.until ?? lastDay(year, month), "date");
  const reading = asOf === undefined ? standingReading : recordedReading;
  const at = bind(year * 100 + month, "int");
  const behind = `select record, scope_id, id, min(day) as day, sum(amount) as amount
    from (${placedSql(counting, desk.records, reading, day)}) p
    where code = ${bind(code, "text")} and year = ${bind(definition.kind === "stock" ? 0 : year, "int")} and month <= ${at}
      ${query.only === "month" ? `and month = ${at}` : ""}
    group by record, scope_id, id`;
  // What stood and ended adds nothing any more; a row without a number stays in sight.
  const standing = definition.kind === "stock" ? "where amount is distinct from 0" : "";
  const found = `select * from (${behind}) b ${standing}`;
  // As of a past day by the windows of that day, as the board counts.
  const sql = asOf === undefined ? found : byWindows(found, windowsIn(await definitionsOf(desk.database, asOf)), bind);
  return { definition, counting, scopes, sql, values, bind };
}

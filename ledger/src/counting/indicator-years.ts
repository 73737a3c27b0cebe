import { FIRST_YEAR, type YearPoint, yearSeries } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { definitionsOf } from "../defining/definitions.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { countSeries } from "./count-series.js";
import type { YearsQuery } from "./counting-desk.js";
import { frameOf } from "./frame.js";
import { ledgerFigure } from "./month-totals.js";
import { joinedFigure, storedValues } from "./reported-values.js";

/**
 * One indicator from the frame's first year on, up to the same month of each: the final number where one was sent, else
 * the ledger's. Points say where the line must not be drawn: the definition changed, or a year has no number.
 */
export async function indicatorYears(desk: Desk, actor: Actor, query: YearsQuery): Promise<readonly YearPoint[]> {
  const { code, year, month, line } = query;
  const definition = (await definitionsOf(desk.database)).find(code);
  if (definition === undefined || definition.kind === "rate") throw new LedgerError("INDICATOR_NO_LEDGER", { code });
  const frame = await frameOf(desk, actor, query);
  const scopes = [...frame.pairs.map(({ id }) => id), ...frame.parties];
  const series = (await countSeries(desk, actor, frame, { line })).get(code);
  const years = Array.from({ length: Math.max(0, year - FIRST_YEAR + 1) }, (_, at) => FIRST_YEAR + at);
  const values = await storedValues(
    desk,
    actor,
    scopes,
    years.map((one) => one * 100 + month),
  );
  const parties = new Set(frame.parties);
  const figures = years.map((one) => {
    const sent = values.filter(
      (value) =>
        value.indicator === code && value.kind === "final" && value.year === one && (value.line ?? line) === line,
    );
    const ledger = series === undefined ? null : ledgerFigure(definition, series, one, month, parties);
    return { year: one, value: joinedFigure(sent)?.toDate ?? ledger?.toDate ?? null };
  });
  const first = figures.findIndex(({ value }) => value !== null);
  return first < 0 ? [] : yearSeries(definition, figures.slice(first));
}

import { addDecimals, type IndicatorDefinition, shiftDecimal, versionIn, windowDays } from "@shanhai/model";
import type { CountedSeries } from "./count-series.js";
import type { LedgerFigure } from "./counting-desk.js";

/** Money is counted in 分 and told in 万元. */
const POWER: { readonly [unit: string]: number } = { 万元: -6 };

/**
 * Adds months up to a figure at the end of `month` of `year`. Null where no row is behind it: the ledger has nothing,
 * which is not 0. `parties`: scopes whose part is unsplit.
 */
export function ledgerFigure(
  definition: IndicatorDefinition,
  series: CountedSeries,
  year: number,
  month: number,
  parties: ReadonlySet<string>,
): LedgerFigure | null {
  const at = year * 100 + month;
  const version = versionIn(definition, year);
  if (version === null || windowDays(version, year).from > lastDay(year, month)) return null;
  const standing = definition.kind === "stock";
  const counted = series.months.filter((one) => one.year === (standing ? 0 : year) && one.month <= at);
  const rows = counted.reduce((sum, one) => sum + Number(one.rows), 0);
  if (counted.length === 0) return null;
  const missing = counted.reduce((sum, one) => sum + Number(one.missing), 0);
  const sum = (some: typeof counted) =>
    shiftDecimal(addDecimals(...some.map(({ amount }) => amount)), POWER[definition.unit] ?? 0);
  const unsplit = counted.filter(({ scope_id }) => scope_id !== null && parties.has(scope_id));
  return {
    toDate: sum(counted),
    thisMonth: sum(counted.filter((one) => one.month === at)),
    rows,
    missing,
    exact: series.exact,
    unsplit: unsplit.length === 0 ? null : sum(unsplit),
  };
}

/** The last day of a month as `YYYY-MM-DD`. */
export function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

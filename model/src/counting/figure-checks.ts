import { addDecimals, compareDecimals, type Decimal } from "../values/decimal.js";

/** Something about numbers that a clerk should look at. It warns; it never stops. */
export interface FigureWarning {
  readonly code: "cumulative_differs" | "cumulative_fell" | "part_exceeds" | "parts_differ";
  readonly indicator: string;
  readonly zh: string;
  readonly en: string;
}

/** One line of a monthly form; what was not filled in is null, not 0. */
export interface MonthFigure {
  readonly indicator: string;
  readonly thisMonth: Decimal | null;
  readonly toDate: Decimal | null;
}

/**
 * 累计ₙ = 累计ₙ₋₁ + 本月ₙ, and 累计 never goes down unless something was taken back. `before` is last month's 累计: null where
 * it is not known (nothing is checked then), 0 in the first month of the window.
 */
export function checkCumulative(now: MonthFigure, before: Decimal | null): readonly FigureWarning[] {
  const { indicator, thisMonth, toDate } = now;
  if (before === null || toDate === null) return [];
  const warnings: FigureWarning[] = [];
  const expected = thisMonth === null ? null : addDecimals(before, thisMonth);
  if (expected !== null && compareDecimals(expected, toDate) !== 0)
    warnings.push({
      code: "cumulative_differs",
      indicator,
      zh: `上月累计 ${before} ＋ 本月 ${thisMonth} ＝ ${expected}，与填报累计 ${toDate} 不一致`,
      en: `last month ${before} + this month ${thisMonth} = ${expected}, not ${toDate} as filled in`,
    });
  if (compareDecimals(toDate, before) < 0)
    warnings.push({
      code: "cumulative_fell",
      indicator,
      zh: `累计由 ${before} 降为 ${toDate}，请说明原因（退回、核减）`,
      en: `the figure to date fell from ${before} to ${toDate}; please say why`,
    });
  return warnings;
}

/** 其中 ≤ 总数 (G3); a missing part or whole is not 0 and is not compared. */
export function checkPart(
  part: { readonly indicator: string; readonly zh: string; readonly en: string; readonly value: Decimal | null },
  whole: { readonly zh: string; readonly en: string; readonly value: Decimal | null },
): readonly FigureWarning[] {
  if (part.value === null || whole.value === null || compareDecimals(part.value, whole.value) <= 0) return [];
  return [
    {
      code: "part_exceeds",
      indicator: part.indicator,
      zh: `“${part.zh}”${part.value} 大于“${whole.zh}”${whole.value}`,
      en: `“${part.en}” ${part.value} is more than “${whole.en}” ${whole.value}`,
    },
  ];
}

/** Parts that must make up their whole (E1a + E1b + E1c = E1; assets by class, by owner). Missing parts: not compared. */
export function checkWhole(
  indicator: string,
  parts: readonly (Decimal | null)[],
  whole: Decimal | null,
): readonly FigureWarning[] {
  const known = parts.flatMap((part) => (part === null ? [] : [part]));
  if (whole === null || known.length < parts.length) return [];
  const sum = addDecimals(...known);
  if (compareDecimals(sum, whole) === 0) return [];
  return [
    {
      code: "parts_differ",
      indicator,
      zh: `分项合计 ${sum}，与总数 ${whole} 不一致`,
      en: `the parts make ${sum}, not ${whole}`,
    },
  ];
}

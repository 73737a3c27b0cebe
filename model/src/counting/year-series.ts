import { type Decimal, divideDecimals, shiftDecimal, subtractDecimals } from "../values/decimal.js";
import { type IndicatorDefinition, type IndicatorUnit, versionIn } from "./indicator-definition.js";

export interface YearFigure {
  readonly year: number;
  readonly value: Decimal | null;
}

export interface YearPoint extends YearFigure {
  /** 口径版本; null where the indicator was not asked in that year. */
  readonly version: number | null;
  /** What it was counted in and by which rule: told beside every break (考8). */
  readonly unit: IndicatorUnit | null;
  readonly rule: { readonly zh: string; readonly en: string } | null;
  /** True where the line to the year before must not be drawn: the definition changed, or a year has no number. */
  readonly breaks: boolean;
  /** 同比 in per cent; null across a break. */
  readonly change: Decimal | null;
}

/** A series of years with its breaks: numbers of two definitions are two lines (G9). Years in ascending order. */
export function yearSeries(definition: IndicatorDefinition, figures: readonly YearFigure[]): readonly YearPoint[] {
  return figures.map((figure, at) => {
    const meant = versionIn(definition, figure.year);
    const version = meant?.version ?? null;
    const before = figures[at - 1];
    const joined =
      before !== undefined &&
      before.year === figure.year - 1 &&
      before.value !== null &&
      figure.value !== null &&
      version !== null &&
      (versionIn(definition, before.year)?.version ?? null) === version;
    const change =
      joined && before.value !== null && figure.value !== null
        ? divideDecimals(shiftDecimal(subtractDecimals(figure.value, before.value), 2), before.value, 2)
        : null;
    const unit = meant === null ? null : (meant.unit ?? definition.unit);
    return { ...figure, version, unit, rule: meant?.rule ?? null, breaks: before !== undefined && !joined, change };
  });
}

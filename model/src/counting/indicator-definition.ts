/**
 * 指标: what a number that offices report means, by year. Codes A1…I1 are ours (domain.md 3.1): the national annex is not
 * public. A code with a small letter is a second measure or a part of the one without: A4 批次 and A4a 人次.
 */
export interface IndicatorDefinition {
  readonly code: string;
  readonly group: IndicatorGroup;
  readonly zh: string;
  readonly en: string;
  readonly unit: IndicatorUnit;
  /** flow: only this window's (新增); stock: what stands at the cut-off (累计、共建); rate: one number over another. */
  readonly kind: "flow" | "stock" | "rate";
  /**
   * sum: amounts and counts are added; distinct: a person counts once, so months and counties cannot be added; last: what
   * stands at the end; ratio: kept with its numerator and denominator, never added.
   */
  readonly aggregation: "sum" | "distinct" | "last" | "ratio";
  /** 其中: the indicator that this one is a part of; it can never be larger. */
  readonly parent?: string;
  /** For ratios: codes of what is divided by what. */
  readonly ratio?: { readonly over: string; readonly under: string };
  /** What a print about several counties calls it (结对帮扶资金); such figures stay at the party as 未分县. */
  readonly said?: RegExp;
  /** In order of years, without gaps. A later version does not continue the former one: charts break between them. */
  readonly versions: readonly IndicatorVersion[];
}

export type IndicatorGroup = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I";

/** What is counted. 人 and 人次 are two units and never added (G2). */
export type IndicatorUnit =
  | "次"
  | "批次"
  | "人次"
  | "人"
  | "份"
  | "期"
  | "万元"
  | "个"
  | "家"
  | "所"
  | "对"
  | "户"
  | "户次"
  | "篇"
  | "%";

/** What an indicator means in some years: 口径. */
export interface IndicatorVersion {
  readonly version: number;
  /** First and last year it holds for; null: until changed. */
  readonly from: number;
  readonly to: number | null;
  readonly window: IndicatorWindow;
  /** 取数截止日 of the announced figure as `MM-DD`; later rows still count in the ledger. Null where none was found. */
  readonly cutOff: string | null;
  /** How it is counted, in words for the person who fills it in. */
  readonly rule: { readonly zh: string; readonly en: string };
  /** 佐证材料 usually asked. */
  readonly evidence: { readonly zh: string; readonly en: string };
  /** Where the rule comes from: found in an announcement, inferred, or set by the office (`indicator-set.ts`). */
  readonly basis: "found" | "inferred" | "office";
  /** The unit in these years where it is another than the definition's. */
  readonly unit?: IndicatorUnit;
  /** 计数方式 of what is counted by heads: persons once (人), the default, or every job of theirs (人次). */
  readonly measure?: CountMeasure;
}

export type CountMeasure = "persons" | "jobs";

/** 统计时段 of year y: days in y + `years`, `MM-DD`, both included. A calendar year is not the rule (万州: 10-01…09-20). */
export interface IndicatorWindow {
  readonly start: { readonly years: -1 | 0; readonly day: string };
  readonly end: { readonly years: 0 | 1; readonly day: string };
}

export const CALENDAR_YEAR: IndicatorWindow = { start: { years: 0, day: "01-01" }, end: { years: 0, day: "12-31" } };

/** A school year belongs to the year of its autumn. */
export const SCHOOL_YEAR: IndicatorWindow = { start: { years: 0, day: "09-01" }, end: { years: 1, day: "08-31" } };

/** The first and last day of an indicator's window in a year. */
export function windowDays(version: IndicatorVersion, year: number): { readonly from: string; readonly to: string } {
  const { start, end } = version.window;
  return { from: `${year + start.years}-${start.day}`, to: `${year + end.years}-${end.day}` };
}

/** The version that holds in a year; null where the indicator was not asked yet, or is not any more. */
export function versionIn(definition: IndicatorDefinition, year: number): IndicatorVersion | null {
  return definition.versions.find(({ from, to }) => from <= year && (to === null || year <= to)) ?? null;
}

/** The unit that an indicator is told in in a year. */
export function unitIn(definition: IndicatorDefinition, year: number): IndicatorUnit {
  return versionIn(definition, year)?.unit ?? definition.unit;
}

/** The first year of the frame that these definitions belong to (五年过渡期). */
export const FIRST_YEAR = 2021;

import { CALENDAR_YEAR, FIRST_YEAR, type IndicatorVersion } from "./indicator-definition.js";

/** 国家公告数据的取数截止日: announced figures are those to the end of November. */
export const NATIONAL_CUT_OFF = "11-30";

type Words = readonly [zh: string, en: string];

/** An indicator whose meaning has not changed since the frame began: one version over calendar years. */
export function unchanged(
  rule: Words,
  evidence: Words,
  more: Partial<Pick<IndicatorVersion, "window" | "cutOff" | "basis" | "from">> = {},
): readonly IndicatorVersion[] {
  return [
    {
      version: 1,
      from: FIRST_YEAR,
      to: null,
      window: CALENDAR_YEAR,
      cutOff: NATIONAL_CUT_OFF,
      basis: "found",
      rule: { zh: rule[0], en: rule[1] },
      evidence: { zh: evidence[0], en: evidence[1] },
      ...more,
    },
  ];
}

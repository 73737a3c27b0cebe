/** Refusals of 核查. */
export const inspectingCodes = {
  SAMPLE_EMPTY: {
    zh: "指标 {code} 这个月没有台账行，抽不出样本。",
    en: "No row makes indicator {code} in that month; there is nothing to draw.",
    advice_zh: "请换一个月份或指标，或先登记台账。",
    advice_en: "Choose another month or indicator, or enter the rows first.",
  },
} as const;

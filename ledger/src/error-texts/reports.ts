/** Refusals of 报表. */
export const reportsCodes = {
  REPORT_UNKNOWN: {
    zh: "没有“{report}”这种报表。",
    en: "There is no report named {report}.",
    advice_zh: "请从报表列表中选择。",
    advice_en: "Choose one from the list of reports.",
  },
} as const;

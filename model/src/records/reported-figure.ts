import type { RecordDefinition } from "../record-definition.js";

/**
 * 报道数据: a number as a document prints it, with what it counts, whose it is, of which time and how it accumulates. Never an
 * indicator's value: 约1610万元 said of three counties enters no county. Money is in `amount` (分); every other figure in `base`.
 */
export const reportedFigure: RecordDefinition = {
  name: "reported_figure",
  zh: "报道数据",
  en: "reported figure",
  keeping: "scoped",
  group: "indicators",
  title: ["of", "printed"],
  order: { field: "of", descending: false, sound: "words" },
  columns: ["of", "printed", "period", "accumulation", "regions"],
  fields: [
    { key: "of", zh: "指标内容", en: "what is counted", type: "text", required: true },
    { key: "printed", zh: "数据", en: "as printed", type: "text", required: true },
    { key: "value", zh: "数值", en: "value", type: "decimal", required: true },
    { key: "unit", zh: "计量单位", en: "unit", type: "text", required: true },
    {
      key: "measure",
      zh: "类别",
      en: "measure",
      type: "code",
      required: true,
      codes: [
        { code: "money", zh: "资金", en: "money" },
        { code: "people", zh: "人（次）", en: "people" },
        { code: "count", zh: "数量", en: "count" },
        { code: "area", zh: "面积", en: "area" },
        { code: "percent", zh: "比率", en: "percent" },
        { code: "other", zh: "其他", en: "other" },
      ],
    },
    { key: "amount", zh: "金额", en: "amount", type: "money", unit: "元" },
    { key: "base", zh: "基本单位数值", en: "value in base unit", type: "decimal" },
    { key: "base_unit", zh: "基本单位", en: "base unit", type: "text" },
    { key: "approx", zh: "约数", en: "approximate", type: "text" },
    { key: "period", zh: "时段", en: "period", type: "text" },
    {
      key: "accumulation",
      zh: "累计口径",
      en: "accumulation",
      type: "code",
      codes: [
        { code: "period", zh: "本期", en: "this period" },
        { code: "year_to_date", zh: "年内累计", en: "year to date" },
        { code: "all_years", zh: "历年累计", en: "all years" },
        { code: "stock", zh: "存量", en: "stock" },
      ],
    },
    { key: "regions", zh: "涉及地区", en: "said of", type: "texts" },
    { key: "includes", zh: "其中", en: "of which", type: "references", record: "reported_figure" },
    { key: "change", zh: "同比（环比）", en: "change", type: "text" },
    { key: "reported_on", zh: "见报日期", en: "reported on", type: "date" },
  ],
};

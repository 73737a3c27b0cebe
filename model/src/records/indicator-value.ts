import { indicatorNames } from "../indicator-names.js";
import { MONTHS, YEARS } from "../integer-range.js";
import type { RecordDefinition } from "../record-definition.js";
import { reportStates } from "../report-states.js";

/**
 * 指标数: what was said of one indicator for one month by somebody – 部门报送数, 对方数, 上报定稿数. 台账统计数 is computed and stands
 * nowhere. The same number goes up two lines (受援线、帮扶线) at different cut-offs.
 */
export const indicatorValue: RecordDefinition = {
  name: "indicator_value",
  zh: "指标数",
  en: "value of an indicator",
  keeping: "scoped",
  group: "indicators",
  title: ["indicator", "year", "month"],
  order: { field: "year", descending: true },
  columns: ["indicator", "year", "month", "kind", "this_month", "to_date", "unit", "state"],
  fields: [
    {
      key: "indicator",
      zh: "指标",
      en: "indicator",
      type: "text",
      required: true,
      codes: indicatorNames,
      headers: ["指标代码", "指标名称"],
    },
    { key: "year", zh: "年度", en: "year", type: "integer", range: YEARS, required: true },
    { key: "month", zh: "月份", en: "month", type: "integer", range: MONTHS, required: true, headers: ["月"] },
    {
      key: "kind",
      zh: "数据来源",
      en: "kind",
      type: "code",
      required: true,
      codes: [
        { code: "reported", zh: "部门报送数", en: "reported" },
        { code: "other_side", zh: "对方数", en: "other side's" },
        { code: "final", zh: "上报定稿数", en: "final" },
      ],
    },
    { key: "this_month", zh: "本月新增", en: "this month", type: "decimal", headers: ["本月", "当月新增"] },
    { key: "to_date", zh: "累计", en: "to date", type: "decimal", headers: ["1—N月累计", "累计完成", "本年累计"] },
    { key: "unit", zh: "计量单位", en: "unit", type: "text", headers: ["单位"] },
    {
      key: "line",
      zh: "报送线",
      en: "line",
      type: "code",
      codes: [
        { code: "west", zh: "受援线", en: "receiving line" },
        { code: "east", zh: "帮扶线", en: "giving line" },
      ],
    },
    { key: "submitted_to", zh: "报送单位", en: "submitted to", type: "text", headers: ["报送至"] },
    { key: "cut_off", zh: "截至日期", en: "cut-off", type: "date", headers: ["截至"] },
    { key: "reporter", zh: "填报人", en: "reported by", type: "text", headers: ["填表人"] },
    { key: "reporter_unit", zh: "填报单位", en: "reporting unit", type: "text", headers: ["填报单位"] },
    { key: "reviewer", zh: "审核人", en: "reviewed by", type: "text" },
    { key: "state", zh: "状态", en: "state", type: "code", required: true, codes: reportStates },
    {
      key: "basis",
      zh: "采用来源",
      en: "taken from",
      type: "code",
      codes: [
        { code: "ledger", zh: "台账统计数", en: "ledger" },
        { code: "reported", zh: "部门报送数", en: "reported" },
        { code: "other_side", zh: "对方数", en: "other side's" },
      ],
    },
    {
      key: "settled",
      zh: "核对结果",
      en: "settled",
      type: "code",
      codes: [
        { code: "equal", zh: "一致", en: "equal" },
        { code: "agreed", zh: "同意对方", en: "theirs taken" },
        { code: "kept", zh: "维持", en: "ours kept" },
        { code: "noted", zh: "备注", en: "left with a note" },
      ],
    },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "state", steps: reportStates },
};

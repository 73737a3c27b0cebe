import { MONTHS, YEARS } from "../integer-range.js";
import type { RecordDefinition } from "../record-definition.js";
import { reportStates } from "../report-states.js";

/**
 * 封账: one closed version of a month on one line. The stamped scan belongs to it; corrections come after it and beside it.
 */
export const monthClose: RecordDefinition = {
  name: "month_close",
  zh: "封账",
  en: "month close",
  keeping: "scoped",
  group: "indicators",
  title: ["year", "month", "version"],
  order: { field: "year", descending: true },
  columns: ["year", "month", "line", "version", "state", "closed_on"],
  fields: [
    { key: "year", zh: "年度", en: "year", type: "integer", range: YEARS, required: true },
    { key: "month", zh: "月份", en: "month", type: "integer", range: MONTHS, required: true },
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
    { key: "version", zh: "版本号", en: "version", type: "integer", required: true },
    { key: "state", zh: "状态", en: "state", type: "code", required: true, codes: reportStates },
    { key: "stamped_file", zh: "盖章扫描件", en: "stamped scan", type: "text" },
    { key: "closed_on", zh: "封账日期", en: "closed on", type: "date" },
    { key: "closed_by", zh: "封账人", en: "closed by", type: "text" },
    {
      key: "check_kind",
      zh: "审核方式",
      en: "checked how",
      type: "code",
      codes: [
        { code: "checked", zh: "审核", en: "by another person" },
        { code: "self_checked", zh: "自审", en: "by who entered it" },
      ],
    },
    { key: "submitted_to", zh: "报送单位", en: "submitted to", type: "text" },
    {
      key: "figures",
      zh: "定稿数",
      en: "figures",
      type: "list",
      items: [
        { key: "indicator", zh: "指标", en: "indicator" },
        { key: "this_month", zh: "本月", en: "this month" },
        { key: "to_date", zh: "累计", en: "to date" },
        { key: "unit", zh: "单位", en: "unit" },
        { key: "source", zh: "来源", en: "source" },
        { key: "note", zh: "备注", en: "note" },
      ],
    },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "state", steps: reportStates },
};

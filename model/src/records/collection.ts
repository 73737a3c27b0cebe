import { MONTHS, YEARS } from "../integer-range.js";
import type { LifecycleStep, RecordDefinition } from "../record-definition.js";

const steps: readonly LifecycleStep[] = [
  { code: "draft", zh: "拟订", en: "draft", next: ["collecting"] },
  { code: "collecting", zh: "收表中", en: "collecting", next: ["merged", "closed"], needs: ["due"] },
  { code: "merged", zh: "已汇总", en: "merged", next: ["collecting", "closed"] },
  { code: "closed", zh: "已结束", en: "closed", next: ["collecting"] },
];

/**
 * 收表任务（发表→收表→催报→退回→汇总）: what is asked of several units for a month.
 */
export const collection: RecordDefinition = {
  name: "collection",
  zh: "收表任务",
  en: "collection",
  keeping: "scoped",
  group: "indicators",
  title: ["title"],
  order: { field: "due", descending: true },
  columns: ["title", "year", "month", "due", "status"],
  fields: [
    { key: "title", zh: "任务名称", en: "title", type: "text", required: true, headers: ["收表任务"] },
    { key: "year", zh: "年度", en: "year", type: "integer", range: YEARS },
    { key: "month", zh: "月份", en: "month", type: "integer", range: MONTHS },
    { key: "record", zh: "收集台账", en: "ledger asked for", type: "text" },
    { key: "indicators", zh: "收集指标", en: "indicators asked for", type: "texts" },
    { key: "issued_on", zh: "发表日期", en: "issued on", type: "date" },
    { key: "due", zh: "报送时限", en: "due", type: "date", headers: ["截止时间"] },
    { key: "status", zh: "状态", en: "status", type: "code", required: true, codes: steps },
    {
      key: "layout",
      zh: "表样",
      en: "layout",
      type: "list",
      items: [
        { key: "column", zh: "列", en: "column" },
        { key: "field", zh: "要素", en: "field" },
        { key: "label", zh: "表头", en: "label" },
      ],
    },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "status", steps },
};

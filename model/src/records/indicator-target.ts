import { indicatorNames } from "../indicator-names.js";
import { YEARS } from "../integer-range.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 指标目标: what an agreement sets for one indicator and year. No target means no rate, not 100 %.
 */
export const indicatorTarget: RecordDefinition = {
  name: "indicator_target",
  zh: "指标目标",
  en: "target",
  keeping: "scoped",
  group: "indicators",
  title: ["indicator", "year"],
  order: { field: "year", descending: true },
  columns: ["indicator", "year", "target", "unit", "agreement"],
  fields: [
    {
      key: "indicator",
      zh: "指标",
      en: "indicator",
      type: "text",
      required: true,
      codes: indicatorNames,
      headers: ["指标代码", "指标编号"],
    },
    { key: "year", zh: "年度", en: "year", type: "integer", range: YEARS, required: true },
    {
      key: "target",
      zh: "目标值",
      en: "target",
      type: "decimal",
      required: true,
      headers: ["协议目标", "年度目标", "目标任务", "目标"],
    },
    { key: "unit", zh: "计量单位", en: "unit", type: "text", required: true, headers: ["单位"] },
    { key: "agreement", zh: "依据协议", en: "agreement", type: "reference", record: "agreement" },
    { key: "printed", zh: "协议条款（原文）", en: "as printed", type: "text" },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};

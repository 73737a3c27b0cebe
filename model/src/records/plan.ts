import type { RecordDefinition } from "../record-definition.js";

/**
 * 规划计划: one of the three layers of paper (总体规划、年度计划、实施方案) as a document names it.
 */
export const plan: RecordDefinition = {
  name: "plan",
  zh: "规划计划",
  en: "plan",
  keeping: "scoped",
  title: ["name"],
  order: { field: "name", descending: false, sound: "words" },
  columns: ["name", "tier", "year"],
  fields: [
    { key: "name", zh: "名称", en: "name", type: "text", required: true },
    {
      key: "tier",
      zh: "层级",
      en: "tier",
      type: "code",
      codes: [
        { code: "overall", zh: "规划", en: "overall plan" },
        { code: "annual", zh: "计划", en: "annual plan" },
        { code: "detailed", zh: "方案", en: "implementation plan" },
      ],
    },
    { key: "year", zh: "年度", en: "year", type: "integer" },
  ],
};

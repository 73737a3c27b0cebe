import { YEARS } from "../integer-range.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 规划计划: one of the three layers of paper (总体规划、年度计划、实施方案) as a document names it.
 */
export const plan: RecordDefinition = {
  name: "plan",
  zh: "规划计划",
  en: "plan",
  keeping: "scoped",
  group: "leadership",
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
    { key: "year", zh: "年度", en: "year", type: "integer", range: YEARS },
    { key: "parent", zh: "上级规划计划", en: "follows from", type: "reference", record: "plan" },
    { key: "doc_no", zh: "文号", en: "document number", type: "text" },
    { key: "issued_on", zh: "印发日期", en: "issued on", type: "date", headers: ["印发时间"] },
    { key: "issuer", zh: "印发单位", en: "issued by", type: "text" },
    { key: "responsible", zh: "责任单位（人）", en: "responsible", type: "text", headers: ["责任单位", "责任人"] },
  ],
};

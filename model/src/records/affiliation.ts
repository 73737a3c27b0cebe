import type { RecordDefinition } from "../record-definition.js";

/**
 * 组织关系、待遇: what moves with a posted person and where it is kept: the party membership goes to the receiving place, pay stays,
 * the yearly appraisal is made by the receiving unit.
 */
export const affiliation: RecordDefinition = {
  name: "affiliation",
  zh: "组织关系与待遇",
  en: "affiliation of a posted person",
  keeping: "scoped",
  group: "talent",
  parent: { record: "talent_posting", field: "posting" },
  title: ["kind", "moved_on"],
  order: { field: "moved_on", descending: true },
  columns: ["posting", "kind", "from_unit", "to_unit", "moved_on", "returned_on"],
  fields: [
    { key: "posting", zh: "派驻人员", en: "posting", type: "reference", record: "talent_posting", required: true },
    {
      key: "kind",
      zh: "事项",
      en: "kind",
      type: "code",
      required: true,
      codes: [
        { code: "party", zh: "党组织关系", en: "party membership" },
        { code: "personnel", zh: "人事关系", en: "personnel file" },
        { code: "pay", zh: "工资待遇", en: "pay" },
        { code: "insurance", zh: "体检与保险", en: "insurance" },
        { code: "appraisal", zh: "年度考核", en: "yearly appraisal" },
      ],
      headers: ["类别"],
    },
    { key: "from_unit", zh: "转出（发放）单位", en: "from", type: "text", headers: ["转出单位"] },
    { key: "to_unit", zh: "转入（考核）单位", en: "to", type: "text", headers: ["转入单位"] },
    { key: "moved_on", zh: "办理日期", en: "done on", type: "date", headers: ["转接时间"] },
    { key: "document_no", zh: "介绍信（文号）", en: "letter", type: "text", headers: ["介绍信编号"] },
    { key: "returned_on", zh: "转回日期", en: "returned on", type: "date", headers: ["转回时间"] },
    { key: "result", zh: "结果（等次）", en: "result", type: "text", headers: ["考核等次"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};

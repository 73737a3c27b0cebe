import type { LifecycleStep, RecordDefinition } from "../record-definition.js";

const steps: readonly LifecycleStep[] = [
  { code: "found", zh: "发现", en: "found", next: ["planned"] },
  {
    code: "planned",
    zh: "制定方案",
    en: "planned",
    next: ["in_progress"],
    proof: { zh: "整改方案", en: "plan of mending" },
    needs: ["measures", "due"],
  },
  { code: "in_progress", zh: "整改中", en: "in progress", next: ["self_checked"] },
  {
    code: "self_checked",
    zh: "自查完成",
    en: "self-checked",
    next: ["verified", "in_progress"],
    proof: { zh: "整改佐证", en: "proof of mending" },
    needs: ["progress"],
  },
  {
    code: "verified",
    zh: "核查通过",
    en: "verified",
    next: ["closed", "in_progress"],
    proof: { zh: "核查意见", en: "opinion of the inspection" },
  },
  { code: "closed", zh: "销号", en: "closed", next: [] },
];

/**
 * 考核问题整改: one problem an assessment found and how it is mended, to 销号.
 */
export const assessmentProblem: RecordDefinition = {
  name: "assessment_problem",
  zh: "考核问题整改",
  en: "problem and its mending",
  keeping: "scoped",
  group: "leadership",
  parent: { record: "assessment", field: "assessment" },
  title: ["problem"],
  order: { field: "due", descending: false },
  columns: ["problem", "unit_name", "due", "status"],
  fields: [
    { key: "assessment", zh: "考核", en: "assessment", type: "reference", required: true, record: "assessment" },
    { key: "problem", zh: "问题", en: "problem", type: "long_text", required: true, headers: ["存在问题", "反馈问题"] },
    { key: "block", zh: "考核板块", en: "block", type: "text", headers: ["板块"] },
    { key: "item", zh: "考核指标", en: "item", type: "text", headers: ["指标", "考核内容"] },
    { key: "unit", zh: "责任单位", en: "unit", type: "reference", record: "organisation" },
    {
      key: "unit_name",
      zh: "责任单位（原文）",
      en: "unit as printed",
      type: "text",
      headers: ["责任单位", "整改单位"],
    },
    { key: "measures", zh: "整改措施", en: "measures", type: "long_text", headers: ["整改措施"] },
    { key: "due", zh: "整改时限", en: "due", type: "date", headers: ["整改时限", "完成时限"] },
    { key: "progress", zh: "整改情况", en: "progress", type: "long_text", headers: ["整改进展", "整改成效"] },
    { key: "task", zh: "督办事项", en: "task", type: "reference", record: "task" },
    { key: "status", zh: "状态", en: "status", type: "code", required: true, codes: steps },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "status", steps },
};

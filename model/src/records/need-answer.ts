import type { RecordDefinition } from "../record-definition.js";

/**
 * 需求答复（所能）: one thing that answers a need – a statement, a task, a project, or words. One answer may serve several needs and
 * one need may have several answers, each a row.
 */
export const needAnswer: RecordDefinition = {
  name: "need_answer",
  zh: "需求答复",
  en: "answer to a need",
  keeping: "scoped",
  group: "followup",
  parent: { record: "need", field: "need" },
  title: ["text"],
  order: { field: "answered_on", descending: true },
  columns: ["need", "text", "task", "project", "answered_on"],
  fields: [
    { key: "need", zh: "需求", en: "need", type: "reference", required: true, record: "need" },
    { key: "text", zh: "答复内容", en: "text", type: "long_text", required: true, headers: ["答复", "所能", "回应"] },
    { key: "statement", zh: "对应表态", en: "statement", type: "reference", record: "statement" },
    { key: "task", zh: "对应任务", en: "task", type: "reference", record: "task" },
    { key: "project", zh: "对应项目", en: "project", type: "reference", record: "project" },
    { key: "answered_on", zh: "答复日期", en: "answered on", type: "date", headers: ["答复时间"] },
    { key: "answered_by", zh: "答复单位", en: "answered by", type: "text" },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};

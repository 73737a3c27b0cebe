import type { RecordDefinition } from "../record-definition.js";

/**
 * 项目节点: one step of a project on a day. An unveiling (揭牌) is a milestone of what was unveiled, and neither an approval
 * (批复) nor a completion (建成): indicator D4 counts agreements and approvals, never plaques (users.md §3).
 */
export const milestone: RecordDefinition = {
  name: "milestone",
  zh: "项目节点",
  en: "milestone",
  keeping: "scoped",
  group: "projects",
  parent: { record: "project", field: "project" },
  title: ["name"],
  order: { field: "date", descending: true },
  columns: ["name", "type", "date"],
  fields: [
    { key: "project", zh: "项目", en: "project", type: "reference", record: "project", required: true },
    { key: "name", zh: "节点", en: "milestone", type: "text", required: true },
    {
      key: "type",
      zh: "节点类型",
      en: "type",
      type: "code",
      codes: [
        { code: "signed", zh: "签约", en: "signed" },
        { code: "approved", zh: "批复", en: "approved" },
        { code: "foundation", zh: "奠基", en: "foundation stone" },
        { code: "started", zh: "开工", en: "started" },
        { code: "completed", zh: "竣工（建成）", en: "completed" },
        { code: "accepted", zh: "验收", en: "accepted" },
        { code: "unveiled", zh: "揭牌", en: "unveiled" },
        { code: "in_use", zh: "启用", en: "taken into use" },
        { code: "in_production", zh: "投产", en: "in production" },
        { code: "opened", zh: "开业", en: "opened" },
        { code: "handed_over", zh: "移交", en: "handed over" },
        { code: "other", zh: "其他", en: "other" },
      ],
    },
    { key: "type_printed", zh: "节点（原文）", en: "as printed", type: "text" },
    { key: "date", zh: "日期", en: "date", type: "date" },
    { key: "visit", zh: "所在活动", en: "during visit", type: "reference", record: "visit" },
    { key: "happening_id", zh: "活动标识", en: "happening", type: "identifier" },
  ],
};

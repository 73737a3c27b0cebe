import type { RecordDefinition } from "../record-definition.js";

/**
 * 一页纸: what was handed to a leader, as it was worded. It is made from the data; what an office changes in it is kept here,
 * and its versions are the row's history. It lives in the party that it speaks of.
 */
export const briefing: RecordDefinition = {
  name: "briefing",
  zh: "一页纸",
  en: "one-page brief",
  keeping: "scoped",
  group: "files",
  title: ["title"],
  order: { field: "cut_off", descending: true },
  columns: ["title", "cut_off"],
  fields: [
    { key: "title", zh: "标题", en: "title", type: "text", required: true },
    { key: "cut_off", zh: "截至日", en: "cut-off day", type: "date", required: true },
    { key: "text", zh: "正文", en: "text", type: "long_text", required: true },
    { key: "note", zh: "备注", en: "note", type: "long_text" },
  ],
};

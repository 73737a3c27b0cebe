import type { RecordDefinition } from "../record-definition.js";

/**
 * 人员: one row per human being; two posts in two places (虎门镇党委书记 and 滨海湾新区管委会党工委书记) are two posts of one person.
 * Two people of one name stay two rows until somebody says that they are one. The note is private.
 */
export const person: RecordDefinition = {
  name: "person",
  zh: "人员",
  en: "person",
  keeping: "reference",
  group: "basics",
  title: ["name"],
  order: { field: "name", descending: false, sound: "surname" },
  columns: ["name"],
  fields: [
    { key: "name", zh: "姓名", en: "name", type: "text", required: true },
    { key: "note", zh: "备注（内部）", en: "note (private)", type: "long_text", personal: true },
  ],
};

import type { RecordDefinition } from "../record-definition.js";

/**
 * 会议: 党政联席会议 ≠ 座谈会 ≠ 推进会; indicator A3 counts only the first, per pair and not per trip. `start` and `end` are the
 * trip's span where the day is not printed.
 */
export const meeting: RecordDefinition = {
  name: "meeting",
  zh: "会议",
  en: "meeting",
  keeping: "scoped",
  group: "leadership",
  title: ["name"],
  order: { field: "start_date", descending: true },
  columns: ["name", "type", "start_date", "place", "chair"],
  fields: [
    { key: "happening_id", zh: "活动标识", en: "happening", type: "identifier", required: true },
    { key: "name", zh: "会议名称", en: "name", type: "text", required: true },
    {
      key: "type",
      zh: "会议类型",
      en: "type",
      type: "code",
      codes: [
        { code: "high_level", zh: "高层联席会议", en: "high-level joint meeting" },
        { code: "joint", zh: "党政联席会议", en: "joint meeting" },
        { code: "symposium", zh: "座谈会", en: "symposium" },
        { code: "liaison", zh: "对接会", en: "liaison meeting" },
        { code: "promotion", zh: "推进会", en: "progress meeting" },
        { code: "topical", zh: "专题会", en: "topical meeting" },
        { code: "dispatch", zh: "调度会（例会）", en: "dispatch meeting" },
        { code: "leading_group", zh: "领导小组会", en: "leading group" },
        { code: "standing", zh: "常委会（常务会）", en: "standing committee" },
        { code: "other", zh: "其他会议", en: "other" },
      ],
    },
    { key: "type_printed", zh: "会议类型（原文）", en: "type as printed", type: "text" },
    { key: "visit", zh: "所属互访", en: "within visit", type: "reference", record: "visit" },
    { key: "start_date", zh: "开始日期", en: "start", type: "date", headers: ["时间", "日期"] },
    { key: "end_date", zh: "结束日期", en: "end", type: "date" },
    { key: "date_inferred", zh: "日期（年份）系推断", en: "date or year inferred", type: "flag" },
    { key: "place", zh: "地点", en: "place", type: "text" },
    { key: "chair", zh: "主持人", en: "chair", type: "text" },
    { key: "parties", zh: "参会方", en: "parties", type: "references", record: "party" },
    { key: "minutes_no", zh: "纪要文号", en: "minutes number", type: "text", headers: ["纪要编号", "期号"] },
    { key: "topics", zh: "议题", en: "topics", type: "long_text", headers: ["会议议题"] },
    { key: "headcount", zh: "参会人数", en: "headcount", type: "integer", unit: "人", headers: ["人数"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};

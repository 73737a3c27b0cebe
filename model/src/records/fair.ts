import type { RecordDefinition } from "../record-definition.js";

/**
 * 展销、招聘等活动: a job fair, a sales fair or a promotion of investment or tourism.
 */
export const fair: RecordDefinition = {
  name: "fair",
  zh: "展销招聘活动",
  en: "fair",
  keeping: "scoped",
  group: "labour",
  title: ["name"],
  order: { field: "start_date", descending: true },
  columns: ["name", "type", "start_date", "place"],
  fields: [
    { key: "happening_id", zh: "活动标识", en: "happening", type: "identifier", required: true },
    { key: "name", zh: "活动名称", en: "name", type: "text", required: true },
    {
      key: "type",
      zh: "活动类型",
      en: "type",
      type: "code",
      codes: [
        { code: "job", zh: "招聘会", en: "job fair" },
        { code: "sales", zh: "展销会", en: "sales fair" },
        { code: "promotion", zh: "推介会", en: "promotion" },
        { code: "other", zh: "其他", en: "other" },
      ],
    },
    { key: "object", zh: "活动内容（原文）", en: "subject", type: "text" },
    { key: "parties", zh: "参加方", en: "parties", type: "references", record: "party" },
    { key: "start_date", zh: "开始日期", en: "start", type: "date", headers: ["时间", "日期"] },
    { key: "end_date", zh: "结束日期", en: "end", type: "date" },
    { key: "date_inferred", zh: "日期（年份）系推断", en: "date or year inferred", type: "flag" },
    { key: "place", zh: "地点", en: "place", type: "text" },
    { key: "visit", zh: "所属互访", en: "within visit", type: "reference", record: "visit" },
  ],
};

import type { RecordDefinition } from "../record-definition.js";

/**
 * 签约: a contract or agreement signed (indicator D7). A sum that is not printed is null 未填, and a signing is neither an investment
 * landed (D1) nor money arrived (D2).
 */
export const signing: RecordDefinition = {
  name: "signing",
  zh: "签约",
  en: "signing",
  keeping: "scoped",
  group: "industry",
  title: ["name"],
  order: { field: "start_date", descending: true },
  columns: ["name", "firm", "amount", "start_date"],
  fields: [
    { key: "happening_id", zh: "活动标识", en: "happening", type: "identifier", required: true },
    { key: "name", zh: "签约事项", en: "name", type: "text", required: true },
    { key: "object", zh: "签约内容（原文）", en: "what was signed", type: "text" },
    { key: "firm", zh: "签约企业（单位）", en: "firm", type: "text", headers: ["企业名称"] },
    {
      key: "amount",
      zh: "协议金额",
      en: "contract sum",
      type: "money",
      unit: "元",
      headers: ["协议投资额", "协议金额（万元）"],
    },
    { key: "start_date", zh: "开始日期", en: "start", type: "date", headers: ["时间", "日期"] },
    { key: "end_date", zh: "结束日期", en: "end", type: "date" },
    { key: "date_inferred", zh: "日期（年份）系推断", en: "date or year inferred", type: "flag" },
    { key: "place", zh: "地点", en: "place", type: "text" },
    { key: "parties", zh: "签约方", en: "parties", type: "references", record: "party" },
    { key: "visit", zh: "所属互访", en: "within visit", type: "reference", record: "visit" },
  ],
};

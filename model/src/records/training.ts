import type { RecordDefinition } from "../record-definition.js";

/**
 * 培训: a class or course. 人 and 人次 are two columns and never added.
 */
export const training: RecordDefinition = {
  name: "training",
  zh: "培训",
  en: "training",
  keeping: "scoped",
  group: "talent",
  title: ["name"],
  order: { field: "start_date", descending: true },
  columns: ["name", "start_date", "end_date", "place", "persons"],
  fields: [
    { key: "happening_id", zh: "活动标识", en: "happening", type: "identifier", required: true },
    { key: "name", zh: "培训班名称", en: "name", type: "text", required: true, headers: ["班次"] },
    { key: "object", zh: "培训内容（原文）", en: "subject", type: "text" },
    { key: "organiser", zh: "举办方", en: "organising side", type: "references", record: "party" },
    { key: "trainees", zh: "参训方", en: "trainees' side", type: "references", record: "party" },
    { key: "start_date", zh: "开始日期", en: "start", type: "date", headers: ["时间", "日期"] },
    { key: "end_date", zh: "结束日期", en: "end", type: "date" },
    { key: "date_inferred", zh: "日期（年份）系推断", en: "date or year inferred", type: "flag" },
    { key: "place", zh: "地点", en: "place", type: "text" },
    { key: "persons", zh: "培训人数", en: "persons", type: "integer", unit: "人" },
    { key: "person_times", zh: "培训人次", en: "person-times", type: "integer", unit: "人次" },
    { key: "visit", zh: "所属互访", en: "within visit", type: "reference", record: "visit" },
  ],
};

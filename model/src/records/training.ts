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
    {
      key: "field",
      zh: "培训类别",
      en: "field",
      type: "code",
      codes: [
        { code: "cadre", zh: "党政干部", en: "officials" },
        { code: "education", zh: "教育", en: "education" },
        { code: "health", zh: "医疗", en: "health" },
        { code: "farming", zh: "农技", en: "farming" },
        { code: "labour", zh: "劳动技能", en: "skills for a job" },
        { code: "other", zh: "其他", en: "other" },
      ],
      headers: ["类别", "培训类型", "专业领域"],
    },
    { key: "days", zh: "培训天数", en: "days", type: "integer", unit: "天", headers: ["天数"] },
    { key: "cost", zh: "培训经费", en: "cost", type: "money", unit: "元", headers: ["经费", "费用"] },
    { key: "person_times", zh: "培训人次", en: "person-times", type: "integer", unit: "人次" },
    { key: "visit", zh: "所属互访", en: "within visit", type: "reference", record: "visit" },
  ],
};

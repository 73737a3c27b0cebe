import type { RecordDefinition } from "../record-definition.js";

/**
 * 人才活动: sending off, arrival, rotation or a care visit (慰问) of posted cadres and specialists. Not a posting: who is in post
 * from when to when is a ledger of its own.
 */
export const talentEvent: RecordDefinition = {
  name: "talent_event",
  zh: "人才活动",
  en: "talent event",
  keeping: "scoped",
  group: "talent",
  title: ["name"],
  order: { field: "start_date", descending: true },
  columns: ["name", "type", "start_date", "lead"],
  fields: [
    { key: "happening_id", zh: "活动标识", en: "happening", type: "identifier", required: true },
    { key: "name", zh: "活动名称", en: "name", type: "text", required: true },
    {
      key: "type",
      zh: "活动类型",
      en: "type",
      type: "code",
      codes: [
        { code: "dispatch", zh: "选派", en: "dispatch" },
        { code: "farewell", zh: "欢送", en: "farewell" },
        { code: "arrival", zh: "到岗", en: "arrival" },
        { code: "rotation", zh: "轮换", en: "rotation" },
        { code: "care", zh: "慰问", en: "care visit" },
        { code: "other", zh: "其他", en: "other" },
      ],
    },
    { key: "sender", zh: "派出方", en: "sending side", type: "references", record: "party" },
    { key: "receiver", zh: "接收方", en: "receiving side", type: "references", record: "party" },
    { key: "object", zh: "对象（原文）", en: "whom it concerned", type: "text" },
    { key: "lead", zh: "带队（主持）领导", en: "led by", type: "text" },
    { key: "start_date", zh: "开始日期", en: "start", type: "date", headers: ["时间", "日期"] },
    { key: "end_date", zh: "结束日期", en: "end", type: "date" },
    { key: "date_inferred", zh: "日期（年份）系推断", en: "date or year inferred", type: "flag" },
    { key: "place", zh: "地点", en: "place", type: "text" },
    { key: "visit", zh: "所属互访", en: "within visit", type: "reference", record: "visit" },
  ],
};

import type { RecordDefinition } from "../record-definition.js";

/**
 * 互访（调研对接）: one delegation at one pair. A tour to three counties is three rows, one per pair, with a common `happening_id`,
 * so that it is one 批次 for the district and one for each county, never three for the district. A headcount that is not printed
 * is null: it comes from the letter or the list of names.
 */
export const visit: RecordDefinition = {
  name: "visit",
  zh: "互访",
  en: "visit",
  keeping: "scoped",
  group: "leadership",
  title: ["name"],
  order: { field: "start_date", descending: true },
  columns: ["name", "direction", "start_date", "end_date", "lead"],
  fields: [
    { key: "happening_id", zh: "活动标识", en: "happening", type: "identifier", required: true },
    { key: "name", zh: "活动名称", en: "name", type: "text", required: true },
    {
      key: "direction",
      zh: "方向",
      en: "direction",
      type: "code",
      codes: [
        { code: "east_to_west", zh: "东→西", en: "east to west" },
        { code: "west_to_east", zh: "西→东", en: "west to east" },
      ],
    },
    { key: "visitor", zh: "来访方", en: "visitors", type: "references", record: "party" },
    { key: "host", zh: "接待方", en: "hosts", type: "references", record: "party" },
    { key: "lead", zh: "带队领导", en: "led by", type: "text" },
    { key: "start_date", zh: "开始日期", en: "start", type: "date", headers: ["时间", "日期"] },
    { key: "end_date", zh: "结束日期", en: "end", type: "date" },
    { key: "date_inferred", zh: "日期（年份）系推断", en: "date or year inferred", type: "flag" },
    { key: "purpose", zh: "主要任务", en: "purpose", type: "text" },
    { key: "headcount", zh: "人数", en: "headcount", type: "integer", unit: "人" },
    { key: "batch_no", zh: "批次", en: "batch", type: "text", headers: ["批次号"] },
    {
      key: "lead_rank",
      zh: "带队领导层级",
      en: "rank of the lead",
      type: "code",
      codes: [
        { code: "principal", zh: "党政主要负责同志", en: "principal leader" },
        { code: "deputy", zh: "其他县级领导", en: "other leader" },
        { code: "department", zh: "部门负责同志", en: "head of department" },
        { code: "other", zh: "其他", en: "other" },
      ],
      headers: ["带队领导职级"],
    },
    { key: "letter_no", zh: "公函文号", en: "letter number", type: "text", headers: ["来函文号"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};

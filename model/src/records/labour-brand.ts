import type { RecordDefinition } from "../record-definition.js";

/** 劳务品牌: a trade that a place is known for, as certified; it counts from its certificate until it is withdrawn. */
export const labourBrand: RecordDefinition = {
  name: "labour_brand",
  zh: "劳务品牌",
  en: "labour brand",
  keeping: "scoped",
  group: "labour",
  title: ["name"],
  order: { field: "name", descending: false, sound: "words" },
  columns: ["name", "level", "certified_on", "persons"],
  fields: [
    { key: "name", zh: "品牌名称", en: "name", type: "text", required: true, headers: ["劳务品牌名称"] },
    {
      key: "level",
      zh: "认定层级",
      en: "level",
      type: "code",
      codes: [
        { code: "province", zh: "省级", en: "province" },
        { code: "city", zh: "市级", en: "city" },
        { code: "county", zh: "县级", en: "county" },
      ],
      headers: ["级别"],
    },
    { key: "certified_on", zh: "认定日期", en: "certified on", type: "date", headers: ["认定时间"] },
    { key: "certificate_no", zh: "认定文号", en: "certificate", type: "text", headers: ["认定文件"] },
    { key: "certified_by", zh: "认定单位", en: "certified by", type: "text" },
    { key: "persons", zh: "从业人数", en: "people in it", type: "integer", unit: "人", headers: ["带动就业"] },
    { key: "ended_on", zh: "取消日期", en: "ended on", type: "date" },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};

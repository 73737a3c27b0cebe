import { fromDictionary } from "../dictionary-codes.js";
import { YEARS } from "../integer-range.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 乡村振兴示范村（和美乡村）: a village that is built up with the cooperation's funds, as a list names it.
 */
export const demoVillage: RecordDefinition = {
  name: "demo_village",
  zh: "示范村",
  en: "model village",
  keeping: "scoped",
  group: "projects",
  title: ["village"],
  order: { field: "year", descending: true },
  year: "year",
  columns: ["village", "township", "year", "funds", "accepted_on"],
  fields: [
    {
      key: "village",
      zh: "村",
      en: "village",
      type: "text",
      required: true,
      headers: ["示范村名称", "村名", "示范村"],
    },
    { key: "township", zh: "乡镇", en: "township", type: "text" },
    { key: "year", zh: "年度", en: "year", type: "integer", range: YEARS, headers: ["创建年度"] },
    {
      key: "local_name",
      zh: "称谓",
      en: "local name",
      type: "code",
      ...fromDictionary("demo_village_name"),
      headers: ["类型"],
    },
    { key: "funds", zh: "协作资金", en: "funds", type: "money", unit: "元", headers: ["投入资金", "资金（万元）"] },
    { key: "content", zh: "建设内容", en: "content", type: "long_text", headers: ["主要建设内容"] },
    { key: "east_unit", zh: "东部帮扶单位", en: "eastern unit", type: "text", headers: ["帮扶单位"] },
    { key: "accepted_on", zh: "验收日期", en: "accepted on", type: "date", headers: ["验收时间"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};

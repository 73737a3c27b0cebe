import type { RecordDefinition } from "../record-definition.js";

/**
 * 点位: a place that a visit went to, in the order told. Party education and a railway station count in the itinerary and are
 * no projects.
 */
export const visitStop: RecordDefinition = {
  name: "visit_stop",
  zh: "点位",
  en: "stop",
  keeping: "scoped",
  group: "leadership",
  parent: { record: "visit", field: "visit" },
  title: ["name"],
  order: { field: "position", descending: false },
  columns: ["position", "name", "type", "region", "project"],
  fields: [
    { key: "visit", zh: "互访", en: "visit", type: "reference", record: "visit", required: true },
    { key: "position", zh: "顺序", en: "position", type: "integer", required: true },
    { key: "name", zh: "点位名称", en: "name", type: "text", required: true },
    {
      key: "type",
      zh: "点位类型",
      en: "type",
      type: "code",
      codes: [
        { code: "project", zh: "项目", en: "project" },
        { code: "enterprise", zh: "企业", en: "enterprise" },
        { code: "school", zh: "学校", en: "school" },
        { code: "hospital", zh: "医院", en: "hospital" },
        { code: "village", zh: "村（社区）", en: "village" },
        { code: "party_education", zh: "党性教育", en: "party education" },
        { code: "infrastructure", zh: "基础设施", en: "infrastructure" },
        { code: "other", zh: "其他", en: "other" },
      ],
    },
    { key: "project", zh: "对应项目", en: "project", type: "reference", record: "project" },
    { key: "place", zh: "所在地（原文）", en: "place as said", type: "text" },
    { key: "region", zh: "所在地", en: "region", type: "reference", record: "region" },
  ],
};

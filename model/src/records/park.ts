import type { RecordDefinition } from "../record-definition.js";

/**
 * 共建产业园区: a park both sides build (D4 counts agreements and approvals, never plaques).
 */
export const park: RecordDefinition = {
  name: "park",
  zh: "园区",
  en: "park",
  keeping: "scoped",
  group: "industry",
  title: ["name"],
  order: { field: "name", descending: false, sound: "words" },
  columns: ["name", "type", "co_built_since", "firms"],
  fields: [
    { key: "name", zh: "园区名称", en: "name", type: "text", required: true, headers: ["园区", "产业园名称"] },
    {
      key: "type",
      zh: "园区类型",
      en: "type",
      type: "code",
      codes: [
        { code: "farming", zh: "农业园区", en: "farming" },
        { code: "industrial", zh: "工业园区", en: "industrial" },
        { code: "other", zh: "其他", en: "other" },
      ],
      headers: ["类型"],
    },
    { key: "place", zh: "地点", en: "place", type: "text", headers: ["园区地址", "地址"] },
    { key: "region", zh: "所在地", en: "region", type: "reference", record: "region" },
    { key: "area", zh: "面积", en: "area", type: "decimal", unit: "亩", headers: ["占地面积（亩）", "面积（亩）"] },
    { key: "co_built_since", zh: "共建起始", en: "co-built since", type: "date", headers: ["共建时间", "成立时间"] },
    { key: "agreement", zh: "共建协议", en: "agreement", type: "reference", record: "agreement" },
    { key: "approval_no", zh: "批复文号", en: "approval", type: "text" },
    { key: "firms", zh: "入园企业", en: "firms", type: "integer", unit: "家", headers: ["入园企业数", "企业数"] },
    { key: "invested", zh: "到位投资", en: "invested", type: "money", unit: "元", headers: ["到位投资（万元）"] },
    { key: "jobs", zh: "吸纳就业", en: "jobs", type: "integer", unit: "人", headers: ["吸纳就业人数"] },
    {
      key: "relieved_jobs",
      zh: "其中脱贫人口",
      en: "jobs of relieved people",
      type: "integer",
      unit: "人",
      headers: ["其中脱贫人口就业"],
    },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};

import { YEARS } from "../integer-range.js";
import type { LifecycleStep, RecordDefinition } from "../record-definition.js";

const steps: readonly LifecycleStep[] = [
  {
    code: "in_use",
    zh: "在用",
    en: "in use",
    next: ["idle", "disposed"],
    proof: { zh: "确权登记表", en: "asset registration form" },
  },
  {
    code: "idle",
    zh: "闲置",
    en: "idle",
    next: ["in_use", "disposed"],
    proof: { zh: "核查记录", en: "inspection record" },
  },
  { code: "disposed", zh: "处置", en: "disposed", next: [], proof: { zh: "处置批复", en: "approval of the disposal" } },
];

/**
 * 项目资产: what a project left behind – operating, public, household – with its owner and who keeps it.
 */
export const asset: RecordDefinition = {
  name: "asset",
  zh: "资产",
  en: "asset",
  keeping: "scoped",
  group: "projects",
  title: ["name"],
  order: { field: "year", descending: true },
  columns: ["name", "class", "owner_level", "original_value", "status"],
  fields: [
    { key: "name", zh: "资产名称", en: "name", type: "text", required: true, headers: ["资产"] },
    { key: "asset_no", zh: "资产编号", en: "number", type: "text", headers: ["编号"] },
    { key: "project", zh: "来源项目", en: "project", type: "reference", record: "project" },
    {
      key: "class",
      zh: "资产类别",
      en: "class",
      type: "code",
      codes: [
        { code: "operating", zh: "经营性资产", en: "operating" },
        { code: "public", zh: "公益性资产", en: "public" },
        { code: "household", zh: "到户类资产", en: "household" },
      ],
      headers: ["类别", "资产类型"],
    },
    { key: "quantity", zh: "数量", en: "quantity", type: "decimal" },
    { key: "unit", zh: "计量单位", en: "unit", type: "text" },
    {
      key: "original_value",
      zh: "原值",
      en: "original value",
      type: "money",
      unit: "元",
      headers: ["资产原值", "原值（万元）"],
    },
    { key: "year", zh: "形成年度", en: "year", type: "integer", range: YEARS, headers: ["年度"] },
    {
      key: "owner_level",
      zh: "权属层级",
      en: "owner's level",
      type: "code",
      codes: [
        { code: "county", zh: "国有（县）", en: "county" },
        { code: "township", zh: "镇", en: "township" },
        { code: "village", zh: "村集体", en: "village" },
        { code: "household", zh: "户", en: "household" },
      ],
      headers: ["确权归属"],
    },
    { key: "owner", zh: "所有权人", en: "owner", type: "text", headers: ["产权单位"] },
    { key: "operator", zh: "经营主体", en: "operator", type: "text", headers: ["经营单位"] },
    { key: "custodian", zh: "管护责任人", en: "custodian", type: "text", headers: ["管护责任", "管护人"] },
    { key: "income", zh: "年收益", en: "yearly income", type: "money", unit: "元", headers: ["收益", "收益（万元）"] },
    { key: "status", zh: "状态", en: "status", type: "code", required: true, codes: steps, headers: ["使用状态"] },
    { key: "registered_on", zh: "登记日期", en: "registered on", type: "date", headers: ["确权时间"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "status", steps },
};

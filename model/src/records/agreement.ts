import { YEARS } from "../integer-range.js";
import type { LifecycleStep, RecordDefinition } from "../record-definition.js";

const steps: readonly LifecycleStep[] = [
  { code: "draft", zh: "拟订", en: "draft", next: ["signed"] },
  {
    code: "signed",
    zh: "已签订",
    en: "signed",
    next: ["ended"],
    proof: { zh: "盖章协议", en: "stamped agreement" },
    needs: ["signed_on"],
  },
  { code: "ended", zh: "已终止（到期）", en: "ended", next: [] },
];

/**
 * 协议: what both sides signed – framework, year, departments, pairing. Its numbers are `indicator_target` rows that point to it.
 */
export const agreement: RecordDefinition = {
  name: "agreement",
  zh: "协议",
  en: "agreement",
  keeping: "scoped",
  group: "leadership",
  title: ["title"],
  order: { field: "signed_on", descending: true },
  columns: ["title", "type", "year", "doc_no", "signed_on"],
  fields: [
    { key: "title", zh: "协议名称", en: "title", type: "text", required: true, headers: ["名称", "协议名称及编号"] },
    {
      key: "type",
      zh: "协议类型",
      en: "type",
      type: "code",
      codes: [
        { code: "framework", zh: "框架协议", en: "framework" },
        { code: "annual", zh: "年度协议", en: "annual" },
        { code: "department", zh: "部门协议", en: "department" },
        { code: "pairing", zh: "结对协议", en: "pairing" },
        { code: "other", zh: "其他", en: "other" },
      ],
      headers: ["类型"],
    },
    { key: "year", zh: "年度", en: "year", type: "integer", range: YEARS, headers: ["年份"] },
    { key: "doc_no", zh: "文号（编号）", en: "document number", type: "text", headers: ["编号", "协议编号", "文号"] },
    { key: "signed_on", zh: "签订日期", en: "signed on", type: "date", headers: ["签订时间", "签约时间", "签署日期"] },
    { key: "valid_from", zh: "生效日期", en: "valid from", type: "date", headers: ["起始时间"] },
    { key: "valid_to", zh: "终止日期", en: "valid to", type: "date", headers: ["截止时间"] },
    { key: "east_unit", zh: "东部签约单位", en: "eastern unit", type: "reference", record: "organisation" },
    { key: "west_unit", zh: "西部签约单位", en: "western unit", type: "reference", record: "organisation" },
    {
      key: "east_name",
      zh: "东部签约单位（原文）",
      en: "eastern unit as printed",
      type: "text",
      headers: ["甲方", "东部单位"],
    },
    {
      key: "west_name",
      zh: "西部签约单位（原文）",
      en: "western unit as printed",
      type: "text",
      headers: ["乙方", "西部单位"],
    },
    { key: "amount", zh: "协议金额", en: "amount", type: "money", unit: "元", headers: ["协议金额（万元）"] },
    { key: "status", zh: "状态", en: "status", type: "code", codes: steps },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
  lifecycle: { field: "status", steps },
};

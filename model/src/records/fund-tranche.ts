import { wordsOf } from "../dictionary-codes.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 资金流转: one step of a sum – promised, notified, sent, received, allocated to a project, carried over, advanced, returned. 在途,
 * 预拨, 结转 and 超额 are states with a note, computed from these rows; none of them is refused (users.md finding 22).
 */
export const fundTranche: RecordDefinition = {
  name: "fund_tranche",
  zh: "资金流转",
  en: "movement of funds",
  keeping: "scoped",
  group: "funds",
  parent: { record: "fund_source", field: "source" },
  title: ["step"],
  order: { field: "on", descending: true },
  year: "on",
  columns: ["source", "step", "on", "amount", "doc_no", "project"],
  fields: [
    { key: "source", zh: "资金来源", en: "source", type: "reference", required: true, record: "fund_source" },
    {
      key: "step",
      zh: "环节",
      en: "step",
      type: "code",
      required: true,
      codes: [
        { code: "pledged", zh: "协议承诺", en: "pledged" },
        { code: "notified", zh: "下达指标", en: "notified" },
        { code: "allocated", zh: "分配到项目", en: "allocated" },
        { code: "sent", zh: "拨出", en: "sent" },
        { code: "received", zh: "到账", en: "received" },
        { code: "carried_over", zh: "结转", en: "carried over" },
        { code: "advanced", zh: "预拨（垫付）", en: "advanced" },
        { code: "returned", zh: "结余收回", en: "returned" },
      ],
      headers: ["资金环节", "状态"],
    },
    { key: "on", zh: "日期", en: "on", type: "date", headers: ["时间", "拨付时间", "到账时间", "下达时间"] },
    {
      key: "amount",
      zh: "金额",
      en: "amount",
      type: "money",
      required: true,
      unit: "元",
      headers: ["金额（万元）", "到账金额", "拨付金额"],
    },
    {
      key: "doc_no",
      zh: "文号（凭证号）",
      en: "document or voucher number",
      type: "text",
      headers: ["文号", "指标文号", "凭证号"],
    },
    {
      key: "subject",
      zh: "预算科目",
      en: "budget subject",
      type: "text",
      offers: wordsOf("budget_subject"),
      against: wordsOf("fund_negative_list"),
      headers: ["科目", "功能科目"],
    },
    { key: "project", zh: "项目", en: "project", type: "reference", record: "project" },
    {
      key: "approved_by",
      zh: "批复文号（农领小组）",
      en: "approval",
      type: "text",
      headers: ["农领小组批复", "批复文号"],
    },
    {
      key: "note",
      zh: "备注",
      en: "note",
      type: "long_text",
      against: wordsOf("fund_negative_list"),
      headers: ["说明"],
    },
  ],
};

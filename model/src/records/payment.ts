import { wordsOf } from "../dictionary-codes.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 支付: signed paper that is registered here, not an approval that is made here (the payment system is 预算管理一体化). Countersigned
 * (会签) by the county leader in charge and the posted eastern cadre. Split by source in `payment_share`; without a split the
 * asked-for 协作资金支付率 cannot be told.
 */
export const payment: RecordDefinition = {
  name: "payment",
  zh: "支付",
  en: "payment",
  keeping: "scoped",
  group: "funds",
  parent: { record: "project", field: "project" },
  title: ["payee", "voucher_no"],
  order: { field: "paid_on", descending: true },
  year: "paid_on",
  columns: ["project", "paid_on", "amount", "payee", "voucher_no"],
  fields: [
    { key: "project", zh: "项目", en: "project", type: "reference", required: true, record: "project" },
    { key: "paid_on", zh: "支付日期", en: "paid on", type: "date", headers: ["支付时间", "日期"] },
    {
      key: "amount",
      zh: "支付金额",
      en: "amount",
      type: "money",
      required: true,
      unit: "元",
      headers: ["金额", "支付金额（万元）"],
    },
    {
      key: "payee",
      zh: "收款单位",
      en: "payee",
      type: "text",
      required: true,
      headers: ["收款人", "收款方", "实施单位"],
    },
    {
      key: "payee_code",
      zh: "收款单位信用代码",
      en: "payee's credit code",
      type: "text",
      headers: ["统一社会信用代码"],
    },
    { key: "voucher_no", zh: "凭证号", en: "voucher number", type: "text", headers: ["支付凭证号", "凭证编号"] },
    { key: "signer_west", zh: "会签（县分管领导）", en: "signed for the west", type: "text", headers: ["县分管领导"] },
    {
      key: "signer_east",
      zh: "会签（援派干部）",
      en: "signed for the east",
      type: "text",
      headers: ["援派干部", "挂职干部"],
    },
    {
      key: "purpose",
      zh: "用途",
      en: "purpose",
      type: "text",
      against: wordsOf("fund_negative_list"),
      headers: ["款项用途", "摘要"],
    },
    { key: "explanation", zh: "超额说明", en: "explanation", type: "text" },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};

import type { RecordDefinition } from "../record-definition.js";

/**
 * 投资到位: one payment that really arrived of an investment, with its day. 实际到位投资额 of a year (D2) is made of these; the sum
 * that an investment carries is all years together and never split by guess.
 */
export const investmentArrival: RecordDefinition = {
  name: "investment_arrival",
  zh: "投资到位",
  en: "investment arrived",
  keeping: "scoped",
  group: "industry",
  parent: { record: "investment", field: "investment" },
  title: ["arrived_on", "amount"],
  order: { field: "arrived_on", descending: true },
  columns: ["investment", "arrived_on", "amount", "voucher"],
  fields: [
    { key: "investment", zh: "投资项目", en: "investment", type: "reference", record: "investment", required: true },
    { key: "arrived_on", zh: "到位日期", en: "arrived on", type: "date", required: true, headers: ["到位时间"] },
    {
      key: "amount",
      zh: "到位金额",
      en: "amount",
      type: "money",
      unit: "元",
      required: true,
      headers: ["到位资金", "实际到位"],
    },
    { key: "voucher", zh: "凭证号", en: "voucher", type: "text", headers: ["银行回单号", "发票号"] },
    { key: "used_for", zh: "用途", en: "used for", type: "text" },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};

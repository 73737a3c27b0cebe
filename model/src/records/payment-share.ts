import type { RecordDefinition } from "../record-definition.js";

/**
 * 支付来源: how much of a payment one source of funds bears.
 */
export const paymentShare: RecordDefinition = {
  name: "payment_share",
  zh: "支付来源",
  en: "share of a payment",
  keeping: "scoped",
  group: "funds",
  parent: { record: "payment", field: "payment" },
  title: ["source"],
  order: { field: "position", descending: false },
  columns: ["payment", "source", "amount"],
  fields: [
    { key: "payment", zh: "支付", en: "payment", type: "reference", required: true, record: "payment" },
    { key: "source", zh: "资金来源", en: "source", type: "reference", required: true, record: "fund_source" },
    { key: "amount", zh: "金额", en: "amount", type: "money", required: true, unit: "元" },
    { key: "position", zh: "次序", en: "position", type: "integer" },
  ],
};

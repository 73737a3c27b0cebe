/** Refusals of 资金. */
export const moneyCodes = {
  PAYMENT_NEEDS_NOTE: {
    zh: "累计支付 {paid} 万元，超过已拨付 {disbursed} 万元，尚未保存。",
    en: "Paid in all {paid_en} (10,000 yuan) is more than the {disbursed_en} disbursed; not saved yet.",
    advice_zh: "情况属实的，请填写说明后再保存。",
    advice_en: "If it is so, say why and save again.",
  },
  PAYMENT_SPLIT: {
    zh: "各资金来源合计 {shared} 元，超过支付金额 {amount} 元，没有保存。",
    en: "The sources of funds add up to {shared} yuan, more than the payment of {amount} yuan; nothing was saved.",
    advice_zh: "请核对各来源的金额。",
    advice_en: "Check the amount of each source.",
  },
} as const;

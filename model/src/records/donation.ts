import type { RecordDefinition } from "../record-definition.js";

/**
 * 捐赠: cash and goods are two things and never added; goods have a value only with a receipt.
 */
export const donation: RecordDefinition = {
  name: "donation",
  zh: "捐赠",
  en: "donation",
  keeping: "scoped",
  group: "funds",
  title: ["name"],
  order: { field: "start_date", descending: true },
  columns: ["name", "donor", "amount", "goods", "start_date"],
  fields: [
    { key: "happening_id", zh: "活动标识", en: "happening", type: "identifier", required: true },
    { key: "name", zh: "捐赠事项", en: "name", type: "text", required: true },
    { key: "donor", zh: "捐赠单位（人）", en: "donor", type: "text" },
    { key: "giver", zh: "捐赠方", en: "giving side", type: "references", record: "party" },
    { key: "receiver", zh: "受赠方", en: "receiving side", type: "references", record: "party" },
    { key: "object", zh: "捐赠内容（原文）", en: "what was given", type: "text" },
    { key: "amount", zh: "捐赠资金", en: "cash", type: "money", unit: "元", headers: ["金额", "资金（万元）"] },
    { key: "goods", zh: "捐赠物资", en: "goods", type: "text" },
    { key: "goods_value", zh: "物资折款", en: "value of goods", type: "money", unit: "元", headers: ["折款（万元）"] },
    { key: "start_date", zh: "开始日期", en: "start", type: "date", headers: ["时间", "日期"] },
    { key: "end_date", zh: "结束日期", en: "end", type: "date" },
    { key: "date_inferred", zh: "日期（年份）系推断", en: "date or year inferred", type: "flag" },
    { key: "place", zh: "地点", en: "place", type: "text" },
    { key: "visit", zh: "所属互访", en: "within visit", type: "reference", record: "visit" },
    { key: "receipt_no", zh: "票据号", en: "receipt number", type: "text", headers: ["捐赠票据号"] },
    {
      key: "value_basis",
      zh: "折款依据",
      en: "basis of the value",
      type: "code",
      codes: [
        { code: "invoice", zh: "发票", en: "invoice" },
        { code: "stock_out", zh: "出库单", en: "stock-out slip" },
        { code: "procurement_price", zh: "政采价", en: "procurement price" },
        { code: "appraisal", zh: "评估", en: "appraisal" },
      ],
    },
    { key: "earmark", zh: "定向用途", en: "earmark", type: "text", headers: ["用途"] },
    { key: "used_for", zh: "使用情况", en: "used for", type: "long_text" },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};

import { bulkFields } from "../bulk-fields.js";
import { fromDictionary } from "../dictionary-codes.js";
import { MONTHS, YEARS } from "../integer-range.js";
import type { RecordDefinition } from "../record-definition.js";

/**
 * 消费帮扶: one sale, bought (采购) or helped to sell (帮助销售): two kinds that are shown apart and summed only as F1 says. What is not
 * counted says why. Deduplicated by seller's code, invoice, buyer and day. Rows of a
 * small workbook have a source for each cell; those of a ledger that is read row by row carry run and row.
 */
export const sale: RecordDefinition = {
  name: "sale",
  zh: "消费帮扶",
  en: "sale",
  keeping: "scoped",
  group: "consumption",
  title: ["seller", "product"],
  order: { field: "sold_on", descending: true },
  searched: { words: ["buyer"], keys: ["invoice_no"] },
  year: "year",
  columns: ["sold_on", "seller", "product", "amount", "buyer", "mode", "counted"],
  fields: [
    { key: "sold_on", zh: "日期", en: "sold on", type: "date", headers: ["销售日期", "交易日期", "时间"] },
    {
      key: "seller",
      zh: "销售主体",
      en: "seller",
      type: "text",
      required: true,
      headers: ["销售单位", "供应商", "销售方"],
    },
    {
      key: "seller_code",
      zh: "销售主体信用代码",
      en: "seller's credit code",
      type: "text",
      headers: ["统一社会信用代码", "信用代码"],
    },
    { key: "product", zh: "产品", en: "product", type: "text", headers: ["产品名称", "商品", "农产品名称"] },
    { key: "quantity", zh: "数量", en: "quantity", type: "decimal" },
    { key: "unit", zh: "计量单位", en: "unit", type: "text", headers: ["单位"] },
    { key: "price", zh: "单价", en: "price", type: "money", unit: "元", headers: ["单价（元）"] },
    {
      key: "amount",
      zh: "金额",
      en: "amount",
      type: "money",
      unit: "元",
      headers: ["销售金额", "金额（元）", "销售额", "交易金额"],
    },
    { key: "buyer", zh: "采购方", en: "buyer", type: "text", headers: ["采购单位", "购买方"] },
    { key: "buyer_region", zh: "采购方所在地", en: "buyer's region", type: "text", headers: ["所在地", "采购地区"] },
    { key: "buyer_kind", zh: "采购方类型", en: "kind of buyer", type: "text", headers: ["采购单位类型"] },
    {
      key: "mode",
      zh: "类别",
      en: "mode",
      type: "code",
      codes: [
        { code: "purchase", zh: "采购", en: "purchase" },
        { code: "assisted", zh: "帮助销售", en: "assisted sale" },
      ],
      headers: ["类别(采购/帮助销售)", "类别（采购/帮助销售）", "方式"],
    },
    {
      key: "channel",
      zh: "渠道",
      en: "channel",
      type: "code",
      ...fromDictionary("sale_channel"),
      headers: ["销售渠道"],
    },
    { key: "invoice_no", zh: "发票号码", en: "invoice number", type: "text", headers: ["发票号", "票号"] },
    { key: "invoiced_on", zh: "发票日期", en: "invoiced on", type: "date", headers: ["开票日期"] },
    { key: "voucher", zh: "佐证", en: "voucher", type: "text", headers: ["佐证材料"] },
    { key: "counted", zh: "计入", en: "counted", type: "flag" },
    { key: "exclusion", zh: "不计入原因", en: "why not counted", type: "text", headers: ["剔除原因"] },
    { key: "year", zh: "年度", en: "year", type: "integer", range: YEARS, required: true },
    { key: "month", zh: "月份", en: "month", type: "integer", range: MONTHS, headers: ["月"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
    ...bulkFields,
  ],
};

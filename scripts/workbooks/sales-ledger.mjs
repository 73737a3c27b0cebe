// @ts-check
import { Sheet } from "./sheet.mjs";

/**
 * @typedef {{ date: string | number, seller: string, code: string, product: string, unit: string, price: number, amount: number,
 *   typed?: string, buyer: string, region: string | null, buyerKind: string, channel: string, mode: "采购" | "帮助销售",
 *   invoice: string | number, note?: string }} Sale
 */

const HEADER = [
  "序号",
  "日期",
  "销售主体",
  "统一社会信用代码",
  "产品",
  "数量",
  "单位",
  "单价",
  "金额",
  "采购方",
  "采购方所在地",
  "采购方类型",
  "渠道",
  "类别(采购/帮助销售)",
  "发票号码",
  "佐证",
  "备注",
];

/**
 * 消费帮扶台账 of one month; amounts of `sales` are 元, printed in `unit`. The first seller's rows end with its 小计.
 * @param {string} county @param {number} year @param {number} month @param {readonly Sale[]} sales @param {"元" | "万元"} unit
 */
export function salesSheet(county, year, month, sales, unit) {
  const sheet = new Sheet(`${month}月`);
  const shown = (/** @type {number} */ amount) => (unit === "元" ? amount : Math.round(amount) / 10_000);
  sheet.merge("A1:Q1", `${county}${year}年消费帮扶台账（${month}月）`);
  sheet.merge("A2:Q2", `单位：${unit}`);
  sheet.row(3, HEADER);
  let row = 4;
  const subtotal = (/** @type {string} */ seller) => {
    const own = sales.filter((sale) => sale.seller === seller);
    sheet.put(`A${row}`, `${seller.replace(/^.*?镇/u, "")}小计`).put(`I${row}`, shown(total(own)));
    row += 1;
  };
  const [first] = sales;
  for (const [at, sale] of sales.entries()) {
    if (first !== undefined && at > 0 && sales[at - 1]?.seller === first.seller && sale.seller !== first.seller)
      subtotal(first.seller);
    const quantity = Math.round(sale.amount / sale.price);
    sheet.row(row, [
      ...[at + 1, sale.date, sale.seller, sale.code, sale.product, quantity, sale.unit],
      ...[
        shown(sale.price),
        sale.typed ?? shown(sale.amount),
        sale.buyer,
        sale.region,
        sale.buyerKind,
        sale.channel,
        sale.mode,
      ],
      ...[sale.invoice, "发票、出库单", sale.note ?? null],
    ]);
    row += 1;
  }
  sheet.put(`A${row}`, "合计").put(`I${row}`, shown(total(sales)));
  sheet.widths.set(2, 22).set(3, 22).set(9, 20);
  return sheet;
}

/** 汇总 in 万元, by month. @param {string} county @param {number} year @param {readonly { month: number, amount: number }[]} months */
export function salesSummary(county, year, months) {
  const sheet = new Sheet("汇总");
  sheet.merge("A1:B1", `${county}${year}年消费帮扶汇总表`);
  sheet.merge("A2:B2", "单位：万元");
  sheet.row(3, ["月份", "金额"]);
  for (const [at, { month, amount }] of months.entries())
    sheet.row(at + 4, [`${month}月`, { v: amount / 10_000, z: "0.00" }]);
  const end = months.length + 3;
  const all = months.reduce((sum, { amount }) => sum + amount, 0);
  sheet.row(end + 1, ["合计", { v: all / 10_000, f: `SUM(B4:B${end})`, z: "0.00" }]);
  return sheet;
}

/** @param {readonly Sale[]} sales */
function total(sales) {
  return sales.reduce((sum, { amount }) => sum + amount, 0);
}

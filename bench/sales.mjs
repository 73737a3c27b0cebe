// @ts-check
// The sales ledger of bench/bulk.mjs: invented invoices, each with its own number.

export const saleColumns =
  "序号 日期 销售主体 统一社会信用代码 产品 数量 单位 单价 金额 采购方 采购方所在地 渠道 类别 发票号码 备注".split(" ");

/** @param {number} row @returns {readonly (string | number)[]} */
export function saleRow(row) {
  const day = new Date(Date.UTC(2023, 0, 1 + (row % 330))).toISOString().slice(0, 10);
  const [quantity, price] = [1 + (row % 90), 20 + (row % 700)];
  return [
    row + 1,
    day,
    `石坎县农产品专业合作社${row % 300}`,
    "91980101MA0TK00011",
    `辣椒酱${row % 80}号`,
    quantity,
    "件",
    price,
    quantity * price,
    `望潮区机关食堂${row % 900}`,
    row % 2 === 0 ? "甲省临海市望潮区" : "甲省临海市",
    "机关食堂",
    row % 3 === 0 ? "帮助销售" : "采购",
    String(10_000_000 + row),
    "",
  ];
}

// @ts-check
/** @typedef {import("./sales-ledger.mjs").Sale} Sale */

const SELLERS = {
  coop: { seller: "石坎县福泉镇蔬菜专业合作社", code: "93980101MF0TK0004E" },
  pepper: { seller: "石坎县红椒食品有限公司", code: "91980101MA0TK00011" },
  fungus: { seller: "石坎县云岭菌业有限公司", code: "91980101MA0TK00024" },
};
const BUYERS = [
  ["望潮区机关后勤服务中心", "机关", "机关采购"],
  ["望潮海润食品有限公司", "企业", "企业采购"],
  ["临海市潮汐超市有限公司", "企业", "商超"],
  ["望潮优品电子商务有限公司", "企业", "电商直播"],
];
const PRODUCTS = [
  ["辣椒酱", "瓶", 20],
  ["干香菇", "公斤", 100],
  ["高山白菜", "公斤", 4],
];
/** 万元 by month: 采购, 帮助销售 (users.md §6, L6). */
const MONTHS_2023 = [
  [30, 66.3],
  [25, 55],
  [38, 82.5],
  [42, 91.2],
  [44, 96],
  [47, 103.4],
  [50, 110],
  [53, 118],
  [60, 130.5],
  [80, 180.5],
  [43.4, 86.6],
];

/** 66 sales of 石坎县 2023, six a month, with what goes wrong in real ledgers. @returns {{ month: number, sales: Sale[] }[]} */
export function salesOf2023() {
  return MONTHS_2023.map(([purchase = 0, assisted = 0], at) => {
    const month = at + 1;
    const fixedPurchase = month === 2 ? 1.28 : month === 10 ? 25.65 : purchase * 0.4;
    const fixedAssisted = month === 1 ? 6 : month === 10 ? 25.65 : assisted * 0.25;
    const rest = yuan(assisted) - yuan(fixedAssisted);
    const third = Math.floor(rest / 3 / 1000) * 1000;
    const sales = [
      sale(month, 1, "coop", "采购", yuan(fixedPurchase)),
      sale(month, 2, "coop", "帮助销售", yuan(fixedAssisted)),
      sale(month, 3, "pepper", "采购", yuan(purchase) - yuan(fixedPurchase)),
      sale(month, 4, "pepper", "帮助销售", third),
      sale(month, 5, "fungus", "帮助销售", third),
      sale(month, 6, "fungus", "帮助销售", rest - 2 * third),
    ];
    return { month, sales: sales.map((one, of) => ({ ...one, ...mess(month, of + 1) })) };
  });
}

/** @param {number} month @param {number} row @returns {Partial<Sale>} */
function mess(month, row) {
  if (month === 1 && row === 2) return { date: "2022-12-28", invoice: "00300011" };
  if (month === 2 && row === 1) return { typed: "¥12,800.00" };
  if (month === 10 && row === 1) return { invoice: "00382915" };
  if (month === 10 && row === 2) return { invoice: 382915 };
  if (month === 11 && row === 1) return { note: "退货2.6万" };
  if (month === 6 && row === 4) return { code: "91980101MA0TK00012" };
  if ((month === 3 && row === 4) || (month === 5 && row === 6) || (month === 8 && row === 2)) return { region: null };
  return {};
}

/** @param {number} month @param {number} row @param {keyof typeof SELLERS} seller @param {Sale["mode"]} mode @param {number} amount @returns {Sale} */
function sale(month, row, seller, mode, amount) {
  const [buyer = "", buyerKind = "", channel = ""] = BUYERS[(month + row) % BUYERS.length] ?? [];
  const [product = "", unit = "", price = 1] = PRODUCTS[row % PRODUCTS.length] ?? [];
  const number = 300_100 + month * 1000 + row;
  return {
    date: `2023-${String(month).padStart(2, "0")}-${String(3 + row * 3).padStart(2, "0")}`,
    ...SELLERS[seller],
    product: String(product),
    unit: String(unit),
    price: Number(price),
    amount,
    buyer,
    region: "甲省临海市望潮区",
    buyerKind,
    channel,
    mode,
    invoice: month % 2 === 0 ? number : String(number).padStart(8, "0"),
  };
}

/** @param {number} wan */
function yuan(wan) {
  return Math.round(wan * 10_000);
}

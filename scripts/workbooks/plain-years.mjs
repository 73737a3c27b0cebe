// @ts-check
import { inventedId, inventedName, inventedPhone } from "./invented-people.mjs";

/** Quiet years beside the first day's: what three years of two counties need, without what goes wrong in real sheets. */
/** @typedef {import("./labour-roll.mjs").Job} Job */
/** @typedef {import("./sales-ledger.mjs").Sale} Sale */

const SELLERS = {
  石坎县: { seller: "石坎县红椒食品有限公司", code: "91980101MA0TK00011" },
  清溪县: { seller: "清溪县油茶合作社", code: "" },
};
const TOWNS = {
  石坎县: [
    ["平坝镇", "红星村"],
    ["福泉镇", "福泉村"],
  ],
  清溪县: [
    ["清河镇", "上坝村"],
    ["竹溪乡", "下湾村"],
  ],
};

/** @param {"石坎县" | "清溪县"} county @param {number} year @param {readonly number[]} quarters 万元 by quarter @returns {{ month: number, sales: Sale[] }[]} */
export function plainSales(county, year, quarters) {
  return quarters.map((wan, at) => {
    const month = at * 3 + 2;
    const [first, rest] = [Math.round(wan * 3000), Math.round(wan * 7000)];
    const sale = (/** @type {number} */ row, /** @type {Sale["mode"]} */ mode, /** @type {number} */ amount) => ({
      date: `${year}-${String(month).padStart(2, "0")}-${String(4 + row * 6).padStart(2, "0")}`,
      ...SELLERS[county],
      product: county === "石坎县" ? "辣椒酱" : "山茶油",
      unit: "瓶",
      price: 20,
      amount,
      buyer: row === 1 ? "望潮区机关后勤服务中心" : "临海市潮汐超市有限公司",
      region: "甲省临海市望潮区",
      buyerKind: row === 1 ? "机关" : "企业",
      channel: row === 1 ? "机关采购" : "商超",
      mode,
      invoice: String((year % 100) * 100_000 + month * 100 + row + (county === "清溪县" ? 50_000 : 0)).padStart(8, "0"),
    });
    return { month, sales: [sale(1, "采购", first), sale(2, "帮助销售", rest)] };
  });
}

/** @param {"石坎县" | "清溪县"} county @param {number} year @param {number} people per town @returns {{ township: string, jobs: Job[] }[]} */
export function plainLabour(county, year, people) {
  const code = county === "石坎县" ? "980101" : "980102";
  return TOWNS[county].map(([township = "", village = ""], town) => ({
    township,
    jobs: Array.from({ length: people }, (_, at) => {
      const key = 300 + town * 100 + at + (county === "清溪县" ? 300 : 0);
      const sex = key % 3 === 0 ? "女" : "男";
      const east = at % 3 === 0;
      const person = {
        key,
        name: inventedName(key),
        householder: inventedName(key),
        relation: "本人",
        sex,
        id: inventedId(code, key, sex),
        phone: inventedPhone(key),
        township,
        village,
        group: `${1 + (at % 4)}组`,
        identity: at % 5 === 0 ? "监测对象" : at % 4 === 0 ? "一般户" : "脱贫户",
      };
      return {
        person,
        province: east ? "甲省" : "乙省",
        city: east ? "临海市" : "云岭州",
        county: east ? "望潮区" : county,
        employer: east ? "望潮海润食品有限公司" : "云岭建筑劳务公司",
        way: east ? "有组织" : "自主",
        started: `${year}.${1 + (at % 4)}`,
        ended: null,
        months: 8 + (at % 3),
        pay: 3600 + (at % 5) * 100,
        partner: east ? "√" : null,
      };
    }),
  }));
}

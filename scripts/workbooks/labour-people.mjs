// @ts-check
import { inventedId, inventedName, inventedPhone } from "./invented-people.mjs";

/** @typedef {import("./labour-roll.mjs").Person} Person */
/** @typedef {import("./labour-roll.mjs").Job} Job */

const VILLAGES = { 平坝镇: ["红星村", "大坪村"], 福泉镇: ["福泉村", "石桥村"], 高山镇: ["营盘村", "高山社区"] };
/** IDs given for tests (users.md §6): valid, one of them ending in X. */
const GIVEN_IDS = new Map([
  [1, "980101198503150015"],
  [2, "980101199001020020"],
  [3, "980101197711080037"],
  [30, "98010119850315004x"],
]);

/** 务工花名册 of 石坎县 2023: 93 people, 96 jobs, 100 rows. @returns {{ township: string, plain: boolean, jobs: Job[] }[]} */
export function labourOf2023() {
  const towns = /** @type {const} */ (["平坝镇", "福泉镇", "高山镇"]);
  const of = (/** @type {number} */ key) => person(key, key <= 38 ? towns[0] : key <= 70 ? towns[1] : towns[2]);
  const first = (/** @type {number} */ from, /** @type {number} */ to) =>
    Array.from({ length: to - from + 1 }, (_, at) => firstJob(of(from + at)));
  const moved = [1, 2].map((key) => ({
    ...firstJob(of(key)),
    person: { ...of(key), village: "福泉村", township: "福泉镇" },
    note: "户口已迁",
  }));
  return [
    {
      township: towns[0],
      plain: false,
      jobs: [...first(1, 38), ...[5, 6].map((key) => secondJob(of(key), "乙省", "石坎县红椒食品有限公司"))],
    },
    {
      township: towns[1],
      plain: false,
      jobs: [...first(39, 70), secondJob(of(45), "甲省", "望潮明港电子厂"), ...moved],
    },
    { township: towns[2], plain: true, jobs: [...first(71, 93), firstJob(of(71)), firstJob(of(72))] },
  ];
}

/** @param {number} key @param {"平坝镇" | "福泉镇" | "高山镇"} township @returns {Person} */
function person(key, township) {
  const sex = key % 3 === 0 ? "女" : "男";
  const name = inventedName(key);
  return {
    key,
    name,
    householder: key % 4 === 0 ? inventedName(key + 200) : name,
    relation: key % 4 === 0 ? "之子" : "本人",
    sex,
    id: idAsTyped(key, sex),
    phone: inventedPhone(key),
    township,
    village: VILLAGES[township][key % 2] ?? "",
    group: `${1 + (key % 5)}组`,
    identity: key <= 61 ? "脱贫户" : key <= 73 ? "监测对象" : "一般户",
  };
}

/** What became of the number on its way into the sheet. @param {number} key @param {"男" | "女"} sex */
function idAsTyped(key, sex) {
  const id = GIVEN_IDS.get(key) ?? inventedId("980101", key, sex);
  if (key >= 10 && key <= 14) return Number(`${id.slice(0, 15)}000`);
  if (key === 20 || key === 40) return id.slice(0, 17) + (id.endsWith("7") ? "3" : "7");
  if (key === 31) return `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`;
  if (key === 50) return id.slice(0, 6) + id.slice(8, 17);
  return id;
}

/** @param {Person} person @returns {Job} */
function firstJob(person) {
  const { key } = person;
  const [province, city, county, employer] =
    key <= 38
      ? [
          ["甲", "甲省", "甲省临海"][key % 3] ?? "甲省",
          "临海市",
          "望潮区",
          ["望潮海润食品有限公司", "望潮明港电子厂", "望潮宏远服装厂"][key % 3] ?? "",
        ]
      : key <= 79
        ? [key % 2 === 0 ? "乙省" : "乙", "云岭州", "石坎县", ["石坎县菌业合作社", "云岭建筑劳务公司"][key % 2] ?? ""]
        : [["丙省", "丁省"][key % 2] ?? "丙省", "", "", "东屏劳务公司"];
  const east = key <= 38;
  return {
    person,
    ...{ province, city, county, employer },
    way: key % 3 === 0 ? "有组织" : "自主",
    started: [20230215, "2023.2.15", "2月", "年前"][key % 4] ?? 20230215,
    ended: null,
    months: key % 10 === 0 ? "9个月" : 9 + (key % 2),
    pay: key % 8 === 0 ? "4000-5000" : 3500 + (key % 6) * 200,
    partner: east ? (["√", "是", 1][key % 3] ?? "√") : null,
  };
}

/** A shorter second job of the year. @param {Person} person @param {string} province @param {string} employer @returns {Job} */
function secondJob(person, province, employer) {
  const east = province === "甲省";
  return {
    person,
    province,
    city: east ? "临海市" : "云岭州",
    county: east ? "望潮区" : "石坎县",
    employer,
    way: "自主",
    started: "2023.10",
    ended: null,
    months: "3个月",
    pay: 3200,
    partner: east ? "√" : null,
    note: "第二份工作",
  };
}

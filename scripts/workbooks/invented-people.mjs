// @ts-check
/** Invented names and numbers, the same at every run: code 980101 is no county, telephones 1990000… belong to nobody. */

const SURNAMES = [..."李王张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗"];
const GIVEN = [
  "示例",
  "小山",
  "建坎",
  "春坪",
  "福泉",
  "红坡",
  "明溪",
  "秀岭",
  "大坪",
  "金椒",
  "玉川",
  "立新",
  "保田",
  "思源",
  "长水",
  "来喜",
  "家旺",
  "云朵",
  "石生",
  "新桥",
  "桂芬",
  "国梁",
  "素英",
];
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** @param {number} at */
export function inventedName(at) {
  return `${SURNAMES[at % SURNAMES.length]}${GIVEN[(at * 7 + Math.floor(at / SURNAMES.length)) % GIVEN.length]}`;
}

/** An ID number with a right check digit. @param {string} county @param {number} at @param {"男" | "女"} sex */
export function inventedId(county, at, sex) {
  const year = 1968 + (at % 35);
  const month = String(1 + (at % 12)).padStart(2, "0");
  const day = String(1 + ((at * 5) % 28)).padStart(2, "0");
  const order = String(100 + at * 2 + (sex === "男" ? 1 : 0)).slice(-3);
  const first = `${county}${year}${month}${day}${order}`;
  return first + checkCharacter(first);
}

/** @param {string} first17 */
export function checkCharacter(first17) {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return "10X98765432"[sum % 11] ?? "";
}

/** @param {number} at */
export function inventedPhone(at) {
  return 19_900_001_000 + at;
}

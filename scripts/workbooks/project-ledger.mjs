// @ts-check
import { day, Sheet } from "./sheet.mjs";

/**
 * @typedef {{ no: string, name: string, kind: string, nature: string, places: [string, string, string][], owner: string,
 *   money: (number | string)[], progress: number | string | null, started?: number | string, completed?: number | string,
 *   accepted?: number | string, benefit: number[], note?: string }} Project
 * @typedef {{ unit: string, day: string, groups: { name: string, projects: Project[] }[], typedPaidTotal?: number,
 *   typedRate?: string }} ProjectYear
 */

const MONEY = ["J", "K", "L", "M", "N", "O", "P", "Q"];
/** Columns that are merged over the villages of one project. */
const SHARED = [..."ABCDE", ..."IJKLMNOPQRSTUVWXYZ"];

/**
 * 项目实施进度台账: title, captions, a header of three rows, 合计 on top, the subtotal on each group's row, one block of rows a
 * project. @param {string} sheetName @param {string} county @param {string} year @param {ProjectYear} data
 */
export function projectSheet(sheetName, county, year, data) {
  const sheet = new Sheet(sheetName);
  sheet.merge("A1:Z1", `${county}${year}年东西部协作项目实施进度台账`);
  sheet.merge("A2:H2", `填报单位：${data.unit}（盖章）`);
  sheet.merge("J2:O2", `截至时间：${data.day}`);
  sheet.merge("X2:Z2", "单位：万元");
  header(sheet);
  const sum = (/** @type {Project[]} */ projects, /** @type {number} */ at) =>
    round(projects.reduce((total, { money }) => total + amount(money[at]), 0));
  const all = data.groups.flatMap(({ projects }) => projects);
  sheet.put("A6", "合　计");
  for (const [at, column] of MONEY.entries()) sheet.put(`${column}6`, sum(all, at));
  if (data.typedPaidTotal !== undefined) sheet.put("Q6", data.typedPaidTotal);
  if (data.typedRate !== undefined) sheet.put("R6", data.typedRate);
  let [row, serial] = [7, 1];
  for (const [at, { name, projects }] of data.groups.entries()) {
    sheet.put(`A${row}`, `${"一二三四"[at]}、${name}（${projects.length}个）`);
    for (const [of, column] of [
      [0, "J"],
      [6, "P"],
      [7, "Q"],
    ])
      sheet.put(`${column}${row}`, sum(projects, Number(of)));
    row += 1;
    for (const project of projects) {
      row = projectRows(sheet, project, row, serial);
      serial += 1;
    }
  }
  sheet.merge(`A${row + 1}:Z${row + 1}`, "注：支付率=已支付÷协作资金");
  sheet.merge(`A${row + 2}:Z${row + 2}`, "填表人：李示例    审核人：王示例    联系电话：0000-0000000");
  sheet.hiddenColumns.add(4);
  sheet.printArea = `$A$1:$Z$${row + 2}`;
  for (const [column, width] of [
    [2, 18],
    [7, 26],
    [8, 18],
    [25, 24],
  ])
    sheet.widths.set(Number(column), Number(width));
  return sheet;
}

/** @param {Sheet} sheet */
function header(sheet) {
  const tall = {
    A: "序号",
    B: "项目编号",
    C: "项目名称",
    D: "项目类型",
    E: "建设性质",
    H: "建设内容及规模",
    I: "实施单位",
    R: "支付率",
    S: "形象进度",
    T: "开工",
    U: "完工",
    V: "验收时间",
    Z: "备注",
  };
  for (const [column, word] of Object.entries(tall)) sheet.merge(`${column}3:${column}5`, word);
  sheet.merge("F3:G3", "建设地点").merge("F4:F5", "乡镇").merge("G4:G5", "村");
  sheet.merge("J3:O3", "资金来源").merge("J4:J5", "总投资").merge("K4:M4", "东西部协作资金");
  sheet.row(5, ["省级", "区级", "县以下"], "K");
  sheet.merge("N4:N5", "衔接资金").merge("O4:O5", "其他");
  sheet.merge("P3:Q3", "资金拨付").merge("P4:P5", "已拨付").merge("Q4:Q5", "已支付");
  sheet.merge("W3:Y3", "受益").merge("W4:W5", "村").merge("X4:X5", "户").merge("Y4:Y5", "人");
}

/** @param {Sheet} sheet @param {Project} project @param {number} row @param {number} serial */
function projectRows(sheet, project, row, serial) {
  const { no, name, kind, nature, places, owner, money, progress, started, completed, accepted, benefit, note } =
    project;
  sheet.row(row, [serial, no, name, kind, nature]);
  for (const [at, place] of places.entries()) sheet.row(row + at, place, "F");
  sheet.put(`I${row}`, owner);
  for (const [at, column] of MONEY.entries()) sheet.put(`${column}${row}`, money[at] ?? null);
  const coop = amount(money[1]) + amount(money[2]) + amount(money[3]);
  const paid = amount(money[7]);
  if (paid > 0) sheet.put(`R${row}`, { v: round(paid / coop, 4), f: `${paid}/${coop}`, z: "0.00%" });
  sheet.row(row, [progress, dated(started), dated(completed), dated(accepted)], "S");
  sheet.row(row, benefit, "W");
  if (note !== undefined) sheet.put(`Z${row}`, note);
  const last = row + places.length - 1;
  if (last > row) for (const column of SHARED) sheet.merges.push(`${column}${row}:${column}${last}`);
  return last + 1;
}

/** `@2023-11-20` is a date cell; all else stands as typed. @param {number | string | undefined} value */
function dated(value) {
  return typeof value === "string" && value.startsWith("@") ? day(value.slice(1)) : (value ?? null);
}

/** What a cell means in 万元, for totals. @param {number | string | undefined} value */
function amount(value) {
  if (typeof value === "number") return value;
  const plain = (value ?? "").replaceAll(",", "");
  const digits = Number.parseFloat(plain);
  if (Number.isNaN(digits)) return 0;
  return plain.endsWith("元") && !plain.includes("万") ? digits / 10_000 : digits;
}

/** @param {number} value @param {number} [places] */
function round(value, places = 6) {
  return Math.round(value * 10 ** places) / 10 ** places;
}

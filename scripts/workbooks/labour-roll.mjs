// @ts-check
import { Sheet } from "./sheet.mjs";

/**
 * @typedef {{ key: number, name: string, householder: string, relation: string, sex: string, id: string | number, phone: number,
 *   township: string, village: string, group: string, identity: string }} Person
 * @typedef {{ person: Person, province: string, city: string, county: string, employer: string, way: string, started: string | number,
 *   ended: string | null, months: number | string, pay: number | string, partner: string | number | null, note?: string }} Job
 */

const REPEAT_AT = 25;

/**
 * 务工花名册 of one township: title, 单位, a header of two rows that stands again at row 25, the village's words at the end.
 * `plain` is the form of a township that leaves 户主 out and has the telephone before the ID number.
 * @param {string} township @param {string} year @param {readonly Job[]} jobs @param {boolean} plain
 */
export function labourSheet(township, year, jobs, plain) {
  const sheet = new Sheet(township);
  const front = plain
    ? ["序号", "乡镇", "村", "组", "姓名", "与户主关系", "性别", "联系电话", "身份证号码", "人员类别"]
    : ["序号", "乡镇", "村", "组", "户主", "姓名", "与户主关系", "性别", "身份证号码", "联系电话", "人员类别"];
  const back = ["务工单位", "务工方式", "外出时间", "返乡时间", "月数", "月均收入", "赴协作省（√）", "备注"];
  const width = front.length + 3 + back.length;
  const name = (/** @type {number} */ at) => String.fromCharCode(65 + at);
  sheet.merge(`A1:${name(width - 1)}1`, `${year}年${township}务工人员花名册`);
  sheet.merge(`A2:${name(width - 1)}2`, "单位：人、元/月");
  const header = (/** @type {number} */ row) => {
    const tall = (/** @type {number} */ at, /** @type {string} */ word) =>
      sheet.merge(`${name(at)}${row}:${name(at)}${row + 1}`, word);
    for (const [at, word] of front.entries()) tall(at, word);
    sheet.merge(`${name(front.length)}${row}:${name(front.length + 2)}${row}`, "务工地点");
    sheet.row(row + 1, ["省", "市", "县"], name(front.length));
    for (const [at, word] of back.entries()) tall(front.length + 3 + at, word);
  };
  header(3);
  let row = 5;
  for (const [at, job] of jobs.entries()) {
    if (row === REPEAT_AT) {
      header(row);
      row += 2;
    }
    const { person } = job;
    const who = plain
      ? [person.name, person.relation, person.sex, person.phone, person.id]
      : [person.householder, person.name, person.relation, person.sex, person.id, person.phone];
    sheet.row(row, [
      ...[at + 1, township, person.village, person.group, ...who, person.identity],
      ...[job.province, job.city, job.county, job.employer, job.way, job.started, job.ended, job.months, job.pay],
      ...[job.partner, job.note ?? null],
    ]);
    row += 1;
  }
  sheet.merge(`A${row}:${name(width - 1)}${row}`, "以上情况属实    村支书签字：");
  return sheet;
}

/** 汇总 with formulas over the townships' sheets. @param {string} year @param {readonly { township: string, rows: number, partner: number }[]} towns */
export function labourSummary(year, towns) {
  const sheet = new Sheet("汇总");
  sheet.merge("A1:C1", `${year}年务工人员汇总表`);
  sheet.row(2, ["乡镇", "务工人数", "赴协作省人数"]);
  for (const [at, { township, rows, partner }] of towns.entries())
    sheet.row(at + 3, [
      township,
      { v: rows, f: `COUNT('${township}'!A5:A200)` },
      { v: partner, f: `COUNTIF('${township}'!A5:Z200,"√")` },
    ]);
  const end = towns.length + 2;
  const total = (/** @type {"rows" | "partner"} */ key) => towns.reduce((sum, town) => sum + town[key], 0);
  sheet.row(end + 1, [
    "合计",
    { v: total("rows"), f: `SUM(B3:B${end})`, z: '0"人"' },
    { v: total("partner"), f: `SUM(C3:C${end})`, z: '0"人"' },
  ]);
  return sheet;
}

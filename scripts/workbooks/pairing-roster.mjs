// @ts-check
import { Sheet } from "./sheet.mjs";

/**
 * @typedef {{ east: string, eastType: string | null, eastContact: [string, number | string], fund: number | string | null,
 *   signed: number | string | null, term: string, content: string, note?: string,
 *   west: { township: string | null, village: string | null, contact?: [string, number] }[] }} Link
 */

/**
 * 结对帮扶花名册: both sides under one header of two rows; cells of the eastern unit and its fund merged down over what it helps.
 * @param {string} name @param {string} title @param {string} date @param {readonly Link[]} links @param {string | null} total
 */
export function rosterSheet(name, title, date, links, total) {
  const sheet = new Sheet(name);
  sheet.landscape = true;
  sheet.merge("A1:N1", title);
  sheet.merge("A2:F2", `填报日期：${date}`);
  const tall = { A: "序号", J: "签约时间", K: "起止年限", L: "帮扶资金（万元）", M: "实质性帮扶内容", N: "备注" };
  for (const [column, word] of Object.entries(tall)) sheet.merge(`${column}3:${column}4`, word);
  sheet.merge("B3:E3", "东部（帮扶方）").row(4, ["单位名称", "单位类型", "联系人", "电话"], "B");
  sheet.merge("F3:I3", "西部（受帮扶方）").row(4, ["乡镇", "村", "联系人", "电话"], "F");
  let row = 5;
  for (const [at, link] of links.entries()) {
    sheet.row(row, [at + 1, link.east, link.eastType, ...link.eastContact]);
    for (const [of, { township, village, contact }] of link.west.entries())
      sheet.row(row + of, [township, village, ...(contact ?? [null, null])], "F");
    sheet.row(row, [link.signed, link.term, link.fund, link.content, link.note ?? null], "J");
    const last = row + link.west.length - 1;
    if (last > row) for (const column of "ABCDEJKLMN") sheet.merges.push(`${column}${row}:${column}${last}`);
    row = last + 1;
  }
  if (total !== null) sheet.merge(`A${row}:N${row}`, total);
  return sheet;
}

/**
 * 学校、医院结对: one row a pair, several eastern schools may help one western one.
 * @param {string} name @param {string} title @param {string} kind @param {readonly [string, string, string][]} rows @param {string} note
 */
export function institutionSheet(name, title, kind, rows, note) {
  const sheet = new Sheet(name);
  sheet.merge("A1:F1", title);
  sheet.row(2, ["序号", `东部${kind}`, `西部${kind}`, "签约时间", "帮扶内容", "备注"]);
  for (const [at, [east, west, content]] of rows.entries()) sheet.row(at + 3, [at + 1, east, west, "2022年", content]);
  sheet.merge(`A${rows.length + 3}:F${rows.length + 3}`, note);
  return sheet;
}

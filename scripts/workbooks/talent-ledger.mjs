// @ts-check
import { Sheet } from "./sheet.mjs";

/** @typedef {{ people: string, unit: string | null, post: string, kind: string, time: string, star?: boolean, note?: string }} EastRow */

/**
 * 人才交流台账: two tables with other columns on one sheet, batches as rows between, several people in one cell.
 * @param {readonly { batch: string, rows: readonly EastRow[] }[]} batches @param {string} total
 * @param {readonly [string, string, string, string, string, number | string][]} west
 */
export function talentSheet(batches, total, west) {
  const sheet = new Sheet("人才");
  sheet.merge("A1:I1", "石坎县2021-2023年东西部协作人才交流台账");
  sheet.put("A2", "（一）东部选派");
  const columns = [
    "序号",
    "姓名及基本情况",
    "派出单位及职务",
    "挂职（支援）单位及职务",
    "类别",
    "起止时间",
    "在岗情况",
    "组团式",
    "备注",
  ];
  for (const [at, word] of columns.entries()) sheet.merge(`${name(at)}3:${name(at)}4`, word);
  let [row, serial] = [5, 1];
  for (const { batch, rows } of batches) {
    sheet.merge(`A${row}:I${row}`, batch);
    row += 1;
    for (const { people, unit, post, kind, time, star, note } of rows) {
      sheet.row(row, [serial, people, unit, post, kind, time, null, star === true ? "★" : null, note ?? null]);
      serial += 1;
      row += 1;
    }
  }
  sheet.merges.push("C12:C16");
  sheet.put(`A${row}`, total);
  row += 1;
  sheet.put(`A${row}`, "（二）西部选派");
  row += 1;
  sheet.row(row, [
    "序号",
    "姓名及基本情况",
    "派出单位及职务",
    "挂职（跟岗）单位及职务",
    "类别",
    "起止时间",
    "跟岗天数",
    "备注",
  ]);
  for (const [at, values] of west.entries()) sheet.row(row + 1 + at, [at + 1, ...values]);
  return sheet;
}

/** 互访. @param {readonly [string, string, string, string, string, number, string | null][]} rows */
export function visitSheet(rows) {
  const sheet = new Sheet("互访");
  sheet.merge("A1:H1", "石坎县2023年东西部协作互访台账");
  sheet.row(2, ["序号", "时间", "方向", "来访（出访）单位", "带队领导", "事由", "人数", "备注"]);
  for (const [at, values] of rows.entries()) sheet.row(at + 3, [at + 1, ...values]);
  return sheet;
}

/** @param {number} at */
function name(at) {
  return String.fromCharCode(65 + at);
}

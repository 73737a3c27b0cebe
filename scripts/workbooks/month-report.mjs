// @ts-check
import { Sheet } from "./sheet.mjs";

/** @typedef {[string, string, string, number | string | null, number | string | null, number | string | null, number | string | null, (string | null)?]} Line serial, name, unit, target, month, to date, last year, note */

/**
 * 主要指标月报表: a header of two rows, section rows, 其中 rows indented by full-width spaces, units that differ by row.
 * @param {string} title @param {string} reporter @param {readonly (string | Line)[]} lines
 */
export function monthReportSheet(title, reporter, lines) {
  const sheet = new Sheet("11月");
  sheet.put("A1", "附件2").merge("A2:I2", title);
  sheet.merge("A3:I3", `填报单位（盖章）：${reporter}    截至：11月30日    联系人及电话：李示例 0000-0000000`);
  for (const [column, word] of Object.entries({
    A: "序号",
    B: "指标名称",
    C: "计量单位",
    D: "协议目标",
    G: "完成率(%)",
    H: "上年同期累计",
    I: "备注",
  }))
    sheet.merge(`${column}4:${column}5`, word);
  sheet.merge("E4:F4", "11月").row(5, ["本月新增", "1—11月累计"], "E");
  let row = 6;
  for (const line of lines) {
    if (typeof line === "string") sheet.put(`A${row}`, line);
    else {
      const [serial, name, unit, target, month, toDate, before, note] = line;
      sheet.row(row, [
        serial,
        name,
        unit,
        target,
        month,
        toDate,
        rate(row, serial, target, toDate),
        before,
        note ?? null,
      ]);
    }
    row += 1;
  }
  sheet.merge(`A${row}:I${row}`, "注：数据由县人社局提供");
  return sheet;
}

/** 完成率 as its formula; typed as 102.42 and as 1.0242 in two rows. @param {number} row @param {string} serial @param {unknown} target @param {unknown} toDate */
function rate(row, serial, target, toDate) {
  if (serial === "3") return 102.42;
  if (serial === "9") return 0.76;
  const value =
    typeof target === "number" && typeof toDate === "number" ? Math.round((toDate / target) * 1e6) / 1e4 : "#DIV/0!";
  return { v: value, f: `F${row}/D${row}*100` };
}

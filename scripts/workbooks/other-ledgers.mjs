// @ts-check
import { columnName, Sheet } from "./sheet.mjs";

/**
 * One sheet for each of the ledgers that have no workbook of their own: title, caption, header, the rows of the data.
 * @param {{ county: string, year: number, sheets: readonly { name: string, columns: readonly string[], rows: readonly (readonly (string | number | null)[])[] }[] }} data
 */
export function otherSheets({ county, year, sheets }) {
  return sheets.map(({ name, columns, rows }) => {
    const sheet = new Sheet(name);
    const last = columnName(columns.length);
    sheet.merge(`A1:${last}1`, `${county}${year}年${name}${/[台账册单表]$/u.test(name) ? "" : "台账"}（虚构示例）`);
    sheet.put("A2", `填报单位：${county}协作专班`);
    sheet.row(3, ["序号", ...columns]);
    for (const [at, row] of rows.entries()) sheet.row(4 + at, [at + 1, ...row]);
    return sheet;
  });
}

// @ts-check
import { closeSync, openSync, writeSync } from "node:fs";

/**
 * A workbook as Excel writes it: every text among the shared strings.
 * @param {string} at @param {{ rows: number, head: readonly (readonly string[])[], rowAt: (row: number) => readonly (string | number)[],
 *   distinct: readonly number[] }} book `distinct`: the columns whose text is another one in every row
 */
export async function writeSharedBook(at, { rows, head, rowAt, distinct }) {
  const { ZipWriter } = await import("../ledger/dist/workbook/zip-writer.js");
  const out = openSync(at, "w");
  const zip = new ZipWriter((/** @type {Uint8Array} */ bytes) => void writeSync(out, bytes));
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relation = (/** @type {number} */ id, /** @type {string} */ kind, /** @type {string} */ target) =>
    `<Relationship Id="rId${id}" Type="${type}/${kind}" Target="${target}"/>`;
  const wrapped = (/** @type {string} */ inner) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const part = (/** @type {string} */ name, /** @type {string} */ kind) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${content}.${kind}+xml"/>`;
  await zip.add("[Content_Types].xml", [
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("workbook", "sheet.main")}${part("worksheets/sheet1", "worksheet")}${part("sharedStrings", "sharedStrings")}</Types>`,
  ]);
  await zip.add("_rels/.rels", [wrapped(relation(1, "officeDocument", "xl/workbook.xml"))]);
  await zip.add("xl/workbook.xml", [
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${type}"><sheets><sheet name="务工" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ]);
  await zip.add("xl/_rels/workbook.xml.rels", [
    wrapped(relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "sharedStrings", "sharedStrings.xml")),
  ]);
  // What is different in every row is numbered by its row; the rest is numbered once.
  /** @type {Map<string, number>} */
  const few = new Map();
  const number = (/** @type {number} */ row, /** @type {number} */ column, /** @type {string} */ text) => {
    if (row >= 0 && distinct.includes(column)) return row * distinct.length + distinct.indexOf(column);
    const known = few.get(text) ?? rows * distinct.length + few.size;
    few.set(text, known);
    return known;
  };
  const cells = function* () {
    yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
    let text = "";
    for (let row = -head.length; row < rows; row++) {
      const values = row < 0 ? (head[row + head.length] ?? []) : rowAt(row);
      text += `<row r="${row + 1 + head.length}">`;
      for (const [column, value] of values.entries()) {
        const name = `${String.fromCharCode(65 + column)}${row + 1 + head.length}`;
        text +=
          typeof value === "number"
            ? `<c r="${name}"><v>${value}</v></c>`
            : `<c r="${name}" t="s"><v>${number(row, column, value)}</v></c>`;
      }
      text += "</row>";
      if (text.length < 65_536) continue;
      yield text;
      text = "";
    }
    yield `${text}</sheetData></worksheet>`;
  };
  const strings = function* () {
    yield '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
    let text = "";
    for (let row = 0; row < rows; row++) {
      const values = rowAt(row);
      for (const column of distinct) text += `<si><t>${values[column]}</t></si>`;
      if (text.length < 65_536) continue;
      yield text;
      text = "";
    }
    for (const one of few.keys()) text += `<si><t>${one}</t></si>`;
    yield `${text}</sst>`;
  };
  await zip.add("xl/worksheets/sheet1.xml", cells());
  await zip.add("xl/sharedStrings.xml", strings());
  await zip.end();
  closeSync(out);
}

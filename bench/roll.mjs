// @ts-check
// The labour roll of bench/bulk.mjs: invented people with valid ID numbers, one row in ten a second job.
import { closeSync, openSync, writeSync } from "node:fs";

export const columns =
  "序号 乡镇 村 姓名 身份证号码 联系电话 人员类别 省 市 县 务工单位 外出时间 月数 月均收入 备注".split(" ");

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Who the row is about. @param {number} row */
const person = (row) => (row % 10 === 9 ? row - 9 : row);

/** @param {number} row */
export function idNumber(row) {
  const who = person(row);
  const first = `98${String(1000 + (who % 9000))}1990${String(1 + (Math.floor(who / 9000) % 12)).padStart(2, "0")}01${String(
    Math.floor(who / 108_000),
  ).padStart(3, "0")}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first[at]), 0);
  return `${first}${"10X98765432"[sum % 11]}`;
}

/** @param {number} row @returns {readonly (string | number)[]} */
export function labourRow(row) {
  const who = person(row);
  return [
    row + 1,
    `平坝镇${who % 20}`,
    `第${who % 600}村`,
    `张三${who}`,
    idNumber(row),
    `139${String(who).padStart(8, "0")}`,
    ["脱贫户", "一般户", "监测对象", "一般户"][who % 4] ?? "",
    ["甲省", "乙省", "丁省"][row % 3] ?? "",
    "临海市",
    "望潮区",
    `望潮海润食品有限公司${row % 500}`,
    `2023-${String(1 + (row % 11)).padStart(2, "0")}-10`,
    3 + (row % 9),
    4000 + (row % 1000),
    "有组织",
  ];
}

/** The same as Excel writes it: every text among the shared strings, three of each row its own. @param {string} at @param {number} rows @param {string} county */
export async function writeSharedBook(at, rows, county) {
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
  const distinct = [3, 4, 5];
  /** @type {Map<string, number>} */
  const few = new Map();
  const number = (/** @type {number} */ row, /** @type {number} */ column, /** @type {string} */ text) => {
    if (row >= 0 && distinct.includes(column)) return row * 3 + distinct.indexOf(column);
    const known = few.get(text) ?? rows * 3 + few.size;
    few.set(text, known);
    return known;
  };
  const head = [[`${county}2023年务工花名册`], ["单位：人、元/月"], columns];
  const cells = function* () {
    yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
    let text = "";
    for (let row = -3; row < rows; row++) {
      const values = row < 0 ? (head[row + 3] ?? []) : labourRow(row);
      text += `<row r="${row + 4}">`;
      for (const [column, value] of values.entries()) {
        const name = `${String.fromCharCode(65 + column)}${row + 4}`;
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
      const values = labourRow(row);
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
  return {};
}

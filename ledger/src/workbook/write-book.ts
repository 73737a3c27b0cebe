import { columnName } from "./book.js";
import type { BookSpec, SheetSpec, StreamSpec } from "./book-spec.js";
import { xmlOfText } from "./cell-text.js";
import { commentShapes, commentsOf, commentsXml } from "./comment-parts.js";
import { fixedRange, sheetXml } from "./sheet-xml.js";
import { StyleSheet } from "./style-sheet.js";
import { type ByteSink, ZipWriter } from "./zip-writer.js";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Writes a styled .xlsx workbook: titles, merges, widths, formats, locks, comments, hidden sheets. The same spec gives the same bytes. */
export async function writeBook(spec: BookSpec): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await write(spec, spec.sheets.map(commentsOf), (bytes) => void pieces.push(Buffer.from(bytes)));
  return Buffer.concat(pieces);
}

/** Writes a workbook whose rows come one after the other, in constant memory. Comments of its cells are left out. */
export async function streamBook(spec: StreamSpec, sink: ByteSink): Promise<void> {
  await write(
    spec,
    spec.sheets.map(() => []),
    sink,
  );
}

async function write(
  spec: StreamSpec,
  comments: readonly ReturnType<typeof commentsOf>[],
  sink: ByteSink,
): Promise<void> {
  const zip = new ZipWriter(sink);
  const styles = new StyleSheet();
  const commented = comments.map((each) => each.length > 0);
  await zip.add("[Content_Types].xml", [contentTypes(commented)]);
  await zip.add("_rels/.rels", [relations([["rId1", "officeDocument", "xl/workbook.xml"]])]);
  await zip.add("xl/workbook.xml", [workbookXml(spec.sheets)]);
  await zip.add("xl/_rels/workbook.xml.rels", [
    relations([
      ...spec.sheets.map((_, at): Relation => [`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`]),
      [`rId${spec.sheets.length + 1}`, "styles", "styles.xml"],
    ]),
  ]);
  for (const [at, sheet] of spec.sheets.entries()) {
    const placed = comments[at] ?? [];
    await zip.add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, styles, placed.length > 0));
    if (placed.length === 0) continue;
    await zip.add(`xl/worksheets/_rels/sheet${at + 1}.xml.rels`, [
      relations([
        ["rId1", "vmlDrawing", `../drawings/vmlDrawing${at + 1}.vml`],
        ["rId2", "comments", `../comments${at + 1}.xml`],
      ]),
    ]);
    await zip.add(`xl/comments${at + 1}.xml`, [commentsXml(placed)]);
    await zip.add(`xl/drawings/vmlDrawing${at + 1}.vml`, [commentShapes(placed)]);
  }
  await zip.add("xl/styles.xml", [styles.xml()]);
  await zip.end();
}

type Relation = readonly [id: string, type: string, target: string];

function relations(list: readonly Relation[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${items.join("")}</Relationships>`;
}

function contentTypes(commented: readonly boolean[]): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${kind}.${type}+xml"/>`;
  const sheets = commented.flatMap((has, at) => [
    part(`worksheets/sheet${at + 1}`, "worksheet"),
    ...(has ? [part(`comments${at + 1}`, "comments")] : []),
  ]);
  return [
    `${declaration}<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    commented.some(Boolean)
      ? '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
      : "",
    part("workbook", "sheet.main"),
    ...sheets,
    part("styles", "styles"),
    "</Types>",
  ].join("");
}

/** 打印标题: columns before rows, each with the sheet's name; the first has it already. */
function titlesOf(of: string, rows: readonly [number, number], columns: readonly [number, number] | undefined): string {
  const repeated = `$${rows[0] + 1}:$${rows[1] + 1}`;
  return columns === undefined ? repeated : `$${columnName(columns[0])}:$${columnName(columns[1])},${of}${repeated}`;
}

function workbookXml(sheets: readonly Omit<SheetSpec, "rows">[]): string {
  const listed = sheets.map(({ name, hidden }, at) => {
    const state = hidden === undefined ? "" : ` state="${hidden === "deep" ? "veryHidden" : "hidden"}"`;
    return `<sheet name="${quoted(sheetName(name))}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  const names = sheets.flatMap(({ name, page, filter }, at) => {
    const of = `'${sheetName(name).replaceAll("'", "''")}'!`;
    const define = (what: string, range: string, more = "") =>
      `<definedName name="_xlnm.${what}" localSheetId="${at}"${more}>${xmlOfText(of + range)}</definedName>`;
    return [
      ...(filter === undefined ? [] : [define("_FilterDatabase", fixedRange(filter), ' hidden="1"')]),
      ...(page?.area === undefined ? [] : [define("Print_Area", fixedRange(page.area))]),
      ...(page?.titleRows === undefined
        ? []
        : [define("Print_Titles", titlesOf(of, page.titleRows, page.titleColumns))]),
    ];
  });
  const first = sheets.findIndex(({ hidden }) => hidden === undefined);
  return [
    `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">`,
    `<bookViews><workbookView activeTab="${Math.max(0, first)}"/></bookViews>`,
    `<sheets>${listed.join("")}</sheets>`,
    names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`,
    '<calcPr calcId="0" fullCalcOnLoad="1"/>',
    "</workbook>",
  ].join("");
}

/** A name as programs take it: at most 31 characters, none of `\ / ? * [ ] :`, not empty. */
export function sheetName(name: string): string {
  const plain = name
    .replace(/[\\/?*[\]:]/g, "·")
    .replace(/^'+|'+$/g, "")
    .slice(0, 31);
  return plain === "" ? "表" : plain;
}

function quoted(text: string): string {
  return xmlOfText(text).replaceAll('"', "&quot;");
}

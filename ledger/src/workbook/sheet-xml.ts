import { cellName, columnName, lastRow, type Merge } from "./book.js";
import type { CellSpec, PageSpec, RowSpec, SheetSpec } from "./book-spec.js";
import { xmlOfText } from "./cell-text.js";
import { daySerial } from "./serial-day.js";
import type { StyleSheet } from "./style-sheet.js";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** Characters of XML that are handed on at once. */
const portion = 1 << 16;

/** The longest text that programs keep in a cell. */
const longestText = 32_767;

/** The worksheet part, in pieces. */
export async function* sheetXml(
  sheet: Omit<SheetSpec, "rows"> & { readonly rows: AsyncIterable<RowSpec> | Iterable<RowSpec> },
  styles: StyleSheet,
  comments: boolean,
): AsyncGenerator<string> {
  let text = sheetHead(sheet);
  let number = 0;
  for await (const row of sheet.rows) {
    number++;
    text += rowXml(row, number, styles);
    if (text.length < portion) continue;
    yield text;
    text = "";
  }
  yield text + sheetTail(sheet, comments);
}

function sheetHead(sheet: Omit<SheetSpec, "rows">): string {
  const { freeze, widths = [], hiddenColumns = [], page } = sheet;
  const pane =
    freeze === undefined || freeze.rows + freeze.columns === 0
      ? ""
      : `<pane${freeze.columns > 0 ? ` xSplit="${freeze.columns}"` : ""}${freeze.rows > 0 ? ` ySplit="${freeze.rows}"` : ""} topLeftCell="${cellName(freeze.rows, freeze.columns)}" activePane="${freeze.columns === 0 ? "bottomLeft" : freeze.rows === 0 ? "topRight" : "bottomRight"}" state="frozen"/>`;
  const hidden = new Set(hiddenColumns);
  const count = Math.max(widths.length, ...hiddenColumns.map((column) => column + 1), 0);
  const columns = Array.from({ length: count }, (_, at) => {
    const width = widths[at] ?? null;
    if (width === null && !hidden.has(at)) return "";
    return `<col min="${at + 1}" max="${at + 1}" width="${width ?? 8.43}"${width === null ? "" : ' customWidth="1"'}${hidden.has(at) ? ' hidden="1"' : ""}/>`;
  }).join("");
  return [
    `${declaration}<worksheet xmlns="${main}" xmlns:r="${officeRelations}">`,
    pagesWide(page) > 0 ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : "",
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns === "" ? "" : `<cols>${columns}</cols>`,
    "<sheetData>",
  ].join("");
}

function rowXml(row: RowSpec, number: number, styles: StyleSheet): string {
  const height = row.height === undefined ? "" : ` ht="${row.height}" customHeight="1"`;
  let text = `<row r="${number}"${height}${row.hidden === true ? ' hidden="1"' : ""}>`;
  for (let column = 0; column < row.cells.length; column++) {
    const cell = row.cells[column];
    if (cell !== null && cell !== undefined) text += cellXml(cell, `${columnName(column)}${number}`, styles);
  }
  return `${text}</row>`;
}

function cellXml(cell: CellSpec, name: string, styles: StyleSheet): string {
  const style = styles.numberOf(cell.style);
  const start = style === 0 ? `<c r="${name}"` : `<c r="${name}" s="${style}"`;
  const formula = cell.formula === undefined ? "" : `<f>${xmlOfText(cell.formula)}</f>`;
  const { value } = cell;
  if (value === undefined || value === null || value === "")
    return formula === "" ? `${start}/>` : `${start}>${formula}</c>`;
  if (typeof value === "string") {
    const text = xmlOfText(value.length > longestText ? value.slice(0, longestText) : value);
    if (formula !== "") return `${start} t="str">${formula}<v>${text}</v></c>`;
    return `${start} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  }
  if (typeof value === "boolean") return `${start} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  if ("decimal" in value) return `${start}>${formula}<v>${value.decimal}</v></c>`;
  const serial = daySerial(value.day);
  if (serial === null) return `${start} t="inlineStr"><is><t>${xmlOfText(value.day)}</t></is></c>`;
  return `${start}>${formula}<v>${serial}</v></c>`;
}

/** The order of these elements is fixed by the format. */
function sheetTail(sheet: Omit<SheetSpec, "rows">, comments: boolean): string {
  const { merges = [], choices = [], page, filter } = sheet;
  const lists = choices.map(
    ({ range, values }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${rangeName(range)}"><formula1>${listFormula(values)}</formula1></dataValidation>`,
  );
  return [
    "</sheetData>",
    sheet.locked === true
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0" sort="0"/>'
      : "",
    filter === undefined ? "" : `<autoFilter ref="${rangeName(filter)}"/>`,
    merges.length === 0
      ? ""
      : `<mergeCells count="${merges.length}">${merges.map((merge) => `<mergeCell ref="${rangeName(merge)}"/>`).join("")}</mergeCells>`,
    lists.length === 0 ? "" : `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`,
    page === undefined ? "" : pageXml(page),
    comments ? '<legacyDrawing r:id="rId1"/>' : "",
    "</worksheet>",
  ].join("");
}

/** How many pages side by side the columns are fitted to; 0 where they are not. */
function pagesWide(page: PageSpec | undefined): number {
  return page?.fitWidth === true ? 1 : Number(page?.fitWidth ?? 0);
}

function pageXml(page: PageSpec): string {
  const setup = [
    '<pageSetup paperSize="9"',
    page.landscape === true ? ' orientation="landscape"' : ' orientation="portrait"',
    pagesWide(page) > 0 ? ` fitToWidth="${pagesWide(page)}" fitToHeight="0"` : "",
    "/>",
  ].join("");
  const footer =
    page.footer === undefined
      ? ""
      : `<headerFooter><oddFooter>&amp;C${xmlOfText(page.footer)}</oddFooter></headerFooter>`;
  return `<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>${setup}${footer}`;
}

function listFormula(values: readonly string[]): string {
  return xmlOfText(`"${values.map((value) => value.replaceAll('"', '""').replaceAll(",", "，")).join(",")}"`);
}

export function rangeName({ top, left, bottom, right }: Merge): string {
  return top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;
}

/** A range that a name of the workbook fixes: `$A$1:$Z$40`, or whole columns `$A:$Z`, of which as much prints as there is. */
export function fixedRange({ top, left, bottom, right }: Merge): string {
  if (top === 0 && bottom === lastRow) return `$${columnName(left)}:$${columnName(right)}`;
  return `$${columnName(left)}$${top + 1}:$${columnName(right)}$${bottom + 1}`;
}

import { fieldIn, offeredIn, printMoney, type RecordDefinition, rowYear } from "@shanhai/model";
import { beijingToday } from "../beijing-day.js";
import type { Row } from "../row.js";
import { columnName, lastRow } from "../workbook/book.js";
import type { CellSpec, CellStyle, RowSpec, StreamSpec } from "../workbook/book-spec.js";
import { wrappedHeight } from "../workbook/row-height.js";
import { sheetName } from "../workbook/write-book.js";
import { ledgerCell } from "./ledger-cell.js";
import { type LedgerColumn, ledgerColumns, printedUnit } from "./ledger-columns.js";
import { MARK_HEADER, marksRows, type OwnCover, ownSheetInfo, rowMark } from "./own-sheet.js";

/** Rows of a sheet above and below the table. */
const headRows = 3;
const footRows = 3;

/** Columns of so much width can be read on a sheet of A4 laid across; wider ledgers go over several side by side. */
const PAGE_WIDTH = 260;
/** Of 序号 and 协作双方. */
const LEAD_WIDTHS = [6, 26];

const titleStyle: CellStyle = { bold: true, size: 16, align: "center" };
const captionStyle: CellStyle = { size: 10 };
const headerStyle: CellStyle = { bold: true, size: 10, border: true, wrap: true, align: "center", fill: "F2F2F2" };

/** 项目台账, 请销假台账: what a ledger's sheet is called. */
export function ledgerTitle({ zh }: RecordDefinition): string {
  return `${zh}${/[台账册单表]$/u.test(zh) ? "" : "台账"}`;
}

/** What a ledger's sheet is printed from. */
export interface Printed {
  readonly definition: RecordDefinition;
  readonly covers: OwnCover | null;
  readonly title: string;
  readonly office: string;
  /** Null on a form that is still to be filled in. */
  readonly day: string | null;
  /** Names of pairs and parties, where each row says whose it is. */
  readonly scopes: { of(scope: string): Promise<string> } | null;
  readonly mark: string;
  readonly rows: AsyncIterable<PrintedRow>;
  /** Empty lines to write on, below the rows. */
  readonly blank?: number;
}

/** A row with the titles of what it points to. */
export interface PrintedRow {
  readonly row: Row;
  readonly titles: { readonly [id: string]: string };
}

/** The sheet as an office prints it and, where rows carry marks, the hidden one that says what it is. */
export function printedSheets(printed: Printed): StreamSpec["sheets"] {
  const { definition, scopes, mark, covers } = printed;
  const columns = ledgerColumns(definition);
  const lead = scopes === null ? ["序号"] : ["序号", "协作双方"];
  const width = lead.length + columns.length;
  const marked = marksRows(definition);
  const widths = [...LEAD_WIDTHS.slice(0, lead.length), ...columns.map((column) => column.width)];
  const total = widths.reduce((sum, one) => sum + one, 0);
  const pages = Math.ceil(total / PAGE_WIDTH);
  // The title stands over the columns of the first page.
  let [right, over] = [0, 0];
  while (right < width && over < total / pages) over += widths[right++] ?? 0;
  const sheet = {
    name: sheetName(definition.zh),
    widths,
    ...(marked ? { hiddenColumns: [width] } : {}),
    merges: [{ top: 0, left: 0, bottom: 0, right: Math.max(1, Math.min(right, width) - 1) }],
    freeze: { rows: headRows, columns: lead.length },
    page: {
      landscape: true,
      fitWidth: pages,
      titleRows: [headRows - 1, headRows - 1] as const,
      ...(pages > 1 ? { titleColumns: [0, lead.length] as const } : {}),
      area: { top: 0, left: 0, bottom: lastRow, right: width - 1 },
      // In a footer an ampersand begins a code.
      footer: `${mark === "" ? "" : `${mark.replaceAll("&", "＆")}　`}第 &P 页，共 &N 页`,
    },
    choices: choicesOf(columns, lead.length, printed.blank ?? 0, Number((printed.day ?? beijingToday()).slice(0, 4))),
    rows: printedRows(printed, columns, lead, marked),
  };
  if (!marked) return [sheet];
  const own = ownSheetInfo({
    record: definition.name,
    sheet: sheet.name,
    header: headRows - 1,
    unit: printedUnit(definition),
    columns: new Map(columns.map(({ field }, at) => [field.key, lead.length + at])),
    scopeColumn: scopes === null ? null : 1,
    markColumn: width,
    covers,
  });
  return [sheet, own];
}

async function* printedRows(
  { definition, title, office, day, scopes, mark, rows, blank: lines = 0 }: Printed,
  columns: readonly LedgerColumn[],
  lead: readonly string[],
  marked: boolean,
): AsyncGenerator<RowSpec> {
  const unit = printedUnit(definition);
  const width = lead.length + columns.length;
  yield { height: 30, cells: [{ value: title, style: titleStyle }] };
  yield { cells: captions(width, [`填报单位：${office}`, `截至时间：${day === null ? "" : chineseDay(day)}`, mark]) };
  yield {
    height: 30,
    cells: [...lead, ...columns.map(({ header }) => header), ...(marked ? [MARK_HEADER] : [])].map((value) => ({
      value,
      style: headerStyle,
    })),
  };
  const widths = [...lead.map((_, at) => LEAD_WIDTHS[at]), ...columns.map((column) => column.width)];
  const sums = columns.map(() => 0n);
  let count = 0;
  for await (const { row, titles } of rows) {
    count++;
    const cells: CellSpec[] = [{ value: { decimal: String(count) }, style: numberStyle }];
    if (scopes !== null) cells.push({ value: await scopes.of(row.scope_id), style: nameStyle });
    const year = rowYear(definition, row.values);
    for (const [at, { field, style, summed }] of columns.entries()) {
      const value = row.values[field.key];
      if (summed && typeof value === "string") sums[at] = (sums[at] ?? 0n) + BigInt(value);
      cells.push(ledgerCell(fieldIn(field, year), value, unit, titles, style));
    }
    const tall = wrappedHeight(cells, widths);
    if (marked) cells.push({ value: rowMark(row) });
    yield { ...tall, cells };
  }
  for (let line = 0; line < lines; line++)
    yield { cells: [...lead.map(() => ({ style: numberStyle })), ...columns.map(({ style }) => ({ style }))] };
  const summedUp = columns.some(({ summed }) => summed) && count > 0;
  if (summedUp) yield { cells: totals(columns, sums, lead.length, count, unit) };
  for (let blank = summedUp ? 1 : 0; blank < footRows - 1; blank++) yield { cells: [] };
  yield { cells: captions(width, ["填表人：", "审核人：", "分管领导：", "单位负责人："]) };
}

const numberStyle: CellStyle = { border: true, size: 10, align: "center" };
const nameStyle: CellStyle = { border: true, size: 10, align: "left", wrap: true };

/** Totals as formulas that add the column up, with what they come to. */
function totals(
  columns: readonly LedgerColumn[],
  sums: readonly bigint[],
  lead: number,
  count: number,
  unit: "元" | "万元" | "亿元",
): readonly CellSpec[] {
  const cells: CellSpec[] = Array.from({ length: lead }, (_, at) => ({
    ...(at === 0 ? { value: "合计" } : {}),
    style: headerStyle,
  }));
  for (const [at, { summed, style }] of columns.entries()) {
    const letters = columnName(lead + at);
    const decimal = printMoney(sums[at] ?? 0n, "zh", unit)
      .slice(0, -unit.length)
      .replaceAll(",", "");
    cells.push(
      summed
        ? {
            formula: `SUM(${letters}${headRows + 1}:${letters}${headRows + count})`,
            value: { decimal },
            style: { ...style, bold: true },
          }
        : { style: numberStyle },
    );
  }
  return cells;
}

/** Words spread over the width of the sheet; each runs on over the empty cells behind it. */
function captions(width: number, words: readonly string[]): readonly (CellSpec | null)[] {
  const cells: (CellSpec | null)[] = Array.from({ length: width }, () => null);
  for (const [at, value] of words.entries()) {
    const place = Math.min(width - 1, Math.floor((width / words.length) * at));
    if (value === "") continue;
    // On a narrow sheet several stand in one cell.
    const before = cells[place]?.value;
    cells[place] = { value: typeof before === "string" ? `${before}　　${value}` : value, style: captionStyle };
  }
  return cells;
}

/** Lists to pick from, where a blank form asks for one of a few words. */
function choicesOf(columns: readonly LedgerColumn[], lead: number, blank: number, year: number) {
  if (blank === 0) return [];
  return columns.flatMap(({ field }, at) => {
    const values =
      field.type === "flag"
        ? ["是", "否"]
        : field.type === "code"
          ? (offeredIn(field, year).codes ?? []).map(({ zh }) => zh)
          : [];
    // A list in a cell's rule holds 255 signs.
    if (values.length === 0 || values.join(",").length > 250) return [];
    const column = lead + at;
    return [{ range: { top: headRows, left: column, bottom: headRows + blank - 1, right: column }, values }];
  });
}

/** 2023年12月1日. */
export function chineseDay(day: string): string {
  const [year, month, of] = day.split("-");
  return `${year}年${Number(month)}月${Number(of)}日`;
}

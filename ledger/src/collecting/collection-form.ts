import type { Decimal } from "@shanhai/model";
import { type Book, cellName, type Sheet } from "../workbook/book.js";
import type { BookSpec, CellSpec, CellStyle, RowSpec, SheetSpec } from "../workbook/book-spec.js";
import type { SheetFault } from "./collect-desk.js";

/** A line of a unit's form: an indicator with what is known of it before the unit fills it in. */
export interface FormLine {
  readonly code: string;
  readonly zh: string;
  readonly unit: string;
  readonly target: Decimal | null;
  readonly before: Decimal | null;
}

/** What a form says of itself. */
export interface FormHead {
  readonly task: string;
  readonly title: string;
  readonly unit: string;
  readonly year: number;
  readonly month: number;
  readonly due: string;
}

/** What the unit typed into a line, as it stands there; null for an empty cell. */
export interface TypedLine {
  readonly code: string;
  readonly row: number;
  readonly thisMonth: string | null;
  readonly toDate: string | null;
  readonly note: string | null;
  /** A formula of theirs that gives nothing. */
  readonly broken: boolean;
}

/** The sheet that a unit fills in, in every form that goes out. */
export const FORM_SHEET = "填报表";
/** Where a form says what to do. */
export const INSTRUCTION_CELL = "A3";
/** Yellow of cells that a unit fills in. */
export const OPEN_FILL = "FFFFE0";
const KEY_SHEET = "收表任务";
const KEY_MARK = "shanhai-collection-1";
const HEADER = ["代码", "序号", "指标名称", "计量单位", "年度目标", "上月累计", "本月新增", "累计", "备注"];
const FIRST_ROW = 4;
const CODE = 0;
export const thisMonthColumn = 6;
export const toDateColumn = 7;
const NOTE = 8;

const body: CellStyle = { border: true, size: 11 };
const number: CellStyle = { ...body, align: "right" };
const open: CellStyle = { ...number, fill: OPEN_FILL, unlocked: true };
const openText: CellStyle = { ...body, fill: OPEN_FILL, unlocked: true, wrap: true };
const head: CellStyle = { ...body, bold: true, align: "center", wrap: true, fill: "E6F0EC" };
const wrong = "FFC7CE";

/**
 * A unit's workbook: locked but for the yellow cells, with the task's number where nobody sees or changes it. `typed` and
 * `faults` give it back as it came, with what is wrong red and explained.
 */
export function collectionForm(
  form: FormHead,
  lines: readonly FormLine[],
  typed: readonly TypedLine[] = [],
  faults: readonly SheetFault[] = [],
): BookSpec {
  const { title, unit, month, due } = form;
  const last = HEADER.length - 1;
  const given = new Map(typed.map((line) => [line.code, line]));
  const marked = new Map(faults.map((fault) => [fault.cell, fault]));
  const cell = (row: number, column: number, value: CellSpec["value"], style: CellStyle): CellSpec => {
    const fault = marked.get(cellName(row, column));
    const plain = { ...(value === undefined || value === null ? {} : { value }), style };
    return fault === undefined ? plain : { ...plain, style: { ...style, fill: wrong }, comment: fault.zh };
  };
  const rows: RowSpec[] = [
    { height: 32, cells: [{ value: title, style: { bold: true, size: 16, align: "center" } }] },
    { height: 20, cells: [{ value: `填报单位：${unit}（盖章）　　报送时限：${printedDay(due)}` }] },
    {
      height: 34,
      cells: [
        {
          // Faults are marked here only where the file that came could not be changed in place.
          value: faults.length === 0 ? INSTRUCTION : `${sentBackWords(faults.length)}${REMADE_WORDS}`,
          style: { wrap: true, size: 10, ...(faults.length === 0 ? {} : { color: "C00000", bold: true }) },
        },
      ],
    },
    {
      height: 30,
      cells: HEADER.map((word, column) => ({
        value: column === toDateColumn ? `1—${month}月累计` : word,
        style: head,
      })),
    },
    ...lines.map((line, at): RowSpec => {
      const row = FIRST_ROW + at;
      const was = given.get(line.code);
      return {
        height: 24,
        cells: [
          { value: line.code, style: { ...body, format: "@" } },
          { value: { decimal: String(at + 1) }, style: { ...body, align: "center" } },
          { value: line.zh, style: { ...body, wrap: true } },
          { value: line.unit, style: { ...body, align: "center" } },
          { ...(line.target === null ? {} : { value: { decimal: line.target } }), style: number },
          { ...(line.before === null ? {} : { value: { decimal: line.before } }), style: number },
          cell(row, thisMonthColumn, asTyped(was?.thisMonth), open),
          cell(row, toDateColumn, asTyped(was?.toDate), open),
          cell(row, NOTE, was?.note, openText),
        ],
      };
    }),
    { cells: [] },
    {
      cells: [
        { value: "" },
        { value: "填表人：" },
        { style: unlockedLine },
        { value: "审核人：" },
        { style: unlockedLine },
        null,
        { value: "联系电话：" },
        { style: unlockedLine },
      ],
    },
  ];
  return {
    title,
    sheets: [
      {
        name: FORM_SHEET,
        rows,
        widths: [8, 6, 40, 10, 12, 12, 14, 14, 30],
        hiddenColumns: [CODE],
        merges: [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right: last })),
        freeze: { rows: FIRST_ROW, columns: 0 },
        locked: true,
        page: { landscape: true, fitWidth: true, area: { top: 0, left: 0, bottom: rows.length - 1, right: last } },
      },
      keySheet(form.task),
    ],
  };
}

const INSTRUCTION =
  "只填黄色格。没有发生的填 0，不涉及的填“/”；累计＝上月累计＋本月新增，不相等（退回、核减）的请在备注说明。填好后原样发回，不要另存为其他格式。";
const unlockedLine: CellStyle = { unlocked: true };

/** What was typed goes back as it was: numbers as numbers, words as words. */
function asTyped(text: string | null | undefined): CellSpec["value"] {
  if (text === null || text === undefined) return null;
  return /^-?\d{1,15}(?:\.\d{1,10})?$/.test(text) ? { decimal: text } : text;
}

/** The hidden sheet by which a workbook says whose it is. */
export function keySheet(task: string): SheetSpec {
  return { name: KEY_SHEET, hidden: "deep", rows: [KEY_MARK, task].map((value) => ({ cells: [{ value }] })) };
}

/** What a form says that could not go back as the very file that came. */
export const REMADE_WORDS =
  "原表是 .xls 或 .et 旧格式，不能在原文件上标红，本表是按原表内容另做的 .xlsx；请在本表上改，改后仍存为 .xlsx。";

/** What a form that went back says in the place of its instruction. */
export function sentBackWords(faults: number): string {
  return `退回修改：标红 ${faults} 处，鼠标移到红格看说明，改后原样发回。`;
}

/** The number of the task that a workbook was sent for; null for any other workbook. */
export function taskOf(book: Book): string | null {
  const key = book.sheets.find(({ name, hidden }) => hidden && name === KEY_SHEET);
  return key?.cell(0, 0)?.text === KEY_MARK ? (key.cell(1, 0)?.text ?? null) : null;
}

/** What the unit filled in, line by line, found by the hidden codes wherever the lines are now. */
export function typedLines(book: Book): readonly TypedLine[] {
  const sheet = book.sheets.find(({ hidden }) => !hidden);
  if (sheet === undefined) return [];
  const lines: TypedLine[] = [];
  for (let row = FIRST_ROW; row < sheet.rows; row++) {
    const code = sheet.cell(row, CODE)?.text.trim() ?? "";
    if (code === "") continue;
    const cells = [sheet.cell(row, thisMonthColumn), sheet.cell(row, toDateColumn)];
    lines.push({
      code,
      row,
      thisMonth: typed(sheet, row, thisMonthColumn),
      toDate: typed(sheet, row, toDateColumn),
      note: typed(sheet, row, NOTE),
      broken: cells.some((each) => each?.kind === "formula-error" || each?.kind === "error"),
    });
  }
  return lines;
}

function typed(sheet: Sheet, row: number, column: number): string | null {
  const cell = sheet.cell(row, column);
  if (cell === null) return null;
  const text = (cell.kind === "number" && cell.raw !== undefined ? cell.raw : cell.text).trim();
  return text === "" ? null : text;
}

/** `2023-12-05` as 2023年12月5日. */
export function printedDay(day: string): string {
  const [year, month, of] = day.split("-");
  return `${year}年${Number(month)}月${Number(of)}日`;
}

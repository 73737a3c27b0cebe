import { type Decimal, isDecimalText } from "@shanhai/model";
import { LedgerError } from "../error-codes.js";
import type { Book, Sheet } from "../workbook/book.js";
import { cellName } from "../workbook/book.js";
import type { CellSpec, RowSpec } from "../workbook/book-spec.js";
import { readBook } from "../workbook/read-book.js";
import { wrappedHeight } from "../workbook/row-height.js";
import { writeBook } from "../workbook/write-book.js";
import type { ComparedLine, Comparison, FilledNumber, MonthOfPair, ReturnedSheet } from "./reconcile-desk.js";

const SHEET = "数据核对单";
/** Where the sheet says whose month it is; not listed even among hidden sheets. */
const KEY_SHEET = "核对任务";
const KEY_MARK = "shanhai-comparison-1";
const HEADER_ROW = 3;
const COLUMNS = [
  "序号",
  "指标代码",
  "指标名称",
  "计量单位",
  "我方累计",
  "贵方累计",
  "差异",
  "差异原因（建议）",
  "贵方说明",
];
const WIDTHS = [6, 10, 40, 10, 14, 14, 12, 36, 30];
const CODE = 1;
const OURS = 4;
const THEIRS = 5;
const NOTE = 8;

/**
 * 数据核对单: our numbers, an empty column for theirs, the difference worked out as they type, what we know of its cause. All
 * else is locked, so that the returned sheet is the sent one.
 */
export function comparisonBook(comparison: Comparison): Promise<Uint8Array> {
  const { year, month, title, day, lines } = comparison;
  const side = comparison.line === "west" ? "受援线" : "帮扶线";
  const head = { bold: true, fill: "E6F0EC", border: true, align: "center", wrap: true } as const;
  const rows: RowSpec[] = [
    {
      height: 30,
      cells: [{ value: `${title} ${year}年${month}月 数据核对单`, style: { size: 16, bold: true, align: "center" } }],
    },
    {
      cells: [
        {
          value: `截至：${day}    报送线：${side}    请填写“贵方累计”一列；有差异的请在“贵方说明”中注明，填好后原样发回。`,
        },
      ],
    },
    { cells: [] },
    { height: 32, cells: COLUMNS.map((value): CellSpec => ({ value, style: head })) },
    ...lines.map((line, at): RowSpec => {
      const cells = lineCells(line, at);
      return { ...wrappedHeight(cells, WIDTHS), cells };
    }),
    { cells: [] },
    {
      cells: [
        { value: "填表人：            审核人：            分管领导：            单位（盖章）：            日期：" },
      ],
    },
  ];
  const last = COLUMNS.length - 1;
  const below = HEADER_ROW + lines.length + 2;
  return writeBook({
    title: `${title} ${year}年${month}月数据核对单`,
    sheets: [
      {
        name: SHEET,
        rows,
        widths: WIDTHS,
        merges: [0, 1, below].map((row) => ({ top: row, bottom: row, left: 0, right: last })),
        freeze: { rows: HEADER_ROW + 1, columns: 3 },
        locked: true,
        page: { landscape: true, fitWidth: true, titleRows: [HEADER_ROW, HEADER_ROW], footer: "第 &P 页，共 &N 页" },
      },
      {
        name: KEY_SHEET,
        hidden: "deep",
        rows: [[KEY_MARK], [comparison.scope], [String(year)], [String(month)], [comparison.line], [title]].map(
          (cells) => ({ cells: cells.map((value) => ({ value, style: { format: "@" } })) }),
        ),
        locked: true,
      },
    ],
  });
}

function lineCells(line: ComparedLine, at: number): CellSpec[] {
  const row = HEADER_ROW + 1 + at;
  const border = { border: true } as const;
  const open = { border: true, unlocked: true, fill: "FFFBF1" } as const;
  const number = (value: Decimal | null, style: CellSpec["style"] = border): CellSpec =>
    value === null
      ? { style: { ...style, align: "right" } }
      : { value: { decimal: value }, style: { ...style, align: "right" } };
  const [ours, theirs] = [cellName(row, OURS), cellName(row, THEIRS)];
  return [
    number(String(at + 1)),
    { value: line.code, style: { ...border, format: "@" } },
    { value: line.zh, style: { ...border, wrap: true } },
    { value: line.unit, style: { ...border, align: "center" } },
    number(line.ours),
    number(line.theirs, open),
    {
      formula: `IF(OR(${ours}="",${theirs}=""),"",ROUND(${ours}-${theirs},6))`,
      value: line.difference === null ? "" : { decimal: line.difference },
      style: { ...border, align: "right" },
    },
    { value: line.causes.map(({ zh }) => zh).join("；"), style: { ...border, wrap: true } },
    { value: "", style: { ...open, wrap: true } },
  ];
}

/** Reads a returned 核对单; COMPARISON_FOREIGN for a workbook that is none of ours. Empty cells stay empty, never 0. */
export async function readReturned(name: string, bytes: Uint8Array): Promise<ReturnedSheet> {
  const book = await readBook(bytes, name);
  const { title, ...of } = keyOf(book);
  const sheet = book.sheets.find((one) => one.name === SHEET);
  if (sheet === undefined) throw new LedgerError("COMPARISON_FOREIGN");
  const numbers: FilledNumber[] = [];
  const problems: { cell: string; zh: string; en: string }[] = [];
  const empty: string[] = [];
  for (let row = HEADER_ROW + 1; row < sheet.rows; row += 1) {
    const code = textAt(sheet, row, CODE);
    if (!/^[A-I]\d[a-z]?$/.test(code)) continue;
    const filled = numberAt(sheet, row, THEIRS);
    const note = textAt(sheet, row, NOTE);
    if (filled === null && note === "") empty.push(code);
    else if (filled === undefined) {
      const cell = cellName(row, THEIRS);
      const said = textAt(sheet, row, THEIRS);
      problems.push({
        cell,
        zh: `${cell}“${said}”不是数，没有读取`,
        en: `${cell} “${said}” is no number and was not read`,
      });
    } else numbers.push({ indicator: code, this_month: null, to_date: filled, ...(note === "" ? {} : { note }) });
  }
  return { ...of, title, numbers, problems, empty };
}

function keyOf(book: Book): MonthOfPair & { readonly title: string } {
  const sheet = book.sheets.find((one) => one.name === KEY_SHEET);
  const [mark, scope = "", year, month, line, title = ""] = [0, 1, 2, 3, 4, 5].map((row) =>
    sheet === undefined ? "" : textAt(sheet, row, 0),
  );
  if (mark !== KEY_MARK || (line !== "west" && line !== "east")) throw new LedgerError("COMPARISON_FOREIGN");
  return { scope, year: Number(year), month: Number(month), line, title };
}

function textAt(sheet: Sheet, row: number, column: number): string {
  return sheet.cell(row, column)?.text.trim() ?? "";
}

/** A number as typed; null for an empty cell or a stroke, undefined for what is none. */
function numberAt(sheet: Sheet, row: number, column: number): Decimal | null | undefined {
  const cell = sheet.cell(row, column);
  const said = (cell?.raw ?? cell?.text ?? "").normalize("NFKC").replaceAll(",", "").trim();
  if (said === "" || /^[-—/／]+$/.test(said)) return null;
  return isDecimalText(said) ? said : undefined;
}

import { squeezed } from "@shanhai/model";
import type { Book, Sheet } from "../workbook/book.js";
import { cellName } from "../workbook/book.js";

/** A line of a sheet of dictionary items, as it is printed. */
export interface WordLine {
  readonly sheet: string;
  readonly cell: string;
  /** With its number in front, where the sheet keeps numbers (2130504 农村基础设施建设). */
  readonly zh: string;
  readonly number: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string | null;
  readonly aliases: readonly string[];
  /** The only year that the sheet's title or name prints. */
  readonly year: number | null;
}

const WORDS = {
  name: /^(?:科目名称|名称|项目名称|事项|事项名称|内容|负面清单(?:内容|事项)?|禁止(?:事项|内容)|不得(?:用于|支出).*|类别|类别名称|预算科目)$/u,
  number: /^(?:科目编码|科目代码|编码|代码)$/u,
  from: /^(?:起始年度|起始年份|开始年度|启用年度|年度|年份)$/u,
  to: /^(?:截止年度|截止年份|终止年度|停用年度)$/u,
  source: /^(?:依据|政策依据|文号|文件依据|来源|依据\/?文号)$/u,
  aliases: /^(?:别名|关键词|关键字|常见表述|其他叫法|又称)$/u,
} as const;
type Column = keyof typeof WORDS;

const MOST_ABOVE = 30;
const NOTE = /^(?:注|备注|说明|填表人|合计|共\d)/u;

/** The items that the sheets of a workbook list; none where no header names them. Hidden sheets are passed over. */
export function wordLines({ sheets }: Book): readonly WordLine[] {
  return sheets.filter(({ hidden }) => !hidden).flatMap(linesOf);
}

function linesOf(sheet: Sheet): WordLine[] {
  for (let row = 0; row < Math.min(sheet.rows, MOST_ABOVE); row += 1) {
    const columns = columnsOf(sheet, row);
    if (columns.has("name")) return rowsUnder(sheet, row, columns);
  }
  return [];
}

function columnsOf(sheet: Sheet, row: number): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (let column = 0; column < sheet.columns; column += 1) {
    const word = squeezed(sheet.cell(row, column)?.text ?? "").replace(/\([^)]*\)$/u, "");
    for (const key of Object.keys(WORDS) as Column[])
      if (!columns.has(key) && WORDS[key].test(word)) columns.set(key, column);
  }
  return columns;
}

function rowsUnder(sheet: Sheet, header: number, columns: ReadonlyMap<Column, number>): WordLine[] {
  const years = new Set<string>();
  for (let row = 0; row < header; row += 1)
    for (let column = 0; column < sheet.columns; column += 1)
      for (const [year] of (sheet.cell(row, column)?.text ?? "").matchAll(/(?<!\d)20\d{2}(?!\d)/gu)) years.add(year);
  for (const [year] of sheet.name.matchAll(/(?<!\d)20\d{2}(?!\d)/gu)) years.add(year);
  const year = years.size === 1 ? Number([...years][0]) : null;
  const lines: WordLine[] = [];
  for (let row = header + 1; row < sheet.rows; row += 1) {
    const text = (key: Column): string | null => {
      const column = columns.get(key);
      const cell = column === undefined ? null : sheet.cell(row, column);
      // A number cell prints 2.13E+6 where its column is narrow.
      const said = (cell?.kind === "number" ? (cell.raw ?? cell.text) : (cell?.text ?? "")).trim();
      return said === "" || /^[/—-]+$/u.test(said) ? null : said;
    };
    const name = text("name");
    if (name === null || NOTE.test(squeezed(name))) continue;
    const number = text("number") ?? /^(\d{3,9})\s+\S/u.exec(name)?.[1] ?? null;
    lines.push({
      ...{ sheet: sheet.name, cell: cellName(row, columns.get("name") ?? 0), number, year },
      zh: number === null || name.startsWith(number) ? name : `${number} ${name}`,
      ...{ from: text("from"), to: text("to"), source: text("source") },
      aliases: (text("aliases") ?? "").split(/[、,，;；\n]/u).flatMap((one) => (one.trim() === "" ? [] : [one.trim()])),
    });
  }
  return lines;
}

import type { AnnotatedArticle } from "../annotation.js";
import { type RepairedSpan, repairedSpan } from "../span.js";

/** One cell of a table as text. */
export interface Cell {
  readonly text: string;
  readonly span: RepairedSpan;
}

/** A table whose rows came as lines: a head row and rows below it. */
export interface PastedTable {
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** What is printed before it as the unit of the whole: （单位：万元）; null where nothing is. */
  readonly unit: string | null;
}

const leastCells = 3;
const unitOfAll = /单位\s*[:：]\s*([^\s，,。；;、（()）]{1,4})/g;
/** How far above a table its unit may stand. */
const reach = 120;

/**
 * Tables pasted as text, by tabs, bars or wide blanks between their cells. A run of lines of three cells and more is one; its first
 * line is the head and holds no number, or nobody could say what the numbers are.
 */
export function tablesIn(article: AnnotatedArticle): readonly PastedTable[] {
  if (!["\t", "|", "｜", "\u3000", "  "].some((between) => article.text.includes(between))) return [];
  const tables: PastedTable[] = [];
  let run: (readonly Cell[])[] = [];
  let byBlanks = false;
  const close = () => {
    for (const [head, ...below] of byBlanks ? [run] : parted(run)) {
      // 合计: a total leaves cells out, and by blanks nobody sees which.
      const rows = byBlanks ? below.filter((row) => !/^(?:合|总|小)计/.test(row[0]?.text ?? "")) : below;
      if (head === undefined || rows.length === 0 || head.some((cell) => isNumber(cell.text))) continue;
      if (byBlanks && !square(head, rows)) continue;
      const from = head[0]?.span.start ?? 0;
      const above = article.text.slice(Math.max(0, from - reach), from);
      tables.push({ head, rows, unit: [...above.matchAll(unitOfAll)].at(-1)?.[1] ?? null });
    }
    run = [];
  };
  for (const { span, role } of article.paragraphs) {
    const cells = role === "furniture" || role === "meta" ? [] : cellsOf(article.text, span);
    const blank = cells.length > 0 && !/[\t|｜]/.test(article.text.slice(span.start, span.end));
    if (cells.length < leastCells || blank !== byBlanks) close();
    byBlanks = blank;
    if (cells.length >= leastCells) run.push(cells);
  }
  close();
  return tables;
}

/** Words that heads of columns of figures end with. */
const ofColumn = /(?:指标|指标值|目标值|完成值|实际值|预算数|执行数|执行率|金额|数量|名称|资金|合计|比例|[）)])$/;

/** The lines of a run by its heads: a form has one within, 指标　目标值　完成值, in front of rows with numbers. */
function parted(run: readonly (readonly Cell[])[]): readonly (readonly (readonly Cell[])[])[] {
  const parts: (readonly Cell[])[][] = [[]];
  run.forEach((row, at) => {
    const printed = row.filter(({ text }) => text !== "");
    const heads =
      at > 0 &&
      printed.filter(({ text }) => ofColumn.test(text)).length * 2 > printed.length &&
      !printed.some(({ text }) => /\d/.test(text)) &&
      (run[at + 1] ?? []).some(({ text }) => isNumber(text));
    if (heads) parts.push([]);
    parts.at(-1)?.push(row);
  });
  return parts;
}

/** A bare number: 4200, 5,274, 517.6. */
export function isNumber(text: string): boolean {
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(text);
}

/** Words apart by blanks are a table only where every row has the cells of the head, and numbers among them. */
function square(head: readonly Cell[], rows: readonly (readonly Cell[])[]): boolean {
  return (
    head.every(({ text }) => text.length <= 16 && !/[，,。；;：:]/.test(text)) &&
    rows.every((row) => row.length === head.length && row.some(({ text }) => isNumber(text)))
  );
}

/** The cells of a line; empty ones keep their place. */
function cellsOf(text: string, span: RepairedSpan): readonly Cell[] {
  const line = text.slice(span.start, span.end);
  const between = line.includes("\t") ? /\t/g : /[|｜]/.test(line) ? /[|｜]/g : /\u3000+| {2,}/g;
  const cells: Cell[] = [];
  // Empty cells in front: a paragraph begins behind its space.
  for (let at = span.start; line.includes("\t") && text.charAt(at - 1) === "\t"; at--)
    cells.push({ text: "", span: repairedSpan(at - 1, at - 1) });
  let from = 0;
  const breaks = [...line.trimEnd().matchAll(between)].filter(
    ({ index }) => line.slice(0, index).trim() !== "" || /[\t|｜]/.test(line),
  );
  for (const { index, width } of [
    ...breaks.map(({ index, 0: mark }) => ({ index, width: mark.length })),
    { index: line.length, width: 0 },
  ]) {
    const printed = line.slice(from, index);
    const start = span.start + from + (printed.length - printed.trimStart().length);
    const trimmed = printed.trim();
    cells.push({ text: trimmed, span: repairedSpan(start, start + trimmed.length) });
    from = index + width;
  }
  return cells;
}

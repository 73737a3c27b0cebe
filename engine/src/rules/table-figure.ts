import { type Cell, isNumber, type PastedTable, tablesIn } from "../document/pasted-table.js";
import type { DraftOf, Rule } from "../draft.js";
import { readQuantities } from "../numbers/read-quantities.js";

type FigureDraft = DraftOf<"figure">;

/** Columns whose numbers count nothing. */
const counting = /^(?:序号?|编号|排名|名次|年份|年度|月份|日期|电话|联系方式|邮编|年龄|备注)$|时间$|日期$/;
const unitColumn = /^(?:计量)?单位$/;
/** What a table's common unit of money holds for. */
const ofMoney = /资金|投资|投入|金额|经费|款|产值|收入|销售|采购|总额|合计|预算|支出|拨付|到位|补[贴助]/;
const inHead = /[（(]([^（）()]{1,4})[）)]$/;

/**
 * Figures of tables pasted as text (表格): the number from the cell, its unit from the column's head, from a column of
 * units or from above the table, what it counts from the row and the column. A number without a unit anywhere is none.
 */
export const tableFigure: Rule = {
  id: "table-figure",
  version: 1,
  purpose: "A bare number of a table whose head or unit column says its unit is a figure of its row.",
  apply(article, soFar): readonly FigureDraft[] {
    const told = soFar.filter((draft): draft is FigureDraft => draft.kind === "figure");
    const drafts: FigureDraft[] = [];
    for (const table of tablesIn(article)) {
      const units = table.head.findIndex(({ text }) => unitColumn.test(text));
      for (const row of table.rows) {
        const words = row.filter(({ text }, at) => /\p{Script=Han}/u.test(text) && at !== units);
        // 合计 stands in the column of running numbers.
        const label =
          words.find(({ text }) => inHead.test(text)) ??
          words.find((cell) => !isCounting(table, row.indexOf(cell))) ??
          words[0];
        row.forEach((cell, at) => {
          const unit = isNumber(cell.text) && !isCounting(table, at) ? unitOf(table, row, at, units) : null;
          const figure = unit === null ? null : draft(table, cell, at, unit, label?.text ?? "", drafts.length);
          // What the text says too is told already.
          if (figure !== null && !told.some((other) => same(other, figure, label?.text ?? ""))) drafts.push(figure);
        });
      }
    }
    return drafts;
  },
};

function same(told: FigureDraft, figure: FigureDraft, label: string): boolean {
  return (
    told.measure === figure.measure &&
    told.base === figure.base &&
    label.length > 1 &&
    (told.of.includes(label) || (told.of.length > 1 && label.includes(told.of)))
  );
}

function isCounting({ head }: PastedTable, at: number): boolean {
  return counting.test(head[at]?.text ?? "");
}

/** The unit of one cell, nearest first: its column's head, its row's unit, the unit of the whole table. */
function unitOf(table: PastedTable, row: readonly Cell[], at: number, units: number): string | null {
  const head = table.head[at]?.text ?? "";
  // 实施项目（个） as the label of a row says its unit as the head of a column does, as does what the whole row is of.
  const labels = row.slice(0, at).filter(({ text }) => inHead.test(text));
  for (const label of [head, labels.at(-1)?.text ?? "", table.head[0]?.text ?? ""]) {
    const own = inHead.exec(label)?.[1];
    if (own !== undefined && quantityOf(`1${own}`) !== null) return own;
  }
  const ofRow = units < 0 ? undefined : row[units]?.text;
  if (ofRow !== undefined && ofRow !== "") return ofRow;
  if (table.unit === null) return null;
  const money = quantityOf(`1${table.unit}`)?.measure === "money";
  return money && !ofMoney.test(head) ? null : table.unit;
}

/** The amount that a text is as a whole. */
function quantityOf(text: string) {
  const [reading] = readQuantities(text);
  return reading !== undefined && reading.start === 0 && reading.end === text.length ? reading : null;
}

function draft(
  table: PastedTable,
  cell: Cell,
  at: number,
  unit: string,
  label: string,
  number: number,
): FigureDraft | null {
  const amount = quantityOf(`${cell.text}${unit}`);
  if (amount === null || amount.measure === "duration") return null;
  const head = (table.head[at]?.text ?? "").replace(inHead, "");
  return {
    key: `table-figure:${number}`,
    kind: "figure",
    confidence: 0.85,
    inferred: ["unit"],
    evidence: [cell.span],
    value: Number(amount.value),
    unit,
    base: Number(amount.base),
    baseUnit: amount.baseUnit,
    measure: amount.measure,
    of: `${label.replace(inHead, "")}${head}`,
    approx: null,
    period: null,
    accumulation: null,
    scope: [],
    includes: [],
    change: null,
  };
}

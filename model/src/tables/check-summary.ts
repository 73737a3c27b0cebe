import { type MoneyUnit, printMoney } from "../values/money.js";
import { type AreaGrid, placeName, plainText } from "./grid.js";
import { readOfficeAmount, readOfficeNumber } from "./office-number.js";
import type { SheetReading } from "./read-sheets.js";
import type { TotalCheck } from "./running-totals.js";
import type { SheetForm, SheetRow, SummaryColumn } from "./sheet-form.js";

/** What the rows of each sheet come to in the columns that a summary of their form may have, row after row. */
export class SummarySums {
  readonly #columns: readonly SummaryColumn[];
  readonly #bySheet = new Map<string, bigint[]>();

  constructor({ summaries = [] }: Pick<SheetForm, "summaries">) {
    this.#columns = summaries;
  }

  add(row: SheetRow): void {
    const sums = this.#bySheet.get(row.sheet) ?? this.#columns.map(() => 0n);
    this.#bySheet.set(row.sheet, sums);
    for (const [at, column] of this.#columns.entries()) sums[at] = (sums[at] ?? 0n) + column.of(row);
  }

  /** By sheet, in the order of the form's summaries. */
  get bySheet(): ReadonlyMap<string, readonly bigint[]> {
    return this.#bySheet;
  }
}

/**
 * Holds a 汇总 sheet against the rows of the sheets that it sums: a row named like a sheet (10月, 平坝镇), and 合计 for all
 * of them. Summaries are checked and never imported.
 */
export function checkSummary(
  summary: SheetReading,
  form: SheetForm,
  bySheet: ReadonlyMap<string, readonly bigint[]>,
): TotalCheck[] {
  const { tables } = summary;
  const { summaries } = form;
  if (tables === null || summaries === undefined) return [];
  const { grid, frame } = tables;
  const all = summaries.map((_, at) => [...bySheet.values()].reduce((sum, sums) => sum + (sums[at] ?? 0n), 0n));
  const columns = summaryColumns(grid, form);
  const unit = (["亿元", "万元", "元"] as const).find((one) => frame.unit?.includes(one)) ?? "元";
  const checks: TotalCheck[] = [];
  for (let row = 0; row < grid.grid.rows; row += 1) {
    const label = grid
      .rowAreas(row)
      .map(({ cell }) => plainText(cell))
      .find((text) => bySheet.has(text) || /^(?:合计|总计)$/u.test(text));
    if (label === undefined) continue;
    const own = bySheet.get(label) ?? all;
    for (const { column, words, of } of columns) {
      const area = grid.area(row, column);
      const printed = area === null ? null : figureIn(area.cell, of, unit);
      if (area === null || printed === null) continue;
      const computed = own[summaries.indexOf(of)] ?? 0n;
      const place = { row: area.top, column: area.left };
      const shown = (value: bigint) => (of.money ? printMoney(value, "zh", unit) : value.toString());
      const difference = printed - computed;
      checks.push({
        sheet: summary.name,
        label,
        kind: bySheet.has(label) ? "subtotal" : "total",
        column: words,
        place,
        cell: placeName(place),
        printed: shown(printed),
        computed: shown(computed),
        difference:
          difference === 0n
            ? null
            : `${difference > 0n ? "+" : "−"}${shown(difference < 0n ? -difference : difference)}`,
      });
    }
  }
  return checks;
}

function figureIn(cell: Parameters<typeof readOfficeNumber>[0], of: SummaryColumn, unit: MoneyUnit): bigint | null {
  if (of.money) return readOfficeAmount(cell, unit).fen;
  const { value } = readOfficeNumber(cell);
  return value !== null && /^-?\d+$/u.test(value) ? BigInt(value) : null;
}

/** Columns of a summary by the first row that has two words and more. */
function summaryColumns(grid: AreaGrid, form: SheetForm) {
  for (let row = 0; row < grid.grid.rows; row += 1) {
    const areas = grid.rowAreas(row);
    if (areas.length < 2) continue;
    return areas.slice(1).flatMap(({ left, cell }) => {
      const words = plainText(cell);
      const of = form.summaries?.find((one) => one.words.test(words));
      return of === undefined ? [] : [{ column: left, words, of }];
    });
  }
  return [];
}

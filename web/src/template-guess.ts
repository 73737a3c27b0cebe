import { indicatorOfLine, indicators } from "@shanhai/model";
import type { BoundMeasure, IndicatorBinding, TemplateSheet } from "@shanhai/server";
import { templateCell } from "./template-extent.js";

/** What a column's caption asks for; the first that fits. */
const MEASURES: readonly (readonly [RegExp, BoundMeasure])[] = [
  [/同期/u, "last_year"],
  [/率|比例|进度/u, "rate"],
  [/目标|任务|协议数/u, "target"],
  [/上月/u, "last_month"],
  [/累计|完成(?:数|情况)?$/u, "to_date"],
  [/本月|当月|新增/u, "this_month"],
];

/**
 * What the figures of a form are, by the names of its lines and columns: 帮助农村劳动力就业 × 累计 is E1 to date. Only empty
 * places and figures are guessed, none that works itself out; a line or a column that is not known gives none. It is offered,
 * never bound by itself.
 */
export function guessedBindings(sheet: TemplateSheet): readonly IndicatorBinding[] {
  const { cells } = sheet;
  const found: IndicatorBinding[] = [];
  for (const [row, line] of cells.entries()) {
    const said = line.map((cell) => (isWords(cell?.text) ? (cell?.text ?? "") : ""));
    const caption = said.findIndex((text) => indicatorOfLine(text) !== null);
    if (caption < 0) continue;
    const indicator = counted(indicatorOfLine(said[caption] ?? ""), said.join(" "));
    if (indicator === null) continue;
    for (let column = caption + 1; column < width(sheet); column++) {
      const cell = line[column];
      if (cell?.formula === true || isWords(cell?.text) || isCovered(sheet, row, column)) continue;
      const measure = measureOf(captionAbove(sheet, row, column));
      if (measure === null) continue;
      const unit = indicator.unit === "万元" && measure !== "rate" ? moneyUnit(said.join(" ")) : null;
      found.push({ sheet: sheet.name, cell: templateCell(row, column), indicator: indicator.code, measure, unit });
    }
  }
  return found;
}

/** The year and month that a form's heading prints, as `2023-11`; null where it prints none. */
export function monthSaid({ cells }: TemplateSheet): string | null {
  const heading = cells.slice(0, 6).flatMap((line) => line.map((cell) => cell?.text ?? ""));
  const [, year, month = ""] = /(20\d\d)年(1[0-2]|0?[1-9])月/u.exec(heading.join(" ").replace(/\s+/gu, "")) ?? [];
  return year === undefined ? null : `${year}-${month.padStart(2, "0")}`;
}

/** Words, not a figure and not a mark for nothing. */
function isWords(text: string | undefined): boolean {
  return !/^[\d.,%％\s/—–-]*$/u.test(text ?? "");
}

/** 人次 and 人 are two indicators (C3 and C3a): the line's unit says which. */
function counted(code: string | null, line: string) {
  const plain = indicators.find((one) => one.code === code) ?? null;
  if (plain === null || plain.unit !== "人" || !line.includes("人次")) return plain;
  return indicators.find(({ code, unit }) => code === `${plain.code}a` && unit === "人次") ?? plain;
}

function moneyUnit(line: string): IndicatorBinding["unit"] {
  return (["亿元", "万元", "元"] as const).find((unit) => line.includes(unit)) ?? "万元";
}

function measureOf(caption: string): BoundMeasure | null {
  const plain = caption.replace(/[\s（(][^）)]*[）)]|\s/gu, "");
  return MEASURES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** The nearest words above a cell, those of a merge over it included; what another line's cell says is no caption. */
function captionAbove(sheet: TemplateSheet, row: number, column: number): string {
  for (let above = row - 1; above >= 0; above--) {
    if (isLine(sheet.cells[above] ?? [])) continue;
    const merge = sheet.merges.find(
      ({ top, left, bottom, right }) => above >= top && above <= bottom && column >= left && column <= right,
    );
    const text = sheet.cells[merge?.top ?? above]?.[merge?.left ?? column]?.text;
    if (isWords(text)) return text ?? "";
  }
  return "";
}

function isLine(line: TemplateSheet["cells"][number]): boolean {
  return line.some((cell) => isWords(cell?.text) && indicatorOfLine(cell?.text ?? "") !== null);
}

function isCovered({ merges }: TemplateSheet, row: number, column: number): boolean {
  return merges.some(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left),
  );
}

function width({ cells }: TemplateSheet): number {
  return Math.max(0, ...cells.map((line) => line.length));
}

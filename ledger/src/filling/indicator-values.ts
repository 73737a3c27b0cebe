import { type Decimal, indicators } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { board } from "../counting/board.js";
import type { BoardLine } from "../counting/counting-desk.js";
import type { Desk } from "../desk.js";
import { decimalText, roundDecimal, shiftDecimal } from "../workbook/decimal-text.js";
import type { IndicatorBinding, TemplateMonth } from "./template-desk.js";

/** The numbers of indicators that belong into bound places, from the board of the month; null where there is none: never 0. */
export async function indicatorValues(
  desk: Desk,
  actor: Actor,
  of: TemplateMonth,
  bindings: readonly IndicatorBinding[],
): Promise<readonly (Decimal | null)[]> {
  const line = actor.office?.side ?? "west";
  const { scope, year, month } = of;
  const linesOf = async (at: { readonly year: number; readonly month: number }) =>
    new Map((await board(desk, actor, { scope, line, ...at })).lines.map((one) => [one.code, one]));
  const now = await linesOf({ year, month });
  // Of January there is no last month: 累计 begins anew.
  const asksLast = month > 1 && bindings.some(({ measure }) => measure === "last_month");
  const last = asksLast ? await linesOf({ year, month: month - 1 }) : new Map<string, BoardLine>();
  return bindings.map((binding) => {
    const found = binding.measure === "last_month" ? last.get(binding.indicator) : now.get(binding.indicator);
    const value = found === undefined ? null : measured(found, binding);
    return value === null ? null : inUnit(value, binding);
  });
}

function measured(line: BoardLine, { measure }: IndicatorBinding): Decimal | null {
  switch (measure) {
    case "this_month":
      return line.thisMonth;
    case "to_date":
    case "last_month":
      return line.toDate;
    case "target":
      return line.target;
    case "last_year":
      return line.lastYear?.toDate ?? null;
    case "rate": {
      if (line.toDate === null || line.target === null || Number(line.target) === 0) return null;
      // As a share: the form's own format prints it as a percentage.
      const share = decimalText(String(Number(line.toDate) / Number(line.target)));
      return share === null ? null : roundDecimal(share, 6);
    }
  }
}

/** Indicators count amounts in 万元; the form may count in another unit. */
function inUnit(value: Decimal, { indicator, measure, unit }: IndicatorBinding): Decimal {
  const counted = indicators.find(({ code }) => code === indicator)?.unit;
  const shift = counted !== "万元" || measure === "rate" ? 0 : unit === "亿元" ? -4 : unit === "元" ? 4 : 0;
  return shiftDecimal(value, shift);
}

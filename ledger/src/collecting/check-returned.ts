import {
  checkCumulative,
  checkPart,
  type Decimal,
  type IndicatorDefinition,
  indicators,
  parseValue,
} from "@shanhai/model";
import { cellName } from "../workbook/book.js";
import type { SheetFault } from "./collect-desk.js";
import { type FormLine, type TypedLine, thisMonthColumn, toDateColumn } from "./collection-form.js";

/** A line that could be read: null is 不涉及 or not asked, never 0. */
export interface ReadLine {
  readonly code: string;
  readonly thisMonth: Decimal | null;
  readonly toDate: Decimal | null;
  readonly note: string | null;
}

export interface CheckedSheet {
  readonly lines: readonly ReadLine[];
  readonly faults: readonly SheetFault[];
}

/**
 * Checks what a unit filled in: every asked line is there and filled in, numbers are numbers, 累计 = 上月累计 + 本月, 其中 ≤ 总数.
 * A total that does not add up passes where the unit says why in its note; a part that is larger than its whole never does.
 * One fault a cell, with all
 * that is wrong with it.
 */
export function checkReturned(asked: readonly FormLine[], typed: readonly TypedLine[], month: number): CheckedSheet {
  const faults = new Map<string, SheetFault>();
  const fault = (row: number, column: number, zh: string, en: string) => {
    const cell = cellName(row, column);
    const was = faults.get(cell);
    faults.set(cell, was === undefined ? { cell, zh, en } : { cell, zh: `${was.zh}\n${zh}`, en: `${was.en}\n${en}` });
  };
  const byCode = new Map(typed.map((line) => [line.code, line]));
  const lines = asked.flatMap((line, at): ReadLine[] => {
    const given = byCode.get(line.code);
    if (given === undefined) {
      fault(
        4 + at,
        toDateColumn,
        `“${line.zh}”一行不见了，请用发出的原表填报`,
        `the line of ${line.code} is gone; use the form as it was sent`,
      );
      return [];
    }
    const read = (text: string | null, column: number, name: string): Decimal | null => {
      if (given.broken && text === null) {
        fault(given.row, column, "公式没有结果，请直接填数", "the formula gives nothing; type the number");
        return null;
      }
      if (text === null) {
        fault(
          given.row,
          column,
          `没有填${name}：没有发生的填 0，不涉及的填“/”`,
          "not filled in: 0 if nothing happened, / if it does not concern you",
        );
        return null;
      }
      const parsed = parseValue({ key: "n", zh: name, en: name, type: "decimal", unit: line.unit }, text, {
        money: "万元",
      });
      if (!parsed.ok) {
        fault(
          given.row,
          column,
          `“${text}”不是数字，请只填数字（单位：${line.unit}）`,
          `“${text}” is no number (unit: ${line.unit})`,
        );
        return null;
      }
      return parsed.value === null ? null : String(parsed.value);
    };
    const thisMonth = read(given.thisMonth, thisMonthColumn, "本月新增");
    const toDate = read(given.toDate, toDateColumn, "累计");
    const definition = indicators.find(({ code }) => code === line.code);
    if (definition?.kind !== "stock" && given.note === null) {
      const before = month === 1 ? "0" : line.before;
      for (const warning of checkCumulative({ indicator: line.code, thisMonth, toDate }, before)) {
        fault(
          given.row,
          toDateColumn,
          `${warning.zh}；确属实的请在备注说明`,
          `${warning.en}; if it is right, say why in the note`,
        );
      }
    }
    return [{ code: line.code, thisMonth, toDate, note: given.note }];
  });
  for (const line of lines) {
    const part = indicators.find(({ code }) => code === line.code);
    const whole = indicators.find(({ code }) => code === part?.parent);
    const other = lines.find(({ code }) => code === whole?.code);
    const row = byCode.get(line.code)?.row;
    if (part === undefined || whole === undefined || other === undefined || row === undefined) continue;
    for (const [column, value, total] of [
      [thisMonthColumn, line.thisMonth, other.thisMonth],
      [toDateColumn, line.toDate, other.toDate],
    ] as const) {
      for (const { zh, en } of partOf(part, value, whole, total)) fault(row, column, zh, en);
    }
  }
  return { lines, faults: [...faults.values()] };
}

function partOf(part: IndicatorDefinition, value: Decimal | null, whole: IndicatorDefinition, total: Decimal | null) {
  return checkPart(
    { indicator: part.code, zh: part.zh, en: part.en, value },
    { zh: whole.zh, en: whole.en, value: total },
  );
}

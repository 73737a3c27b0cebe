import type { Merge } from "./book.js";

/** Rows put into a sheet: `count` of them behind the row `after` (from 0). */
export interface InsertedRows {
  readonly after: number;
  readonly count: number;
}

/** Where a row is once they are in. */
export function movedRow(row: number, { after, count }: InsertedRows): number {
  return row > after ? row + count : row;
}

/**
 * A range once they are in. One that reaches the row behind which they come takes them in: a sum over a list goes on over what
 * is added at the list's end, as a clerk would drag it.
 */
export function movedRange(range: Merge, inserted: InsertedRows): Merge {
  const { after, count } = inserted;
  const top = movedRow(range.top, inserted);
  return { ...range, top, bottom: range.bottom >= after ? range.bottom + count : range.bottom };
}

const reference =
  /"(?:[^"]|"")*"|(?<![\p{L}\w.$'\]])(?:('(?:[^']|'')*'|[\p{L}_][\p{L}\w.]*)!)?(?:(\$?[A-Z]{1,3}\$?)(\d{1,7})(?::(\$?[A-Z]{1,3}\$?)(\d{1,7}))?|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\p{L}\w(.!])|'(?:[^']|'')*'/gu;

/**
 * A formula once rows are put into the sheet `sheet`: what it says of that sheet moves, absolute references too. `own` is the
 * sheet in which the formula stands. References into other workbooks, whole columns and names are left alone.
 */
export function moveFormula(formula: string, own: boolean, sheet: string, inserted: InsertedRows): string {
  return formula.replace(reference, (whole, ...groups: readonly (string | undefined)[]) => {
    const [of, left, first, right, last, fixed, from, fixedToo, to] = groups;
    const there = of === undefined ? own : plainName(of) === sheet;
    if (!there) return whole;
    const before = of === undefined ? "" : `${of}!`;
    const moved = (top: string, bottom: string) => {
      const range = { top: Number(top) - 1, bottom: Number(bottom) - 1, left: 0, right: 0 };
      const now = movedRange(range, inserted);
      return [now.top + 1, now.bottom + 1] as const;
    };
    if (left !== undefined && first !== undefined) {
      if (right === undefined || last === undefined)
        return `${before}${left}${movedRow(Number(first) - 1, inserted) + 1}`;
      const [top, bottom] = moved(first, last);
      return `${before}${left}${top}:${right}${bottom}`;
    }
    if (from === undefined || to === undefined) return whole;
    const [top, bottom] = moved(from, to);
    return `${before}${fixed ?? ""}${top}:${fixedToo ?? ""}${bottom}`;
  });
}

function plainName(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** Ranges one after the other with spaces between (`sqref`). */
export function moveRanges(text: string, inserted: InsertedRows): string {
  return text
    .split(/\s+/)
    .map((range) => moveFormula(range, true, "", inserted))
    .join(" ");
}

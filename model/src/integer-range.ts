/** What an integer may be, ends included. */
export type IntegerRange = readonly [least: number, most: number];

/** 年度: a slip of the finger (20223) is no year. */
export const YEARS: IntegerRange = [1949, 2100];

/** 月份: there is no 13th. */
export const MONTHS: IntegerRange = [1, 12];

/** Whether a whole number as decimal text lies in a range; everything does in none. */
export function inRange(range: IntegerRange | undefined, text: string): boolean {
  return range === undefined || (BigInt(text) >= BigInt(range[0]) && BigInt(text) <= BigInt(range[1]));
}

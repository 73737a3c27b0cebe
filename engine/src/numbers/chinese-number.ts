import { classAt, hanziDigit, place, tens } from "./character-class.js";
import { NumberScan } from "./number-scan.js";
import type { ScannedNumber } from "./scanned-number.js";

export type { ScannedNumber } from "./scanned-number.js";

/** True where a character can begin a number. */
export function startsNumber(text: string, at: number): boolean {
  const cls = classAt(text, at);
  return (cls >= hanziDigit && cls <= place + 2) || (cls >= tens && cls < tens + 10);
}

/**
 * The number that begins exactly at `at`, or null. 百 and 十 begin one (百余名, 十二), 千 and 万 only before 余 or 多; signs,
 * ranges, units and 约/近/超 are the callers' business. `spaced` reads over blanks between numerals: 一百 五 十 二.
 */
export function numberAt(text: string, at: number, spaced = false): ScannedNumber | null {
  return new NumberScan(text, at, spaced).run();
}

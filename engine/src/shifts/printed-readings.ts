import { isReading } from "./readings.js";

/** zhuāng, and nothing is longer by more than one. */
export const mostLetters = 7;

/** Rows of a character, how many letters, and the letters. */
const ROW = mostLetters + 2;
const ROWS = 1 << 10;

/**
 * Which pinyin behind a bracket is a reading of the character before it. Pages gloss few characters, each always alike: the
 * reading that a character had last is compared first, letter by letter.
 */
export class PrintedReadings {
  readonly #rows = new Uint16Array(ROW * ROWS);

  /** Whether the letters behind the bracket at a place are a reading of the character before it. */
  has(units: Uint16Array, bracket: number, letters: number): boolean {
    const unit = units[bracket - 1] ?? 0;
    if (isLow(unit))
      return isReading(stretch(units, Math.max(0, bracket - 2), bracket), pinyinAt(units, bracket, letters));
    const rows = this.#rows;
    const row = ((unit ^ (unit >>> 5)) & (ROWS - 1)) * ROW;
    if (rows[row] === unit && rows[row + 1] === letters) {
      let same = 0;
      while (same < letters && rows[row + 2 + same] === units[bracket + 1 + same]) same++;
      if (same === letters) return true;
    }
    if (!isReading(String.fromCharCode(unit), pinyinAt(units, bracket, letters))) return false;
    rows[row] = unit;
    rows[row + 1] = letters;
    for (let at = 0; at < letters; at++) rows[row + 2 + at] = units[bracket + 1 + at] ?? 0;
    return true;
  }
}

function pinyinAt(units: Uint16Array, bracket: number, letters: number): string {
  return stretch(units, bracket + 1, bracket + 1 + letters);
}

function stretch(units: Uint16Array, from: number, to: number): string {
  return String.fromCharCode(...units.subarray(from, to));
}

/** The second half of a character of two code units. */
export function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

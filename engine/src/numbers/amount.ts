import { blank, classAt } from "./character-class.js";
import { numberAt } from "./chinese-number.js";
import { roundedDecimal, timesFactor } from "./decimal.js";
import { pairAt } from "./pair.js";
import type { ScannedNumber } from "./scanned-number.js";
import { type Unit, unitAt } from "./unit-table.js";

const piece: Unit = { unit: "块", base: "个", factor: 1, measure: "other", notBefore: "" };

/** A number as it is put together: sign, blanks and ranges read, the unit not yet. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly mantissa: string;
  readonly multiplier: string;
  readonly scanned: ScannedNumber;
  readonly negative: boolean;
}

/** Reads a number with its letter (10k) or 个亿 behind it; `start` is where its sign stands. */
export function amountAt(text: string, at: number, start: number, negative: boolean): Amount | null {
  const printed = numberAt(text, at, true);
  if (printed === null) return null;
  const pair = pairAt(text, at, printed);
  const scanned = pair !== null && unitAt(text, pair.end) !== null ? pair : printed;
  let { exact, end, multiplier } = scanned;
  let mantissa = roundedDecimal(scanned.mantissa);
  // 10k元, 30w元
  const letter = scanned.arabic ? /^[kKwW](?![A-Za-z])/.exec(text.slice(end, end + 2))?.[0] : undefined;
  if (letter !== undefined) {
    exact = timesFactor(exact, /k/i.test(letter) ? 1e3 : 1e4);
    mantissa = scanned.exact;
    multiplier = letter;
    end++;
  }
  // 两个亿
  if ((text[end] === "个" || text[end] === "個") && /[亿万億萬]/.test(text[end + 1] ?? "")) {
    const power = /[亿億]/.test(text[end + 1] ?? "") ? 1e8 : 1e4;
    mantissa = exact;
    exact = timesFactor(exact, power);
    multiplier = text.slice(end, end + 2);
    end += 2;
  }
  return { start, end, exact, mantissa, multiplier, scanned, negative };
}

/** The unit behind a number; one or more blanks may stand between digits and unit, never a line's end. */
export function unitBehind(text: string, amount: Amount): { unit: Unit; end: number } | null {
  let i = amount.end;
  while (classAt(text, i) === blank && i < amount.end + 3) i++;
  if (i > amount.end && !amount.scanned.arabic) i = amount.end;
  const unit = unitAt(text, i);
  if (unit === null) return null;
  const end = i + unit.unit.length;
  // 450块橡皮 are pieces; 9块一斤 and 三块五 are money.
  const pieces =
    unit.unit === "块" &&
    /^余?\p{Script=Han}/u.test(text.slice(end, end + 2)) &&
    !priceTail.test(text.slice(end, end + 2));
  return { unit: pieces ? piece : unit, end };
}

const priceTail = /^余?[零一二三四五六七八九十两多左右上下以每的钱毛半整人又到至就卖吧啊呢了]/;

import { isPinyinLetter } from "./readings.js";

/** Pinyin in brackets behind a character: the brackets' place, and how many letters stand between them. */
export interface PlacedGloss {
  readonly start: number;
  readonly end: number;
  readonly letters: number;
}

/** zhuāng, and nothing is longer by more than one. */
const mostLetters = 7;

/** The glosses of a text, in their order, whatever they say: 学(xué), 学（xué）, 学(xué ). */
export function* glossesIn(text: string): Generator<PlacedGloss> {
  for (let at = 1; at < text.length - 2; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x28 && unit !== 0xff08) continue;
    if (!isIdeograph(text, at - 1)) continue;
    const end = glossEnd(text, at + 1);
    if (end === 0) continue;
    yield { start: at, end, letters: lettersFrom(text, at + 1) };
    at = end - 1;
  }
}

/** The place behind a gloss of which only the opening bracket is gone: `shù)`; 0 where there is none. */
export function glossEnd(text: string, from: number): number {
  const letters = lettersFrom(text, from);
  if (letters === 0 || letters > mostLetters) return 0;
  let at = from + letters;
  // Some pages have a blank before the bracket: (lián ).
  if (isSpace(text.charCodeAt(at))) at++;
  const close = text.charCodeAt(at);
  return close === 0x29 || close === 0xff09 ? at + 1 : 0;
}

function lettersFrom(text: string, from: number): number {
  let at = from;
  while (at - from <= mostLetters && isPinyinLetter(text.charCodeAt(at))) at++;
  return at - from;
}

/** As \s of an expression. */
function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    unit === 0xfeff ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f
  );
}

const han = /\p{Script=Han}/u;

/** Whether a Chinese character ends here: common ones by their number, the others by what Unicode says. */
function isIdeograph(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0x4e00 && unit < 0xa000) return true;
  if (unit < 0x2e80) return false;
  const low = unit >= 0xdc00 && unit < 0xe000;
  return han.test(low ? text.slice(Math.max(0, at - 1), at + 1) : text.charAt(at));
}

import { classAt, isArabicDigit } from "./character-class.js";

/** A row of digits longer than this is a code; it is never multiplied. */
const longestCoefficient = 400;

/** Digits as printed: 1,842.5 is "18425" with one digit behind the point. */
export interface ArabicNumeral {
  /** In half width, without commas and point. */
  readonly digits: string;
  readonly fraction: number;
  readonly end: number;
  /** Too long for a coefficient: a code. */
  readonly code: boolean;
}

/** The digits at `from` with thousands commas and decimals. 5,6 are two items of a list; 2.2.1 has no decimals. */
export function arabicNumeral(text: string, from: number): ArabicNumeral {
  let i = from;
  while (isArabicDigit(classAt(text, i))) i++;
  let digits = plainDigits(text, from, i);
  const code = i - from > longestCoefficient;
  let fraction = 0;
  // Thousands commas: 1,842 and 12,345,678; never 5,6 (two items of a list).
  if (digits.length <= 3 && digits !== "0") {
    for (let j = i; text[j] === "," || text[j] === "，"; j += 4) {
      if (!isArabicDigit(classAt(text, j + 1)) || !isArabicDigit(classAt(text, j + 2))) break;
      if (!isArabicDigit(classAt(text, j + 3)) || isArabicDigit(classAt(text, j + 4))) break;
      digits += plainDigits(text, j + 1, j + 4);
      i = j + 4;
    }
  }
  if ((text[i] === "." || text[i] === "．") && isArabicDigit(classAt(text, i + 1))) {
    let j = i + 1;
    while (isArabicDigit(classAt(text, j))) j++;
    // 2.2.1 and 2023.12.11 have no decimals.
    const behindPoint = /[.．]/.test(text[from - 1] ?? "") && isArabicDigit(classAt(text, from - 2));
    if (
      !behindPoint &&
      !((text[j] === "." || text[j] === "．") && isArabicDigit(classAt(text, j + 1))) &&
      j - i < longestCoefficient
    ) {
      digits += plainDigits(text, i + 1, j);
      fraction = j - i - 1;
      i = j;
    }
  }
  return { digits, fraction, end: i, code };
}

/** Digits in half width. */
function plainDigits(text: string, from: number, to: number): string {
  let wide = false;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) > 0xff00) wide = true;
  return wide ? text.slice(from, to).normalize("NFKC") : text.slice(from, to);
}

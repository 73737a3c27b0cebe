import { classAt, isArabicDigit, isCounting, isHanziDigit } from "../numbers/character-class.js";

/** A small whole number as dates print it: 12, 十二, 廿二, 二〇二三, 零八. */
export interface SmallNumber {
  readonly value: number;
  readonly end: number;
  /** How many digits are printed: a year has four, 零八 two; 0 for 十二. */
  readonly digits: number;
  readonly arabic: boolean;
}

/** The number at `at`, at most eight digits; null where none begins or more digits follow. */
export function smallNumber(text: string, at: number): SmallNumber | null {
  const first = classAt(text, at);
  let i = at;
  if (isArabicDigit(first)) {
    let value = 0;
    while (isArabicDigit(classAt(text, i))) {
      if (i - at >= 8) return null;
      value = value * 10 + classAt(text, i++) - 11;
    }
    return { value, end: i, digits: i - at, arabic: true };
  }
  if (first >= 60 && first < 70) {
    const unit = classAt(text, at + 1);
    const has = isHanziDigit(unit) && unit > 1;
    return { value: (first - 60) * 10 + (has ? unit - 1 : 0), end: at + (has ? 2 : 1), digits: 0, arabic: false };
  }
  if (first !== 21 && !isHanziDigit(first)) return null;
  let value = 0;
  while (isHanziDigit(classAt(text, i)) && i - at < 4 && !(isCounting(text[i]) && i > at))
    value = value * 10 + classAt(text, i++) - 1;
  if (i - at > 1) {
    return classAt(text, i) === 21 || isHanziDigit(classAt(text, i))
      ? null
      : { value, end: i, digits: i - at, arabic: false };
  }
  if (classAt(text, i) !== 21) return { value, end: i, digits: i - at, arabic: false };
  // 十二, 二十, 二十三
  const tens = i === at ? 1 : value;
  const unit = classAt(text, i + 1);
  if (!isHanziDigit(unit) || unit === 1 || isCounting(text[i + 1]))
    return { value: tens * 10, end: i + 1, digits: 0, arabic: false };
  return { value: tens * 10 + unit - 1, end: i + 2, digits: 0, arabic: false };
}

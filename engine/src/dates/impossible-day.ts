import { classAt } from "../numbers/character-class.js";
import { smallNumber } from "./small-number.js";

/**
 * The end of a day that no calendar has (13月5日, 6月32日, 2月30日) at `at`, or 0. 2023年2月29日 needs its year: `year` is what
 * stands in front, null where none does.
 */
export function impossibleDayAt(text: string, at: number, year: number | null): number {
  const month = smallNumber(text, at);
  if (month === null || text[month.end] !== "月" || month.digits > 2) return 0;
  const day = smallNumber(text, month.end + 1);
  if (day === null || day.digits > 2 || (text[day.end] !== "日" && text[day.end] !== "号")) return 0;
  const lengths = [
    31,
    year === null || new Date(Date.UTC(year, 2, 0)).getUTCDate() === 29 ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  const length = lengths[month.value - 1] ?? 0;
  return day.value < 1 || day.value > length ? day.end + 1 : 0;
}

/** All such days of a text with the year printed in front of them. */
export function impossibleDays(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = text.indexOf("月"); at >= 0; at = text.indexOf("月", at + 1)) {
    let start = at;
    while (start > at - 3 && isNumeral(text, start - 1)) start--;
    if (start === at || isNumeral(text, start - 1)) continue;
    const printed =
      text[start - 1] === "年" ? /(\d{4})年$/.exec(text.slice(Math.max(0, start - 5), start))?.[1] : undefined;
    const end = impossibleDayAt(text, start, printed === undefined ? null : Number(printed));
    if (end > 0) found.push({ start: printed === undefined ? start : start - 5, end });
  }
  return found;
}

const isNumeral = (text: string, at: number): boolean => {
  const cls = classAt(text, at);
  return (cls >= 1 && cls <= 21) || (cls >= 60 && cls < 70);
};

import { unitAt } from "../numbers/unit-table.js";
import type { DateParts } from "./date-parts.js";
import type { DateReading } from "./date-reading.js";
import { parsePoint } from "./parse-point.js";
import { smallNumber } from "./small-number.js";

/** What the second point of a range takes over from the first: 12月11日至14日, 今年1月至5月, 下午5点到6点. */
export function inherited(one: DateParts, two: DateParts): DateParts {
  if (two.year !== undefined || two.yearShift !== undefined || two.dayShift !== undefined || two.yearSame === true)
    return two;
  if (two.daySame !== undefined) return { ...two };
  const { year, yearShift, yearSame, lunar } = one;
  const years: DateParts = {
    ...(year !== undefined ? { year } : {}),
    ...(yearShift !== undefined ? { yearShift } : {}),
    ...(yearSame !== undefined ? { yearSame } : {}),
  };
  const calendar: DateParts = lunar === true && two.lunar === undefined && two.day !== undefined ? { lunar } : {};
  if (
    two.month !== undefined ||
    two.monthShift !== undefined ||
    two.holiday !== undefined ||
    two.half !== undefined ||
    two.quarter !== undefined
  ) {
    return { ...years, ...calendar, ...two };
  }
  if (two.edge !== undefined && two.edgeOf === "year") return { ...years, ...two };
  const { month, monthShift, monthSame } = one;
  const months: DateParts = {
    ...(month !== undefined ? { month } : {}),
    ...(monthShift !== undefined ? { monthShift } : {}),
    ...(monthSame !== undefined ? { monthSame } : {}),
  };
  if (two.day !== undefined || two.tenDays !== undefined) return { ...years, ...months, ...calendar, ...two };
  if (two.hour === undefined && two.part === undefined) return two;
  // A time of the clock: the first point's day, and its half of the day.
  const { hour: _hour, minute: _minute, second: _second, part, partWord, ...day } = one;
  const later = two.part === undefined && partWord !== undefined && (two.hour ?? 0) <= 12;
  return { ...day, ...two, ...(later && part !== undefined ? { part, partWord } : {}) };
}

/** Two points whose first prints its unit only once: 1至5月, 12-19日, 9~12点半, 1985到89年9月, 2020—2025年. */
export function shareOf(
  text: string,
  at: number,
  from: number,
  before: DateParts,
): { first: DateParts; second: DateParts; end: number } | null {
  if (before.month !== undefined && before.day !== undefined && before.part === undefined) return null;
  if (at > from && before.hour !== undefined) return null;
  const number = smallNumber(text, at);
  if (number === null || number.digits > 4) return null;
  let i = number.end;
  while (text[i] === " ") i++;
  const joint = i;
  while (i < joint + 2 && /[至到\-—–~～－ー]/.test(text[i] ?? "")) i++;
  if (i === joint) return null;
  while (text[i] === " ") i++;
  const second = parsePoint(text, i);
  if (second === null) return at === from ? bareYears(text, at, number.value, i) : null;
  const { parts } = second;
  const { value } = number;
  let first: DateParts;
  if (parts.year !== undefined && at === from) {
    if (number.digits === 4 && value >= 1000 && value < 2200) first = { year: value };
    // 18至20年
    else if (number.digits === 2 && number.arabic && isShortYear(text, i, value)) first = { year: 2000 + value };
    else return null;
  } else if (parts.year !== undefined || parts.yearShift !== undefined) return null;
  else if (parts.month !== undefined && value >= 1 && value <= 12 && number.digits <= 2)
    first = { ...before, month: value };
  else if (parts.day !== undefined && parts.month === undefined && value >= 1 && value <= 31 && number.digits <= 2)
    first = { ...before, day: value };
  else if (parts.hour !== undefined && parts.day === undefined && value <= 24 && parts.part === undefined)
    first = { ...before, hour: value };
  else return null;
  if (first.month !== undefined && parts.month !== undefined && parts.month < first.month && parts.year === undefined)
    return null;
  if (first.day !== undefined && parts.month === undefined && (parts.day ?? 32) <= first.day) return null;
  return { first, second: inherited(first, parts), end: second.end };
}

/** A later year of two digits stands at a place: 20年 behind 18至. */
function isShortYear(text: string, at: number, than: number): boolean {
  const year = smallNumber(text, at);
  return year?.arabic === true && year.digits === 2 && year.value > than && year.value <= 32 && text[year.end] === "年";
}

/** 从2016到2018, 2016至2018: years without 年 behind 从 or between 到 and 至. */
function bareYears(
  text: string,
  at: number,
  year: number,
  next: number,
): { first: DateParts; second: DateParts; end: number } | null {
  const last = smallNumber(text, next);
  if (last === null || !last.arabic || last.digits !== 4 || year < 1900 || last.value > 2100 || last.value <= year)
    return null;
  const led = /[从自]/.test(text[at - 1] ?? "") || /[到至]/.test(text[next - 1] ?? "");
  if (!led || unitAt(text, last.end) !== null || /[万亿千百.]/.test(text[last.end] ?? "")) return null;
  return { first: { year }, second: { year: last.value }, end: last.end };
}

/** Morning, afternoon or evening by the word in front of the clock. */
export function partOfDay(parts: DateParts): DateReading["part"] {
  const word = parts.partWord;
  if (word === undefined) return null;
  if (/下午|午后|傍晚/.test(word)) return "afternoon";
  return /晚|夜/.test(word) ? "evening" : "morning";
}

import type { DateMention } from "../annotation.js";
import { addDays, daysIn, isoDay, isoMonth, laterDay, monthDay } from "./calendar.js";
import type { DateContext } from "./date-context.js";
import type { DateParts } from "./date-parts.js";
import { lunarDays, solarTerm } from "./lunar.js";

/** The forms of a date mention, and those that only the reader of dates tells. */
export type DateForm = DateMention["value"]["form"] | "week" | "season" | "holiday" | "time" | "decade" | "repeating";

/** A point in time on the calendar. */
export interface ResolvedPoint {
  /** ISO at the precision printed: `2023`, `2023-12`, `2023-12-11`, `2023-12-11T09:30`, `--12-11`; null where unknown. */
  readonly from: string | null;
  readonly to: string | null;
  /** Seconds since 1970 of the first and the last second that can be meant (年底: 1 November to 31 December). */
  readonly first: number | null;
  readonly last: number | null;
  readonly form: DateForm;
  /** Year, month or day are taken from elsewhere. */
  readonly inferred: boolean;
  readonly parts: DateParts;
}

const daySeconds = 86_400;
/** The second at which a day (`2023-12-11`) begins. */
export const secondsOf = (iso: string): number =>
  iso.length === 10 && !iso.startsWith("0")
    ? Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8))) / 1000
    : Date.parse(`${iso}T00:00:00Z`) / 1000;
const isoOfDays = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);
const monthEnd = (year: number, month: number): string => isoDay(year, month, daysIn(year, month)) ?? "";
const unknown = (parts: DateParts, form: DateForm): ResolvedPoint => ({
  from: null,
  to: null,
  first: null,
  last: null,
  form,
  inferred: true,
  parts,
});

function months(
  parts: DateParts,
  year: number,
  first: number,
  last: number,
  form: DateForm,
  inferred: boolean,
): ResolvedPoint {
  return span(
    parts,
    isoMonth(year, first),
    isoMonth(year, last),
    `${isoMonth(year, first)}-01`,
    monthEnd(year, last),
    form,
    inferred,
  );
}

function span(
  parts: DateParts,
  from: string | null,
  to: string | null,
  first: string,
  last: string,
  form: DateForm,
  inferred: boolean,
): ResolvedPoint {
  return { from, to, first: secondsOf(first), last: secondsOf(last) + daySeconds - 1, form, inferred, parts };
}

/** Completes what is printed from the context and remembers it there; null where no such day exists (2月30日). */
export function resolvePoint(parts: DateParts, context: DateContext): ResolvedPoint | null {
  if (parts.vague === true) return unknown(parts, "relative");
  const year = yearOf(parts, context);
  const yearGiven = parts.year !== undefined;
  if (parts.dayShift !== undefined || parts.daySame !== undefined) return relativeDay(parts, context);
  if (parts.holiday !== undefined) return holiday(parts, year ?? context.ownYear, !yearGiven);
  if (parts.weekShift !== undefined && parts.nthWeekday === undefined) return week(parts, context);
  if (parts.quarterShift !== undefined) return shiftedQuarter(parts, context);
  const month = monthOf(parts, context);
  if (month !== null) return inMonth(parts, month, year, context);
  if (parts.day !== undefined) return dayAlone(parts, context);
  if (parts.hour !== undefined || parts.part !== undefined) {
    const today = context.today ?? null;
    return today === null ? unknown(parts, "time") : timed(parts, today, "time", true);
  }
  const printed = parts.yearShift !== undefined || parts.yearSame === true || yearGiven;
  const own = printed ? year : context.ownYear;
  return inYear(parts, own, !yearGiven, context);
}

function yearOf(parts: DateParts, context: DateContext): number | null {
  if (parts.year !== undefined) return parts.year;
  if (parts.yearSame === true) return context.year ?? context.ownYear;
  if (parts.yearShift !== undefined && context.reference === null && context.bare && context.years === "past") {
    context.year = null;
    context.bare = false;
    return null;
  }
  if (parts.yearShift !== undefined) return context.ownYear === null ? null : context.ownYear + parts.yearShift;
  return null;
}

function monthOf(parts: DateParts, context: DateContext): { month: number; year: number | null } | null {
  if (parts.month !== undefined) return { month: parts.month, year: null };
  const { reference } = context;
  if (parts.monthSame === true) {
    if (context.month !== null) return { month: context.month, year: context.year };
    return reference === null || reference.month === null ? null : { month: reference.month, year: reference.year };
  }
  if (parts.monthShift === undefined) return null;
  if (reference === null || reference.month === null) return null;
  const index = reference.year * 12 + reference.month - 1 + parts.monthShift;
  return { month: (index % 12) + 1, year: Math.floor(index / 12) + (parts.yearShift ?? 0) };
}

function relativeDay(parts: DateParts, context: DateContext): ResolvedPoint {
  if (parts.dayShift !== undefined) {
    const day = context.shifted(parts.dayShift);
    return day === null ? unknown(parts, "relative") : timed(parts, day, "relative", true);
  }
  const shift = parts.daySame ?? 0;
  const base = context.day ?? (context.years === "same" ? context.today : null);
  const day = base === null ? null : shift === 0 ? base : laterDay(base, shift);
  if (day === null) return unknown(parts, "relative");
  return timed(parts, day, "relative", true);
}

function holiday(parts: DateParts, year: number | null, inferred: boolean): ResolvedPoint | null {
  const { holiday: which } = parts;
  if (which === undefined || year === null) return unknown(parts, "holiday");
  let day: string | null = null;
  if (which.kind === "solar") day = isoDay(year, which.month, which.day);
  else if (which.kind === "term") day = isoOfDays(solarTerm(year, which.month));
  else if (which.kind === "lunar") {
    const days = lunarDays(year, which.month, false, which.day);
    day = days === null ? null : isoOfDays(days[0]);
  } else day = nthWeekday(year, which.month, which.day === 0 ? 7 : which.day, which.nth);
  return day === null ? unknown(parts, "holiday") : timed(parts, day, "holiday", inferred);
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): string | null {
  // -1: the month's last.
  if (nth < 0) return nthWeekday(year, month, weekday, 5) ?? nthWeekday(year, month, weekday, 4);
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay() || 7;
  return isoDay(year, month, 1 + ((weekday - first + 7) % 7) + (nth - 1) * 7);
}

function week(parts: DateParts, context: DateContext): ResolvedPoint {
  const { today } = context;
  if (today === null) return unknown(parts, "week");
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  const monday = addDays(today, 1 - weekday + (parts.weekShift ?? 0) * 7);
  if (parts.weekday === undefined)
    return span(parts, monday, addDays(monday, 6), monday, addDays(monday, 6), "week", true);
  if (parts.weekday === 8)
    return span(parts, addDays(monday, 5), addDays(monday, 6), addDays(monday, 5), addDays(monday, 6), "week", true);
  let day = addDays(monday, parts.weekday - 1);
  // 周三 in a report is the last one.
  if (context.years === "past" && parts.weekShift === 0 && day > today) day = addDays(day, -7);
  return timed(parts, day, "day", true);
}

function shiftedQuarter(parts: DateParts, context: DateContext): ResolvedPoint {
  const { reference } = context;
  if (reference === null || reference.month === null) return unknown(parts, "quarter");
  const index = reference.year * 4 + Math.floor((reference.month - 1) / 3) + (parts.quarterShift ?? 0);
  const first = (index % 4) * 3 + 1;
  return months(parts, Math.floor(index / 4), first, first + 2, "quarter", true);
}

function inMonth(
  parts: DateParts,
  found: { month: number; year: number | null },
  printedYear: number | null,
  context: DateContext,
): ResolvedPoint | null {
  const { month } = found;
  const inferred = parts.year === undefined;
  const year = printedYear ?? found.year ?? yearForMonth(parts, month, context);
  if (parts.lunar === true) return lunarPoint(parts, month, year ?? context.ownYear, inferred);
  if (parts.day !== undefined) {
    const day = year === null ? monthDay(month, parts.day) : isoDay(year, month, parts.day);
    if (day === null) return null;
    context.remember(day);
    return timed(parts, day, "day", inferred);
  }
  if (year === null) return unknown(parts, "month");
  if (parts.nthWeekday !== undefined && parts.weekday === undefined) {
    // A month's first week begins with its first Monday.
    const monday = nthWeekday(year, month, 1, parts.nthWeekday);
    return monday === null
      ? null
      : span(parts, monday, addDays(monday, 6), monday, addDays(monday, 6), "week", inferred);
  }
  if (parts.nthWeekday !== undefined) {
    const day = nthWeekday(year, month, parts.weekday ?? 1, parts.nthWeekday);
    return day === null ? null : timed(parts, day, "day", inferred);
  }
  const iso = isoMonth(year, month);
  if (iso === null) return null;
  if (!inferred) context.year = year;
  const [first, last] = daysWithin(parts, year, month);
  return span(parts, iso, iso, first, last, "month", inferred);
}

function yearForMonth(parts: DateParts, month: number, context: DateContext): number | null {
  if (parts.lunar === true) return context.ownYear;
  return parts.day === undefined && context.reference === null ? context.year : context.yearFor(month, parts.day ?? 1);
}

function daysWithin(parts: DateParts, year: number, month: number): readonly [string, string] {
  const day = (n: number): string => isoDay(year, month, n) ?? monthEnd(year, month);
  if (parts.tenDays !== undefined)
    return [day(parts.tenDays * 10 - 9), parts.tenDays === 3 ? monthEnd(year, month) : day(parts.tenDays * 10)];
  if (parts.edge === "start") return [day(1), day(5)];
  if (parts.edge === "end") return [day(25), monthEnd(year, month)];
  return [day(1), monthEnd(year, month)];
}

function lunarPoint(parts: DateParts, month: number, year: number | null, inferred: boolean): ResolvedPoint | null {
  if (year === null) return unknown(parts, "day");
  const days = lunarDays(year, month, parts.leap === true, parts.day ?? null);
  if (days === null) return unknown(parts, "day");
  const [first, last] = [isoOfDays(days[0]), isoOfDays(days[1])];
  return parts.day === undefined
    ? span(parts, first, last, first, last, "range", inferred)
    : timed(parts, first, "day", inferred);
}

function dayAlone(parts: DateParts, context: DateContext): ResolvedPoint | null {
  const day = parts.day ?? 0;
  if (context.day === null) context.openMonth(day);
  const { month, day: before } = context;
  if (month === null || before === null) return null;
  const year = before.startsWith("--") ? null : Number(before.slice(0, 4));
  let iso = year === null ? monthDay(month, day) : isoDay(year, month, day);
  // 29日 read in a February of 28 days is the month before's.
  if (iso === null && year !== null && context.years === "same")
    iso = isoDay(month === 1 ? year - 1 : year, month === 1 ? 12 : month - 1, day);
  if (iso === null) return null;
  context.day = iso;
  return timed(parts, iso, "day", true);
}

function inYear(parts: DateParts, year: number | null, inferred: boolean, context: DateContext): ResolvedPoint | null {
  const form: DateForm = parts.quarter !== undefined ? "quarter" : parts.half !== undefined ? "half" : "year";
  if (year === null) return unknown(parts, form);
  if (!inferred) {
    context.year = year;
    context.bare = true;
  }
  const relative = parts.yearShift !== undefined || parts.yearSame === true;
  if (parts.quarter !== undefined)
    return months(parts, year, parts.quarter * 3 - 2, parts.quarter * 3, "quarter", inferred);
  if (parts.half !== undefined)
    return months(parts, year, parts.half === 1 ? 1 : 7, parts.half === 1 ? 6 : 12, "half", inferred);
  if (parts.edge !== undefined) {
    const [nominal, first, last] =
      parts.edge === "end" ? [12, 11, 12] : parts.edge === "start" ? [1, 1, parts.firstMonths ?? 2] : [6, 5, 8];
    const iso = isoMonth(year, nominal);
    return span(parts, iso, iso, `${isoMonth(year, first)}-01`, monthEnd(year, last), "month", inferred);
  }
  if (parts.firstMonths !== undefined) {
    const count = Math.abs(parts.firstMonths);
    return parts.firstMonths > 0
      ? months(parts, year, 1, count, "range", inferred)
      : months(parts, year, 13 - count, 12, "range", inferred);
  }
  if (parts.season !== undefined) return season(parts, year, parts.season, inferred);
  return span(
    parts,
    String(year).padStart(4, "0"),
    String(year).padStart(4, "0"),
    `${year}-01-01`,
    `${year}-12-31`,
    relative ? "relative" : "year",
    inferred,
  );
}

function season(parts: DateParts, year: number, which: number, inferred: boolean): ResolvedPoint {
  if (which === 4) return months(parts, year, 7, 8, "season", inferred);
  if (which === 5) return months(parts, year, 1, 2, "season", inferred);
  // 立春, 立夏, 立秋, 立冬 are the terms 2, 8, 14, 20.
  const first = isoOfDays(solarTerm(year, 2 + which * 6));
  const last = isoOfDays(solarTerm(which === 3 ? year + 1 : year, which === 3 ? 2 : 8 + which * 6) - 1);
  return span(parts, first, last, first, last, "season", inferred);
}

/** A day, or a time on it. 晚8点 is 20:00, 半夜1点 stays 1:00, 夜里12点 is the next midnight. */
function timed(parts: DateParts, day: string, form: DateForm, inferred: boolean): ResolvedPoint {
  if (day.startsWith("--")) return { from: day, to: day, first: null, last: null, form, inferred, parts };
  const start = secondsOf(day);
  if (parts.hour === undefined) {
    if (parts.part === undefined)
      return { from: day, to: day, first: start, last: start + daySeconds - 1, form, inferred, parts };
    const [from, to] = parts.part;
    return { from: day, to: day, first: start + from * 3600, last: start + to * 3600 + 3599, form, inferred, parts };
  }
  const first = start + clockHour(parts) * 3600 + (parts.minute ?? 0) * 60 + (parts.second ?? 0);
  const length = parts.second !== undefined ? 0 : parts.minute !== undefined ? 59 : 3599;
  // 24时 is the end of the printed day.
  const clock = clockHour(parts) === 24 ? `${day}T24:00` : new Date(first * 1000).toISOString();
  const iso = clock.slice(0, parts.second !== undefined && clock.length > 16 ? 19 : 16);
  return { from: iso, to: iso, first, last: first + length, form: form === "time" ? "time" : form, inferred, parts };
}

function clockHour(parts: DateParts): number {
  const hour = parts.hour ?? 0;
  const word = parts.partWord ?? "";
  if (/下午|午后|傍晚/.test(word)) return hour < 12 ? hour + 12 : hour;
  if (/晚|夜里|夜间/.test(word)) return hour === 12 ? 24 : hour >= 4 && hour < 12 ? hour + 12 : hour;
  if (/半夜|深夜|午夜/.test(word)) return hour === 12 ? 24 : hour >= 7 && hour < 12 ? hour + 12 : hour;
  if (/中午|正午/.test(word)) return hour < 4 ? hour + 12 : hour;
  return hour;
}

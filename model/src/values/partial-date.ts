import { type Parsed, unreadable } from "../value-problem.js";

/**
 * A date that keeps its precision: `2023-12-11`, `2021-02` (stays a month), `2021`, and without a year `--12-11`,
 * `--12`. Always in this canonical form; made by {@link parsePartialDate}.
 */
export type PartialDate = string;

/** The days a date may mean, both included; a date without a year has none. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

const CANONICAL = /^(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})(?:-(\d{2}))?)$/;
/** Forms that offices write, tried in this order; the groups y, m, d are digits. */
const FORMS: readonly RegExp[] = [
  /^(?<y>\d{4})(?:-(?<m>\d{2})(?:-(?<d>\d{2}))?)?$/,
  /^--(?<m>\d{2})(?:-(?<d>\d{2}))?$/,
  /^(?:(?<y>\d{4})年)(?:(?<m>\d{1,2})月(?:份|(?<d>\d{1,2})[日号])?)?$/,
  /^(?<m>\d{1,2})月(?:份|(?<d>\d{1,2})[日号])?$/,
  /^(?<y>\d{4})[./-](?<m>\d{1,2})(?:[./-](?<d>\d{1,2}))?$/,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
];
const MISSING = new Set(["", "/", "-", "—", "——", "无", "未填"]);
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Days of a month; February of an unknown year has 29. */
function daysIn(year: number | null, month: number): number {
  if (month === 2) return year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Reads a date as written: `2023年12月11日`, `2021年2月`, `12月11日`, `2023.4`, `2023/11/20`, `20230215` and the
 * canonical forms. A day that does not exist (2023-04-31) is a problem, not moved to the next one. Words such as
 * 四月中旬, 年前, 预计12月 are refused here; relative dates are the engine's business.
 */
export function parsePartialDate(text: string): Parsed<PartialDate> {
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  if (MISSING.has(plain)) return unreadable("value/date-missing", text);
  for (const form of FORMS) {
    const groups = form.exec(plain)?.groups;
    if (!groups) continue;
    const year = groups.y === undefined ? null : Number(groups.y);
    const month = groups.m === undefined ? null : Number(groups.m);
    const day = groups.d === undefined ? null : Number(groups.d);
    if (year === 0) return unreadable("value/date-impossible", text);
    if (month !== null && (month < 1 || month > 12)) return unreadable("value/date-impossible", text);
    if (month !== null && day !== null && (day < 1 || day > daysIn(year, month))) {
      return unreadable("value/date-impossible", text);
    }
    const two = (part: number | null) => (part === null ? "" : `-${String(part).padStart(2, "0")}`);
    return { ok: true, value: `${groups.y ?? "-"}${two(month)}${two(day)}` };
  }
  return unreadable("value/date-unreadable", text);
}

/** True for a date in canonical form that exists. */
export function isPartialDate(text: string): boolean {
  const parsed = CANONICAL.test(text) ? parsePartialDate(text) : null;
  return parsed?.ok === true && parsed.value === text;
}

/** Year, month, day of a canonical date; throws on another form, because only parsed dates may come here. */
function parts(date: PartialDate): { year: number | null; month: number | null; day: number | null } {
  const match = CANONICAL.exec(date);
  if (!match) throw new TypeError(`not a partial date: ${date}`);
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  return { year: number(match[1]), month: number(match[2] ?? match[4]), day: number(match[3] ?? match[5]) };
}

/** First and last day it may mean: the columns `x_from`, `x_to`. Null when the year is unknown. */
export function dayRange(date: PartialDate): DayRange | null {
  const { year, month, day } = parts(date);
  if (year === null) return null;
  const last = month === null ? "-12-31" : day === null ? `-${daysIn(year, month)}` : "";
  const first = month === null ? "-01-01" : day === null ? "-01" : "";
  return { from: date + first, to: date + last };
}

/** How two dates stand to each other. `unknown` when a year is missing and month and day cannot tell them apart. */
export type DateRelation = "before" | "after" | "same" | "overlap" | "apart" | "unknown";

/**
 * Compares what two dates may mean: `before`/`after` when every day of one is, `overlap` when they share days without
 * being the same. Without a year nothing is before anything: `apart` when month or day differ, else `unknown`.
 */
export function relateDates(a: PartialDate, b: PartialDate): DateRelation {
  const [first, second] = [dayRange(a), dayRange(b)];
  if (first && second) {
    if (a === b) return "same";
    if (first.to < second.from) return "before";
    return second.to < first.from ? "after" : "overlap";
  }
  const [p, q] = [parts(a), parts(b)];
  const differ = (x: number | null, y: number | null) => x !== null && y !== null && x !== y;
  if (differ(p.month, q.month) || differ(p.day, q.day)) return "apart";
  return a === b && first === null && second === null ? "same" : "unknown";
}

/** Total order for lists: by first possible day, the wider one first; dates without a year last, by month and day. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const order = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
  const [first, second] = [dayRange(a), dayRange(b)];
  if (first && second) return order(first.from, second.from) || order(second.to, first.to);
  return first ? -1 : second ? 1 : order(a, b);
}

/** Prints 2023年12月11日, 2021年2月, 12月11日; in English 11 December 2023, February 2021, 11 December. */
export function printPartialDate(date: PartialDate, language: "zh" | "en" = "zh"): string {
  const { year, month, day } = parts(date);
  if (language === "zh") {
    return `${year === null ? "" : `${String(year).padStart(4, "0")}年`}${month === null ? "" : `${month}月`}${day === null ? "" : `${day}日`}`;
  }
  return [day, month === null ? null : MONTHS[month - 1], year].filter((part) => part !== null).join(" ");
}

/** Prints a span without repeating what both ends share: 2023年12月11日至14日, 2024年1月至3月. Open ends stay open. */
export function printDateSpan(
  start: PartialDate | null,
  end: PartialDate | null,
  language: "zh" | "en" = "zh",
): string {
  if (start === null && end === null) return "";
  if (start === null || end === null || start === end) {
    const one = printPartialDate(start ?? end ?? "", language);
    if (start === null) return language === "zh" ? `至${one}` : `until ${one}`;
    return end === null ? (language === "zh" ? `${one}起` : `from ${one}`) : one;
  }
  if (language === "en") return `${printPartialDate(start, "en")} to ${printPartialDate(end, "en")}`;
  const [from, to] = [parts(start), parts(end)];
  const last = printPartialDate(end);
  const shared =
    from.year !== to.year
      ? ""
      : from.month !== to.month || to.day === null || from.day === null
        ? to.year === null
          ? ""
          : `${String(to.year).padStart(4, "0")}年`
        : `${to.year === null ? "" : `${String(to.year).padStart(4, "0")}年`}${to.month}月`;
  return `${printPartialDate(start)}至${last.slice(shared.length)}`;
}

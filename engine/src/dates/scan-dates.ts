import { blank, classAt } from "../numbers/character-class.js";
import { unitSet } from "../patterns/unit-set.js";
import { centuryAt } from "./century.js";
import type { DateContext } from "./date-context.js";
import type { DateParts } from "./date-parts.js";
import type { DateReading } from "./date-reading.js";
import { isNumeral, numeralDates, pastNumeral, startsWord } from "./date-start.js";
import { elapsedAt } from "./elapsed.js";
import { impossibleDayAt } from "./impossible-day.js";
import { inherited, partOfDay, shareOf } from "./inherit.js";
import { parsePoint } from "./parse-point.js";
import { type ResolvedPoint, resolvePoint, secondsOf } from "./resolve.js";
import { smallNumber } from "./small-number.js";

/** The page's own date line: read, but not what 14日 in the text refers to. */
export interface Aside {
  readonly start: number;
  readonly end: number;
}

/** 1.9月5日，…: the number of an item in front of a day. */
const NUMBERED = /^\d{1,2}[.．]\s?(?=\d{1,2}月\d{1,2}[日号])/;

/** All readings of a text from left to right; the context remembers what later ones take from earlier ones. */
export function scanDates(text: string, context: DateContext, aside: Aside | null = null): DateReading[] {
  const found: DateReading[] = [];
  let i = 0;
  while (i < text.length) {
    const numeral = isNumeral(classAt(text, i));
    if (numeral && (i === 0 || text[i - 1] === "\n")) i += NUMBERED.exec(text.slice(i, i + 12))?.[0].length ?? 0;
    if (!numeral && !startsWord(text, i)) {
      i++;
      continue;
    }
    if (numeral && !numeralDates(text, i)) {
      i = pastNumeral(text, i);
      continue;
    }
    const impossible = numeral ? impossibleDayAt(text, i, null) : 0;
    if (impossible > 0) {
      i = impossible;
      continue;
    }
    const before = aside !== null && i >= aside.start && i < aside.end ? context.remembered() : null;
    const reading = readingAt(text, i, context);
    if (before !== null) context.recall(before);
    if (reading !== null) {
      found.push(reading);
      i = reading.end;
    } else i = numeral ? pastNumeral(text, i) : i + 1;
  }
  return found;
}

function readingAt(text: string, at: number, context: DateContext): DateReading | null {
  return planPeriodAt(text, at) ?? centuryAt(text, at) ?? elapsedAt(text, at, context) ?? calendarAt(text, at, context);
}

/** “十四五”, 十四五时期: five years by plan. */
function planPeriodAt(text: string, at: number): DateReading | null {
  const quoted = text[at] === "“";
  const from = quoted ? at + 1 : at;
  if (text[from] !== "十" || text[from + 2] !== "五") return null;
  const nth = "一二三四五".indexOf(text[from + 1] ?? "-");
  if (nth < 0 || (quoted && text[from + 3] !== "”")) return null;
  const end = from + 3 + (quoted ? 1 : 0);
  if (!quoted && isNumeral(classAt(text, end))) return null;
  const first = 2006 + nth * 5;
  return reading(at, end, {
    kind: "span",
    form: "plan_period",
    from: String(first),
    to: String(first + 4),
    first: secondsOf(`${first}-01-01`),
    last: secondsOf(`${first + 5}-01-01`) - 1,
    inferred: true,
  });
}

interface Draft {
  readonly kind: DateReading["kind"];
  readonly form: DateReading["form"];
  readonly from: string | null;
  readonly to: string | null;
  readonly first: number | null;
  readonly last: number | null;
  readonly inferred: boolean;
  readonly part?: DateReading["part"];
  readonly bound?: DateReading["bound"];
}

export function reading(start: number, end: number, draft: Draft): DateReading {
  return {
    start,
    end,
    kind: draft.kind,
    form: draft.form,
    from: draft.from,
    to: draft.to,
    first: isoSecond(draft.first),
    last: isoSecond(draft.last),
    inferred: draft.inferred,
    part: draft.part ?? null,
    bound: draft.bound ?? null,
    duration: null,
    longest: null,
    every: null,
  };
}

export const isoSecond = (seconds: number | null): string | null => {
  if (seconds === null || !Number.isFinite(seconds) || Math.abs(seconds) > 8e12) return null;
  return new Date(seconds * 1000).toISOString().slice(0, 19);
};

/** The reference as a moment: its second, or where only a day is printed the whole day's first or last second. */
export function referenceSecond(context: DateContext, last: boolean): number | null {
  const { reference } = context;
  if (reference === null) return null;
  const month = reference.month ?? (last ? 12 : 1);
  const start = Date.UTC(reference.year, month - 1, reference.day ?? 1) / 1000;
  if (reference.seconds !== null) return start + reference.seconds;
  if (!last) return start;
  return (reference.day !== null ? start + 86_400 : Date.UTC(reference.year, month, 1) / 1000) - 1;
}

/** A date or a range of two, with 从 in front and 以来, 起, 前 behind. */
function calendarAt(text: string, at: number, context: DateContext): DateReading | null {
  const from = at;
  // 从去年9月起, 自2021年以来: the word in front belongs to it.
  const led = text[at - 1] === "从" || text[at - 1] === "自" ? (text.startsWith("自从", at - 2) ? 2 : 1) : 0;
  if (isNumeral(classAt(text, at - 1)) && isNumeral(classAt(text, at))) return null;
  const start = parsePoint(text, from);
  const base = start?.parts ?? {};
  const shared = shareOf(text, start?.end ?? from, from, base);
  const firstParts = shared?.first ?? start?.parts;
  if (firstParts === undefined) return null;
  let end = shared?.end ?? start?.end ?? from;
  let secondParts: DateParts | null = shared?.second ?? null;
  if (secondParts === null) {
    const next = secondPoint(text, end) ?? weekdayBehind(text, end, firstParts);
    if (next !== null) {
      secondParts = inherited(firstParts, next.parts);
      end = next.end;
    }
  }
  context.expected =
    context.years === "past" &&
    (expecting.test(text.slice(Math.max(0, at - 24), at)) ||
      /^(?:前|之前|以前|完工|建成|竣工|投产)/.test(text.slice(end, end + 2)));
  const before = context.remembered();
  const a = resolvePoint(firstParts, context);
  if (a === null) return null;
  // 谋划2024年项目, 签署2024年协议 are done before that year: the days that follow do not lie in it.
  if (firstParts.month === undefined && secondParts === null && ofNextYear.test(text.slice(end, end + 24)))
    context.recall(before);
  // 自2021年结对以来: since when something goes on; the days told after it lie anywhere behind.
  if (secondParts === null && since.test(text.slice(end, end + 20))) context.recall(before);
  if (secondParts !== null) {
    const b = resolvePoint(secondParts, context);
    if (b !== null) return rangeReading(text, at - led, end, a, b, firstParts, secondParts, context);
    end = start?.end ?? from;
  }
  return bounded(text, at - led, end, led > 0, a, context);
}

const expecting = /(?:预计|计划|拟于|力争|争取|确保|将(?:于|在))[^。；;]{0,20}$/;

const ofNextYear = /^度?[^，,。；;：:\s0-9]{0,16}?(?:谋划|计划|规划|工作要点|协议|项目库|申报|预算|打算|安排)/;

const since = /^(?:[^，,。；;：:\s0-9]{0,14}?(?:以来|至今)|起[，,])/;

/** 至14日, —2024年1月3日, 到明天四点, 和2月3号之间. */
function secondPoint(text: string, at: number): { parts: DateParts; end: number } | null {
  let i = at;
  while (classAt(text, i) === blank) i++;
  const from = i;
  while (i < from + 2 && /[至到\-—–~～－ー]/.test(text[i] ?? "")) i++;
  const between = i === from && /[和与]/.test(text[i] ?? "");
  if (i === from && !between) return null;
  if (between) i++;
  while (classAt(text, i) === blank) i++;
  const point = parsePoint(text, i, true);
  if (point === null) {
    // 2008.03-2009
    const year = smallNumber(text, i);
    if (year === null || year.digits !== 4 || !year.arabic || year.value < 1900 || year.value > 2100) return null;
    return /[0-9年]/.test(text[from - 1] ?? "") && !/[0-9.万亿元人]/.test(text[year.end] ?? "")
      ? { parts: { year: year.value }, end: year.end }
      : null;
  }
  if (!between) return point;
  const close = /^之?间/.exec(text.slice(point.end, point.end + 2));
  return close === null ? null : { parts: point.parts, end: point.end + close[0].length };
}

/** 周一至五: the second day of the week without 周. */
function weekdayBehind(text: string, at: number, one: DateParts): { parts: DateParts; end: number } | null {
  if (one.weekday === undefined || one.weekday > 7 || one.nthWeekday !== undefined || one.hour !== undefined)
    return null;
  const found = /^[至到\-—–~～－]([一二三四五六日天])(?![\d一二三四五六七八九十百千万年月号时点个天周晚早下上中])/.exec(
    text.slice(at, at + 3),
  )?.[1];
  if (found === undefined) return null;
  const weekday = Math.min(7, "一二三四五六日天".indexOf(found) + 1);
  return weekday <= one.weekday ? null : { parts: { weekShift: one.weekShift ?? 0, weekday }, end: at + 2 };
}

function rangeReading(
  text: string,
  start: number,
  end: number,
  a: ResolvedPoint,
  b: ResolvedPoint,
  one: DateParts,
  two: DateParts,
  context: DateContext,
): DateReading {
  let { to, last } = b;
  // 12月28日至1月3日 ends in the next year.
  if (
    a.first !== null &&
    last !== null &&
    last < a.first &&
    two.year === undefined &&
    two.yearShift === undefined &&
    to !== null &&
    a.from !== null
  ) {
    if (two.month !== undefined && /^\d{4}/.test(to)) {
      const next = Number(to.slice(0, 4)) + 1;
      last += (Date.UTC(next, 0, 1) - Date.UTC(next - 1, 0, 1)) / 1000;
      to = `${next}${to.slice(4)}`;
    } else if (two.day !== undefined && two.month === undefined) {
      // 28日至3日 ends in the next month.
      const day = new Date(last * 1000);
      const days = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
      last += days * 86_400;
      to = isoSecond(last)?.slice(0, 10) ?? to;
    } else if (two.weekday !== undefined && two.weekShift === 0) {
      last += Math.ceil((a.first - last) / 604_800) * 604_800;
      to = isoSecond(last)?.slice(0, 10) ?? to;
    } else if (two.hour !== undefined) last += 86_400;
  }
  // 9点到11点 ends at eleven.
  if (two.hour !== undefined && two.minute === undefined && b.first !== null && one.hour !== undefined)
    last = last === null ? null : last - 3599;
  if (two.dayShift === 0 && two.hour === undefined && two.part === undefined) last = referenceSecond(context, true);
  const tail = /^(?:之间|以来|期间)/.exec(text.slice(end, end + 2));
  return reading(start, end + (tail?.[0] === "之间" ? 2 : 0), {
    kind: "span",
    form: "range",
    from: a.from,
    to,
    first: a.first,
    last,
    inferred: a.inferred || b.inferred,
    part: partOfDay(one),
  });
}

/** What stands behind a date and bounds a stretch of time begins so: 以来, 起, 前, 止. */
const BOUNDS = unitSet("以来起至开之底前止");

/** 2001年起至今, 去年以来, 2025年底前, 07年以后. */
function bounded(
  text: string,
  at: number,
  end: number,
  led: boolean,
  a: ResolvedPoint,
  context: DateContext,
): DateReading {
  const base = {
    kind: isSpan(a) ? ("span" as const) : ("point" as const),
    form: a.form,
    from: a.from,
    to: a.to,
    first: a.first,
    last: a.last,
    inferred: a.inferred,
    part: partOfDay(a.parts),
    bound: null,
  };
  if (BOUNDS[text.charCodeAt(end)] !== 1) return reading(at + (led ? leadLength(text, at) : 0), end, base);
  const rest = text.slice(end, end + 4);
  const since = /^(?:以来|来(?![访到自的源说看临宾])|起至今|至今|起(?![到来步草点诉伏])|开始)/.exec(rest)?.[0];
  const now = context.today ?? (context.reference === null ? null : String(context.reference.year));
  if (
    since !== undefined &&
    (since !== "来" || a.form === "relative") &&
    (since !== "起" || led || a.form !== "relative")
  ) {
    const wide = since.includes("来") || since.includes("今");
    const isYear = a.form === "year" || a.form === "relative";
    if (wide)
      return reading(at, end + since.length, {
        ...base,
        kind: "span",
        form: "so_far",
        to: now,
        last: referenceSecond(context, true),
        bound: "since",
        inferred: a.inferred || !isYear,
      });
    return reading(at, end + since.length, {
      ...base,
      kind: "span",
      last: referenceSecond(context, true),
      bound: "since",
    });
  }
  const before = /^(?:以前|之前|底前|前(?![往来期后夕三二四五六七八九十景沿列几些述端进行去门两身])|止)/.exec(
    rest,
  )?.[0];
  if (before !== undefined && a.form !== "relative" && a.last !== null && a.form !== "time") {
    const today = referenceSecond(context, false);
    return reading(at, end + before.length, {
      ...base,
      first: today !== null && today <= a.last ? today : null,
      bound: "before",
    });
  }
  const after = /^(?:以后|之后)/.exec(rest)?.[0];
  if (after !== undefined && a.last !== null) {
    return reading(at, end + after.length, { ...base, first: a.last + 1, last: null, bound: "after" });
  }
  return reading(at + (led ? leadLength(text, at) : 0), end, base);
}

/** Without 起 or 以来 behind, 从 in 从22日 does not belong to the day. */
const leadLength = (text: string, at: number): number => (text.startsWith("自从", at) ? 2 : 1);

const isSpan = (point: ResolvedPoint): boolean =>
  !(
    point.form === "day" ||
    point.form === "time" ||
    point.form === "holiday" ||
    (point.form === "relative" && point.from !== null && point.from.length >= 10)
  );

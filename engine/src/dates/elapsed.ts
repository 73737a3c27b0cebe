import { unitSet } from "../patterns/unit-set.js";
import type { DateContext } from "./date-context.js";
import type { DateReading } from "./date-reading.js";
import { durationAt } from "./duration.js";
import { inherited } from "./inherit.js";
import { type LengthRange, lengthAt } from "./length-range.js";
import { around, endOfDay, iso, moment, roughly, shift, startOfDay } from "./moved.js";
import { parsePoint } from "./parse-point.js";
import { resolvePoint } from "./resolve.js";

/** A length of time and nothing else: `rest` says what more is known. One shape for all, as every reader of dates makes. */
function elapsed(
  start: number,
  end: number,
  kind: DateReading["kind"],
  form: DateReading["form"],
  rest: Partial<DateReading>,
): DateReading {
  return {
    start,
    end,
    kind,
    form,
    from: rest.from ?? null,
    to: rest.to ?? null,
    first: rest.first ?? null,
    last: rest.last ?? null,
    inferred: rest.inferred ?? false,
    part: null,
    bound: rest.bound ?? null,
    duration: rest.duration ?? null,
    longest: rest.longest ?? null,
    every: rest.every ?? null,
  };
}

const LEAD =
  /^(?:(?<![以之])上(?=[\d两二三四五六七八九十]+个?(?:[月周年]|星期))|(?<!\p{Script=Han})[上下](?=[\d两二三四五六七八九十]+个?(?:[月周年天日秒]|星期|礼拜|分钟|小时))|过去的?|未来的?|今后|最近|之前|之后|再过|近|过|前|后)/u;
/** What {@link LEAD} begins with. */
const LEADS = unitSet("上下过未今最之再近前后");

/** 前昨两天, 昨今两日, 今明两天: how far the two days lie from the printed one. */
const DAY_PAIRS: Readonly<Record<string, readonly [number, number]>> = { 前昨: [-2, -1], 昨今: [-1, 0], 今明: [0, 1] };
const PAIRED = unitSet("前昨今");

function daysAt(at: number, [before, behind]: readonly [number, number], context: DateContext): DateReading {
  const [from, to] = [context.shifted(before), context.shifted(behind)];
  const span = from === null || to === null ? {} : { from, to, first: `${from}T00:00:00`, last: `${to}T23:59:59` };
  return elapsed(at, at + 4, "span", "range", { ...span, inferred: true });
}

/** Lengths of time and what is counted by them: 三年, 20天后, 近三个月, 过去十年, 60日内, 每周三, 每隔3天, 第三天. */
export function elapsedAt(text: string, at: number, context: DateContext): DateReading | null {
  if (text[at] === "每") return repeatingAt(text, at, context);
  if (text.startsWith("今明两年", at)) {
    const year = context.ownYear;
    const span =
      year === null
        ? {}
        : {
            from: String(year),
            to: String(year + 1),
            first: `${year}-01-01T00:00:00`,
            last: `${year + 1}-12-31T23:59:59`,
          };
    return elapsed(at, at + 4, "span", "range", { ...span, inferred: true });
  }
  const pair = PAIRED[text.charCodeAt(at)] === 1 ? DAY_PAIRS[text.slice(at, at + 2)] : undefined;
  if (pair !== undefined && /^[两二][天日]/.test(text.slice(at + 2, at + 4))) return daysAt(at, pair, context);
  if (text[at] === "第") return ordinalAt(text, at, context);
  const now = NOWS[text.charCodeAt(at)] === 1 ? nowAt(text, at, context) : null;
  if (now !== null) return now;
  const hour = /^[上下]一?个(?:小时|钟头)/.exec(text.slice(at, at + 5))?.[0];
  if (hour !== undefined) return hourBeside(at, hour, context);
  const lead = LEADS[text.charCodeAt(at)] === 1 ? (LEAD.exec(text.slice(at, at + 8))?.[0] ?? "") : "";
  // 几十年 and 大半年 begin in front of the numeral.
  const early = /^(?:[几数幾數][十百千]|大半)/.test(text.slice(at - 1, at + 1)) ? 1 : 0;
  const length = lengthAt(text, at + lead.length - (text[at - 1] === "大" ? 0 : early));
  if (length === null) return null;
  if (early === 1) return counted(text, at - 1, "", length, context);
  // 开工前一天: the day before the one that is told.
  if (lead === "前" && /^前一[天日晚]/.test(text.slice(at, at + 3))) return null;
  // 前三季度 and 前5个月 are the first ones of a year.
  if (lead === "前" && length.amounts[0]?.unit === "month") return null;
  // 三个季度后 counts, 三季度后 names.
  const counts =
    text[length.end - 1] === "度" &&
    /个季度$/.test(text.slice(at, length.end)) &&
    /^[以之]?[前后]/.test(text.slice(length.end));
  const calendar = lead === "" && !counts ? parsePoint(text, at) : null;
  const days = text[length.end - 1] === "日" && calendar?.end === length.end;
  if (calendar !== null && calendar.end >= length.end && !days) return null;
  return counted(text, at, lead, length, context);
}

/** 上个小时, 下一个小时: the hour up to now, or from now on. */
function hourBeside(at: number, word: string, context: DateContext): DateReading {
  const now = moment(context);
  const rest = { duration: "PT1H", inferred: true };
  if (now === null) return elapsed(at, at + word.length, "span", "relative", rest);
  const [from, to] = word[0] === "上" ? [iso(now - 3600), iso(now)] : [iso(now), iso(now + 3600)];
  return elapsed(at, at + word.length, "span", "relative", {
    ...rest,
    from: from.slice(0, 16),
    to: to.slice(0, 16),
    first: from,
    last: to,
  });
}

const NOWS = unitSet("现此当目");

/** 现在, 目前: the moment of the reference where it is one; of a paper that only has a day they say nothing. */
function nowAt(text: string, at: number, context: DateContext): DateReading | null {
  if (context.reference === null || context.reference.seconds === null) return null;
  const word = /^(?:现在(?!进行时)|此时此刻|此[时刻]|当前|目前)/.exec(text.slice(at, at + 5))?.[0];
  const second = moment(context);
  if (word === undefined || second === null) return null;
  const printed = iso(second);
  const minute = printed.slice(0, 16);
  const bounds = { from: minute, to: minute, first: printed, last: printed };
  return elapsed(at, at + word.length, "point", "relative", { ...bounds, inferred: true });
}

function counted(text: string, at: number, lead: string, length: LengthRange, context: DateContext): DateReading {
  const rest = text.slice(length.end, length.end + 2);
  const tail =
    /^(?:以前|之前|前(?![往来期后夕景沿])|以后|之后|过后|后(?![期续者来])|以内|之内|内(?![容部心])|以来|来(?![访到自的源说看临宾])|里|间)/.exec(
      rest,
    )?.[0] ?? "";
  const end = length.end + tail.length;
  const longest = length.longest?.iso ?? null;
  if (length.bound !== null && lead === "" && tail === "") {
    const least = length.bound === "since" ? length.iso : null;
    return elapsed(at, end, "duration", "duration", { duration: least, longest, bound: length.bound });
  }
  const duration = length.iso;
  if (lead === "" && tail === "") {
    // 6天5晚: the nights are those of the days.
    const nights = /天$/.test(text.slice(at, length.end))
      ? /^[\d一二三四五六七八九十]+[晚夜]/.exec(text.slice(length.end, length.end + 4))
      : null;
    return elapsed(at, length.end + (nights?.[0].length ?? 0), "duration", "duration", { duration, longest });
  }
  const past = /^(?:过去|最近|近|前|之前|上)/.test(lead) || (/^(?:以来|来)$/.test(tail) && lead === "");
  const ahead = /^(?:未来|今后|后|之后|再过|过|下)/.test(lead) || /内$/.test(tail);
  const now = moment(context);
  if (now === null) return elapsed(at, end, "duration", "duration", { duration, longest });
  // 近三五年 and 25—35天内 reach as far as the longer one does.
  const whole = { ...length, amounts: length.blurred ? length.amounts : (length.longest?.amounts ?? length.amounts) };
  const exact = context.reference !== null && context.reference.seconds !== null;
  const nowIso = iso(now);
  const nowLast = exact
    ? iso(context.reference?.seconds !== null && (context.reference?.seconds ?? 0) % 60 === 0 ? now + 59 : now)
    : iso(endOfDay(now));
  const small = length.amounts.every(({ unit }) => unit === "hour" || unit === "minute" || unit === "second");
  if (past) {
    const shifted = shift(now, whole, -1);
    const from = tail.endsWith("来") ? roughly(shifted, length) : shifted;
    const first = small ? iso(from) : iso(startOfDay(from));
    return elapsed(at, end, "span", "duration", {
      duration,
      longest,
      from: first.slice(0, small ? 16 : 10),
      to: nowIso.slice(0, 10),
      first,
      last: nowLast,
      inferred: true,
    });
  }
  if (ahead) {
    const to = shift(now, whole, 1);
    if (/^(?:再过|过)$/.test(lead))
      return elapsed(at, end, "span", "relative", {
        duration,
        longest,
        from: iso(to).slice(0, 10),
        first: small ? iso(to) : iso(startOfDay(to)),
        inferred: true,
      });
    const months = length.amounts.some(({ unit }) => unit === "month" || unit === "year");
    // What begins tomorrow ends on the day of today's number: 后1年 of 22 March is 23 March to 22 March.
    const tomorrow = /^(?:后|之后|未来的?|下)$/.test(lead);
    const last = small ? iso(to) : iso(endOfDay(months && tail === "" && !tomorrow ? to - 86_400 : to));
    const first = tomorrow && !small ? iso(startOfDay(now + 86_400)) : nowIso;
    return elapsed(at, end, "span", "relative", {
      duration,
      longest,
      from: first.slice(0, 10),
      to: last.slice(0, 10),
      first,
      last,
      inferred: true,
    });
  }
  const back = /前/.test(tail);
  const point = shift(now, length, back ? -1 : 1);
  const nearer = around(point, length, back);
  // 十多年前 and 三五天后 lie between two.
  const between = length.longest !== null && (!length.blurred || length.amounts[0]?.unit === "year");
  const farther = between
    ? around(shift(now, { ...length, amounts: length.longest.amounts }, back ? -1 : 1), length, back)
    : nearer;
  const [early, late] = back ? [farther, nearer] : [nearer, farther];
  const found = { from: early.from, to: late.to, first: early.first, last: late.last };
  // 两天前 is that day, 两天以前 any day up to it.
  const weeks = length.amounts.at(-1)?.unit === "week";
  const open = tail.length < 2 || weeks ? null : back ? "before" : "after";
  return elapsed(at, end, "point", "relative", {
    duration,
    longest,
    from: found.from,
    to: found.to,
    first: open === "before" ? null : found.first,
    last: open === "after" ? null : found.last,
    inferred: true,
  });
}

/** 第三天, 第七年 after the reference. */
function ordinalAt(text: string, at: number, context: DateContext): DateReading | null {
  const length = durationAt(text, at + 1);
  const now = moment(context);
  const [only] = length?.amounts ?? [];
  if (
    length === null ||
    now === null ||
    only === undefined ||
    length.amounts.length !== 1 ||
    !Number.isInteger(only.amount)
  )
    return null;
  if (only.unit !== "day" && only.unit !== "year") return null;
  if (text[at + 1] === "二" && only.unit === "day") return null;
  const shifted = shift(
    now,
    { ...length, amounts: [{ unit: only.unit, amount: only.unit === "day" ? only.amount - 1 : only.amount - 1 }] },
    1,
  );
  const span = around(shifted, length);
  const clock = only.unit === "day" ? parsePoint(text, length.end) : null;
  const hours = clock?.parts.part;
  const whole = elapsed(at, length.end, "point", "relative", { ...span, inferred: true, duration: length.iso });
  if (only.unit === "day" && /^起(?![来初码])/.test(text.slice(length.end, length.end + 2)))
    return { ...whole, end: length.end + 1, last: null, bound: "since" };
  if (clock === null || hours === undefined || clock.parts.hour !== undefined) return whole;
  const two = (n: number): string => String(n).padStart(2, "0");
  return {
    ...whole,
    end: clock.end,
    first: `${span.from}T${two(hours[0])}:00:00`,
    last: `${span.from}T${two(hours[1])}:59:59`,
  };
}

/** 每年, 每周三, 每月4号, 每天晚上8点, 每隔3天, 每半年. */
function repeatingAt(text: string, at: number, context: DateContext): DateReading | null {
  let i = at + 1;
  const apart = text[i] === "隔";
  if (apart) i++;
  if (text[i] === "个" || text[i] === "個") i++;
  const counted = durationAt(text, i);
  if (counted !== null && (apart || text[i] === "半" || !/^[月日年]/.test(text.slice(i, i + 1)))) {
    return elapsed(at, counted.end, "repeating", "repeating", { every: counted.iso });
  }
  const unit = /^(?:年|月|周|星期|礼拜|天|日|季度|学期)/.exec(text.slice(i, i + 2))?.[0];
  if (unit === undefined) return null;
  const every =
    unit === "年"
      ? "P1Y"
      : unit === "月"
        ? "P1M"
        : unit === "季度"
          ? "P3M"
          : unit === "学期"
            ? "P6M"
            : /天|日/.test(unit)
              ? "P1D"
              : "P1W";
  let end = i + unit.length;
  const weekly = every === "P1W";
  const point = parsePoint(text, weekly ? i : end);
  const given =
    point !== null &&
    (weekly
      ? point.parts.weekday !== undefined
      : point.parts.year === undefined && point.parts.yearShift === undefined);
  // 每年秋天
  if (!given && unit === "年" && /^[春夏秋冬][季天]/.test(text.slice(end, end + 2))) end += 2;
  if (!given) return elapsed(at, end, "repeating", "repeating", { every });
  end = point.end;
  const resolved = resolvePoint(point.parts, context);
  const until = /^(?:到|至|[-—–~～]{1,2})/.exec(text.slice(end, end + 2))?.[0];
  const other = until === undefined ? null : parsePoint(text, end + until.length, true);
  const late = other === null ? null : resolvePoint(inherited(point.parts, other.parts), context);
  const ranges = other !== null && late !== null && (late.last ?? 0) > (resolved?.last ?? 0);
  if (ranges) end = other.end;
  const second = (seconds: number | null | undefined): string | null =>
    seconds === null || seconds === undefined ? null : iso(seconds);
  return elapsed(at, end, "repeating", "repeating", {
    every,
    from: resolved?.from ?? null,
    to: (ranges ? late : resolved)?.to ?? null,
    first: second(resolved?.first),
    last: second((ranges ? late : resolved)?.last),
  });
}

import { blank, classAt, isArabicDigit, place as placeClass } from "../numbers/character-class.js";
import { numberAt } from "../numbers/chinese-number.js";
import type { DateParts, ParsedPoint } from "./date-parts.js";
import { dateWordAt } from "./date-words.js";
import { numericDate } from "./numeric-date.js";
import { parseClock } from "./parse-clock.js";
import { parseWeekday, parseWeekdayNote } from "./parse-weekday.js";
import { CALENDARS, MONTH_EDGES, YEARLESS } from "./part-starts.js";
import { smallNumber } from "./small-number.js";
import { yearTail } from "./year-tail.js";

const skipBlank = (text: string, at: number): number => (classAt(text, at) === blank ? at + 1 : at);

/**
 * One point in time at `at`, from the largest part printed to the smallest; null where none begins. `joined` where it
 * stands behind the dash of a range.
 */
export function parsePoint(text: string, at: number, joined = false): ParsedPoint | null {
  const numeric = numericDate(text, at, joined);
  if (numeric !== null) return withClock(text, numeric.parts, numeric.end, true);
  const parts: DateParts = {};
  let i = at;
  if (CALENDARS[text.charCodeAt(at)] === 1)
    for (const word of ["农历", "農曆", "阴历", "旧历", "公历"]) {
      if (text.startsWith(word, i)) {
        parts.lunar = word !== "公历";
        i += 2;
      }
    }
  const afterCalendar = i;
  const year = parseYear(text, i, parts);
  if (year > 0) {
    i = skipBlank(text, year);
    if (text.startsWith("农历", i)) {
      parts.lunar = true;
      i += 2;
    }
    const within = yearTail(text, i, parts);
    if (within > 0) return withClock(text, parts, within, false);
    if (text[i] === "的" && smallNumber(text, i + 1) !== null) i++;
  }
  if (year === 0 && i === at) {
    const tail = yearlessTail(text, i, parts);
    if (tail > 0) return { parts, end: tail };
  }
  const below = parseBelowYear(text, i, parts, year > 0);
  if (below > 0) return withClock(text, parts, below, true);
  if (year > 0) return { parts, end: year };
  if (i > at && afterCalendar === i) return null;
  const weekday = parseWeekday(text, i);
  if (weekday !== null) return dayBehind(text, weekday) ?? withClock(text, weekday.parts, weekday.end, true);
  const clock = parseClock(text, i);
  return clock === null ? null : { parts: { ...parts, ...clock.parts }, end: clock.end };
}

/** Joins a time of the clock to a day. */
function withClock(text: string, parts: DateParts, end: number, isDay: boolean): ParsedPoint {
  if (!isDay || parts.hour !== undefined) return { parts, end };
  let i = skipBlank(text, end);
  if (text[i] === "的" || text[i] === "T") i++;
  const note = parseWeekdayNote(text, end);
  const clock = parseClock(text, note > 0 ? note : i);
  if (clock === null) return { parts, end: note > 0 ? note : end };
  if (
    parts.day === undefined &&
    parts.dayShift === undefined &&
    parts.daySame === undefined &&
    parts.holiday === undefined &&
    parts.weekday === undefined
  ) {
    return { parts, end };
  }
  return { parts: { ...parts, ...clock.parts, part: clock.parts.part ?? parts.part } as DateParts, end: clock.end };
}

/** 星期五，12月8日 and 周五（12月8日）: the day says all. */
function dayBehind(text: string, { parts, end }: ParsedPoint): ParsedPoint | null {
  const open = text[end] ?? "";
  if (!/[，,（(]/.test(open) || parts.weekday === undefined || parts.weekday > 7) return null;
  const from = skipBlank(text, end + 1);
  if (!/[0-9０-９一二三四五六七八九十]/.test(text[from] ?? "")) return null;
  const day = parsePoint(text, from);
  if (day === null || day.parts.month === undefined || day.parts.day === undefined) return null;
  if (!/[（(]/.test(open)) return day;
  return /[）)]/.test(text[day.end] ?? "") ? withClock(text, day.parts, day.end + 1, true) : null;
}

/** 2023年, 二〇二三年, 23年, 零八年, 2023年度, 今年, 当年; 0 where no year begins. */
function parseYear(text: string, at: number, parts: DateParts): number {
  if (text[at] === "公" && text.startsWith("公元", at)) {
    const counted = smallNumber(text, at + 2);
    if (counted === null || counted.value < 1 || counted.value > 2200 || text[counted.end] !== "年") return 0;
    parts.year = counted.value;
    return counted.end + 1;
  }
  const word = dateWordAt(text, at, (role) => role === "year" || role === "year_same" || role === "era");
  if (word?.role === "era") {
    // 民国三年, 康熙二十年: the years of a reign, counted from the one before its first.
    const from = at + word.word.length;
    const nth = text[from] === "元" ? { value: 1, end: from + 1 } : smallNumber(text, from);
    if (nth === null || text[nth.end] !== "年" || nth.value < 1 || nth.value > 61) return 0;
    parts.year = Number(word.value) + nth.value;
    return nth.end + 1;
  }
  if (word !== null) {
    if (word.role === "year") parts.yearShift = Number(word.value);
    else parts.yearSame = true;
    return at + word.word.length;
  }
  const spoken = text[at + 1] === "千" && /^[两二一]/.test(text.slice(at, at + 1)) ? numberAt(text, at) : null;
  // 两千零四年八月: 两千年 alone may be a length of time.
  if (
    spoken !== null &&
    spoken.value >= 1900 &&
    spoken.value < 2100 &&
    /^年(?:[0-9一二三四五六七八九十正腊]|$)/.test(text.slice(spoken.end, spoken.end + 2))
  ) {
    parts.year = spoken.value;
    return spoken.end + 1;
  }
  const number = smallNumber(text, at);
  if (number === null) return 0;
  const mark = skipBlank(text, number.end);
  if (text[mark] !== "年") return 0;
  const full = number.digits === 4 && number.value >= 1000 && number.value < 2200;
  const short = number.digits === 2 && !full;
  // 三六七年一月一日: a year of three digits where its month follows.
  if (number.digits === 3 && /^[0-9一二三四五六七八九十]{1,2}月/.test(text.slice(mark + 1, mark + 4))) {
    parts.year = number.value;
    return mark + 1;
  }
  // 两三年 counts.
  if (!full && (!short || /[两兩俩]/.test(text.slice(at, at + 2)))) return 0;
  const next = text[mark + 1] ?? "";
  if (/[级轮龄味薪均]/.test(next)) return 0;
  if (short) {
    // 20年来 and 16年累计 are spans of years; 08年, 23年底, 98年4月 are years.
    const zero = text[at] === "0" || text[at] === "零" || text[at] === "〇" || text[at] === "○" || text[at] === "０";
    const goesOn = /^(?:[0-9一二三四五六七八九十上下正腊闰初末底春夏秋冬前第首]|年[初末底]|[元端国教中重清寒暑])/.test(
      text.slice(mark + 1, mark + 3),
    );
    const feast = dateWordAt(text, mark + 1, (role) => role === "holiday") !== null;
    const led = /[在于自从到至截了及]$/.test(text.slice(Math.max(0, at - 1), at));
    const alone = at === 0 && mark + 1 === text.length;
    if (
      !zero &&
      !alone &&
      !feast &&
      !(goesOn && !/^前[^一二三四五六七八九十0-9两]/.test(text.slice(mark + 1, mark + 3))) &&
      !led
    )
      return 0;
    if (!zero && /^(?:来|间|多|以来|之|的历)/.test(text.slice(mark + 1, mark + 3))) return 0;
  }
  parts.year = full ? number.value : number.value <= 32 ? 2000 + number.value : 1900 + number.value;
  return mark + 1 + (next === "度" ? 1 : 0);
}

/** 一季度, 上半年, 年底, 前五个月 without a year in front: the reference's. */
function yearlessTail(text: string, at: number, parts: DateParts): number {
  if (YEARLESS[text.charCodeAt(at)] !== 1 || isDigitAt(text, at - 1)) return 0;
  if (
    /^(?:第?[一二三四1-4](?:个)?季度|首季度|[上下]半年|年[底末初尾](?![级])|岁末|前[一二三四1-4](?:个)?季度|前(?:[二三四五六七八九两十]|十一|[0-9]{1,2})个月)/.test(
      text.slice(at, at + 6),
    )
  ) {
    if (text.startsWith("岁末", at)) {
      parts.edge = "end";
      parts.edgeOf = "year";
      return at + 2;
    }
    // 两年底 and 4个季度 count.
    if (/[年每各半整]/.test(text[at - 1] ?? "") && text[at] === "年") return 0;
    return yearTail(text, at, parts);
  }
  return 0;
}

const isDigitAt = (text: string, at: number): boolean => {
  const cls = classAt(text, at);
  return cls > 0 && cls <= placeClass + 3;
};

/** Month and day, with or without a year in front; 0 where neither begins. */
function parseBelowYear(text: string, at: number, parts: DateParts, hasYear: boolean): number {
  const word = dateWordAt(text, at, (role) =>
    /^(?:month|day|night|dawn|vague|holiday|quarter|bare_holiday)/.test(role),
  );
  // 去年本月十日: the month of the reference in another year.
  const thisMonth =
    word !== null && hasYear && word.role === "month" && word.value === "0" && parts.yearShift !== undefined;
  if (word !== null && !(hasYear && !thisMonth && !/^(?:holiday|bare_holiday)$/.test(word.role))) {
    const end = at + word.word.length;
    if (word.role === "bare_holiday" && !bareHoliday(text, at, end)) return wordless(text, at, parts, hasYear);
    if (applyWord(word.role, word.value, parts))
      return word.role.startsWith("month") ? afterMonth(text, end, parts) : end;
    if (word.holiday !== null) parts.holiday = word.holiday;
    return end;
  }
  return wordless(text, at, parts, hasYear);
}

function bareHoliday(text: string, at: number, end: number): boolean {
  if (at === 0 && end === text.length) return true;
  return (
    /^(?:假期|节|长假|黄金周|期间|前夕|小长假)/.test(text.slice(end, end + 3)) ||
    (/[“"]/.test(text[at - 1] ?? "") && /[”"]/.test(text[end] ?? ""))
  );
}

function applyWord(role: string, value: string, parts: DateParts): boolean {
  const shift = Number(value);
  if (role === "month") parts.monthShift = shift;
  else if (role === "month_same") parts.monthSame = true;
  else if (role === "day") parts.dayShift = shift;
  else if (role === "day_same") parts.daySame = shift;
  else if (role === "quarter") parts.quarterShift = shift;
  else if (role === "vague") parts.vague = true;
  else if (role === "night" || role === "dawn") {
    parts.dayShift = shift;
    parts.part = role === "night" ? [18, 23] : [6, 9];
    parts.partWord = role === "night" ? "晚" : "早";
  } else if (role === "night_same") {
    parts.daySame = shift;
    parts.part = [18, 23];
    parts.partWord = "晚";
  } else return false;
  return true;
}

/** 12月, 正月, 闰四月, and what follows; or a day alone (14日). */
function wordless(text: string, at: number, parts: DateParts, hasYear: boolean): number {
  let i = at;
  if (text[i] === "闰" || text[i] === "閏") {
    parts.leap = true;
    parts.lunar = true;
    i++;
  }
  const named = text[i + 1] === "月" ? /^(?:正|腊|臘|冬)月/.exec(text.slice(i, i + 2))?.[0] : undefined;
  if (named !== undefined) {
    parts.month = named[0] === "正" ? 1 : named[0] === "冬" ? 11 : 12;
    parts.lunar = true;
    return afterMonth(text, i + 2, parts);
  }
  if (text.startsWith("大年三十", i)) {
    parts.holiday = { kind: "lunar", month: 12, day: 0, nth: 0 };
    return i + 4;
  }
  const lead = text[i] === "大" ? /^大年初?/.exec(text.slice(i, i + 3))?.[0] : undefined;
  if (lead !== undefined) {
    const day = smallNumber(text, i + lead.length);
    if (day !== null && day.value >= 1 && day.value <= 30) {
      parts.lunar = true;
      parts.month = 1;
      parts.day = day.value;
      return day.end;
    }
  }
  const number = smallNumber(text, i);
  if (number === null) return 0;
  const mark = skipBlank(text, number.end);
  if (text[mark] === "月" && number.digits <= 2 && number.value >= 1 && number.value <= 12) {
    parts.month = number.value;
    if (!hasYear && /^(?:人均|工资|收入|均|饼|季|子|薪|色|嫂|台|租|供|度)/.test(text.slice(mark + 1, mark + 3)))
      return 0;
    return afterMonth(text, mark + 1, parts);
  }
  if (
    (text[mark] === "日" || text[mark] === "号") &&
    number.value >= 1 &&
    number.value <= 31 &&
    number.digits <= 2 &&
    !hasYear
  ) {
    const next = text.slice(mark + 1, mark + 4);
    if (
      text[mark] === "号" &&
      /^(?:楼|文|线|公|院|机|店|桥|井|地|车|馆|厅|门|码|令|召|称|脉|仓|棚|基|会议[室厅]|教室|病房|展厅|宿舍)/.test(next)
    )
      return 0;
    if (/[两兩俩]/.test(text[i] ?? "")) return 0;
    // 〔2023〕12号
    if (text[mark] === "号" && /[〕］\]）)第]/.test(text[i - 1] ?? "")) return 0;
    if (/^(?:之计|千里|游|子|报|常|前就|均|产|处|分选|加工|趋|用|销|志|本|语|元|光|化)/.test(next)) return 0;
    parts.day = number.value;
    return mark + 1;
  }
  return 0;
}

/** 份, 上旬, 初, 底, 12日, 初八, 十五, 第三个星期日. */
function afterMonth(text: string, at: number, parts: DateParts): number {
  let i = at;
  if (text[i] === "份") i++;
  const edge =
    MONTH_EDGES[text.charCodeAt(i)] === 1
      ? /^(?:上旬|中旬|下旬|初(?![一二三四五六七八九十0-9])|月?底|月?末|月?尾(?![矿气水款盘号])|月初|中(?![央小学国医心旬层间标]))/.exec(
          text.slice(i, i + 12),
        )?.[0]
      : undefined;
  if (edge !== undefined) {
    if (edge.endsWith("旬")) parts.tenDays = edge[0] === "上" ? 1 : edge[0] === "中" ? 2 : 3;
    else if (edge === "中") return i;
    else {
      parts.edge = /初/.test(edge) ? "start" : "end";
      parts.edgeOf = "month";
    }
    return i + edge.length;
  }
  const rest = text[i] === "的" || text[i] === "第" || text[i] === "最" ? text.slice(i, i + 12) : "";
  // 8月最后一个星期五
  const final = rest === "" ? null : /^的?最后一个?(?:星期|周|礼拜)([一二三四五六日天])/.exec(rest);
  if (final !== null) {
    parts.nthWeekday = -1;
    parts.weekday = Math.min(7, "一二三四五六日天".indexOf(final[1] ?? "一") + 1);
    return i + final[0].length;
  }
  const nth = rest === "" ? null : /^的?第([一二三四五1-5])个?(?:星期|周|礼拜)([一二三四五六日天])/.exec(rest);
  if (nth !== null) {
    parts.nthWeekday = smallNumber(nth[1] ?? "", 0)?.value ?? 1;
    parts.weekday = "一二三四五六日天".indexOf(nth[2] ?? "一") + 1;
    if (parts.weekday === 8) parts.weekday = 7;
    return i + nth[0].length;
  }
  const week = rest === "" ? null : /^的?第([一二三四五1-5])个?(?:周|星期)(?![一二三四五六日天末])/.exec(rest);
  if (week !== null) {
    parts.nthWeekday = smallNumber(week[1] ?? "", 0)?.value ?? 1;
    return i + week[0].length;
  }
  let j = skipBlank(text, i);
  const early = text[j] === "初";
  if (early) j++;
  const number = smallNumber(text, j);
  if (number === null || number.value < 1 || number.value > 31 || number.digits > 2) return i;
  const mark = text[number.end];
  const behind = skipBlank(text, number.end); // 9 月 8 日
  if (text[behind] === "日" || text[behind] === "号" || text[behind] === "號") {
    parts.day = number.value;
    return behind + 1;
  }
  if (early || text[j] === "廿") {
    parts.lunar = true;
    parts.day = number.value;
    return number.end;
  }
  // 八月十五, 10月22出生: a day without 日, where nothing is counted.
  if (parts.lunar === true || number.value > 0) {
    if (mark === undefined || /[出晚早上下中凌，,。、；;）) ]/.test(mark) || /^(?:至|到|—|-)/.test(mark)) {
      if (isArabicDigit(classAt(text, number.end)) || (j > i && !parts.lunar)) return i;
      parts.day = number.value;
      return number.end;
    }
  }
  return i;
}

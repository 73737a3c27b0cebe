import type { Article, DateMention } from "../annotation.js";
import type { Annotator } from "../annotator.js";
import { anniversaryYear, summaryYear } from "../dates/anniversary.js";
import { addDays, daysBetween } from "../dates/calendar.js";
import { countedDay, fromDateline, isDateline } from "../dates/counted-day.js";
import { DateContext, parseReference } from "../dates/date-context.js";
import type { DateReading } from "../dates/date-reading.js";
import { scanDates } from "../dates/scan-dates.js";
import { repairedSpan } from "../span.js";

type Value = DateMention["value"];

/**
 * Dates in all printed forms (`readDates`), completed for reports: a missing year comes from the published day, else from
 * an anniversary or the years printed before; a missing month from the date before. Relative words resolve only against a
 * printed day; 近日 stays null. Times of the clock, lengths of time and repetitions are no dates of an article.
 */
export const date: Annotator = {
  id: "date",
  purpose: "finds dates, spans and periods and completes them from the printed dates around",
  annotate(article) {
    const context = new DateContext(
      parseReference(article.published),
      anniversaryYear(article.text),
      "past",
      summaryYear(article.text),
    );
    if (context.reference === null) context.countedSince = countedSince(article.text);
    const found: DateMention[] = [];
    let entry: string | null = null;
    let dateline: string | null = null;
    for (const reading of scanDates(article.text, context, article.publishedSpan)) {
      const own: Value | null =
        countedDay(reading, article.text, found.at(-1)) ??
        fromDateline(reading, article.text, dateline) ??
        dateValue(reading, article.text);
      if (own === null) continue;
      if (headsEntry(article.text, reading)) entry = own.start;
      if (isDateline(article, reading)) dateline = own.start;
      const value = entry === null ? own : asOfEntry(own, article.published, entry);
      found.push({
        kind: "date",
        span: repairedSpan(reading.start, reading.end),
        by: "date",
        value: isPlanned(article, reading) ? planned(value) : value,
      });
    }
    return found;
  },
};

function planned({ start, end, form, inferred, part }: Value): Value {
  return { start, end, form, inferred, part, planned: true };
}

/** 2022年以来, 截至2024年底: the latest of such years. */
function countedSince(text: string): number | null {
  let latest: number | null = null;
  for (const match of text.matchAll(/(20\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:以来|起至今|至今)|截[至止](20\d\d)年/g))
    latest = Math.max(latest ?? 0, Number(match[1] ?? match[2]));
  return latest;
}

function dateValue(reading: DateReading, text: string): Value | null {
  const { form, inferred, part } = reading;
  if (form === "time" || form === "repeating" || form === "decade" || form === "week") return null;
  if (reading.duration !== null || reading.longest !== null) {
    // 过去三年来, 五年来: a stretch whose ends are not printed.
    return reading.bound === null && form === "duration" && (reading.kind === "span" || text[reading.end - 1] === "来")
      ? { start: null, end: null, form: "duration", inferred: false, part: null }
      : null;
  }
  if (form === "season" || form === "holiday") {
    const year = reading.from?.slice(0, 4) ?? null;
    return inferred || year === null ? null : { start: year, end: year, form: "year", inferred, part: null };
  }
  const day = (iso: string | null): string | null => iso?.slice(0, iso.startsWith("--") ? 7 : 10) ?? null;
  return { start: day(reading.from), end: day(reading.to), form, inferred, part };
}

/** 12月18日　星期一　晴: the line that heads an entry of a diary; 昨天 below it is the day before that day. */
const ENTRY = /^[ \t　]*[（(]?(?:星期|周)[一二三四五六日天][）)]?[^\n，,。；;：:]{0,12}(?=\n|$)/;

function headsEntry(text: string, { start, end, form }: DateReading): boolean {
  return (
    form === "day" &&
    /(?:^|\n)[ \t　]*$/.test(text.slice(Math.max(0, start - 8), start)) &&
    ENTRY.test(text.slice(end, end + 24))
  );
}

/** A relative day counts from the day that heads its entry instead of the page's own. */
function asOfEntry(value: Value, published: string | null, entry: string): Value {
  const { form, start, end } = value;
  if (form !== "relative" || published === null || start?.length !== 10 || end?.length !== 10) return value;
  if (published.length !== 10 || entry.length !== 10) return value;
  const shift = daysBetween(published, entry);
  return { ...value, start: addDays(start, shift), end: addDays(end, shift) };
}

const ahead = /(?:将(?:于|在)|计划|预计|拟|力争|争取|有望|确保|目标|定于)[^，,。；;]{0,6}$/;

/** 将于3月5日举行, 2025年底前完成: what is still to come when it is written. */
function isPlanned(article: Article, reading: DateReading): boolean {
  const { text, published } = article;
  const last = reading.to ?? reading.from;
  if (published !== null && last !== null && !last.startsWith("--") && last < published.slice(0, last.length))
    return false;
  if (reading.bound === "before") return true;
  if (published !== null && reading.from !== null && reading.from.length === 10 && reading.from > published)
    return true;
  if (ahead.test(text.slice(Math.max(0, reading.start - 10), reading.start))) return true;
  return /^[^，,。；;]{0,4}(?:将(?![近来军])|拟(?!定)|计划(?![^，,。；;]{0,6}(?:的|中)))/.test(
    text.slice(reading.end, reading.end + 8),
  );
}

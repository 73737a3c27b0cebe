import type { Article, DateMention } from "../annotation.js";
import { laterDay } from "./calendar.js";
import type { DateReading } from "./date-reading.js";

/** How far back the day stands from which the tale counts. */
const NEAR = 240;
const COUNTED = /^(?:第[三四五六七八九十]天|[一两二三四五六七八九十\d]{1,2}天(?:之|以)?后)$/;
/** At the head of a clause: 三天之后，双方签约. */
const OPENS = /(?:^|[\n，,。；;！!？?”])[ \t　]*(?:又过|仅|短短|就在|在|到)?$/;

const SAME = /^(?:当[天日晚]|同日|同一天)/;
const AFTER = /^(?:次日|翌日|第二天|隔[天日]|转天)/;
const LEAVES = /^[，,]?[^，,。]{0,4}(?:返|离|启程|结束|闭幕)/;

/** 8月6日，考察团到了。三天之后，…; 第三天，…: counted from the day told last before; null where none stands near. */
export function countedDay(
  reading: DateReading,
  text: string,
  before: DateMention | undefined,
): DateMention["value"] | null {
  const { start, end, duration } = reading;
  const behind = text.slice(end, end + 6);
  if (before?.value.form === "range" && start - before.span.end < NEAR) {
    // 6月1日至3日，某区代表团来县考察。当天，双方召开联席会议。次日，…: counted from the day on which they came.
    const by = SAME.test(text.slice(start, end))
      ? 0
      : AFTER.test(text.slice(start, end)) && !LEAVES.test(behind)
        ? 1
        : null;
    const first = before.value.start;
    const on = by === null || first === null || first.length < 7 ? null : laterDay(first, by);
    if (on !== null && on <= (before.value.end ?? on))
      return { start: on, end: on, form: "relative", inferred: before.value.inferred, part: reading.part };
  }
  const days = /^P(\d{1,2})D$/.exec(duration ?? "")?.[1];
  const printed = text.slice(start, end);
  if (days === undefined || !COUNTED.test(printed) || !OPENS.test(text.slice(Math.max(0, start - 4), start)))
    return null;
  const from = before?.value.start ?? null;
  if (
    before === undefined ||
    from === null ||
    start - before.span.end > NEAR ||
    !/^(?:day|relative)$/.test(before.value.form)
  )
    return null;
  // Days are counted from a day; from 14日至16日 they are not.
  if (before.value.end !== from || from.replace(/^--/, "0000-").length < 10) return null;
  const day = laterDay(from, Number(days) - (printed.startsWith("第") ? 1 : 0));
  return day === null ? null : { start: day, end: day, form: "relative", inferred: before.value.inferred, part: null };
}

/** 福州新闻网10月31日讯 on a page that shows no day of its own: what 昨日 below it is counted from. */
export function isDateline({ text, published }: Article, { start, end, form, from }: DateReading): boolean {
  if (published !== null || form !== "day" || from === null || start > 200) return false;
  return /^\s*[电讯]/.test(text.slice(end, end + 3));
}

const SHIFT: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: -1, 昨日: -1, 前天: -2 };
const PAST_DAYS = /^过去[两三四五]天$/;

/** The day that a relative word below a dateline means; null where there is no dateline or the word is another. */
export function fromDateline(
  { start, end, duration }: DateReading,
  text: string,
  dateline: string | null,
): DateMention["value"] | null {
  if (dateline === null) return null;
  const day = dateline.slice(0, dateline.startsWith("--") ? 7 : 10);
  const printed = text.slice(start, end);
  const by = SHIFT[/^../.exec(printed)?.[0] ?? ""];
  const on = by === undefined ? null : laterDay(day, by);
  if (on !== null) return { start: on, end: on, form: "relative", inferred: true, part: null };
  const past = PAST_DAYS.test(printed) ? Number(/^P(\d)D$/.exec(duration ?? "")?.[1] ?? 0) : 0;
  const [first, last] = past === 0 ? [null, null] : [laterDay(day, -past), laterDay(day, -1)];
  return first === null || last === null
    ? null
    : { start: first, end: last, form: "range", inferred: true, part: null };
}

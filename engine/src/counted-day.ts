import type { DateMention } from "./annotation.js";
import { laterDay } from "./calendar.js";
import type { DateReading } from "./dates/date-reading.js";

/** How far back the day stands from which the tale counts. */
const NEAR = 240;
const COUNTED = /^(?:第[三四五六七八九十]天|[一两二三四五六七八九十\d]{1,2}天(?:之|以)?后)$/;
/** At the head of a clause: 三天之后，双方签约. */
const OPENS = /(?:^|[\n，,。；;！？”])[ \t　]*(?:又过|仅|短短|就在|在|到)?$/;

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

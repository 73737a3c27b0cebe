import { DateContext, parseReference } from "./date-context.js";
import type { DateReading } from "./date-reading.js";
import { scanDates } from "./scan-dates.js";

/**
 * All dates, spans, times, lengths of time and repetitions of a text: 2023年12月11日至14日, 二〇二三年, 23年底, 上半年, 一季度,
 * 上周五, 下午3:30, 农历八月十五, 国庆节, 近三个月, 每周三. `reference` is the day the text was printed on (`2023-12-21`, a
 * year, a month or a moment will do): what is relative (今年, 昨日, 14日) is completed from it and from dates before, and
 * stays unknown without it. A day that does not exist (2月30日) is no date.
 *
 *   readDates("12月11日至14日", "2023-12-21")[0] // from "2023-12-11", to "2023-12-14"
 */
export function readDates(text: string, reference?: string): readonly DateReading[] {
  const context = new DateContext(parseReference(reference), null, "same");
  const found = scanDates(text, context);
  if (found.length > 0 || !/^\s*[12]\d{3}\s*$/.test(text)) return found;
  // A cell that holds a year and nothing else.
  return scanDates(`${text.trimEnd()}年`, context).map((reading) => ({ ...reading, end: reading.end - 1 }));
}

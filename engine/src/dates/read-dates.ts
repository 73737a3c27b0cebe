import { DateContext, parseReference } from "./date-context.js";
import type { DateReading } from "./date-reading.js";
import { scanDates } from "./scan-dates.js";

/**
 * All dates, spans, times, lengths of time and repetitions of a text: 2023年12月11日至14日, 二〇二三年, 23年底, 上半年, 一季度,
 * 上周五, 下午3:30, 农历八月十五, 国庆节, 近三个月, 每周三. `reference` is the day the text was printed on (`2023-12-21`, a
 * year, a month or a moment will do): what is relative (今年, 昨日, 14日) is completed from it and from dates before, and
 * stays unknown without it. A day that does not exist (2月30日) is no date. A bare weekday is this week's, 下周一 the next
 * week's; 最近 and 近日 are no day. A text that is nothing but 2018, 2018-08, 08/2018, 08-15 or 3/15 is a cell and read as a date.
 *
 *   readDates("12月11日至14日", "2023-12-21")[0] // from "2023-12-11", to "2023-12-14"
 */
export function readDates(text: string, reference?: string): readonly DateReading[] {
  const context = new DateContext(parseReference(reference), null, "same");
  const found = scanDates(text, context);
  if (found.length > 0) return found;
  const cell = text.trim();
  const said = inWords(cell);
  if (said === null) return found;
  const [reading] = scanDates(said, context);
  const start = text.indexOf(cell);
  return reading === undefined ? found : [{ ...reading, start, end: start + cell.length }];
}

const month = "(0?[1-9]|1[0-2])";

/** A cell that holds a year, a month or a day in digits and nothing else, which in running text would be numbers. */
function inWords(cell: string): string | null {
  if (cell.length > 7) return null;
  const year = /^([12]\d{3})$/.exec(cell);
  if (year !== null) return `${year[1]}年`;
  const months = new RegExp(`^((?:19|20)\\d\\d)[-/.]${month}$`).exec(cell);
  if (months !== null) return `${months[1]}年${months[2]}月`;
  const behind = new RegExp(`^${month}[-/.]((?:19|20)\\d\\d)$`).exec(cell);
  if (behind !== null) return `${behind[2]}年${behind[1]}月`;
  const day = new RegExp(`^${month}([-/.])(0?[1-9]|[12]\\d|3[01])$`).exec(cell);
  // 3.5 is a number, 03.05 and 3/15 are days.
  if (day === null || (day[2] !== "/" && cell.length < 5)) return null;
  return `${day[1]}月${day[3]}日`;
}

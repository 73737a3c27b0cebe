import { classAt, isArabicDigit } from "../numbers/character-class.js";
import type { DateParts, ParsedPoint } from "./date-parts.js";
import { dateWordAt } from "./date-words.js";
import { smallNumber } from "./small-number.js";

const isPart = (role: string): boolean => role === "part";

/**
 * The part of the day and the time of the clock at `at`: 上午, 晚8点半, 下午3:00, 15时30分, 17:55:23, 九点二十, 20时1刻.
 * 五点二 is a number, 一点 needs a part of the day, 3点建议 counts.
 */
export function parseClock(text: string, at: number): ParsedPoint | null {
  const parts: DateParts = {};
  let i = at;
  const part = dateWordAt(text, i, isPart);
  if (part !== null) {
    const [from = 0, to = 23] = part.value.split(" ").map(Number);
    parts.part = [from, to];
    parts.partWord = part.word;
    i += part.word.length;
    if (text[i] === "的") i++;
  }
  const clock = parseTime(text, i, part !== null);
  if (clock === null) return part === null ? null : { parts, end: at + part.word.length };
  Object.assign(parts, clock.parts);
  return { parts, end: clock.end };
}

function parseTime(text: string, at: number, afterPart: boolean): ParsedPoint | null {
  const hour = smallNumber(text, at);
  if (hour === null || hour.value > 24 || hour.digits > 2) return null;
  const mark = text[hour.end];
  if ((mark === ":" || mark === "：") && hour.arabic) return colonTime(text, hour.value, hour.end);
  if (mark === "时" || mark === "時")
    return /[候间代期常段尚装空令]/.test(text[hour.end + 1] ?? "")
      ? null
      : minutes(text, hour.value, hour.end + 1, false);
  const end = hour.end + (text.startsWith("多", hour.end) ? 1 : 0);
  if (text[end] !== "点" && text[end] !== "點") return null;
  let i = end + 1;
  const spoken = text.startsWith("钟", i) || text.startsWith("多钟", i) || text.startsWith("整", i);
  if (text.startsWith("多钟", i)) i += 2;
  else if (spoken) i++;
  if (spoken) return { parts: { hour: hour.value }, end: i };
  const read = minutes(text, hour.value, i, true);
  if (read === null) return null;
  // 一点都不, 三点建议: without minutes a bare number and 点 say little.
  const next = text[i] ?? "";
  if (read.end === i && !afterPart && (hour.value <= 2 && hour.value > 0 ? hour.value === 1 : false)) return null;
  if (read.end === i && /[建要意希期体感想也都儿小几经启思说做评事工任措收赞心认看]/.test(next) && !afterPart)
    return null;
  return read;
}

/** 12:30, 12:30:05; 11:00时. */
function colonTime(text: string, hour: number, colon: number): ParsedPoint | null {
  const minute = smallNumber(text, colon + 1);
  if (minute === null || !minute.arabic || minute.digits !== 2 || minute.value > 59) return null;
  let { end } = minute;
  const parts: DateParts = { hour, minute: minute.value };
  if ((text[end] === ":" || text[end] === "：") && isArabicDigit(classAt(text, end + 1))) {
    const second = smallNumber(text, end + 1);
    if (second !== null && second.digits === 2 && second.value < 60) {
      parts.second = second.value;
      end = second.end;
    }
  }
  if (text[end] === "时" || text[end] === "分") end++;
  // 2:00pm, 11:30 p.m.
  const half = /^ ?([ap])\.?m\.?/i.exec(text.slice(end, end + 5));
  if (half !== null) {
    end += half[0].length;
    if (/p/i.test(half[1] ?? "") && hour < 12) parts.hour = hour + 12;
  }
  return { parts, end };
}

/** What follows 点 or 时: 半, 一刻, 三刻, 30分, 09分18秒, 二十, nothing. Null where a decimal stands there (五点二). */
function minutes(text: string, hour: number, at: number, afterPoint: boolean): ParsedPoint | null {
  if (text[at] === "半") return { parts: { hour, minute: 30 }, end: at + 1 };
  const number = smallNumber(text, at);
  if (number === null) return { parts: { hour }, end: at };
  if (text[number.end] === "刻" && (number.value === 1 || number.value === 3)) {
    return { parts: { hour, minute: number.value * 15 }, end: number.end + 1 };
  }
  // 五点五分钟 is a length of time.
  if (text.startsWith("分钟", number.end)) return null;
  const marked = text[number.end] === "分" && text[number.end + 1] !== "之";
  const decimal = number.digits === 1 || /[度个%％倍万亿]/.test(text[number.end] ?? "");
  if (number.value > 59 || (!marked && decimal)) return afterPoint ? null : { parts: { hour }, end: at };
  if (!marked && !afterPoint) return { parts: { hour }, end: at };
  const parts: DateParts = { hour, minute: number.value };
  let end = number.end + (marked ? 1 : 0);
  const second = marked ? smallNumber(text, end) : null;
  if (second !== null && text[second.end] === "秒" && second.value < 60) {
    parts.second = second.value;
    end = second.end + 1;
  }
  return { parts, end };
}

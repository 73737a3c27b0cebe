import type { ParsedPoint } from "./date-parts.js";
import { WEEKDAYS } from "./part-starts.js";

/** 周三, 星期天, 礼拜一, 上周五, 下下个星期一, 上周, 这周, 周末; null where none begins. */
export function parseWeekday(text: string, at: number): ParsedPoint | null {
  let i = at;
  let shift = 0;
  let led = false;
  for (; i < at + 6; i++) {
    const c = text[i];
    if (c === "上") shift--;
    else if (c === "下") shift++;
    else if (c !== "本" && c !== "这" && c !== "這") break;
    led = true;
  }
  // 上一个星期, 这一周; 这一周一 is a Monday
  if (led && text[i] === "一" && /^(?:个|周(?![一二三四五六日天])|星期|礼拜)/.test(text.slice(i + 1, i + 3))) i++;
  if (text[i] === "个" || text[i] === "個") i++;
  const word = /^(?:星期|礼拜|禮拜|周|週)/.exec(text.slice(i, i + 2))?.[0];
  if (word === undefined || (i > at && !led)) return null;
  i += word.length;
  // 下周周六
  if (led && /^(?:周|星期)/.test(text.slice(i, i + 2))) i += text[i] === "周" ? 1 : 2;
  const next = text[i] ?? "";
  const day = "一二三四五六日天".indexOf(next);
  if (
    next !== "" &&
    day >= 0 &&
    !/[一二三四五六]/.test(text[i + 1] ?? "") &&
    !/^(?:周(?:[一二三四五六日天](?:个|次|期|方|届)))/.test(text.slice(i - 1, i + 2))
  ) {
    if (!led && text[at - 1] === "一") return null;
    return { parts: { weekShift: shift, weekday: day === 7 ? 7 : day + 1 }, end: i + 1 };
  }
  if (next === "末") return { parts: { weekShift: shift, weekday: 8 }, end: i + 1 };
  return led && !/[边围期]/.test(next) ? { parts: { weekShift: shift }, end: i } : null;
}

/** （星期一）, ，星期一, 周六 behind a day only confirm it. */
export function parseWeekdayNote(text: string, at: number): number {
  const open = text[at];
  const bracket = open === "（" || open === "(";
  const from = bracket || open === "，" || open === "," ? at + 1 : at;
  if (WEEKDAYS[text.charCodeAt(from)] !== 1) return 0;
  const found = /^(?:星期|周|礼拜)[一二三四五六日天]/.exec(text.slice(from, from + 4));
  if (found === null) return 0;
  const end = from + found[0].length;
  if (!bracket) return end;
  return text[end] === "）" || text[end] === ")" ? end + 1 : 0;
}

import { blank, classAt, isArabicDigit, isHanziDigit, isMyriad, isPlace, tens } from "../numbers/character-class.js";
import { dateWordPrefixes } from "./date-words.js";

/**
 * Where a date can begin, decided by two characters, so that running text costs a look at a table: a numeral whose run
 * ends before something that dates, or the first two characters of a date word.
 */
export const isNumeral = (cls: number): boolean =>
  isArabicDigit(cls) || isHanziDigit(cls) || isPlace(cls) || isMyriad(cls) || (cls >= tens && cls < tens + 10);

const fixed =
  "农历 農曆 阴历 旧历 公历 公元 正月 腊月 臘月 冬月 大年 星期 礼拜 禮拜 周一 周二 周三 周四 周五 周六 周日 周天 周末 週一 週二 週三 週四 週五 週六 週日 週末 上周 下周 本周 这周 上個 下個 上个 下个 上上 下下 上星 下星 本星 这星 这礼 本礼 这个 上礼 下礼 上週 下週 上半 下半 年底 年末 年尾 年初 岁末 首季 过去 未来 今后 最近 之前 之后 再过 近半 近一 每年 每月 每周 每星 每天 每日 每个 每隔 每半 每季 每学 每礼 上世 本世 今明 前昨 昨今 半年 半月 半天 半日 半个 半小 半钟 现在 此刻 此时 当前 目前".split(
    " ",
  );

let starts: { first: Uint8Array; pairs: ReadonlySet<string> } | null = null;

function table(): { first: Uint8Array; pairs: ReadonlySet<string> } {
  if (starts !== null) return starts;
  const pairs = new Set([...fixed, ...dateWordPrefixes()]);
  const first = new Uint8Array(65536);
  for (const pair of pairs)
    first[pair.charCodeAt(0)] = pair.length === 1 ? 2 : Math.max(1, first[pair.charCodeAt(0)] ?? 0);
  // 近三年, 第三天, 前五个月, 闰四月, “十四五”: a numeral follows.
  for (const c of "近过前后上下第闰閏“每") first[c.charCodeAt(0)] = Math.max(1, first[c.charCodeAt(0)] ?? 0);
  starts = { first, pairs };
  return starts;
}

/** True where a reading can begin at a character that is no numeral. */
export function startsWord(text: string, at: number): boolean {
  const { first, pairs } = table();
  const kind = first[text.charCodeAt(at)] ?? 0;
  if (kind === 0) return false;
  if (kind === 2) return true;
  // 马上一年半: the 上 is the first word's.
  if (text[at] === "上" && text[at - 1] === "马") return false;
  return isNumeral(classAt(text, at + 1)) || pairs.has(text.slice(at, at + 2));
}

const dating = new Set(
  [..."年月日号號天周星礼小分秒点點时時世季载個个多余半来几:：-–—~～－/／·.．至到初工交钟刻圣”假节长黄期前钱度"].map(
    (c) => c.charCodeAt(0),
  ),
);

/** True where the run of numerals at `at` ends before something that makes it a date, a time or a length of time. */
export function numeralDates(text: string, at: number): boolean {
  let i = at;
  while (isNumeral(classAt(text, i)) || (text[i] === "," && isArabicDigit(classAt(text, i - 1)))) i++;
  const length = i - at;
  while (classAt(text, i) === blank) i++;
  if (i >= text.length) return true;
  const code = text.charCodeAt(i);
  if (length === 8 && isArabicDigit(classAt(text, at))) return true;
  // 2010 01 29
  if (length === 4 && code >= 0x30 && code <= 0x31) return /^(?:0[1-9]|1[0-2]) [0-3]\d/.test(text.slice(i, i + 5));
  if (!dating.has(code)) return false;
  const next = text[i + 1] ?? "";
  if (code === 0x4e2a || code === 0x500b) return /[月星礼小季多工半钟交]/.test(next);
  if (code === 0x2e || code === 0xff0e || code === 0x2f || code === 0x3a) return isArabicDigit(classAt(text, i + 1));
  return true;
}

/** The end of a run of numerals that is no date, so that 一百二十三年 is not read from its middle. */
export function pastNumeral(text: string, at: number): number {
  let i = at + 1;
  for (;;) {
    if (isNumeral(classAt(text, i))) i++;
    else if (
      /[.,，．]/.test(text[i] ?? "") &&
      isArabicDigit(classAt(text, i - 1)) &&
      isArabicDigit(classAt(text, i + 1))
    )
      i++;
    else return i;
  }
}

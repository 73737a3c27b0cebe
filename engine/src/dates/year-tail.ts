import type { DateParts } from "./date-parts.js";
import { YEAR_TAILS } from "./part-starts.js";
import { smallNumber } from "./small-number.js";

const seasons: readonly (readonly [word: string, season: number])[] = [
  ["春季", 0],
  ["春天", 0],
  ["夏季", 1],
  ["夏天", 1],
  ["秋季", 2],
  ["秋天", 2],
  ["冬季", 3],
  ["冬天", 3],
  ["暑假", 4],
  ["寒假", 5],
  ["春", 0],
  ["夏", 1],
  ["秋", 2],
  ["冬", 3],
];

/** What divides a year: 底, 上半年, 一季度, 前五个月, 春, 首月; 0 where nothing of the kind follows. */
export function yearTail(text: string, at: number, parts: DateParts): number {
  if (YEAR_TAILS[text.charCodeAt(at)] !== 1) return 0;
  const edge = /^(?:年?(?:底|末)|年?尾(?![矿气水款盘])|年初|初(?![一二三四五六七八九十级中])|年中|伊始)/.exec(
    text.slice(at, at + 3),
  )?.[0];
  if (edge !== undefined) {
    parts.edge = /[底末尾]/.test(edge) ? "end" : edge === "年中" ? "middle" : "start";
    parts.edgeOf = edge === "伊始" ? "month" : "year";
    if (edge === "伊始") parts.firstMonths = 1;
    return at + edge.length;
  }
  const half = /^[上下]半年/.exec(text.slice(at, at + 3));
  if (half !== null) {
    parts.half = text[at] === "上" ? 1 : 2;
    return at + 3;
  }
  const quarters = /^(?:第?([一二三四1-4])|首)(?:个)?季度/.exec(text.slice(at, at + 6));
  if (quarters !== null) {
    parts.quarter = quarters[1] === undefined ? 1 : (smallNumber(quarters[1], 0)?.value ?? 1);
    return at + quarters[0].length;
  }
  const first = /^(前|后|头)([一二两三四五六七八九十]{1,2}|[0-9]{1,2})(个季度|季度|个月|月)/.exec(
    text.slice(at, at + 7),
  );
  if (first !== null) {
    const count = first[2] === "两" ? 2 : (smallNumber(first[2] ?? "", 0)?.value ?? 0);
    const months = count * ((first[3] ?? "").includes("季") ? 3 : 1);
    if (months >= 1 && months <= 12) {
      parts.firstMonths = first[1] === "后" ? -months : months;
      return at + first[0].length;
    }
  }
  const nth = /^(?:第([一二三四五六七八九十]{1,2}|[0-9]{1,2})个|首)月/.exec(text.slice(at, at + 6));
  if (nth !== null) {
    parts.month = nth[1] === undefined ? 1 : (smallNumber(nth[1], 0)?.value ?? 1);
    return at + nth[0].length;
  }
  for (const [word, season] of seasons) {
    if (
      text.startsWith(word, at) &&
      !(word.length === 1 && /[节运晚播耕风招分茶蚕装游粮收至眠令]/.test(text[at + 1] ?? ""))
    ) {
      parts.season = season;
      return at + word.length;
    }
  }
  return 0;
}

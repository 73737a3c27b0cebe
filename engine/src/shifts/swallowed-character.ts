import { isHan } from "../patterns/plain-character.js";
import type { Candidates } from "./candidates.js";
import { cost } from "./fault-costs.js";
import type { PageStyle } from "./page-style.js";
import type { PageSearch } from "./reading-step.js";
import type { Lattices } from "./word-lattice.js";

/** Stands for a character that is lost for good. */
export const lost = "□";

/**
 * What a swallowed ASCII character may have been: a line's end, or a digit, a letter, a blank, which nothing tells.
 * Where lines are parted by blank ones, a line that goes on lost no end.
 */
export function swallowedAt(line: string, index: number, style: PageStyle): readonly string[] {
  if (index >= line.length) return style.blankLines ? ["\n"] : [lost, "\n"];
  const unit = line.charCodeAt(index);
  // An indented line begins: the line's end it was.
  if (unit === 0x3000 || (unit === 0x20 && line.charCodeAt(index + 1) === 0x20)) return ["\n"];
  // 015年 lost the first digit of its year.
  const year = /^[09]\d\d年/.exec(line.slice(index, index + 4));
  if (year !== null) return [year[0].startsWith("0") ? "2" : "1"];
  return [lost, "\n"];
}

/** Characters that stand behind numbers. */
const units = new Set(
  "个人户名万亿元年月日号亩家场次届期条项级米公里吨头只多余时分点天周岁至到個戶萬億號畝場屆條項級裏噸頭隻餘時點歲",
);
/** Marks at which a sentence or a title ends. */
const ends = new Set("。！？…”》）");

/** What it costs that this was swallowed behind a character and before another. */
export function swallowedCost(before: string, gone: string, next: string): number {
  const word = isHan(next.charCodeAt(0)) && !units.has(next);
  return cost.swallowed + (gone === lost && word && ends.has(before) ? cost.numberBehindEnd : 0);
}

/**
 * Of these characters every mark, and the likeliest of the others if with it a reading costs no more than `most`: what
 * follows a swallowed one costs the same after all.
 */
export function likeliestOf(
  { marks, han }: Candidates,
  row: number,
  lattices: Lattices,
  page: PageSearch,
  most: number,
): string {
  let best = "";
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; ; at++) {
    at = lattices.nextBelow(row, han, at, 0, wrongScript(page), most, least);
    if (at < 0) return marks + best;
    least = lattices.found;
    best = han.characters.charAt(at);
  }
}

/** The script that a page is not written in, as the table of scripts counts them. */
export function wrongScript({ style }: PageSearch): number {
  return style.traditional ? 2 : 1;
}

/** What a character costs that is not of the page's script. */
export function scriptCost(page: PageSearch, unit: number): number {
  return page.scripts.script[unit] === wrongScript(page) ? cost.wrongScript : 0;
}

import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { sign } from "../text/text-signs.js";

/** What stands behind a number: the year, a day, a unit, what is counted. */
const behind =
  "年|月(?!饼)|日|号(?!楼)|时|[万亿千百]|元|余|多|[%％]|[名位](?!称|于)|人(?!民|社|大|事|力|才)|个(?!人|体)|[家户所批期场次台套件亩吨只头株条辆份册本]|项(?!目)|公里|平方";
/** Behind a blank: what is counted. */
const counted = new RegExp(behind, "y");
/** Behind the blank in front of such a number. */
const number = new RegExp(`\\d+(?:\\.\\d+)?(?:[ \u00a0]?(?:${behind}))`, "y");

/** A page that is typeset so does it again and again; once it may be the number of a line (3 名称). */
const fewest = 2;

/** Closes up what word processors set apart by a blank between digits and characters: 2024 年 9 月 8 日, 450 名新生. */
export const spacedNumbers: TextRepair = {
  id: "spaced-numbers",
  family: "normalising",
  signs: sign.blank,
  addsNoSign: true,
  find({ text }) {
    const edits: TextEdit[] = [];
    const inFront: TextEdit[] = [];
    for (const { index } of text.matchAll(/[ \u00a0]/g)) {
      const before = text.charCodeAt(index - 1);
      const next = text.charCodeAt(index + 1);
      const close = { start: index, end: index + 1, text: "" };
      if (
        isDigit(before)
          ? begins(counted, text, index + 1)
          : isDigit(next) && before > 0 && "年月至".includes(text.charAt(index - 1))
      )
        edits.push(close);
      else if (isDigit(next) && before >= 0x4e00 && before <= 0x9fa5 && begins(number, text, index + 1))
        inFront.push(close);
    }
    if (edits.length < fewest) return { edits: [] };
    edits.push(...inFront);
    return { edits: edits.sort((a, b) => a.start - b.start) };
  },
};

function begins(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

import { isHan } from "../patterns/plain-character.js";
import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { sign } from "../text/text-signs.js";

/** What stands behind a number: the year, a day, a unit, what is counted. */
const behind =
  "年|月(?!饼)|日|号(?!楼)|时|[万亿千百]|元|余|多|[%％]|[名位](?!称|于)|人(?!民|社|大|事|力|才)|个(?!人|体)|[家户所批期场次台套件亩吨只头株条辆份册本]|项(?!目)|公里|平方";
/** Behind a blank: what is counted. */
const counted = new RegExp(behind, "y");
/** Behind the blank in front of a number that is set apart on both sides; in a heading a blank may part its halves (结对 16万元), in a byline the day (李四 2022 年 1 月). */
const apart = new RegExp(`\\d+(?:\\.\\d+)?[ \u00a0](?!年)(?:${behind})`, "y");
/** A sentence, and no row of cells. */
const sentence = /[，。；,;]/;
const cells = /[\t\u3000]|[ \u00a0]{2}|\d[ \u00a0]\d/;

/** A page that is typeset so does it again and again; once it may be the number of a line (3 名称). */
const fewest = 2;

/**
 * Closes up what word processors set apart by a blank between digits and characters: 2024 年 9 月 8 日, 450 名新生; on a page
 * that does so also where the unit is none of a list, but only in sentences: 会诊 302 例, not a row of cells (新华镇 150 168).
 */
export const spacedNumbers: TextRepair = {
  id: "spaced-numbers",
  family: "normalising",
  signs: sign.blank,
  addsNoSign: true,
  find({ text }) {
    const edits: TextEdit[] = [];
    const further: TextEdit[] = [];
    let line = { start: 0, end: -1, told: false };
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
      else if (isDigit(next) && isHan(before) && begins(apart, text, index + 1)) further.push(close);
      else if (isDigit(before) || before === 0x25 ? isHan(next) : isHan(before) && isDigit(next)) {
        if (index > line.end) line = lineAt(text, index);
        // 3 名称: the number of a line.
        if (line.told && !/^\s*\d+$/.test(text.slice(line.start, index))) further.push(close);
      }
    }
    if (edits.length < fewest) return { edits: [] };
    edits.push(...further);
    return { edits: edits.sort((a, b) => a.start - b.start) };
  },
};

/** The line of a place, and whether it is told in sentences. */
function lineAt(text: string, at: number): { readonly start: number; readonly end: number; readonly told: boolean } {
  const next = text.indexOf("\n", at);
  const end = next < 0 ? text.length : next;
  const start = text.lastIndexOf("\n", at) + 1;
  const line = text.slice(start, end).trim();
  return { start, end, told: sentence.test(line) && !cells.test(line) };
}

function begins(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

import type { TextEdit, TextRepair } from "../repair-step.js";
import { sign } from "../text-signs.js";

/** What stands behind a number: the year, a day, a unit, what is counted. */
const behind =
  "年|月(?!饼)|日|号(?!楼)|时|[万亿千百]|元|余|多|[%％]|[名位](?!称|于)|人(?!民|社|大|事|力|才)|个(?!人|体)|[家户所批期场次台套件亩吨只头株条辆份册本]|项(?!目)|公里|平方";
/** One blank between a number and what it counts, and behind 年 or 月. */
const apart = new RegExp(`(?<=\\d)[ \u00a0](?=${behind})|(?<=[年月至])[ \u00a0](?=\\d)`, "g");
/** And the one in front of such a number. */
const inFront = new RegExp(`(?<=[一-龥])[ \u00a0](?=\\d+(?:\\.\\d+)?(?:[ \u00a0]?(?:${behind})))`, "g");

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
    const close = ({ index }: RegExpExecArray) => edits.push({ start: index, end: index + 1, text: "" });
    for (const match of text.matchAll(apart)) close(match);
    if (edits.length < fewest) return { edits: [] };
    const closed = new Set(edits.map(({ start }) => start));
    for (const match of text.matchAll(inFront)) if (!closed.has(match.index)) close(match);
    return { edits: edits.sort((a, b) => a.start - b.start) };
  },
};

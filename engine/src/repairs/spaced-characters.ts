import { isBlank } from "../patterns/plain-character.js";
import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { sign } from "../text/text-signs.js";

/** Fewer characters with blanks between them may be names (李  明) or a choice of sizes (大 中 小). */
const fewest = 4;

/** A text of which such lines take so much is set so from end to end. */
const wholly = 0.4;

/**
 * Closes up titles and scanned lines of which four or more single characters stand apart by one blank: 会 议 纪 要; and every
 * blank between two characters where most of the text is set so (在 2023年 麦 积 区).
 */
export const spacedCharacters: TextRepair = {
  id: "spaced-characters",
  family: "normalising",
  signs: sign.blank,
  addsNoSign: true,
  find({ text, units }) {
    const edits: TextEdit[] = [];
    let count = 0;
    let closed = 0;
    for (let at = 1; at < text.length - 1; at++) {
      if (!isBlank(units[at] ?? 0) || !isHan(text.charCodeAt(at - 1))) continue;
      let end = at;
      while (isBlank(text.charCodeAt(end)) && isHan(text.charCodeAt(end + 1))) end += 2;
      // [start, end) is characters and blanks in turn; more of a word on either side and it is no such line.
      const start = at - 1;
      const apart = !isHan(text.charCodeAt(start - 1)) && !isHan(text.charCodeAt(end));
      if (apart && (end - start + 1) / 2 >= fewest) {
        count++;
        closed += end - start;
        for (let blank = at; blank < end; blank += 2) edits.push({ start: blank, end: blank + 1, text: "" });
      }
      at = Math.max(at, end - 1);
    }
    if (count === 0 || closed < text.length * wholly) return { edits, count };
    const all = Array.from(text.matchAll(apartFromNext), ({ index }): TextEdit => {
      return { start: index, end: index + 1, text: "" };
    });
    return { edits: all, count: all.length };
  },
};

/** A blank between two characters. */
const apartFromNext = /(?<=\p{Script=Han})[ \u00a0\u3000](?=\p{Script=Han})/gu;

function isHan(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || unit === 0x3007;
}

import type { TextEdit, TextRepair } from "../repair-step.js";

/** Four or more single characters with one space between each: 会 议 纪 要. Names (李  明) and 大 中 小 stay. */
const spaced = /(?<![\p{Script=Han}] ?)(?:\p{Script=Han}[ \u3000\u00a0]){3,}\p{Script=Han}(?!\p{Script=Han})/gu;

/** Closes up titles and scanned lines whose characters stand apart. */
export const spacedCharacters: TextRepair = {
  id: "spaced-characters",
  family: "normalising",
  find(text) {
    const edits: TextEdit[] = [];
    let count = 0;
    for (const match of text.matchAll(spaced)) {
      count++;
      for (let at = 0; at < match[0].length; at++) {
        const start = match.index + at;
        if (/[ \u3000\u00a0]/.test(text.charAt(start))) edits.push({ start, end: start + 1, text: "" });
      }
    }
    return { edits, count };
  },
};

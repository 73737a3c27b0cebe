import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { sign } from "../text/text-signs.js";

/**
 * Marks printed twice (考察，，并), and the ，that some mirrors put before another mark (考察,。). Of the two the last
 * stays. ……, ——, ！！ and ？！ are not doubled marks.
 */
export const doubledMarks: TextRepair = {
  id: "doubled-marks",
  family: "normalising",
  signs: sign.doubledMark,
  addsNoSign: true,
  find({ text }) {
    const edits: TextEdit[] = [];
    for (const match of text.matchAll(/([，。；、：])\1+|[，,](?=[。；！？])/g)) {
      const kept = match[1] === undefined ? 0 : 1;
      edits.push({ start: match.index, end: match.index + match[0].length - kept, text: "" });
    }
    return { edits };
  },
};

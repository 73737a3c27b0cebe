import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { sign } from "../text/text-signs.js";

/** A number with groups of three, not part of a longer one and not a list of numbers. */
const grouped = /(?<![\d.,，])[1-9]\d{0,2}(?:[,，]\d{3})+(?![\d,，]\d|\d)/g;

/** Takes the commas out of numbers, so that 1,610万元 reads as one number. */
export const thousandsCommas: TextRepair = {
  id: "thousands-commas",
  family: "normalising",
  signs: sign.commaInNumber,
  addsNoSign: true,
  find({ text }) {
    const edits: TextEdit[] = [];
    let count = 0;
    for (const match of text.matchAll(grouped)) {
      count++;
      for (let at = 0; at < match[0].length; at++) {
        const start = match.index + at;
        if (/[,，]/.test(text.charAt(start))) edits.push({ start, end: start + 1, text: "" });
      }
    }
    return { edits, count };
  },
};

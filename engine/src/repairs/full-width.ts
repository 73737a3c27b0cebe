import type { TextEdit, TextRepair } from "../repair-step.js";

/** Full-width digits, letters, ％ and ＋－ among them as ASCII: ２０２３年 is 2023年. Marks stay as printed. */
export const fullWidth: TextRepair = {
  id: "full-width",
  family: "normalising",
  find(text) {
    const edits: TextEdit[] = [];
    for (const match of text.matchAll(/[０-９Ａ-Ｚａ-ｚ％]+(?:[．：－][０-９]+)*/g)) {
      for (let at = 0; at < match[0].length; at++) {
        const start = match.index + at;
        edits.push({
          start,
          end: start + 1,
          text: String.fromCharCode(text.charCodeAt(start) - 0xfee0),
          aligned: true,
        });
      }
    }
    return { edits, count: edits.length };
  },
};

import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { sign } from "../text/text-signs.js";

/** Full-width digits, letters, ％ and ＋－ among them as ASCII: ２０２３年 is 2023年. Other marks stay as printed. */
export const fullWidth: TextRepair = {
  id: "full-width",
  family: "normalising",
  signs: sign.fullWidth,
  addsNoSign: true,
  find({ text }) {
    const edits: TextEdit[] = [];
    const fold = (at: number) =>
      edits.push({ start: at, end: at + 1, text: String.fromCharCode(text.charCodeAt(at) - 0xfee0), aligned: true });
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 0xff05) continue;
      if (isWide(unit)) fold(at);
      // ． ： － only between the parts of a number: ３．５, １０：３０.
      else if (joinsDigits(unit) && isWide(text.charCodeAt(at - 1)) && isWideDigit(text.charCodeAt(at + 1))) fold(at);
    }
    return { edits };
  },
};

function isWideDigit(unit: number): boolean {
  return unit >= 0xff10 && unit <= 0xff19;
}

function isWide(unit: number): boolean {
  return (
    isWideDigit(unit) || (unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a) || unit === 0xff05
  );
}

function joinsDigits(unit: number): boolean {
  return unit === 0xff0e || unit === 0xff1a || unit === 0xff0d;
}

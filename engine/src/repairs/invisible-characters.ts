import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { sign } from "../text/text-signs.js";

/**
 * Zero-width and soft characters, direction marks, stray byte order marks, control characters (not U+0080–9F, which
 * may be bytes of a wrongly decoded text): nothing to be seen.
 */
const invisible = /(?:[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|(?![\t\n\f\r\u0080-\u009f])\p{Cc})+/gu;

/** Removes what cannot be seen: 东\u200b西部 is 东西部. */
export const invisibleCharacters: TextRepair = {
  id: "invisible-characters",
  family: "normalising",
  signs: sign.invisible,
  find({ text }) {
    const edits: TextEdit[] = [];
    for (const match of text.matchAll(invisible))
      edits.push({ start: match.index, end: match.index + match[0].length, text: "" });
    return { edits };
  },
};

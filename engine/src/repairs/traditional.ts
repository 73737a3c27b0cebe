import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { rewrittenStretches } from "../text/rewritten-stretches.js";
import { convertScript } from "../text/script-converter.js";
import { sign } from "../text/text-signs.js";

/**
 * Traditional → Simplified by phrase, with the forms of Taiwan, Hong Kong and Japan (裡 裏 里, 説 說 说, 産 產 产, 衞).
 * Conversion goes character by character, so that places stay exact. A text that is Simplified already keeps the
 * characters that Simplified text may hold.
 */
export const traditional: TextRepair = {
  id: "traditional",
  family: "script",
  signs: sign.otherScript,
  addsNoSign: true,
  find(work, signs) {
    const { text: now, changed, irregular } = convertScript(work, (signs & sign.traditional) !== 0);
    if (irregular.length === 0) return { edits: [], ...(changed === 0 ? {} : { rewritten: now, count: changed }) };
    const edits: TextEdit[] = [...irregular];
    for (const { start, end } of rewrittenStretches(work.text, now))
      edits.push({ start, end, text: now.slice(start, end), aligned: true });
    return { edits: edits.sort((a, b) => a.start - b.start) };
  },
};

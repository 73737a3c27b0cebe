import type { TextEdit, TextRepair } from "../repair-step.js";
import { rewrittenStretches } from "../rewritten-stretches.js";
import { convertScript } from "../script-converter.js";
import { scriptTable } from "../simplified-characters.js";
import { sign } from "../text-signs.js";

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
  find(text, signs) {
    const { text: now, changed, irregular } = convertScript(text, isTraditional(text, signs));
    if (irregular.length === 0) return { edits: [], ...(changed === 0 ? {} : { rewritten: now, count: changed }) };
    const edits: TextEdit[] = [...irregular];
    for (const { start, end } of rewrittenStretches(text, now))
      edits.push({ start, end, text: now.slice(start, end), aligned: true });
    return { edits: edits.sort((a, b) => a.start - b.start) };
  },
};

/** Whether the text as a whole is Traditional, not Simplified with a few Traditional characters. */
function isTraditional(text: string, signs: number): boolean {
  const { script } = scriptTable();
  const mixed = (signs & sign.bothScripts) !== 0;
  let traditionalOnly = 0;
  let simplifiedOnly = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = script[text.charCodeAt(at)];
    if (kind === 1) traditionalOnly++;
    else if (kind === 2) simplifiedOnly++;
    else continue;
    // Where the text holds characters of one script only, the first tells.
    if (!mixed) break;
  }
  return traditionalOnly > simplifiedOnly;
}

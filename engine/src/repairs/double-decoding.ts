import { mayBeGbk, readAsGbk, readAsLatin, wrongTableSigns } from "../decoding/wrong-table.js";
import { issue } from "../issue-codes.js";
import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { sign } from "../text/text-signs.js";

const latinPair = /[\u00a1-\u00ff]{2}/;
const maskOnly = /^[ -~]*([×·°])\1*[ -~]*$/;
const lostForGood = /锟斤拷|\ufffd{2,}/g;

/**
 * Text that was decoded with the wrong table and then stored: UTF-8 read as GBK (涓浗 for 中国), GBK or UTF-8 read as
 * Latin-1 or Windows-1252 (ÖÐ¹ú for 中国), line by line. Bytes that the wrong table could not show are gone; what stood
 * there is guessed and marked. 锟斤拷 is told, as nothing of it can be restored.
 */
export const doubleDecoding: TextRepair = {
  id: "double-decoding",
  family: "bytes",
  signs: sign.wrongTable,
  find({ text }) {
    const edits: TextEdit[] = [];
    for (const { start, end } of suspectLines(text)) {
      const line = text.slice(start, end);
      const now = readAsGbk(line);
      if (now !== null) edits.push({ start, end, ...now });
      else if (latinPair.test(line))
        // 0510-8283××××: digits that are hidden, not 鬃.
        for (const piece of readAsLatin(line))
          if (!maskOnly.test(line.slice(piece.start, piece.end)))
            edits.push({ start: start + piece.start, end: start + piece.end, text: piece.text });
    }
    const lost = text.includes("锟") || text.includes("\ufffd") ? [...text.matchAll(lostForGood)] : [];
    const first = lost[0];
    const span = first === undefined ? null : { start: first.index, end: first.index + first[0].length };
    return { edits, issues: first === undefined ? [] : [issue("repair/lost", span, { count: lost.length })] };
  },
};

/** Lines that may be such text: enough of its characters for their length, or two Latin letters or signs side by side. */
function suspectLines(text: string): readonly { readonly start: number; readonly end: number }[] {
  const isSign = wrongTableSigns();
  const found: { start: number; end: number }[] = [];
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const latin = isLatin(unit) && isLatin(before);
    before = unit;
    if (isSign[unit] !== 1 && !latin) continue;
    // Few lines have any: the others are never counted.
    const start = text.lastIndexOf("\n", at) + 1;
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next;
    if (isSuspect(text, start, end, isSign)) found.push({ start, end });
    at = end;
    before = 0;
  }
  return found;
}

function isSuspect(text: string, start: number, end: number, isSign: Uint8Array): boolean {
  let signs = 0;
  let other = 0;
  let before = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isLatin(unit) && isLatin(before)) return true;
    if (isSign[unit] === 1) signs++;
    else if (unit >= 0x80) other++;
    before = unit;
  }
  return mayBeGbk(signs, other);
}

/** A letter or sign of Latin-1 above its controls. */
function isLatin(unit: number): boolean {
  return unit > 0xa0 && unit < 0x100;
}

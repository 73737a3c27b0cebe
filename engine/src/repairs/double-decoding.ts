import { issue } from "../issue-codes.js";
import type { TextEdit, TextRepair } from "../repair-step.js";
import { sign } from "../text-signs.js";
import { readAsGbk, readAsLatin } from "../wrong-table.js";

const latinPair = /[\u00a1-\u00ff]{2}/;
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
  find(text) {
    const edits: TextEdit[] = [];
    let at = 0;
    for (const line of text.split("\n")) {
      const now = readAsGbk(line);
      if (now !== null) edits.push({ start: at, end: at + line.length, ...now });
      else if (latinPair.test(line))
        for (const piece of readAsLatin(line))
          edits.push({ start: at + piece.start, end: at + piece.end, text: piece.text });
      at += line.length + 1;
    }
    const lost = [...text.matchAll(lostForGood)];
    const first = lost[0];
    const span = first === undefined ? null : { start: first.index, end: first.index + first[0].length };
    return { edits, issues: first === undefined ? [] : [issue("repair/lost", span, { count: lost.length })] };
  },
};

import { encodeUnit } from "../cp936.js";
import { issue } from "../issue-codes.js";
import type { TextEdit, TextRepair } from "../repair-step.js";
import { sign } from "../text-signs.js";

/** Characters that UTF-8 Chinese turns into when it is read as GBK; clean text hardly has them. */
const readAsGbk = /[锛銆鈥鐨涓鍦鏄浠鍜屽殑夊厛鍏辩粍缁鏀瀹瑙璇閮闂绔鎴]/g;
/** Runs of Latin-1 letters and signs: what GBK bytes turn into when they are read as Latin-1 or Windows-1252. */
const readAsLatin = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{4,}/g;
const windows1252 = new Map(
  [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"].map((char, index): [string, number] => [
    char,
    0x80 + index,
  ]),
);
/** What any such text holds somewhere; most texts are done with this. */
const suspicious = /[锛銆鈥鐨鍦涓鍜瑗]|[\u00a1-\u00ff]{2}|锟斤拷|\ufffd/;
const lostForGood = /锟斤拷|\ufffd{2,}/g;

/**
 * Text that was decoded with the wrong table and then stored: UTF-8 read as GBK (涓浗 for 中国) and GBK read as Latin-1
 * (ÖÐ¹ú for 中国). Bytes that the wrong table could not show are gone; what stood there is guessed (，or 。) or marked □.
 */
export const doubleDecoding: TextRepair = {
  id: "double-decoding",
  family: "bytes",
  signs: sign.wrongTable,
  find(text) {
    if (!suspicious.test(text)) return { edits: [] };
    const edits: TextEdit[] = [];
    let at = 0;
    for (const line of text.split("\n")) {
      const edit = lineReadAsGbk(line) ?? null;
      if (edit !== null) edits.push({ start: at, end: at + line.length, ...edit });
      else edits.push(...latinRuns(line, at));
      at += line.length + 1;
    }
    const lost = [...text.matchAll(lostForGood)];
    const first = lost[0];
    const span = first === undefined ? null : { start: first.index, end: first.index + first[0].length };
    return { edits, issues: first === undefined ? [] : [issue("repair/lost", span, { count: lost.length })] };
  },
};

/** A whole line of UTF-8 read as GBK, or null when it is none. */
function lineReadAsGbk(line: string): { text: string; guessed: readonly number[] } | null {
  const signs = line.match(readAsGbk)?.length ?? 0;
  if (signs < 2 || signs * 25 < line.length) return null;
  const bytes: number[] = [];
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (unit < 0x80) bytes.push(unit);
    else {
      const code = encodeUnit(unit);
      if (code === 0) bytes.push(0x3f);
      else bytes.push(code >> 8, code & 0xff);
    }
  }
  const now = mendedUtf8(bytes);
  const han = now.text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 0 && now.lost * 4 < han + 4 && !now.text.includes("\ufffd") ? now : null;
}

/** UTF-8 with `?` where the last byte of a character was lost: ，and 。are by far the likeliest there. */
function mendedUtf8(bytes: readonly number[]): { text: string; guessed: readonly number[]; lost: number } {
  const decoder = new TextDecoder();
  let text = "";
  const guessed: number[] = [];
  let lost = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const size = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
    const piece = bytes.slice(at, at + size);
    const broken = size === 3 && piece[2] !== undefined && piece[2] < 0x80;
    if (broken) {
      guessed.push(text.length);
      lost++;
      text += lead === 0xef && piece[1] === 0xbc ? "，" : lead === 0xe3 && piece[1] === 0x80 ? "。" : "□";
      at += piece[2] === 0x3f ? 3 : 2;
      continue;
    }
    text += decoder.decode(Uint8Array.from(piece));
    at += size;
  }
  return { text, guessed, lost };
}

function latinRuns(line: string, at: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const match of line.matchAll(readAsLatin)) {
    // Dashes, dots and quotes of Chinese text are in that table too: letters must be the most of it.
    if ((match[0].match(/[\u00a1-\u00ff]/g)?.length ?? 0) * 2 < match[0].length) continue;
    const bytes = Uint8Array.from([...match[0]].map((char) => windows1252.get(char) ?? char.charCodeAt(0)));
    const now = new TextDecoder("gb18030").decode(bytes);
    const han = now.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
    if (han * 2 < now.length || /[\ufffd\ue000-\uf8ff]/.test(now)) continue;
    edits.push({ start: at + match.index, end: at + match.index + match[0].length, text: now });
  }
  return edits;
}

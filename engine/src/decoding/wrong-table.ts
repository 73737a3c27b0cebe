import { encodeUnit } from "./cp936.js";
import { textCost } from "./encoding-scores.js";
import { mendedUtf8 } from "./mended-utf8.js";

/** A stretch read with the right table: its text, which characters are guessed, how many bytes were gone. */
export interface Reread {
  readonly text: string;
  readonly guessed: readonly number[];
}

const windows1252 = new Map(
  [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"].map((char, index): [string, number] => [
    char,
    0x80 + index,
  ]),
);
/** The right reading must cost less than this share of the wrong one: bytes are not moved for a little gain. */
const muchBetter = 0.8;
const euro = 0x20ac;

let firstBytes: ReadonlySet<number> | undefined;

/**
 * The characters that the first two bytes of a Chinese character or mark in UTF-8 become when they are read as GBK
 * (E4–E9 and 80–BF; 锛 for ，, 銆 for 。, 鈥 for “). Every third character of such a text is one; clean text hardly has any.
 */
export function wrongTableCharacters(): ReadonlySet<number> {
  if (firstBytes !== undefined) return firstBytes;
  const pairs: number[] = [];
  const add = (lead: number, from: number, to: number) => {
    for (let trail = from; trail <= to; trail++) pairs.push(lead, trail);
  };
  for (let lead = 0xe4; lead <= 0xe9; lead++) add(lead, 0x80, 0xbf);
  add(0xef, 0xbc, 0xbd);
  add(0xe3, 0x80, 0x80);
  add(0xe2, 0x80, 0x80);
  const text = new TextDecoder("gb18030").decode(Uint8Array.from(pairs));
  firstBytes = new Set([...text].map((char) => char.charCodeAt(0)).filter((unit) => unit < 0xd800));
  return firstBytes;
}

/** The same by code unit, as every character of a Traditional text is asked about. */
let isFirst: Uint8Array | undefined;

function tableOf(units: Iterable<number>): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const unit of units) table[unit] = 1;
  return table;
}

/** 1 for {@link wrongTableCharacters}, by code unit. */
export function wrongTableSigns(): Uint8Array {
  isFirst ??= tableOf(wrongTableCharacters());
  return isFirst;
}

/** Whether a line with so many of these characters and so many others may be one: one in three; of a few, one or two. */
export function mayBeGbk(signs: number, other: number): boolean {
  return signs > 0 && signs + other >= 2 && signs * gbkLines.weight >= other;
}

/** So many other characters beside each one of them. */
export const gbkLines = { weight: 4 };

/** A line of UTF-8 that was read as GBK ({@link mayBeGbk}), read as UTF-8; null when it is none. */
export function readAsGbk(line: string): Reread | null {
  const isSign = wrongTableSigns();
  let signs = 0;
  let other = 0;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (isSign[unit] === 1) signs++;
    else if (unit >= 0x80) other++;
  }
  if (!mayBeGbk(signs, other)) return null;
  const bytes: number[] = [];
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (unit < 0x80) bytes.push(unit);
    else if (unit === euro) bytes.push(0x80);
    else if (unit === 0xfffd) bytes.push(0x3f);
    else {
      const code = encodeUnit(unit);
      if (code === 0) return null;
      bytes.push(code >> 8, code & 0xff);
    }
  }
  const now = mendedUtf8(bytes);
  const han = now.text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han === 0 || now.text.includes("\ufffd") || now.guessed.length > han / 2 + 2) return null;
  return textCost(now.text) < textCost(line) * muchBetter ? now : null;
}

/** Pieces of a line that are bytes of GBK or UTF-8 read as Latin-1 or Windows-1252, with their places. */
export function readAsLatin(
  line: string,
): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  const found: { start: number; end: number; text: string }[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes of GBK and UTF-8 show as control characters too
  for (const match of line.matchAll(/[\u0000-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+/g)) {
    const piece = match[0];
    // Dashes, dots and quotes of Chinese text are in that table too: letters must be the most of what is not ASCII.
    const letters = piece.match(/[\u00a1-\u00ff]/g)?.length ?? 0;
    const high = piece.match(/[\u0080-\uffff]/g)?.length ?? 0;
    if (letters < 4 || letters * 2 < high) continue;
    const bytes = Uint8Array.from([...piece].map((char) => windows1252.get(char) ?? char.charCodeAt(0)));
    const text = chineseOf(bytes, high);
    if (text !== null) found.push({ start: match.index, end: match.index + piece.length, text });
  }
  return found;
}

/** The bytes as UTF-8 where they are UTF-8, else as GBK; null where that makes no Chinese of them. */
function chineseOf(bytes: Uint8Array, high: number): string | null {
  for (const encoding of ["utf-8", "gb18030"] as const) {
    let text: string;
    try {
      text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
    const chinese = text.match(/[\u4e00-\u9fff\u3000-\u301f\uff00-\uffef“”‘’—…·]/g)?.length ?? 0;
    const han = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
    if (han > 0 && chinese * 3 >= high && !/[\ue000-\uf8ff]/.test(text) && textCost(text) / text.length < costly)
      return text;
  }
  return null;
}

/** Letters that are none of Chinese become rare characters: their mean cost tells (running text: 6 to 9). */
const costly = 11.5;

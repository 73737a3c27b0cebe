import { isHan } from "../patterns/plain-character.js";
import { characterModel } from "../shifts/character-model.js";
import { scriptTable } from "../text/simplified-characters.js";
import { isPrivateUse } from "./cp936.js";

/** The encodings that a text of this field comes in. `gbk` is never used: on Node it is not the web's GB18030. */
export const encodings = ["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof encodings)[number];

/** One way to read the bytes, and how likely it is among all that were tried (0–1; they add up to 1). */
export interface EncodingScore {
  readonly encoding: Encoding;
  readonly score: number;
}

/** Bytes looked at for the choice. */
const sample = 32_768;
/** Characters are not independent of each other: their costs together say less than their sum. */
const dependence = 0.4;
/** What a character costs (−ln of its share of running text) where the character model has no say. */
const cost = { ascii: 4.2, mark: 4, latin: 11, other: 14, rare: 15, impossible: 24 };

/** Marks of Chinese text outside the two blocks of their own. † is none: it is what two spaces are in UTF-16. */
const marks: ReadonlySet<number> = new Set([..."·—–‘’“”…•‰\ufeff"].map((char) => char.charCodeAt(0)));

/**
 * How likely each encoding is for these bytes, best first: each is tried on the stretch around the first byte that
 * ASCII does not have, and the text that comes out is judged by how common its characters are in running Chinese,
 * Simplified or Traditional. All read the same bytes, so their costs can be compared. Deterministic; at most 32 KB
 * are looked at.
 */
export function encodingScores(bytes: Uint8Array): readonly EncodingScore[] {
  const telling = tellingBytes(bytes);
  const costs = encodings.map((encoding) => ({ encoding, cost: costOf(telling, encoding) * dependence }));
  const least = Math.min(...costs.map((each) => each.cost));
  const weights = costs.map((each) => ({ encoding: each.encoding, weight: Math.exp(least - each.cost) }));
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  return weights
    .map(({ encoding, weight }) => ({ encoding, score: weight / all }))
    .sort((a, b) => b.score - a.score || encodings.indexOf(a.encoding) - encodings.indexOf(b.encoding));
}

/** The stretch that tells most: from a little before the first byte above ASCII, on an even place for UTF-16. */
function tellingBytes(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = first < 0 ? 0 : Math.max(0, first - (first % 2) - 64);
  return bytes.subarray(from, from + sample);
}

function costOf(bytes: Uint8Array, encoding: Encoding): number {
  // The sample may end inside a character, the file may not.
  return textCost(new TextDecoder(encoding).decode(bytes, { stream: bytes.length === sample }));
}

/** What a text costs (−ln of its likelihood, character by character) as running Chinese of either script. */
export function textCost(text: string): number {
  const model = characterModel();
  const { simplified } = scriptTable();
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isHan(unit)) sum += Math.min(cost.rare, model.single(simplified[unit] ?? unit));
    else sum += costOfOther(unit);
  }
  return sum;
}

function costOfOther(unit: number): number {
  if (unit === 0xfffd || isPrivateUse(unit)) return cost.impossible;
  if (unit < 0x20) return unit === 9 || unit === 10 || unit === 13 ? cost.ascii : cost.impossible;
  if (unit < 0x7f) return cost.ascii;
  if (unit < 0xa0) return cost.impossible;
  if ((unit >= 0x3000 && unit < 0x3020) || (unit >= 0xff00 && unit < 0xff5f)) return cost.mark;
  if (marks.has(unit)) return cost.mark;
  return unit < 0x250 ? cost.latin : cost.other;
}

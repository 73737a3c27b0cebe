import { lexicon } from "../lexicon.js";
import { isHan } from "../patterns/plain-character.js";

/**
 * What marks, digits and letters cost between the words of a text (word-lattice.ts): rough shares in news text, and what it
 * costs that a mark stands where no mark of its kind does.
 */

/** Costs of characters that are not Chinese, in nats: rough shares in news text. */
const otherCosts = costsOf([
  ...pairs("，,、", 2.8),
  ...pairs("。", 3),
  ...pairs("“”", 3.8),
  ...pairs("：:；;（）()《》", 5),
  ...pairs(" \u3000\n", 4),
  ...pairs("□", 4),
  ...pairs("！!？?", 6.5),
  ...pairs("·—…-－％%.", 6),
  ...pairs("０１２３４５６７８９", 6.5),
]);
const strangeCost = 11;
/** Marks by what may stand next to them. */
const endMark = 1;
const pause = 2;
const opener = 3;
const closer = 4;
const markClass = bytesOf(
  (
    [
      ["。！？!?…", endMark],
      ["，,、；;：:", pause],
      ["“（(《", opener],
      ["”）)》", closer],
    ] as const
  ).flatMap(([characters, kind]) => [...characters].map((char): [number, number] => [char.charCodeAt(0), kind])),
);
/** What it costs to put a mark where no mark of its kind stands: 。、 or “。 or a line that begins with ，. */
const misplaced = 7;

/** A number by code unit, 0 where there is none. */
function costsOf(rows: readonly (readonly [number, number])[]): Float64Array {
  const table = new Float64Array(0x10000);
  for (const [unit, cost] of rows) table[unit] = cost;
  return table;
}

function bytesOf(rows: readonly (readonly [number, number])[]): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [unit, kind] of rows) table[unit] = kind;
  return table;
}

function pairs(characters: string, cost: number): [number, number][] {
  return [...characters].map((char) => [char.charCodeAt(0), cost]);
}

/** The bit of a pair of marks, by its opening and by its closing mark. */
const opening = bytesOf([
  [0x201c, 1],
  [0x300a, 2],
  [0xff08, 4],
  [0x28, 4],
]);
const closing = bytesOf([
  [0x201d, 1],
  [0x300b, 2],
  [0xff09, 4],
  [0x29, 4],
]);

/** Which pairs of marks are open at the end of a text: bits for “ 《 （. A line's end closes all. */
export function openPairs(text: string): number {
  let open = 0;
  for (let at = 0; at < text.length; at++) open = opened(open, text.charCodeAt(at));
  return open;
}

/** The open pairs with one more code unit. */
export function opened(open: number, unit: number): number {
  if (unit === 0x0a) return 0;
  return (open | (opening[unit] ?? 0)) & ~(closing[unit] ?? 0);
}

/** What a code unit costs that is no Chinese character, behind another and with these pairs of marks open. */
export function otherCost(unit: number, before: number, open: number): number {
  const listed = otherCosts[unit] ?? 0;
  const own = listed > 0 ? listed : unit < 0x80 ? asciiCost(unit, before) : strangeCost;
  const kind = markClass[unit] ?? 0;
  const left = markClass[before] ?? 0;
  if (kind === opener) {
    // 。“ and ：“ begin a speech, a character before “ mostly a name or a slogan.
    const begun = unit !== openQuote ? 0 : before === colon ? -2 : left === endMark ? -1.3 : isHan(before) ? 1.2 : 0;
    return own + begun + (((opening[unit] ?? 0) & open) === 0 ? 0 : 3);
  }
  if (kind === closer) {
    const misfit = ((closing[unit] ?? 0) & open) === 0 ? 5 : 0;
    if (unit === closeQuote) return own + misfit + (left === endMark ? -1.5 : 1);
    return own + (misfit === 0 ? -3 : misfit) + (left === opener || left === pause ? misplaced : 0);
  }
  if (before === lineStart || before === 0x0a)
    return unit === 0x20 || unit === 0x3000 ? 1 : own + (kind === 0 || kind === opener ? 0 : misplaced);
  // Indents come in twos; inside a line the wide space is rare.
  if (unit === 0x3000) return before === 0x20 || before === 0x3000 ? 1 : own + (left === endMark ? misplaced : 0);
  if (unit === 0x0a) return own + (left === pause || left === opener ? misplaced : left === 0 ? 3 : 0);
  if (kind === endMark || kind === pause) {
    if (isHan(before)) return own + (unit === enumeration ? Math.min(0, clauseEndCost(before)) : clauseEndCost(before));
    if (left === opener || left === pause) return own + misplaced;
    if (left === endMark) return own + misplaced;
  }
  return own;
}

/** Digits and letters come in runs: what begins one costs more than what goes on with it. */
function asciiCost(unit: number, before: number): number {
  if (unit >= 0x30 && unit <= 0x39) return 2.6;
  if ((unit | 0x20) < 0x61 || (unit | 0x20) > 0x7a) return 5;
  return (before | 0x20) >= 0x61 && (before | 0x20) <= 0x7a ? 3 : letterAlone;
}
/** What begins a Latin word or stands alone: rarer than the second bytes that end a fault. */
const letterAlone = 10;

/** What it costs that a text ends with a character: little behind a full stop, much behind ， or an opening mark. */
export function endingCost(unit: number): number {
  const kind = markClass[unit] ?? 0;
  return kind === pause || kind === opener ? misplaced : kind === 0 ? 3 : 0;
}

let clauseEnds: Float32Array | undefined;

/** What it costs a character to stand before ，or 。: little for 说 and 后, much for 的 and 和 (lexicons/clause-ends.tsv). */
export function clauseEndCost(unit: number): number {
  if (clauseEnds === undefined) {
    clauseEnds = new Float32Array(0x10000);
    for (const row of lexicon("clause-ends"))
      for (const char of row.characters) clauseEnds[char.charCodeAt(0)] = Number(row.cost);
  }
  return clauseEnds[unit] ?? 0;
}

/** 、 */
export const enumeration = 0x3001;
const openQuote = 0x201c;
const closeQuote = 0x201d;
const colon = 0xff1a;
/** The character before the first of a line. */
const lineStart = 0;
/** Whether a clause ends or pauses with this mark. */
export function endsClause(unit: number): boolean {
  const kind = markClass[unit] ?? 0;
  return kind === endMark || kind === pause;
}

import type { CharacterModel } from "./character-model.js";
import { lexicon } from "./lexicon.js";

/**
 * The best segmentation of a growing text, carried along: the last four characters and the least cost of every
 * segmentation that ends 0, 1, 2 or 3 characters ago. Immutable, so that readings can branch.
 */
export interface Lattice {
  readonly c1: number;
  readonly c2: number;
  readonly c3: number;
  /** A quote is open. */
  readonly quoted: boolean;
  /** Least cost so far, and up to one, two and three characters ago. */
  readonly cost: number;
  readonly before1: number;
  readonly before2: number;
  readonly before3: number;
}

/** Nothing read yet. */
export const emptyLattice: Lattice = {
  c1: 0,
  c2: 0,
  c3: 0,
  quoted: false,
  cost: 0,
  before1: 0,
  before2: 0,
  before3: 0,
};

/** Costs of characters that are not Chinese, in nats: rough shares in news text. */
const otherCosts = new Map<string, number>([
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
const unknownHanCost = 17.5;
/** A character that costs more than this alone is mostly part of a word: standing alone costs it as much again as it is above. */
const aloneFrom = 7;

/** Marks by what may stand next to them. */
const endMark = 1;
const pause = 2;
const opener = 3;
const closer = 4;
const markClass = new Map<number, number>(
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

function pairs(characters: string, cost: number): [string, number][] {
  return [...characters].map((char) => [char, cost]);
}

function otherCost(unit: number, before: number, quoted: boolean): number {
  const own =
    unit >= 0x30 && unit <= 0x39 ? 2.6 : (otherCosts.get(String.fromCharCode(unit)) ?? (unit < 0x80 ? 5 : strangeCost));
  const kind = markClass.get(unit);
  const left = markClass.get(before);
  if (unit === openQuote && quoted) return own + 3;
  if (unit === closeQuote) return own + (quoted ? 0 : 5) + (left === endMark ? -1.5 : 1);
  if (before === lineStart)
    return unit === 0x20 || unit === 0x3000 ? 1 : own + (kind === undefined || kind === opener ? 0 : misplaced);
  // Indents come in twos; inside a line the wide space is rare.
  if (unit === 0x3000) return before === 0x20 || before === 0x3000 ? 1 : own + (left === endMark ? misplaced : 0);
  if (unit === 0x0a) return own + (left === pause || left === opener ? misplaced : left === undefined ? 3 : 0);
  if (kind === endMark || kind === pause || kind === closer) {
    if (isHan(before)) return own + (unit === enumeration ? Math.min(0, clauseEndCost(before)) : clauseEndCost(before));
    if (left === opener || left === pause) return own + misplaced;
    if (left === endMark && unit !== closeQuote) return own + misplaced;
  }
  return own;
}

let clauseEnds: Float32Array | undefined;

/** What it costs a character to stand before ，or 。: little for 说 and 后, much for 的 and 和 (lexicons/clause-ends.tsv). */
function clauseEndCost(unit: number): number {
  if (clauseEnds === undefined) {
    clauseEnds = new Float32Array(0x10000);
    for (const row of lexicon("clause-ends"))
      for (const char of row.characters) clauseEnds[char.charCodeAt(0)] = Number(row.cost);
  }
  return clauseEnds[unit] ?? 0;
}

/** 、 */
const enumeration = 0x3001;
const openQuote = 0x201c;
const closeQuote = 0x201d;
/** The character before the first of a line. */
const lineStart = 0;

/** Whether a code unit is a common Chinese character. */
export function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** What the words of a text cost: the general model, and on top of it the document's own words by their keys. */
export interface Words {
  readonly model: CharacterModel;
  /** Words of the document itself (see document-words.ts): cost by word key, Infinity when it has none. */
  readonly own: (key: number) => number;
}

/** Adds one character (in its Simplified form) to a lattice; `extra` is added to the cost. */
export function extend(lattice: Lattice, unit: number, words: Words, extra: number): Lattice {
  const { c1, c2, c3, cost: end0, before1, before2, before3 } = lattice;
  const { model } = words;
  let cost: number;
  if (!isHan(unit)) cost = end0 + otherCost(unit, c1, lattice.quoted);
  else {
    const single = model.single(unit);
    cost = end0 + Math.min(unknownHanCost, single + Math.max(0, single - aloneFrom));
    if (isHan(c1)) {
      cost = Math.min(cost, before1 + costOf(model.add(model.add(0, c1), unit), words));
      if (isHan(c2)) {
        const pair = model.add(model.add(0, c2), c1);
        cost = Math.min(cost, before2 + costOf(model.add(pair, unit), words));
        if (isHan(c3)) {
          const triple = model.add(model.add(model.add(0, c3), c2), c1);
          cost = Math.min(cost, before3 + costOf(model.add(triple, unit), words));
        }
      }
    }
  }
  return {
    c1: unit,
    c2: c1,
    c3: c2,
    quoted: unit === openQuote || (unit !== closeQuote && lattice.quoted),
    cost: cost + extra,
    before1: end0 + extra,
    before2: before1 + extra,
    before3: before2 + extra,
  };
}

function costOf(key: number, words: Words): number {
  return Math.min(words.model.cost(key), words.own(key));
}

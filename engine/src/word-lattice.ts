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
  /** Which pairs of marks are open: quotes, titles, brackets, as bits (see {@link openPairs}). */
  readonly open: number;
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
  open: 0,
  cost: 0,
  before1: 0,
  before2: 0,
  before3: 0,
};

/** Costs of characters that are not Chinese, in nats: rough shares in news text. */
const otherCosts = new Map<number, number>([
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

function pairs(characters: string, cost: number): [number, number][] {
  return [...characters].map((char) => [char.charCodeAt(0), cost]);
}

/** The bit of a pair of marks, by its opening and by its closing mark. */
const opening = new Map([
  [0x201c, 1],
  [0x300a, 2],
  [0xff08, 4],
  [0x28, 4],
]);
const closing = new Map([
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

function opened(open: number, unit: number): number {
  if (unit === 0x0a) return 0;
  return (open | (opening.get(unit) ?? 0)) & ~(closing.get(unit) ?? 0);
}

function otherCost(unit: number, before: number, open: number): number {
  const own = unit >= 0x30 && unit <= 0x39 ? 2.6 : (otherCosts.get(unit) ?? (unit < 0x80 ? 5 : strangeCost));
  const kind = markClass.get(unit);
  const left = markClass.get(before);
  if (kind === opener && ((opening.get(unit) ?? 0) & open) !== 0) return own + 3;
  if (kind === closer) {
    const misfit = ((closing.get(unit) ?? 0) & open) === 0 ? 5 : 0;
    if (unit === closeQuote) return own + misfit + (left === endMark ? -1.5 : 1);
    return own + (misfit === 0 ? -2 : misfit) + (left === opener || left === pause ? misplaced : 0);
  }
  if (before === lineStart || before === 0x0a)
    return unit === 0x20 || unit === 0x3000 ? 1 : own + (kind === undefined || kind === opener ? 0 : misplaced);
  // Indents come in twos; inside a line the wide space is rare.
  if (unit === 0x3000) return before === 0x20 || before === 0x3000 ? 1 : own + (left === endMark ? misplaced : 0);
  if (unit === 0x0a) return own + (left === pause || left === opener ? misplaced : left === undefined ? 3 : 0);
  if (kind === endMark || kind === pause) {
    if (isHan(before)) return own + (unit === enumeration ? Math.min(0, clauseEndCost(before)) : clauseEndCost(before));
    if (left === opener || left === pause) return own + misplaced;
    if (left === endMark) return own + misplaced;
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

/** The words that may end with the next character: keys of the last one, two and three characters, NaN where no word is. */
export interface Stems {
  readonly one: number;
  readonly two: number;
  readonly three: number;
}

/** The stems of a lattice: the same for every character that is tried next. */
export function stemsOf({ c1, c2, c3 }: Lattice, { model }: Words): Stems {
  if (!isHan(c1)) return noStems;
  const one = model.add(0, c1);
  if (!isHan(c2)) return { one, two: Number.NaN, three: Number.NaN };
  const two = model.add(model.add(0, c2), c1);
  return { one, two, three: isHan(c3) ? model.add(model.add(model.add(0, c3), c2), c1) : Number.NaN };
}

const noStems: Stems = { one: Number.NaN, two: Number.NaN, three: Number.NaN };

/** What a lattice would cost with one more character (in its Simplified form). */
export function costWith(lattice: Lattice, stems: Stems, unit: number, words: Words): number {
  if (!isHan(unit)) return lattice.cost + otherCost(unit, lattice.c1, lattice.open);
  const { model } = words;
  const single = model.single(unit);
  let cost = lattice.cost + Math.min(unknownHanCost, single + Math.max(0, single - aloneFrom));
  if (!Number.isNaN(stems.one)) {
    cost = Math.min(cost, lattice.before1 + costOf(model.add(stems.one, unit), words));
    if (!Number.isNaN(stems.two)) {
      cost = Math.min(cost, lattice.before2 + costOf(model.add(stems.two, unit), words));
      if (!Number.isNaN(stems.three))
        cost = Math.min(cost, lattice.before3 + costOf(model.add(stems.three, unit), words));
    }
  }
  return cost;
}

/** Adds one character (in its Simplified form) to a lattice; `extra` is added to the cost. */
export function extend(lattice: Lattice, unit: number, words: Words, extra: number): Lattice {
  return extended(lattice, unit, costWith(lattice, stemsOf(lattice, words), unit, words) + extra, extra);
}

/** A lattice with one more character, whose cost is known from {@link costWith}. */
export function extended(lattice: Lattice, unit: number, cost: number, extra: number): Lattice {
  return {
    c1: unit,
    c2: lattice.c1,
    c3: lattice.c2,
    open: isHan(unit) ? lattice.open : opened(lattice.open, unit),
    cost,
    before1: lattice.cost + extra,
    before2: lattice.before1 + extra,
    before3: lattice.before2 + extra,
  };
}

function costOf(key: number, words: Words): number {
  return Number.isNaN(key) ? Number.POSITIVE_INFINITY : Math.min(words.model.cost(key), words.own(key));
}

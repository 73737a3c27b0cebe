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
const unknownHanCost = 17.5;
/** A character that costs more than this alone is mostly part of a word: standing alone costs it as much again as it is above. */
const aloneFrom = 7;

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

function opened(open: number, unit: number): number {
  if (unit === 0x0a) return 0;
  return (open | (opening[unit] ?? 0)) & ~(closing[unit] ?? 0);
}

function otherCost(unit: number, before: number, open: number): number {
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
function clauseEndCost(unit: number): number {
  if (clauseEnds === undefined) {
    clauseEnds = new Float32Array(0x10000);
    for (const row of lexicon("clause-ends"))
      for (const char of row.characters) clauseEnds[char.charCodeAt(0)] = Number(row.cost);
  }
  return clauseEnds[unit] ?? 0;
}

/**
 * What it costs besides that a clause ends with a character that stands alone there: 地 and 来 end clauses inside words
 * (各地, 起来), hardly by themselves (做客地 for 做客的, 宿舍来 for 宿舍里).
 */
function endingAlone(lattice: Lattice, unit: number, model: CharacterModel): number {
  const kind = markClass[unit] ?? 0;
  const cost = kind === endMark || kind === pause ? boundWords.get(lattice.c1) : undefined;
  if (cost === undefined) return 0;
  const single = model.single(lattice.c1);
  const alone = Math.abs(lattice.cost - lattice.before1 - single - Math.max(0, single - aloneFrom)) < 0.01;
  return alone ? cost : 0;
}

/** 原因 ends clauses, 因 does not: what a character costs before a mark counts half in a longer word. */
function endingInWord(lattice: Lattice, unit: number, model: CharacterModel): number {
  const kind = markClass[unit] ?? 0;
  if ((kind !== endMark && kind !== pause) || unit === enumeration) return 0;
  const cost = clauseEndCost(lattice.c1);
  if (cost < 3) return 0;
  const single = model.single(lattice.c1);
  const alone = Math.abs(lattice.cost - lattice.before1 - single - Math.max(0, single - aloneFrom)) < 0.01;
  return alone ? 0 : -inWordSpared * cost;
}
/** The share of that cost that a longer word is spared. */
const inWordSpared = 0.75;

const boundWords = new Map([...pairs("地一以所其第", 3.5), ...pairs("来", 1.2)]);

/** 、 */
const enumeration = 0x3001;
const openQuote = 0x201c;
const closeQuote = 0x201d;
const colon = 0xff1a;
/** The character before the first of a line. */
const lineStart = 0;

/** Whether a code unit is a common Chinese character. */
export function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** What the words of a text cost: the general model, and on top of it the document's own words. */
export interface Words {
  readonly model: CharacterModel;
  /** Words of the document itself (document-words.ts), null where they are not asked. */
  readonly own: OwnWords | null;
}

/** As {@link CharacterModel}: words by the two halves of their key. */
export interface OwnWords {
  cost(high: number, low: number): number;
  /** Whether the document has this very stretch, so that a longer one may begin with it. */
  has(high: number, low: number): boolean;
}

/** What is the same for every character that may come next: the ids of the last ones, as far as a word may begin there. */
export interface Stems {
  /** Ids of the last character and, from it on, as parts of keys; -1 where no such word is. */
  readonly low: number;
  readonly two: number;
  readonly three: number;
  readonly ownTwo: boolean;
  readonly ownThree: boolean;
  /** What a person's name costs that ends with the next character, but for that character: of two and of three. */
  readonly nameTwo: number;
  readonly nameThree: number;
  /** The same of three, but for the given name as a whole. */
  readonly namePair: number;
}

/** The stems of a lattice. */
export function stemsOf({ c1, c2, c3 }: Lattice, { model, own }: Words): Stems {
  const id1 = isHan(c1) ? model.id(c1) : 0;
  if (id1 === 0) return noStems;
  const nameTwo = personCost + model.surname(c1);
  const id2 = isHan(c2) ? model.id(c2) : 0;
  const namePair = id2 === 0 ? Number.POSITIVE_INFINITY : personCost + model.surname(c2);
  const nameThree = namePair + model.given(c1);
  const pair = id2 * 8192 + id1;
  if (id2 === 0)
    return { low: id1 * 8192, two: -1, three: -1, ownTwo: false, ownThree: false, nameTwo, nameThree, namePair };
  const ownTwo = own?.has(0, pair) === true;
  const two = ownTwo || model.begins(0, pair) ? id2 : -1;
  const id3 = isHan(c3) ? model.id(c3) : 0;
  const ownThree = id3 !== 0 && own?.has(id3, pair) === true;
  const three = id3 !== 0 && (ownThree || model.begins(id3, pair)) ? id3 * 8192 + id2 : -1;
  return { low: id1 * 8192, two, three, ownTwo, ownThree, nameTwo, nameThree, namePair };
}

/** The least that a word of several characters costs, and a given name of two. */
const likeliest = 3;
const likeliestPair = 5;
/** What it costs that an unknown name stands here at all. */
const personCost = 7;

const noStems: Stems = {
  low: -1,
  two: -1,
  three: -1,
  ownTwo: false,
  ownThree: false,
  nameTwo: Number.POSITIVE_INFINITY,
  nameThree: Number.POSITIVE_INFINITY,
  namePair: Number.POSITIVE_INFINITY,
};

/** What a lattice would cost with one more character (in its Simplified form). */
export function costWith(lattice: Lattice, stems: Stems, unit: number, words: Words): number {
  const { model, own } = words;
  if (!isHan(unit)) {
    const other = lattice.cost + otherCost(unit, lattice.c1, lattice.open);
    return other + endingAlone(lattice, unit, model) + endingInWord(lattice, unit, model);
  }
  const single = model.single(unit);
  let cost = lattice.cost + Math.min(unknownHanCost, single + Math.max(0, single - aloneFrom));
  if (stems.nameTwo < unknownHanCost || stems.nameThree < 2 * unknownHanCost) {
    const given = model.given(unit);
    cost = Math.min(cost, lattice.before1 + stems.nameTwo + given, lattice.before2 + stems.nameThree + given);
  }
  const id = model.id(unit);
  if (stems.low < 0 || id === 0) return cost;
  const low = stems.low + id;
  // No word is likelier than this: where it would not help, it is not looked up.
  if (lattice.before1 + likeliest < cost) cost = Math.min(cost, lattice.before1 + model.cost(0, low));
  if (own !== null) cost = Math.min(cost, lattice.before1 + own.cost(0, low));
  if (stems.two >= 0) {
    if (lattice.before2 + likeliest < cost) cost = Math.min(cost, lattice.before2 + model.cost(stems.two, low));
    if (stems.ownTwo && own !== null) cost = Math.min(cost, lattice.before2 + own.cost(stems.two, low));
  }
  if (stems.three >= 0) {
    if (lattice.before3 + likeliest < cost) cost = Math.min(cost, lattice.before3 + model.cost(stems.three, low));
    if (stems.ownThree && own !== null) cost = Math.min(cost, lattice.before3 + own.cost(stems.three, low));
  }
  if (lattice.before2 + stems.namePair + likeliestPair < cost)
    cost = Math.min(cost, lattice.before2 + stems.namePair + model.givenPair(low));
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

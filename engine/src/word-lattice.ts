import { aloneCost, type Candidates, unlikelyName } from "./candidates.js";
import type { CharacterModel } from "./character-model.js";
import { cost as faults } from "./fault-costs.js";
import { clauseEndCost, endsClause, enumeration, opened, openPairs, otherCost } from "./mark-costs.js";
import { isHan } from "./plain-character.js";

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

/** No word of several characters costs less, nor a given name of two (6.17, see the test); a word of the document's own may: its share of them is a fifth. */
export const leastWord = 6;
const leastOwn = 1.6;
/** What it costs that an unknown name stands here at all. */
const personCost = 7;
/** Sums of costs that are the same differ by less. */
const rounding = 1e-6;
/** The share of what a character costs before a mark that a longer word is spared. */
const inWordSpared = 0.75;
/** What it costs besides that a clause ends with these alone. */
const boundWords = new Map(
  [..."地一以所其第来"].map((char): [number, number] => [char.charCodeAt(0), char === "来" ? 1.2 : 3.5]),
);

/** Numbers of a row: characters and what may begin with them; costs. Powers of two. */
const MARKS = 8;
const COSTS = 8;

/**
 * Best segmentations of growing texts, each a row of numbers: the last three characters, which pairs of marks are open, and
 * the least cost of every segmentation that ends 0, 1, 2 or 3 characters ago. A reading that branches is a row more, as
 * hundreds are tried at each character and few are kept. Characters are asked for in their Simplified form.
 */
export class Lattices {
  /** Last three characters; open pairs; id of the last one (-1 for none, {@link unasked}), what words of three and four may begin with; own words (bits). */
  #marks = new Int32Array(MARKS * 1024);
  /** Cost; up to one, two and three characters ago; names of two and three but for the next character; of three but for the given name. */
  #costs = new Float64Array(COSTS * 1024);

  constructor(public words: Words) {}

  /** Makes sure that there is room for so many rows. */
  reserve(rows: number): void {
    if (rows * MARKS <= this.#marks.length) return;
    const marks = new Int32Array(this.#marks.length * 2);
    const costs = new Float64Array(this.#costs.length * 2);
    marks.set(this.#marks);
    costs.set(this.#costs);
    [this.#marks, this.#costs] = [marks, costs];
  }

  /** Makes a row that has read nothing yet. */
  clear(row: number): void {
    this.#marks.fill(0, row * MARKS, row * MARKS + MARKS);
    this.#costs.fill(0, row * COSTS, row * COSTS + COSTS);
    this.#marks[row * MARKS + 4] = unasked;
  }

  /** The row with one more character, which costs so much more than its words. */
  append(row: number, unit: number, extra = 0): void {
    this.extend(row, row, unit, this.costWith(row, unit, Number.POSITIVE_INFINITY) + extra, extra);
  }

  /** The marks of a row's text are those that are open at the end of this one, which is longer. */
  opensAs(row: number, text: string): void {
    this.#marks[row * MARKS + 3] = openPairs(text);
  }

  /** What a row costs. */
  cost(row: number): number {
    return this.#costs[row * COSTS] ?? 0;
  }

  /** What its last character took beyond the cost before it. */
  lastCost(row: number): number {
    return (this.#costs[row * COSTS] ?? 0) - (this.#costs[row * COSTS + 1] ?? 0);
  }

  /** Whether all that can follow with the same pairing of bytes costs the same after both rows. */
  sameWords(one: number, other: number): boolean {
    const [marks, a, b] = [this.#marks, one * MARKS, other * MARKS];
    return marks[a] === marks[b] && marks[a + 1] === marks[b + 1] && marks[a + 2] === marks[b + 2];
  }

  /** `to` becomes the same row, at a cost more. */
  copy(from: number, to: number, extra: number): void {
    this.#marks.copyWithin(to * MARKS, from * MARKS, from * MARKS + MARKS);
    this.#costs.copyWithin(to * COSTS, from * COSTS, from * COSTS + COSTS);
    for (let at = to * COSTS; at < to * COSTS + 4; at++) this.#costs[at] = (this.#costs[at] ?? 0) + extra;
  }

  /** `to` becomes `from` (which may be the same) with one more character, whose cost is known from {@link costWith}. */
  extend(from: number, to: number, unit: number, cost: number, extra: number): void {
    const marks = this.#marks;
    const costs = this.#costs;
    const open = marks[from * MARKS + 3] ?? 0;
    marks[to * MARKS + 2] = marks[from * MARKS + 1] ?? 0;
    marks[to * MARKS + 1] = marks[from * MARKS] ?? 0;
    marks[to * MARKS] = unit;
    marks[to * MARKS + 3] = isHan(unit) ? open : opened(open, unit);
    marks[to * MARKS + 4] = unasked;
    costs[to * COSTS + 3] = (costs[from * COSTS + 2] ?? 0) + extra;
    costs[to * COSTS + 2] = (costs[from * COSTS + 1] ?? 0) + extra;
    costs[to * COSTS + 1] = (costs[from * COSTS] ?? 0) + extra;
    costs[to * COSTS] = cost;
  }

  /** What a row would cost with one more character. What is at least `most` is not worked out: some cost of at least that. */
  costWith(row: number, unit: number, most: number): number {
    if (!isHan(unit)) return this.#costWithMark(row, unit);
    const { model } = this.words;
    return this.#costWithHan(row, model.id(unit), aloneCost(model.single(unit)), model.given(unit), most + rounding);
  }

  /** The cost that {@link nextBelow} found, and how much of it is not for words. */
  found = 0;
  foundExtra = 0;

  /**
   * The place, from `from` on, of the first candidate with which a row costs no more than `most` and less than `worst`, with
   * `extra` for what is rare about it and more for one of the script `wrong`; -1 where there is none. Most cannot win: what
   * they cost is not worked out to the end.
   */
  nextBelow(
    row: number,
    { plain, ids, alone, given, script }: Candidates,
    from: number,
    extra: number,
    wrong: number,
    most: number,
    worst: number,
  ): number {
    const limit = Math.min(most, worst) + rounding - extra;
    const before = this.#costs[row * COSTS] ?? 0;
    const floor = this.#floor(row);
    for (let at = from; at < plain.length; at++) {
      const foreign = script[at] === wrong ? faults.wrongScript : 0;
      const own = alone[at] ?? 0;
      let words: number;
      if (own < 0) words = this.#costWithMark(row, plain[at] ?? 0);
      else if (floor < limit - foreign)
        words = this.#costWithHan(row, ids[at] ?? 0, own, given[at] ?? 0, limit - foreign);
      else words = before + own;
      const paid = extra + foreign;
      const price = words + extra + paid - extra;
      if (price > most || price >= worst) continue;
      this.found = price;
      this.foundExtra = paid;
      return at;
    }
    return -1;
  }

  /** No word of several characters that ends with the next one costs a row less in all. */
  #floor(row: number): number {
    const costs = this.#costs;
    const marks = this.#marks;
    const at = row * COSTS;
    const mark = row * MARKS;
    if (marks[mark + 4] === unasked) this.#stems(row);
    if ((marks[mark + 4] ?? -1) < 0) return Number.POSITIVE_INFINITY;
    const least = this.words.own === null ? leastWord : leastOwn;
    const bits = marks[mark + 7] ?? 0;
    let floor = (costs[at + 1] ?? 0) + Math.min(least, costs[at + 4] ?? 0);
    const before2 = costs[at + 2] ?? 0;
    if ((marks[mark + 5] ?? -1) >= 0) floor = Math.min(floor, before2 + ((bits & ownTwo) === 0 ? leastWord : least));
    if ((marks[mark + 6] ?? -1) >= 0)
      floor = Math.min(floor, (costs[at + 3] ?? 0) + ((bits & ownThree) === 0 ? leastWord : least));
    return Math.min(floor, before2 + Math.min(costs[at + 5] ?? 0, (costs[at + 6] ?? 0) + leastWord));
  }

  #costWithHan(row: number, id: number, alone: number, given: number, limit: number): number {
    const costs = this.#costs;
    const marks = this.#marks;
    const at = row * COSTS;
    const mark = row * MARKS;
    let cost = (costs[at] ?? 0) + alone;
    if (cost > limit) cost = limit;
    if (marks[mark + 4] === unasked) this.#stems(row);
    const before1 = costs[at + 1] ?? 0;
    const before2 = costs[at + 2] ?? 0;
    const nameTwo = costs[at + 4] ?? 0;
    const nameThree = costs[at + 5] ?? 0;
    if (nameTwo < unlikelyName || nameThree < 2 * unlikelyName)
      cost = Math.min(cost, before1 + nameTwo + given, before2 + nameThree + given);
    const stem = marks[mark + 4] ?? -1;
    if (id === 0 || stem < 0) return cost;
    const { model, own } = this.words;
    const low = stem * 8192 + id;
    // No word is likelier than this: where it would not help, it is not looked up.
    if (before1 + leastWord < cost) cost = Math.min(cost, before1 + model.cost(0, low));
    if (own !== null && before1 + leastOwn < cost) cost = Math.min(cost, before1 + own.cost(0, low));
    const two = marks[mark + 5] ?? -1;
    const bits = marks[mark + 7] ?? 0;
    if (two >= 0) {
      if (before2 + leastWord < cost) cost = Math.min(cost, before2 + model.cost(two, low));
      if ((bits & ownTwo) !== 0 && own !== null && before2 + leastOwn < cost)
        cost = Math.min(cost, before2 + own.cost(two, low));
    }
    const three = marks[mark + 6] ?? -1;
    if (three >= 0) {
      const before3 = costs[at + 3] ?? 0;
      if (before3 + leastWord < cost) cost = Math.min(cost, before3 + model.cost(three, low));
      if ((bits & ownThree) !== 0 && own !== null && before3 + leastOwn < cost)
        cost = Math.min(cost, before3 + own.cost(three, low));
    }
    const namePair = costs[at + 6] ?? 0;
    if (before2 + namePair + leastWord < cost) cost = Math.min(cost, before2 + namePair + model.givenPair(low));
    return cost;
  }

  /** What is the same for every character that may come next: the ids of the last ones, as far as a word may begin there. */
  #stems(row: number): void {
    const marks = this.#marks;
    const costs = this.#costs;
    const { model, own } = this.words;
    const [mark, at] = [row * MARKS, row * COSTS];
    const [c1, c2, c3] = [marks[mark] ?? 0, marks[mark + 1] ?? 0, marks[mark + 2] ?? 0];
    const id1 = isHan(c1) ? model.id(c1) : 0;
    const id2 = id1 !== 0 && isHan(c2) ? model.id(c2) : 0;
    const id3 = id2 !== 0 && isHan(c3) ? model.id(c3) : 0;
    const namePair = id2 === 0 ? Number.POSITIVE_INFINITY : personCost + model.surname(c2);
    costs[at + 4] = id1 === 0 ? Number.POSITIVE_INFINITY : personCost + model.surname(c1);
    costs[at + 5] = namePair + model.given(c1);
    costs[at + 6] = namePair;
    const pair = id2 * 8192 + id1;
    const hasTwo = id2 !== 0 && own?.has(0, pair) === true;
    const hasThree = id3 !== 0 && own?.has(id3, pair) === true;
    marks[mark + 4] = id1 === 0 ? -1 : id1;
    marks[mark + 5] = id2 !== 0 && (hasTwo || model.begins(0, pair)) ? id2 : -1;
    marks[mark + 6] = id3 !== 0 && (hasThree || model.begins(id3, pair)) ? id3 * 8192 + id2 : -1;
    marks[mark + 7] = (hasTwo ? ownTwo : 0) | (hasThree ? ownThree : 0);
  }

  #costWithMark(row: number, unit: number): number {
    const before = this.#marks[row * MARKS] ?? 0;
    const other = this.cost(row) + otherCost(unit, before, this.#marks[row * MARKS + 3] ?? 0);
    if (!endsClause(unit)) return other;
    const bound = boundWords.get(before) ?? 0;
    const ending = unit === enumeration ? 0 : clauseEndCost(before);
    if (bound === 0 && ending < 3) return other;
    const alone = this.#isAlone(row, before);
    // 原因 ends clauses, 因 does not: what a character costs before a mark counts half in a longer word. And 地 and 来 end
    // clauses inside words (各地, 起来), hardly by themselves (做客地 for 做客的, 宿舍来 for 宿舍里).
    return other + (alone ? bound : 0) + (alone || ending < 3 ? 0 : -inWordSpared * ending);
  }

  /** Whether the last character is read as a word of its own. */
  #isAlone(row: number, unit: number): boolean {
    return Math.abs(this.lastCost(row) - aloneCost(this.words.model.single(unit))) < 0.01;
  }
}

/** Nobody has asked yet which words go on. */
const unasked = -2;
const ownTwo = 1;
const ownThree = 2;

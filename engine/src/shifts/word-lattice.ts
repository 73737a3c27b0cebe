import { isHan } from "../patterns/plain-character.js";
import { aloneCost, type Candidates, unlikelyName } from "./candidates.js";
import { cost as faults } from "./fault-costs.js";
import { clauseEndCost, endsClause, enumeration, opened, openPairs, otherCost } from "./mark-costs.js";
import type { RepairModel } from "./repair-model.js";

/** What the words of a text cost: the general model, and on top of it the document's own words. */
export interface Words {
  readonly model: RepairModel;
  /** Words of the document itself (document-words.ts), null where they are not asked. */
  readonly own: OwnWords | null;
}

/**
 * Words by the ids of their characters in two halves: `low` is `id(third) * 8192 + id(fourth)` of a word of four, `high`
 * the same of the two before, 0 where there is none.
 */
export interface OwnWords {
  cost(high: number, low: number): number;
  /** Whether the document has this very stretch, so that a longer one may begin with it. */
  has(high: number, low: number): boolean;
  /** No stretch whose last character but one has this id costs less. */
  least(id: number): number;
}

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
const COSTS = 16;

/**
 * Best segmentations of growing texts, each a row of numbers: the last three characters, which pairs of marks are open, and
 * the least cost of every segmentation that ends 0, 1, 2 or 3 characters ago. A reading that branches is a row more, as
 * hundreds are tried at each character and few are kept. Characters are asked for in their Simplified form.
 */
export class Lattices {
  /** Last three characters; open pairs; nodes of the words that may go on behind the last one ({@link unasked}), two and three; own words (bits). */
  #marks = new Int32Array(MARKS * 1024);
  /** Cost; up to one, two and three characters ago; names of two and three but for the next character; of three but for the given name. Least cost of the words that may go on behind the last character, two and three, of given names, of own words. */
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
    const marks = this.#marks;
    const costs = this.#costs;
    for (let at = 0; at < 4; at++) {
      marks[to * MARKS + at] = marks[from * MARKS + at] ?? 0;
      costs[to * COSTS + at] = (costs[from * COSTS + at] ?? 0) + extra;
    }
    marks[to * MARKS + 4] = unasked;
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
    candidates: Candidates,
    from: number,
    extra: number,
    wrong: number,
    most: number,
    worst: number,
  ): number {
    const limit = Math.min(most, worst) + rounding - extra;
    const before = this.#costs[row * COSTS] ?? 0;
    const floor = this.#floor(row);
    const { least } = candidates;
    if (Math.min(before + (least[from] ?? 0), floor) >= limit)
      return this.#nextMarkBelow(row, candidates, from, extra, wrong, most, worst);
    const { plain, ids, alone, given, script } = candidates;
    const costs = this.#costs;
    const marks = this.#marks;
    const start = row * COSTS;
    const { model, own } = this.words;
    const { words } = model;
    const stem = marks[row * MARKS + 4] ?? 0;
    const two = marks[row * MARKS + 5] ?? 0;
    const three = marks[row * MARKS + 6] ?? 0;
    const before1 = costs[start + 1] ?? 0;
    const before2 = costs[start + 2] ?? 0;
    const before3 = costs[start + 3] ?? 0;
    const nameTwo = before1 + (costs[start + 4] ?? 0);
    const nameThree = before2 + (costs[start + 5] ?? 0);
    const namePair = before2 + (costs[start + 6] ?? 0);
    const mayName = this.#mayName(start);
    const leastOne = before1 + (costs[start + 7] ?? 0);
    const leastTwo = before2 + (costs[start + 8] ?? 0);
    const leastThree = before3 + (costs[start + 9] ?? 0);
    const leastPair = before2 + (costs[start + 10] ?? 0);
    const leastOwn = Math.min(before1, before2, before3) + (costs[start + 11] ?? 0);
    for (let at = from; at < plain.length; at++) {
      const foreign = script[at] === wrong ? faults.wrongScript : 0;
      const single = alone[at] ?? 0;
      let cost: number;
      if (single < 0) cost = this.#costWithMark(row, plain[at] ?? 0);
      else {
        cost = Math.min(before + single, limit - foreign);
        // None behind this one can win.
        if (floor >= limit && before + (least[at] ?? 0) >= limit)
          return this.#nextMarkBelow(row, candidates, at, extra, wrong, most, worst);
        if (floor < cost) {
          // As #costWithHan, with what is the same for all candidates asked for once.
          if (mayName) cost = Math.min(cost, nameTwo + (given[at] ?? 0), nameThree + (given[at] ?? 0));
          const id = ids[at] ?? 0;
          if (id !== 0) {
            if (leastOne < cost) cost = Math.min(cost, before1 + words.cost(stem, id));
            if (leastTwo < cost) cost = Math.min(cost, before2 + words.cost(two, id));
            if (leastThree < cost) cost = Math.min(cost, before3 + words.cost(three, id));
            if (leastPair < cost) cost = Math.min(cost, namePair + words.cost(model.givenFirst(stem), id));
            if (own !== null && leastOwn < cost) cost = this.#withOwnWord(own, row, id, cost);
          }
        }
      }
      const paid = extra + foreign;
      const price = cost + extra + paid - extra;
      if (price > most || price >= worst) continue;
      this.found = price;
      this.foundExtra = paid;
      return at;
    }
    return -1;
  }

  /** As {@link nextBelow}, of the marks alone. */
  #nextMarkBelow(
    row: number,
    { plain, script, markPlaces }: Candidates,
    from: number,
    extra: number,
    wrong: number,
    most: number,
    worst: number,
  ): number {
    for (const at of markPlaces) {
      if (at < from) continue;
      const paid = extra + (script[at] === wrong ? faults.wrongScript : 0);
      const price = this.#costWithMark(row, plain[at] ?? 0) + extra + paid - extra;
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
    const at = row * COSTS;
    if (this.#marks[row * MARKS + 4] === unasked) this.#stems(row);
    const ownWord = costs[at + 11] ?? 0;
    return Math.min(
      (costs[at + 1] ?? 0) + Math.min(costs[at + 4] ?? 0, costs[at + 7] ?? 0, ownWord),
      (costs[at + 2] ?? 0) + Math.min(costs[at + 5] ?? 0, costs[at + 8] ?? 0, costs[at + 10] ?? 0, ownWord),
      (costs[at + 3] ?? 0) + Math.min(costs[at + 9] ?? 0, ownWord),
    );
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
    if (this.#mayName(at))
      cost = Math.min(cost, before1 + (costs[at + 4] ?? 0) + given, before2 + (costs[at + 5] ?? 0) + given);
    const stem = marks[mark + 4] ?? 0;
    if (id === 0 || stem === 0) return cost;
    const { model, own } = this.words;
    const { words } = model;
    // No word is likelier than the likeliest: where it would not help, none is looked up.
    if (before1 + (costs[at + 7] ?? 0) < cost) cost = Math.min(cost, before1 + words.cost(stem, id));
    if (before2 + (costs[at + 8] ?? 0) < cost) cost = Math.min(cost, before2 + words.cost(marks[mark + 5] ?? 0, id));
    const before3 = costs[at + 3] ?? 0;
    if (before3 + (costs[at + 9] ?? 0) < cost) cost = Math.min(cost, before3 + words.cost(marks[mark + 6] ?? 0, id));
    if (before2 + (costs[at + 10] ?? 0) < cost)
      cost = Math.min(cost, before2 + (costs[at + 6] ?? 0) + words.cost(model.givenFirst(stem), id));
    if (own === null || Math.min(before1, before2, before3) + (costs[at + 11] ?? 0) >= cost) return cost;
    return this.#withOwnWord(own, row, id, cost);
  }

  /** Whether a name may begin so. */
  #mayName(at: number): boolean {
    return (this.#costs[at + 4] ?? 0) < unlikelyName || (this.#costs[at + 5] ?? 0) < 2 * unlikelyName;
  }

  /** The cost, or the lower one of a word of the document's own that ends with the next character. */
  #withOwnWord(own: OwnWords, row: number, id: number, most: number): number {
    const costs = this.#costs;
    const marks = this.#marks;
    const at = row * COSTS;
    const mark = row * MARKS;
    const low = (marks[mark + 4] ?? 0) * 8192 + id;
    let cost = Math.min(most, (costs[at + 1] ?? 0) + own.cost(0, low));
    const bits = marks[mark + 7] ?? 0;
    if (bits === 0) return cost;
    const { model } = this.words;
    const second = model.id(marks[mark + 1] ?? 0);
    if ((bits & ownTwo) !== 0) cost = Math.min(cost, (costs[at + 2] ?? 0) + own.cost(second, low));
    if ((bits & ownThree) !== 0)
      cost = Math.min(cost, (costs[at + 3] ?? 0) + own.cost(model.id(marks[mark + 2] ?? 0) * 8192 + second, low));
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
    const hasThree = hasTwo && id3 !== 0 && own?.has(id3, pair) === true;
    const { words } = model;
    const two = id2 === 0 ? 0 : words.behind(id2, id1);
    const three = id3 === 0 ? 0 : words.behind(words.behind(id3, id2), id1);
    marks[mark + 4] = id1;
    marks[mark + 5] = two;
    marks[mark + 6] = three;
    marks[mark + 7] = (hasTwo ? ownTwo : 0) | (hasThree ? ownThree : 0);
    costs[at + 7] = words.least(id1);
    costs[at + 8] = words.least(two);
    costs[at + 9] = words.least(three);
    costs[at + 10] = id2 === 0 ? Number.POSITIVE_INFINITY : namePair + words.least(model.givenFirst(id1));
    costs[at + 11] = own === null || id1 === 0 ? Number.POSITIVE_INFINITY : own.least(id1);
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

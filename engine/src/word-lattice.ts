import { addToHash, type CharacterModel, emptyHash, endHash } from "./character-model.js";

/**
 * The best segmentation of a growing text, carried along: the last four characters and the least cost of every
 * segmentation that ends 0, 1, 2 or 3 characters ago. Immutable, so that readings can branch.
 */
export interface Lattice {
  readonly c1: number;
  readonly c2: number;
  readonly c3: number;
  /** Least cost so far, and up to one, two and three characters ago. */
  readonly cost: number;
  readonly before1: number;
  readonly before2: number;
  readonly before3: number;
}

/** Nothing read yet. */
export const emptyLattice: Lattice = { c1: 0, c2: 0, c3: 0, cost: 0, before1: 0, before2: 0, before3: 0 };

/** Costs of characters that are not Chinese, in nats: rough shares in news text. */
const otherCosts = new Map<string, number>([
  ...pairs("，,、", 2.8),
  ...pairs("。", 3),
  ...pairs("“”", 3.8),
  ...pairs("：:；;（）()《》", 5),
  ...pairs("！!？", 6.5),
  ...pairs("·—…-－％%.", 6),
  ...pairs("０１２３４５６７８９", 5.5),
]);
const strangeCost = 11;
const unknownHanCost = 17.5;

function pairs(characters: string, cost: number): [string, number][] {
  return [...characters].map((char) => [char, cost]);
}

function otherCost(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return 2.6;
  const known = otherCosts.get(String.fromCharCode(unit));
  if (known !== undefined) return known;
  if (unit < 0x80) return unit === 0x20 || unit === 0x0a ? 4 : 5;
  return strangeCost;
}

/** Whether a code unit is a common Chinese character. */
export function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Words of the document itself (see document-words.ts): cost by word hash, Infinity when it has none. */
export type WordCosts = Pick<CharacterModel, "cost">;

/** Adds one character (in its Simplified form) to a lattice; `extra` is added to the cost. */
export function extend(lattice: Lattice, unit: number, models: readonly WordCosts[], extra: number): Lattice {
  const { c1, c2, c3, cost: end0, before1, before2, before3 } = lattice;
  let cost: number;
  if (!isHan(unit)) cost = end0 + otherCost(unit);
  else {
    cost = end0 + Math.min(unknownHanCost, least(models, endHash(addToHash(emptyHash, unit))));
    if (isHan(c1)) {
      cost = Math.min(cost, before1 + least(models, endHash(addToHash(addToHash(emptyHash, c1), unit))));
      if (isHan(c2)) {
        const open = addToHash(addToHash(emptyHash, c2), c1);
        cost = Math.min(cost, before2 + least(models, endHash(addToHash(open, unit))));
        if (isHan(c3)) {
          const longer = addToHash(addToHash(addToHash(emptyHash, c3), c2), c1);
          cost = Math.min(cost, before3 + least(models, endHash(addToHash(longer, unit))));
        }
      }
    }
  }
  return {
    c1: unit,
    c2: c1,
    c3: c2,
    cost: cost + extra,
    before1: end0 + extra,
    before2: before1 + extra,
    before3: before2 + extra,
  };
}

function least(models: readonly WordCosts[], hash: number): number {
  let cost = Number.POSITIVE_INFINITY;
  for (const model of models) cost = Math.min(cost, model.cost(hash));
  return cost;
}

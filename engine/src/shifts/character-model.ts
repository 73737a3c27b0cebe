import { binary } from "../binary.js";

/** What a model says of single characters. Costs are −ln of the share of all running words. */
export interface CharacterCosts {
  /** A character's id, 0 for one that is too rare to be part of a word. */
  id(unit: number): number;
  /** Cost of a Chinese character as a word of its own. */
  single(unit: number): number;
  /** Cost of a character as a surname, among surnames; Infinity for one that is none. */
  surname(unit: number): number;
  /** Cost of a character in a given name, among those; high for one that no known name has. */
  given(unit: number): number;
}

/**
 * How likely words are in running Chinese. Compiled by scripts/build-character-model.mjs (see there for the form);
 * Simplified words of one to four characters. Infinity is the cost of a word that the model does not know.
 *
 * A word of two to four characters is asked for by the ids of its characters in two halves: `low` is
 * `id(third) * 8192 + id(fourth)` of a word of four, `high` the same of the two before, 0 where there is none.
 */
export interface CharacterModel extends CharacterCosts {
  /** Cost of a word of two to four characters. */
  cost(high: number, low: number): number;
  /** Whether a longer word may begin with these two or three characters: no is certain, yes is likely. */
  begins(high: number, low: number): boolean;
}

const SCALE = 12;
const FIRST = 0x4e00;
const SINGLES = 0x5200;
const PREFIX_BITS = 1 << 20;
/** A slot is a hash's upper bits in proportion: no division. */
const SLOT_SHIFT = 11;
const SLOT_RANGE = 2 ** (32 - SLOT_SHIFT);

/** A given name's character that no known name has. */
const unseenGiven = 11;

let model: CharacterModel | undefined;

/** The model; its table is decoded at the first call (some 3 ms) and read where it lies. */
export function characterModel(): CharacterModel {
  model ??= unpack(binary("character-model"));
  return model;
}

/** The same as in scripts/build-character-model.mjs. */
export function wordHash(high: number, low: number, seed: number): number {
  let hash = Math.imul(low ^ seed, 0x85ebca6b) ^ Math.imul(high, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function unpack(decoded: Buffer): CharacterModel {
  const { file, bytes, costs, end } = readCharacters(decoded, "SCM7");
  const prefixes = bytes.subarray(end, end + PREFIX_BITS / 8);
  let at = end + PREFIX_BITS / 8;
  const presentBits = file.readUInt32LE(at);
  const present = bytes.subarray(at + 4, at + 4 + 2 ** presentBits / 8);
  const presentShift = 32 - presentBits;
  at += 4 + present.length;
  const slots = file.readUInt32LE(at);
  const entries = new Uint32Array(bytes.buffer, bytes.byteOffset + at + 4, slots);
  const scale = slots / SLOT_RANGE;
  return {
    ...costs,
    cost(high, low) {
      const hash = wordHash(high, low, 0);
      const bit = hash >>> presentShift;
      if (((present[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return Number.POSITIVE_INFINITY;
      let slot = Math.floor((hash >>> SLOT_SHIFT) * scale);
      let there = entries[slot] ?? 0;
      if (there === 0) return Number.POSITIVE_INFINITY;
      const print = wordHash(high, low, 0x5bd1e995) >>> 8 || 1;
      while (there >>> 8 !== print) {
        slot = slot + 1 === slots ? 0 : slot + 1;
        there = entries[slot] ?? 0;
        if (there === 0) return Number.POSITIVE_INFINITY;
      }
      return (there & 0xff) / SCALE;
    },
    begins(high, low) {
      const bit = wordHash(high, low, 0x1b873593) & (PREFIX_BITS - 1);
      return ((prefixes[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
    },
  };
}

/** What every model's file begins with: the costs of single characters; how many have an id, and where the rest begins. */
export function readCharacters(decoded: Buffer, form: string) {
  // Views of whole numbers need a place that is a multiple of four; a buffer of this size has its memory to itself.
  const bytes = decoded.byteOffset % 4 === 0 ? decoded : new Uint8Array(decoded);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.toString("latin1", 0, 4) !== form) throw new Error("the character model has another form");
  const count = file.readUInt32LE(4);
  const ids = new Uint16Array(0x10000);
  for (let id = 1; id <= count; id++) ids[file.readUInt16LE(6 + id * 2)] = id;
  const at = 8 + count * 2 + ((count * 2) % 4);
  const singles = bytes.subarray(at, at + SINGLES);
  const surnames = bytes.subarray(at + SINGLES, at + SINGLES * 2);
  const given = bytes.subarray(at + SINGLES * 2, at + SINGLES * 3);
  const costs: CharacterCosts = {
    id: (unit) => ids[unit] ?? 0,
    single: (unit) => (singles[unit - FIRST] ?? 255) / SCALE,
    surname(unit) {
      const cost = surnames[unit - FIRST] ?? 255;
      return cost === 255 ? Number.POSITIVE_INFINITY : cost / SCALE;
    },
    given: (unit) => Math.min(unseenGiven, (given[unit - FIRST] ?? 255) / SCALE),
  };
  return { file, bytes, costs, count, end: at + SINGLES * 3 };
}

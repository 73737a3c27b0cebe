import { binaryData } from "./binaries.gen.js";

/**
 * How likely words are in running Chinese: the judge between readings of damaged bytes. Compiled by
 * scripts/build-character-model.mjs (see there for the form); Simplified words of one to four characters. Costs are
 * −ln of the word's share of all running words, Infinity for a word that the model does not know.
 */
export interface CharacterModel {
  /** A word's key with one more character; NaN when a character is too rare to be part of a word. Begin with 0. */
  add(key: number, unit: number): number;
  /** Cost of a word of two to four characters by its key. */
  cost(key: number): number;
  /** Cost of a Chinese character as a word of its own. */
  single(unit: number): number;
}

const SCALE = 12;
const FIRST = 0x4e00;
const SINGLES = 0x5200;

let model: CharacterModel | undefined;

/** The model; its table is unpacked at the first call (about 10 ms). */
export function characterModel(): CharacterModel {
  model ??= unpack(binaryData["character-model"]);
  return model;
}

/** The same as in scripts/build-character-model.mjs. */
function hashOf(key: number, seed: number): number {
  let hash = Math.imul((key % 0x4000000) ^ seed, 0x85ebca6b) ^ Math.imul(Math.floor(key / 0x4000000), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function unpack(base64: string): CharacterModel {
  const file = Buffer.from(base64, "base64");
  if (file.toString("latin1", 0, 4) !== "SCM3") throw new Error("the character model has another form");
  let at = 8;
  const ids = new Uint16Array(0x10000);
  for (let id = 1; id <= file.readUInt32LE(4); id++, at += 2) ids[file.readUInt16LE(at)] = id;
  const singles = new Uint8Array(file.subarray(at, at + SINGLES));
  const slots = file.readUInt32LE(at + SINGLES);
  at += SINGLES + 4;
  const prints = new Uint32Array(slots);
  for (let slot = 0; slot < slots; slot++) {
    prints[slot] = (file.readUInt16LE(at + slot * 2) << 8) | (file[at + slots * 2 + slot] ?? 0);
  }
  const costs = new Uint8Array(file.subarray(at + slots * 3));
  return {
    add(key, unit) {
      const id = ids[unit] ?? 0;
      return id === 0 ? Number.NaN : key * 8192 + id;
    },
    cost(key) {
      if (Number.isNaN(key)) return Number.POSITIVE_INFINITY;
      const print = hashOf(key, 0x5bd1e995) >>> 8 || 1;
      for (let slot = hashOf(key, 0) % slots; ; slot = slot + 1 === slots ? 0 : slot + 1) {
        const there = prints[slot];
        if (there === print) return (costs[slot] ?? 0) / SCALE;
        if (there === 0) return Number.POSITIVE_INFINITY;
      }
    },
    single: (unit) => (singles[unit - FIRST] ?? 255) / SCALE,
  };
}

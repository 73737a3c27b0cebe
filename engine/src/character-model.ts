import { tableData } from "./tables.gen.js";

/**
 * How likely words are in running Chinese: the judge between readings of damaged bytes. Compiled by
 * scripts/build-character-model.mjs (see there for the form); Simplified words of one to four characters.
 */
export interface CharacterModel {
  /** −ln of the word's share of all running words, by its hash; Infinity for a word that the model does not know. */
  cost(hash: number): number;
}

const SCALE = 12;

/** Start of a word's hash; characters are added by {@link addToHash}, and {@link endHash} finishes it. */
export const emptyHash = 0x811c9dc5;

/** One more character. The same function as in scripts/build-character-model.mjs. */
export function addToHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) ^ (hash >>> 15);
}

/** Mixes the bits of a finished word. */
export function endHash(open: number): number {
  let hash = Math.imul(open ^ (open >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

let model: CharacterModel | undefined;

/** The model; its table is unpacked at the first call (about 5 ms). */
export function characterModel(): CharacterModel {
  model ??= unpack(tableData["character-model"]);
  return model;
}

function unpack(base64: string): CharacterModel {
  const file = Buffer.from(base64, "base64");
  if (file.toString("latin1", 0, 4) !== "SCM1") throw new Error("the character model has another form");
  const slots = file.readUInt32LE(4);
  const prints = new Uint16Array(slots);
  for (let slot = 0; slot < slots; slot++) prints[slot] = file.readUInt16LE(8 + slot * 2);
  const costs = new Uint8Array(file.subarray(8 + slots * 2));
  return {
    cost(hash) {
      const print = Math.imul(hash, 0x9e3779b1) >>> 16 || 1;
      for (let slot = hash % slots; ; slot = slot + 1 === slots ? 0 : slot + 1) {
        const there = prints[slot];
        if (there === print) return (costs[slot] ?? 0) / SCALE;
        if (there === 0) return Number.POSITIVE_INFINITY;
      }
    },
  };
}

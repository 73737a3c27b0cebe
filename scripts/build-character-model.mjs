#!/usr/bin/env node
// @ts-check
// Writes engine/data/character-model.bin: how likely each word is, for choosing between readings of damaged bytes.
// From the frequencies in the word list that @node-rs/jieba ships (MIT, a development dependency) and from
// engine/lexicons/field-phrases.tsv. Run by hand when one of them changes; the file is committed. No article of any
// corpus goes in, so that what the model is measured on was never seen by it.
//
// Form, little-endian: "SCM3"; uint32 number of characters with an id (at most 8191), their code units as uint16 in the
// order of their ids from 1; 0x5200 × uint8 cost of each character from U+4E00 as a word of its own; uint32 slots;
// slots × uint16 and slots × uint8 of a 24-bit fingerprint (0 = empty); slots × uint8 cost of words of 2–4 characters.
// A word's key is its ids as digits in base 8192 (exact in a double); slot and fingerprint are two hashes of the key,
// the same as in engine/src/character-model.ts. Costs are −ln(share of all running words) × 12.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const dictionary = readFileSync(join(dirname(require.resolve("@node-rs/jieba/package.json")), "dict.txt"), "utf8");
const phrases = readFileSync(join(root, "engine/lexicons/field-phrases.tsv"), "utf8").trimEnd().split("\n").slice(1);

const LEAST = 3;
const LOAD = 0.72;
const SCALE = 12;

/** @type {Map<string, number>} */
const counts = new Map();
/** @type {Map<string, number>} */
const inWords = new Map();
let total = 0;
/** @param {string} word @param {number} count */
function add(word, count) {
  if (!/^[\u4e00-\u9fff]+$/.test(word)) return;
  total += count;
  for (const char of word) inWords.set(char, (inWords.get(char) ?? 0) + count);
  if (word.length <= 4) counts.set(word, (counts.get(word) ?? 0) + count);
}
for (const line of dictionary.split("\n")) {
  const [word = "", count = "0"] = line.split(" ");
  add(word, Number(count));
}
for (const row of phrases) {
  const [phrase = "", weight = "0"] = row.split("\t");
  // A phrase longer than a word counts through the words that it is made of (longest first).
  for (let at = 0; at < phrase.length; ) {
    let length = Math.min(4, phrase.length - at);
    while (length > 1 && phrase.length > 4 && !counts.has(phrase.slice(at, at + length))) length--;
    add(phrase.slice(at, at + length), Number(weight));
    at += length;
  }
}
// A character that hardly stands alone still may (a name): a share of its occurrences inside words counts.
for (const [char, count] of inWords) counts.set(char, (counts.get(char) ?? 0) + count * 0.01);

const cost = (/** @type {number} */ count) =>
  Math.max(1, Math.min(255, Math.round(-Math.log(Math.max(count, 0.2) / total) * SCALE)));
const characters = [...inWords]
  .filter(([char]) => /^[\u4e00-\u9fff]$/.test(char))
  .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  .slice(0, 8191)
  .map(([char]) => char);
const ids = new Map(characters.map((char, index) => [char, index + 1]));
const single = new Uint8Array(0x5200).fill(255);
for (const [word, count] of counts) if (word.length === 1) single[word.charCodeAt(0) - 0x4e00] = cost(count);

const kept = [...counts]
  .filter(([word, count]) => word.length > 1 && count >= LEAST && [...word].every((char) => ids.has(char)))
  .sort(([a], [b]) => (a < b ? -1 : 1));
const slots = Math.ceil(kept.length / LOAD);
const prints = new Uint16Array(slots);
const lowPrints = new Uint8Array(slots);
const costs = new Uint8Array(slots);

/** The same as in engine/src/character-model.ts. @param {number} key @param {number} seed */
function hashOf(key, seed) {
  let hash = Math.imul((key % 0x4000000) ^ seed, 0x85ebca6b) ^ Math.imul(Math.floor(key / 0x4000000), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
for (const [word, count] of kept) {
  const key = [...word].reduce((sum, char) => sum * 8192 + (ids.get(char) ?? 0), 0);
  const print = hashOf(key, 0x5bd1e995) >>> 8 || 1;
  let slot = hashOf(key, 0) % slots;
  while (prints[slot] !== 0 || lowPrints[slot] !== 0) slot = (slot + 1) % slots;
  prints[slot] = print >>> 8;
  lowPrints[slot] = print & 0xff;
  costs[slot] = cost(count);
}
/** @param {number} value */
const word32 = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const file = Buffer.concat([
  Buffer.from("SCM3", "latin1"),
  word32(characters.length),
  Buffer.from(Uint16Array.from(characters, (char) => char.charCodeAt(0)).buffer),
  single,
  word32(slots),
  Buffer.from(prints.buffer),
  lowPrints,
  costs,
]);
writeFileSync(join(root, "engine/data/character-model.bin"), file);
console.log(`${kept.length} words, ${(file.length / 1e6).toFixed(2)} MB`);

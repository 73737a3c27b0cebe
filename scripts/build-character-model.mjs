#!/usr/bin/env node
// @ts-check
// Writes engine/data/character-model.bin: how likely each word is, for choosing between readings of damaged bytes.
// From the frequencies in the word list that @node-rs/jieba ships (MIT, a development dependency) and from
// engine/lexicons/field-phrases.tsv. Run by hand when one of them changes; the file is committed. No article of any
// corpus goes in, so that what the model is measured on was never seen by it.
//
// Form: "SCM1", then uint32 slots, then slots × uint16 fingerprint (0 = empty), then slots × uint8 cost.
// A word of 1–4 characters is found by open addressing from wordHash (the same function as in character-model.ts);
// the cost is −ln(share of all running words) × 12.
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
  // A phrase longer than a word counts through each of its four-character windows, so that its whole course is likely.
  if (phrase.length <= 4) add(phrase, Number(weight));
  else for (let at = 0; at + 4 <= phrase.length; at++) add(phrase.slice(at, at + 4), Number(weight) / 2);
}
// A character that hardly stands alone still may (a name): a share of its occurrences inside words counts.
for (const [char, count] of inWords) counts.set(char, (counts.get(char) ?? 0) + count * 0.01);

const kept = [...counts]
  .filter(([word, count]) => word.length === 1 || count >= LEAST)
  .sort(([a], [b]) => (a < b ? -1 : 1));
const slots = Math.ceil(kept.length / LOAD);
const prints = new Uint16Array(slots);
const costs = new Uint8Array(slots);

/** The same as in engine/src/character-model.ts. @param {string} word */
function wordHash(word) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193) ^ (hash >>> 15);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
for (const [word, count] of kept) {
  const hash = wordHash(word);
  const print = Math.imul(hash, 0x9e3779b1) >>> 16 || 1;
  let slot = hash % slots;
  while (prints[slot] !== 0) slot = (slot + 1) % slots;
  prints[slot] = print;
  costs[slot] = Math.max(1, Math.min(255, Math.round(-Math.log(Math.max(count, 0.2) / total) * SCALE)));
}
const head = Buffer.alloc(8);
head.write("SCM1", 0, "latin1");
head.writeUInt32LE(slots, 4);
const file = Buffer.concat([head, Buffer.from(prints.buffer), Buffer.from(costs.buffer)]);
writeFileSync(join(root, "engine/data/character-model.bin"), file);
console.log(`${kept.length} words, ${(file.length / 1e6).toFixed(2)} MB`);

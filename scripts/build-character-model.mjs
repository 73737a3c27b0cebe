#!/usr/bin/env node
// @ts-check
// Writes engine/data/character-model.bin: how likely each word is, for telling names from words and text from noise; and
// engine/data/repair-model.bin, for choosing between readings of damaged bytes: the same with rare words too and with the
// names of divisions, longer words counted higher, as what fits three surviving characters seldom fits by chance.
// From the frequencies in the word list that @node-rs/jieba 2.0.3 ships (MIT), from engine/lexicons/field-phrases.tsv and,
// for the second, from engine/data/regions.txt.
// Usage: node scripts/build-character-model.mjs DIR, where DIR holds the unpacked package (npm pack @node-rs/jieba@2.0.3).
// Run by hand when one of them changes; the file is committed. No article of any
// corpus goes in, so that what the model is measured on was never seen by it.
//
// Form, little-endian, every part at a multiple of four bytes: "SCM7" or "SRM1"; uint32 number of characters with an id
// (at most 8191), their code units as uint16 in the order of their ids from 1; 0x5200 × uint8 cost of each character from
// U+4E00 as a word of its own, then as a surname and as a character of a given name, with which unknown names are judged
// (from the list's names of persons). Costs are −ln(share of all running words) × 12. Then, of the first, a hash table:
// 2^20 bits, set at the hash of every two or three characters that begin a longer word; uint32 number n, and 2^n bits, set
// at the first n bits of the hash of every word; uint32 slots; slots × uint32 of a 24-bit fingerprint (0 = empty) above the
// 8-bit cost of a word of 2–4 characters. A word's key is its ids as digits in base 8192, in two halves of two digits; slot,
// fingerprint and bit are hashes of the key, the same as in engine/src/shifts/character-model.ts.
// Of the second a tree, the same as in engine/src/shifts/word-tree.ts: uint32 nodes, uint32 entries; of each entry the id of the
// character that goes on, with the highest bit where longer words go on behind it, uint16; of each node how many entries
// are its own, uint16 (characters by id, characters by id as the first of a given name, then what entries lead on to, in
// their order); of each entry the cost of the word that ends there, uint8, 0 for none.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = process.argv[2];
if (folder === undefined)
  throw new Error("usage: node scripts/build-character-model.mjs DIR (of @node-rs/jieba, unpacked)");
const dictionary = readFileSync(join(folder, "dict.txt"), "utf8");
const phrases = readFileSync(join(root, "engine/lexicons/field-phrases.tsv"), "utf8").trimEnd().split("\n").slice(1);
/** Measures and what is counted by them: 头牛, 座桥 are words to the judge of damaged bytes. */
const measured = readFileSync(join(root, "engine/lexicons/measured-nouns.tsv"), "utf8").trimEnd().split("\n").slice(1);
const divisions = readFileSync(join(root, "engine/data/regions.txt"), "utf8")
  .split("\n")
  .filter((row) => row !== "" && !row.startsWith("#"));

/** Share of the slots that are used. */
const LOAD = 0.72;
/** Bits that tell most of what is no word without a look at the table: 2^bits of them, few enough for a processor's cache. */
const PRESENT = 20;
const SCALE = 12;
const PREFIX_BITS = 1 << 20;
const PARTICLE = 2_700_000;
/** The list does not have 个月, which news have as often as this. */
const MONTHS = 12_000;
/** How often a noun counts as standing behind its measure (lexicons/measured-nouns.tsv). */
const COUNTED = 250;
/** Beside an id: longer words begin so. */
const BEGINS = 0x8000;
/** What a given name counts that at least two people of the list have. */
const TWICE = 2;
/** How often a division in force counts as named, by the length of its code: province, city, county; and towns. */
/** @type {Readonly<Record<2 | 4 | 6 | "town", number>>} */
const NAMED = { 2: 600, 4: 300, 6: 120, town: 6 };

/** Who counts more is somebody whom papers tell of and who is not there; 256 is what the list says of names it did not count. */
const FAMOUS = 40;
const UNCOUNTED = 256;
/** Surnames of many that hardly begin a word of everyday speech. */
const SURE =
  "李王张刘陈杨赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘袁董余叶程魏苏吕杜蒋贾薛阎侯邹邱邵钱姚谭廖崔卢汪陆龚范陶贺郝";
/** What is called and not named, and places: 王先生, 李家庄, 赵太后, 宋徽宗. */
const CALLED =
  /(?:先生|小姐|太太|夫人|公子|公公|大夫|秀才|进士|道[士长]|大[爷妈哥姐人侠]|[爷妈哥姐妹嫂叔伯]|[帝祖宗王后侯君]|家[庄沟湾园坡]|[山河桥湖寨寺庙镇村庄岭州湾坡沟城汇语])$/;
const kinds = new Map(dictionary.split("\n").map((line) => [line.split(" ")[0] ?? "", line.split(" ")[2] ?? ""]));
const given = new Set(
  readFileSync(join(root, "engine/lexicons/given-characters.tsv"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((row) => row.split("\t")[0] ?? ""),
);

/**
 * The list has some 4,500 people among its words (李建国, 王国强), whom the model that tells names from words must not take
 * for words.
 * @param {string} word @param {string} kind @param {number} count
 */
function namesSomebody(word, kind, count) {
  const [surname = "", first = "", second = ""] = word;
  if (
    kind !== "nr" ||
    word.length !== 3 ||
    (count > FAMOUS && count !== UNCOUNTED) ||
    !SURE.includes(surname) ||
    CALLED.test(word)
  )
    return false;
  return given.has(first) && given.has(second) && kinds.get(surname + first) !== "ns";
}

build("character-model", { least: 4, withNames: false, boost: () => 1 });
build("repair-model", {
  least: 1,
  withNames: true,
  boost: (word) => (word.length === 4 ? 4 : word.length === 3 ? 2 : 1),
});

/**
 * @param {string} name of the file
 * @param {{ least: number, withNames: boolean, boost: (word: string) => number }} options words that count less than
 *   `least` are left out; a word counts `boost` times as often
 */
function build(name, { least, withNames, boost }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {Map<string, number>} */
  const inWords = new Map();
  let total = 0;
  /** @param {string} word @param {number} count */
  function add(word, count, isWord = true) {
    if (!/^[\u4e00-\u9fff]+$/.test(word)) return;
    total += count;
    for (const char of word) inWords.set(char, (inWords.get(char) ?? 0) + count);
    if (isWord && word.length <= 4) counts.set(word, (counts.get(word) ?? 0) + count);
  }
  const surnames = new Set(
    readFileSync(join(root, "engine/lexicons/surnames.tsv"), "utf8")
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((row) => row.split("\t")[0] ?? ""),
  );
  /** @type {Map<string, number>} */
  const asSurname = new Map();
  /** @type {Map<string, number>} */
  const asGiven = new Map();
  /** @type {Map<string, number>} */
  const givenPairs = new Map();
  for (const line of dictionary.split("\n")) {
    const [word = "", count = "0", kind = ""] = line.split(" ");
    add(word, Number(count), withNames || !namesSomebody(word, kind, Number(count)));
    if (kind !== "nr" || !/^[\u4e00-\u9fff]{2,3}$/.test(word) || !surnames.has(word.charAt(0))) continue;
    // A famous name is still one name.
    const weight = 1 + Math.log(Math.max(1, Number(count)));
    asSurname.set(word.charAt(0), (asSurname.get(word.charAt(0)) ?? 0) + weight);
    for (const char of word.slice(1)) asGiven.set(char, (asGiven.get(char) ?? 0) + weight);
    if (withNames && word.length === 3) givenPairs.set(word.slice(1), (givenPairs.get(word.slice(1)) ?? 0) + weight);
  }
  for (const char of surnames) if (char.length === 1 && !asSurname.has(char)) asSurname.set(char, 1);
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
  if (withNames)
    for (const row of measured) {
      const [measure = "", singles = "", nouns = ""] = row.split("\t");
      for (const noun of [...singles, ...nouns.split(" ")]) if (noun !== "") add(measure + noun, COUNTED);
    }
  // The list gives 的 a third of what 了 has; in running text it stands three to four times as often, one character in 25.
  if (withNames) add("的", PARTICLE);
  if (withNames) add("个月", MONTHS);
  if (withNames)
    for (const row of divisions) {
      const [key = "", name = "", , , , , , towns = ""] = row.split("\t");
      add(name, key.includes(">") ? NAMED.town : NAMED[key.length === 2 || key.length === 4 ? key.length : 6]);
      for (const town of towns.match(/[\u4e00-\u9fff]{2,}/g) ?? []) {
        // What is too long for a word is one without 镇 or 乡: 滋泥泉子镇.
        add(town.length > 4 ? town.replace(/(?:街道|[镇乡])$/, "") : town, NAMED.town);
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

  /** Costs of characters by their share. @param {Map<string, number>} shares */
  function costsOf(shares) {
    const all = [...shares.values()].reduce((sum, share) => sum + share, 0);
    const costs = new Uint8Array(0x5200).fill(255);
    for (const [char, share] of shares) {
      costs[char.charCodeAt(0) - 0x4e00] = Math.max(1, Math.min(254, Math.round(-Math.log(share / all) * SCALE)));
    }
    return costs;
  }

  const kept = [...counts]
    .filter(([word, count]) => word.length > 1 && count >= least && [...word].every((char) => ids.has(char)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const keptPairs = [...givenPairs]
    .filter(([pair, share]) => share >= TWICE && [...pair].every((char) => ids.has(char)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const pairTotal = [...givenPairs.values()].reduce((sum, share) => sum + share, 0);
  const words = kept.map(([word, count]) => ({ ids: idsOf(word), cost: cost(count * boost(word)) }));
  const pairs = keptPairs.map(([pair, share]) => ({
    ids: idsOf(pair),
    cost: Math.min(255, Math.max(1, Math.round(-Math.log(share / pairTotal) * SCALE))),
  }));
  /** @param {string} word */
  function idsOf(word) {
    return [...word].map((char) => ids.get(char) ?? 0);
  }
  const units = Uint16Array.from(characters, (char) => char.charCodeAt(0));
  const file = Buffer.concat([
    Buffer.from(withNames ? "SRM1" : "SCM7", "latin1"),
    word32(characters.length),
    Buffer.from(units.buffer),
    Buffer.alloc(units.byteLength % 4),
    single,
    costsOf(asSurname),
    costsOf(asGiven),
    ...(withNames ? treeOf(characters.length, words, pairs) : hashedOf(words)),
  ]);
  writeFileSync(join(root, `engine/data/${name}.bin`), file);
  console.log(`${name}: ${kept.length} words, ${(file.length / 1e6).toFixed(2)} MB`);
}

/** @typedef {{ readonly ids: readonly number[], readonly cost: number }} Word */

/** The columns of a hash table. @param {readonly Word[]} words */
function hashedOf(words) {
  const slots = Math.ceil(words.length / LOAD);
  const entries = new Uint32Array(slots);
  const prefixes = new Uint8Array(PREFIX_BITS / 8);
  const present = new Uint8Array(2 ** PRESENT / 8);

  /** The same as in engine/src/shifts/character-model.ts. @param {number} high @param {number} low @param {number} seed */
  function hashOf(high, low, seed) {
    let hash = Math.imul(low ^ seed, 0x85ebca6b) ^ Math.imul(high, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
    return (hash ^ (hash >>> 15)) >>> 0;
  }
  /** The two halves of a word's key. @param {readonly number[]} digits @returns {[number, number]} */
  function keyOf(digits) {
    const low = (digits.at(-2) ?? 0) * 8192 + (digits.at(-1) ?? 0);
    return [(digits.at(-4) ?? 0) * 8192 + (digits.at(-3) ?? 0), low];
  }
  for (const { ids, cost } of words) {
    const [high, low] = keyOf(ids);
    const print = hashOf(high, low, 0x5bd1e995) >>> 8 || 1;
    const hash = hashOf(high, low, 0);
    const bit = hash >>> (32 - PRESENT);
    present[bit >> 3] = (present[bit >> 3] ?? 0) | (1 << (bit & 7));
    let slot = Math.floor((hash >>> 11) * (slots / 2 ** 21));
    while (entries[slot] !== 0) slot = (slot + 1) % slots;
    entries[slot] = ((print << 8) | cost) >>> 0;
    for (let length = 2; length < ids.length; length++) {
      const prefix = hashOf(...keyOf(ids.slice(0, length)), 0x1b873593) % PREFIX_BITS;
      prefixes[prefix >> 3] = (prefixes[prefix >> 3] ?? 0) | (1 << (prefix & 7));
    }
  }
  return [prefixes, word32(PRESENT), present, word32(slots), Buffer.from(entries.buffer)];
}

/**
 * The columns of a tree: nodes are characters, characters as the first of a given name, then the beginnings of longer words.
 * @param {number} characters @param {readonly Word[]} words @param {readonly Word[]} pairs given names
 */
function treeOf(characters, words, pairs) {
  /** @typedef {Map<number, { cost: number, node: Node | null }>} Node */
  /** @type {Node[]} */
  const nodes = Array.from({ length: characters * 2 }, () => new Map());
  /** @param {Node | undefined} node @param {readonly number[]} rest @param {number} cost */
  function put(node, [id = 0, ...rest], cost) {
    if (node === undefined) throw new Error("a word of unknown characters");
    const entry = node.get(id) ?? { cost: 0, node: null };
    node.set(id, entry);
    if (rest.length === 0) entry.cost = cost;
    else {
      entry.node ??= new Map();
      put(entry.node, rest, cost);
    }
  }
  for (const { ids, cost } of words) put(nodes[(ids[0] ?? 0) - 1], ids.slice(1), cost);
  for (const { ids, cost } of pairs) put(nodes[characters + (ids[0] ?? 0) - 1], ids.slice(1), cost);
  /** @type {number[]} */
  const ids = [];
  /** @type {number[]} */
  const costs = [];
  const sizes = [];
  // The list grows while it is gone through: a node's number is its place.
  for (const node of nodes) {
    sizes.push(node.size);
    for (const [id, entry] of [...node].sort(([a], [b]) => a - b)) {
      ids.push(entry.node === null ? id : id | BEGINS);
      costs.push(entry.cost);
      if (entry.node !== null) nodes.push(entry.node);
    }
  }
  const columns = [Uint16Array.from(ids), Uint16Array.from(sizes), Uint8Array.from(costs)];
  return [word32(sizes.length), word32(ids.length), ...columns.map(({ buffer }) => Buffer.from(buffer))];
}

/** @param {number} value */
function word32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

// @ts-check
// Writes varied clean Chinese to measure the repair on: notices, minutes, letters, interviews, rosters, statistics, descriptions,
// dialogues, verses of numbers, from a grammar (prose/frames.txt) and a word stock (prose/words.txt) that were made for this
// and for nothing else. The same seed gives the same texts. `node scripts/write-prose.mjs [characters] [seed]` prints them.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (/** @type {string} */ path) => readFileSync(join(root, path), "utf8");

/** Numbers in [0, 1) that a seed determines (mulberry32). @param {number} seed */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `# name` sections of a file. @param {string} text @param {RegExp} between what parts the alternatives */
function sections(text, between) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const part of text
    .replace(/^%.*\n/gm, "")
    .split(/^# /m)
    .slice(1)) {
    const end = part.indexOf("\n");
    found.set(
      part.slice(0, end).trim(),
      part
        .slice(end + 1)
        .split(between)
        .filter((piece) => piece !== ""),
    );
  }
  return found;
}

const words = sections(read("scripts/prose/words.txt"), /\s+/);
const frames = sections(read("scripts/prose/frames.txt"), /\n/);

/** Places of the table of divisions, as they are printed. */
function places() {
  // Names that the lists since 2002 have: what is older is added to the table later and would change the prose.
  const lists = read("engine/data/regions.txt").replace(/^.*\t[gi]\n/gm, "");
  const names = [...new Set(lists.match(/(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{3,8}(?![\u4e00-\u9fff])/g))];
  const counties = names.filter((name) => /[县区市旗]$/.test(name));
  const towns = names.filter((name) => /^[\u4e00-\u9fff]{2,5}[乡镇]$/.test(name));
  return { counties, towns };
}

const digits = "零一二三四五六七八九";
/** @param {number} value below 10,000 @returns {string} */
function numeral(value) {
  if (value < 10) return digits.charAt(value);
  if (value < 20) return `十${value === 10 ? "" : digits.charAt(value - 10)}`;
  if (value < 100)
    return `${digits.charAt(Math.floor(value / 10))}十${value % 10 === 0 ? "" : digits.charAt(value % 10)}`;
  const rest = value % 100;
  const tail = rest === 0 ? "" : rest < 10 ? `零${numeral(rest)}` : rest < 20 ? `一${numeral(rest)}` : numeral(rest);
  return `${digits.charAt(Math.floor(value / 100))}百${tail}`;
}

/**
 * Texts of together at least `characters` characters.
 * @param {number} characters @param {number} seed @returns {string[]}
 */
export function writeProse(characters, seed) {
  const random = randomOf(seed);
  const { counties, towns } = places();
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);
  /** @param {string} name @returns {string} */
  const word = (name) => pick(words.get(name) ?? []);
  const person = () => word("部首姓") + word("名字");
  /** @type {Map<string, string>} */
  let kept = new Map();

  /** @param {string} slot @param {number} depth @returns {string} */
  function fill(slot, depth) {
    if (slot.startsWith("=")) {
      const name = slot.slice(1);
      const value = kept.get(name) ?? fill(name, depth);
      kept.set(name, value);
      return value;
    }
    const number = /^([nc]):(\d+)-(\d+)$/.exec(slot);
    if (number !== null) {
      const low = Number(number[2]);
      const value = low + Math.floor(random() * (Number(number[3]) - low + 1));
      return number[1] === "n" ? String(value) : numeral(value);
    }
    if (slot === "人") return person();
    if (slot === "县") return pick(counties);
    if (slot === "乡") return pick(towns);
    // Villages are mostly called like what stands, grows or lives there.
    if (slot === "村")
      return `${pick([word("部首姓"), pick(towns).slice(0, -1), word("作物")])}${pick(["家", "家湾", "坪", "沟", "坝", "岭", "塘", "寨", ""])}村`;
    const alternatives = frames.get(slot);
    if (alternatives === undefined) {
      const list = words.get(slot);
      if (list === undefined) throw new Error(`scripts/prose has no ${slot}`);
      return pick(list);
    }
    // Deep down the first alternative is taken, which leads to no recursion.
    return expand(depth > 9 ? (alternatives[0] ?? "") : pick(alternatives), depth + 1);
  }
  /** @param {string} frame @param {number} depth @returns {string} */
  function expand(frame, depth) {
    return frame.replace(/\{([^}]+)\}/g, (_, slot) => fill(slot, depth));
  }

  const texts = [];
  for (let size = 0; size < characters; ) {
    kept = new Map();
    const text = fill("文档", 0).replaceAll("\\n", "\n");
    texts.push(text);
    size += text.length;
  }
  return texts;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [characters = "500000", seed = "1"] = process.argv.slice(2);
  for (const text of writeProse(Number(characters), Number(seed))) process.stdout.write(`${text}\n\n`);
}

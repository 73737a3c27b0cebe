#!/usr/bin/env node
// @ts-check
// Measures the repair of shifted bytes: damages clean texts with engine/src/shifts/damage.ts, repairs them, and compares
// character pairs. Usage: node scripts/measure-repair.mjs [--characters=500000] [--seed=1] [--mode=TEXT] [--verbose] [FILE|FOLDER…]
// Without paths it measures on prose of its own (write-prose.mjs), on samples/ and corpus/, and beside them on
// ../shared/corpus/dev. Clean text of a folder is every *.clean.txt and every other *.txt that has no damage. Nothing
// of all this trained the character model.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeProse } from "./write-prose.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { damaged, fold } = await import(join(root, "engine/dist/shifts/damage.js"));
const { repair } = await import(join(root, "engine/dist/repair.js"));
const { byteMisalignment } = await import(join(root, "engine/dist/repairs/byte-misalignment.js"));
const { encodeUnit } = await import(join(root, "engine/dist/decoding/cp936.js"));
const { charactersWithReading } = await import(join(root, "engine/dist/shifts/readings.js"));
const { lexicon } = await import(join(root, "engine/dist/lexicon.js"));
const { Converter } = await import("opencc-js/cn2t");

/** @param {string} name @param {string} fallback */
const option = (name, fallback) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const verbose = process.argv.includes("--verbose");
const onlyMode = option("mode", "");
const paths = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));

/** @param {string} path @returns {string[]} */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".txt") && !name.includes("待核对"));
  return names
    .filter((name) => name.endsWith(".clean.txt") || !names.includes(name.replace(/\.txt$/, ".clean.txt")))
    .map((name) => join(path, name));
}

/** @param {string[]} files */
const textsOf = (files) =>
  files.map((file) =>
    readFileSync(file, "utf8")
      .replace(/^\ufeff/, "")
      .replaceAll("\r\n", "\n"),
  );

/** Characters that CP936 does not have are dropped, as the pages dropped them. @param {string} text */
const inCp936 = (text) =>
  [...text.normalize("NFC")]
    .filter((char) => char.charCodeAt(0) < 0x80 || encodeUnit(char.charCodeAt(0)) !== 0)
    .join("");

/** The pages had full-width marks when they broke; texts typed with half-width ones get them back. @param {string} text */
const fullWidthMarks = (text) =>
  text.replace(/(?<=[\p{Script=Han}”’》）)\d%])[,;!?:](?!\d)|\((?=\p{Script=Han})|(?<=[\p{Script=Han}])\)/gu, (mark) =>
    String.fromCharCode(mark.charCodeAt(0) + 0xfee0),
  );

// Pages were converted character by character: no phrase sees its neighbours.
const toTraditional = Converter({ from: "cn", to: "t" });
/** @type {Map<string, string>} */
const forms = new Map();
/** @param {string} text */
const traditionalOf = (text) =>
  [...text]
    .map((char) => {
      let form = forms.get(char);
      if (form === undefined) {
        const made = "并后制里干台云".includes(char) ? char : toTraditional(char);
        forms.set(char, made);
        form = made;
      }
      return form;
    })
    .join("");

const reading = new Map();
for (const row of lexicon("pinyin-readings"))
  for (const char of row.characters) if (!reading.has(char)) reading.set(char, row.reading);
/** A page glosses some 25 characters, always the same within one page. @param {string} text @param {number} seed */
function glossTable(text, seed) {
  const chars = [
    ...new Set(
      [...text].filter((char) => reading.has(char) && charactersWithReading(reading.get(char)).includes(char)),
    ),
  ];
  return chars
    .filter((_, index) => (index * 7919 + seed * 104729) % 11 === 0)
    .slice(0, 25)
    .map((char) => [char, reading.get(char)]);
}

/** @param {string} text @param {ReadonlySet<number>} [without] places that are left out */
function pairsOf(text, without) {
  /** @type {Map<string, number>} */
  const pairs = new Map();
  for (let i = 0; i + 1 < text.length; i++) {
    if (without?.has(i) || without?.has(i + 1)) continue;
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Pairs of `clean` that `other` lacks. @param {Map<string, number>} clean @param {string} other */
function missing(clean, other) {
  const have = pairsOf(other);
  let count = 0;
  for (const [pair, times] of clean) count += Math.max(0, times - (have.get(pair) ?? 0));
  return count;
}

/** Repairs only the bytes, so that glosses and script do not blur the comparison. @param {string} text */
const repairBytes = (text) => repair(text, [byteMisalignment]);

/** Places of `now` that an alignment with the clean text does not find there: a walk, and where it stumbles the longest common subsequence. @param {string} clean @param {string} now */
function* wrongPlaces(clean, now) {
  let i = 0;
  let j = 0;
  while (j < now.length && i < clean.length) {
    if (clean[i] === now[j]) {
      i++;
      j++;
      continue;
    }
    let best = { skip: Number.POSITIVE_INFINITY, a: 60, b: 60 };
    for (let a = 0; a < 60; a++) {
      for (let b = 0; b < 60; b++) {
        if (a + b < best.skip && a + b > 0 && clean.slice(i + a, i + a + 3) === now.slice(j + b, j + b + 3))
          best = { skip: a + b, a, b };
      }
    }
    const found = commonPlaces(clean.slice(i, i + best.a), now.slice(j, j + best.b));
    for (let b = 0; b < Math.min(best.b, now.length - j); b++) if (!found.has(b)) yield j + b;
    i += best.a;
    j += best.b;
  }
}

/** Places of the second text that belong to the longest common subsequence. @param {string} one @param {string} other */
function commonPlaces(one, other) {
  const length = Array.from({ length: one.length + 1 }, () => new Uint8Array(other.length + 1));
  const at = (/** @type {number} */ i, /** @type {number} */ j) => length[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const row = length[i];
      if (row) row[j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found = new Set();
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) {
      found.add(j);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return found;
}

const kept = { privateUse: "kept", orphan: "?" };
const stripped = { privateUse: "stripped", orphan: "?" };
const dropped = { privateUse: "stripped", orphan: "" };
/** @type {{ name: string, traditional: boolean, gloss?: boolean, marks?: boolean, page: { privateUse: string, orphan: string } }[]} */
const modes = [
  { name: "Traditional, marks", traditional: true, page: kept },
  { name: "Traditional, marks and glosses", traditional: true, gloss: true, page: kept },
  { name: "Traditional, glosses alone", traditional: true, gloss: true, marks: false, page: kept },
  { name: "Simplified, marks", traditional: false, page: kept },
  { name: "Traditional, private use stripped", traditional: true, page: stripped },
  { name: "Simplified, private use stripped", traditional: false, page: stripped },
  { name: "Traditional, lone byte dropped", traditional: true, page: dropped },
  { name: "Simplified, lone byte dropped", traditional: false, page: dropped },
];

/** A gloss whose bracket is gone, or a mark in the middle of a character: samples that show the fault measure nothing. */
const alreadyDamaged = /\?[a-zāáǎàēéěèīíǐìōóǒòūúǔùǘǚǜ]{1,6}\)|\?\?h/u;

/** @param {string} title @param {string[]} sources */
function measure(title, sources) {
  const texts = sources
    .filter((text) => !alreadyDamaged.test(text))
    .map((text) => fullWidthMarks(inCp936(text)))
    .filter((text) => text.trim() !== "");
  if (texts.length === 0) return;
  const all = texts.join("\n");
  console.log(
    `\n${title}: ${texts.length} texts, ${all.length} characters, ${pairsOf(all.slice(0, 40_000)).size} different pairs in the first 40,000`,
  );
  cleanEdits(texts);
  for (const mode of modes) if (mode.name.startsWith(onlyMode)) measureMode(texts, mode);
}

/** Edits on text that has no fault, in both scripts and both widths. @param {string[]} texts */
function cleanEdits(texts) {
  let characters = 0;
  let edits = 0;
  for (const text of texts) {
    for (const form of [text, fold(text), traditionalOf(text), fold(traditionalOf(text))]) {
      characters += form.length;
      const found = repairBytes(form);
      edits += found.edits.length;
      if (verbose)
        for (const edit of found.edits) console.log(`FALSE ${JSON.stringify(edit.was)} → ${JSON.stringify(edit.now)}`);
    }
  }
  console.log(`byte-level edits on ${characters} clean characters: ${edits}`);
}

/**
 * A page without the glosses that it was given, and the place of each character that stays.
 * @param {string} page @param {readonly (readonly string[])[]} glosses
 */
function withoutGlosses(page, glosses) {
  const noted = new Map(glosses.map(([char, pinyin]) => [char, `(${pinyin})`]));
  /** @type {number[]} */
  const places = [];
  let text = "";
  for (let at = 0; at < page.length; at++) {
    const char = page.charAt(at);
    places.push(at);
    text += char;
    const note = noted.get(char);
    if (note !== undefined && page.startsWith(note, at + 1)) at += note.length;
  }
  return { text, places };
}

/** @param {string[]} texts @param {(typeof modes)[number]} mode */
function measureMode(texts, mode) {
  let lost = 0;
  let left = 0;
  let knowableLost = 0;
  let knowableLeft = 0;
  let gone = 0;
  let exact = 0;
  let damagedTexts = 0;
  let certain = 0;
  let certainWrong = 0;
  let guessed = 0;
  let ms = 0;
  let characters = 0;
  for (const [index, source] of texts.entries()) {
    const text = mode.traditional ? inCp936(traditionalOf(source)) : source;
    const glosses = mode.gloss ? glossTable(text, index) : [];
    const made = damaged(text, { ...mode.page, cutsAtMarks: mode.marks ?? true, glosses });
    if (made === null) continue;
    const strip = (/** @type {string} */ page) =>
      glosses.reduce((kept, [char, pinyin]) => kept.replaceAll(`${char}(${pinyin})`, char), page);
    const clean = fold(text);
    const cleanPairs = pairsOf(clean);
    const before = missing(cleanPairs, strip(made.text));
    if (before === 0) continue;
    const from = process.cpuUsage();
    const repaired = repairBytes(made.text);
    const { user, system } = process.cpuUsage(from);
    ms += (user + system) / 1000;
    characters += made.text.length;
    const now = strip(fold(repaired.text));
    damagedTexts++;
    lost += before;
    left += missing(cleanPairs, now);
    // Pairs with a character that was swallowed cannot come back; it has to show as □.
    const knowable = pairsOf(clean, new Set(made.swallowed));
    knowableLost += missing(knowable, strip(made.text));
    knowableLeft += missing(knowable, now);
    gone += made.swallowed.length;
    if (now === clean) exact++;
    else if (verbose) {
      for (const edit of repaired.edits) {
        const left = strip(fold(repaired.text.slice(Math.max(0, edit.repaired.start - 5), edit.repaired.start)));
        const right = strip(fold(repaired.text.slice(edit.repaired.end, edit.repaired.end + 4)));
        if (clean.includes(left + fold(edit.now) + right)) continue;
        const at = clean.indexOf(left);
        console.log(
          `  ${index}: ${left}|${JSON.stringify(edit.was)} → ${JSON.stringify(edit.now)} was ${at < 0 ? "?" : JSON.stringify(clean.slice(at + left.length, at + left.length + edit.now.length + 4))}`,
        );
      }
    }
    // Certain characters: those of edits that are not marked as guessed.
    const page = fold(repaired.text);
    const state = new Uint8Array(page.length);
    for (const edit of repaired.edits) {
      state.fill(1, edit.repaired.start, edit.repaired.end);
      for (const span of edit.guessed ?? []) state.fill(2, span.start, span.end);
    }
    const { text: bare, places } = withoutGlosses(page, glosses);
    for (const at of places) {
      if (state[at] === 1) certain++;
      else if (state[at] === 2) guessed++;
    }
    for (const at of wrongPlaces(clean, bare)) {
      if (state[places[at] ?? -1] !== 1) continue;
      certainWrong++;
      if (verbose)
        console.log(
          `  WRONG ${mode.name} ${index}: …${bare.slice(Math.max(0, at - 12), at)}[${bare.charAt(at)}]${bare.slice(at + 1, at + 12)}… was …${clean.slice(Math.max(0, at - 12), at + 12)}…`,
        );
    }
  }
  const rate = (/** @type {number} */ of, /** @type {number} */ still) =>
    `${(of === 0 ? 100 : (100 * (of - still)) / of).toFixed(2)} %`;
  console.log(
    `${mode.name.padEnd(34)} pairs lost ${String(lost).padStart(6)} → ${String(left).padStart(5)} restored ${rate(lost, left)}; ${gone} characters gone for good, of the rest ${rate(knowableLost, knowableLeft)}; exact ${exact}/${damagedTexts}; certain ${certain}, wrong ${certainWrong}, guessed ${guessed}; ${(characters / 1000 / (ms / 1000 || 1)).toFixed(0)}k char/s`,
  );
}

if (paths.length > 0) measure(paths.join(" "), textsOf(paths.flatMap(filesOf)));
else {
  const size = Number(option("characters", "500000"));
  measure("own prose", size === 0 ? [] : writeProse(size, Number(option("seed", "1"))));
  measure("samples and corpus", textsOf(["samples", "corpus"].flatMap((name) => filesOf(join(root, name)))));
  measure("../shared/corpus/dev", textsOf(filesOf(join(root, "../shared/corpus/dev"))));
}

#!/usr/bin/env node
// @ts-check
// Measures the repair of shifted bytes: damages clean texts with engine/src/damage.ts, repairs them, and compares
// character pairs. Usage: node scripts/measure-repair.mjs [--verbose] FILE|FOLDER…  (default: ../shared/corpus/dev)
// Clean text is every *.clean.txt and every other *.txt of a folder that has no damage. Nothing of it trained the model.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { damage, fold } = await import(join(root, "engine/dist/damage.js"));
const { repair } = await import(join(root, "engine/dist/repair.js"));
const { byteMisalignment } = await import(join(root, "engine/dist/repairs/byte-misalignment.js"));
const { encodeUnit } = await import(join(root, "engine/dist/cp936.js"));
const { charactersWithReading } = await import(join(root, "engine/dist/readings.js"));
const { lexicon } = await import(join(root, "engine/dist/lexicon.js"));
const { Converter } = await import("opencc-js/cn2t");

const verbose = process.argv.includes("--verbose");
const paths = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const fallback = join(root, "../shared/corpus/dev");
if (paths.length === 0 && !existsSync(fallback)) {
  console.log("no text to measure on: give files or folders");
  process.exit(0);
}

/** @param {string} path @returns {string[]} */
function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith(".txt"));
  return names
    .filter((name) => name.endsWith(".clean.txt") || !names.includes(name.replace(/\.txt$/, ".clean.txt")))
    .map((name) => join(path, name));
}

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

/** @param {string} text */
function pairsOf(text) {
  /** @type {Map<string, number>} */
  const pairs = new Map();
  for (let i = 0; i + 1 < text.length; i++) {
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

/** Where a repaired text differs from the clean one, by a plain walk that finds its feet again. @param {string} clean @param {string} now */
function* wrongPlaces(clean, now) {
  let i = 0;
  let j = 0;
  while (j < now.length && i < clean.length) {
    if (clean[i] === now[j]) {
      i++;
      j++;
      continue;
    }
    yield j;
    let best = { skip: Number.POSITIVE_INFINITY, a: 1, b: 1 };
    for (let a = 0; a < 60; a++) {
      for (let b = 0; b < 60; b++) {
        if (a + b < best.skip && a + b > 0 && clean.slice(i + a, i + a + 3) === now.slice(j + b, j + b + 3))
          best = { skip: a + b, a, b };
      }
    }
    for (let b = 1; b < best.b; b++) yield j + b;
    i += best.a;
    j += Math.max(best.b, best.a === 0 ? 1 : 0);
  }
}

const modes = [
  { name: "Traditional, marks", traditional: true, gloss: false, privateUse: "kept", orphan: "?" },
  { name: "Traditional, marks and glosses", traditional: true, gloss: true, privateUse: "kept", orphan: "?" },
  { name: "Traditional, glosses alone", traditional: true, gloss: true, privateUse: "kept", orphan: "?", marks: false },
  { name: "Simplified, marks", traditional: false, gloss: false, privateUse: "kept", orphan: "?" },
  {
    name: "Traditional, marks, private use stripped",
    traditional: true,
    gloss: false,
    privateUse: "stripped",
    orphan: "?",
  },
  {
    name: "Simplified, marks, private use stripped",
    traditional: false,
    gloss: false,
    privateUse: "stripped",
    orphan: "?",
  },
  { name: "Traditional, lone byte dropped", traditional: true, gloss: false, privateUse: "stripped", orphan: "" },
];
const sources = (paths.length > 0 ? paths : [fallback]).flatMap(filesOf);
const texts = sources
  .map((file) =>
    readFileSync(file, "utf8")
      .replace(/^\ufeff/, "")
      .replaceAll("\r\n", "\n"),
  )
  .map((text) => fullWidthMarks(inCp936(text)));

let cleanCharacters = 0;
let falseEdits = 0;
for (const text of texts) {
  for (const form of [text, fold(text), traditionalOf(text), fold(traditionalOf(text))]) {
    cleanCharacters += form.length;
    const found = repairBytes(form);
    falseEdits += found.edits.length;
    if (verbose)
      for (const edit of found.edits) console.log(`FALSE ${JSON.stringify(edit.was)} → ${JSON.stringify(edit.now)}`);
  }
}
console.log(`${texts.length} texts, ${texts.reduce((sum, text) => sum + text.length, 0)} characters`);
console.log(`byte-level edits on ${cleanCharacters} clean characters: ${falseEdits}`);

for (const mode of modes) {
  let lost = 0;
  let left = 0;
  let exact = 0;
  let unknowable = 0;
  let damagedTexts = 0;
  let certain = 0;
  let certainWrong = 0;
  let ms = 0;
  let characters = 0;
  for (const [index, source] of texts.entries()) {
    const text = mode.traditional ? inCp936(traditionalOf(source)) : source;
    const glosses = mode.gloss ? glossTable(text, index) : [];
    const options = { privateUse: mode.privateUse, orphan: mode.orphan, cutsAtMarks: mode.marks ?? true };
    const broken = damage(text, { ...options, glosses });
    const strip = (/** @type {string} */ page) =>
      glosses.reduce((kept, [char, pinyin]) => kept.replaceAll(`${char}(${pinyin})`, char), page);
    const clean = fold(text);
    const cleanPairs = pairsOf(clean);
    const before = missing(cleanPairs, strip(broken));
    if (before === 0) continue;
    const from = performance.now();
    const repaired = repairBytes(broken);
    ms += performance.now() - from;
    characters += broken.length;
    const now = strip(fold(repaired.text));
    damagedTexts++;
    unknowable += 2 * (now.split("□").length - clean.split("□").length);
    lost += before;
    left += missing(cleanPairs, now);
    if (now === clean) exact++;
    else if (verbose && mode.name === (process.env.MODE ?? mode.name)) {
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
    // Certain characters: those of edits that are not marked as guessed; glosses stripped for the walk, so only without them.
    if (!mode.gloss) {
      const state = new Uint8Array(repaired.text.length);
      for (const edit of repaired.edits) {
        state.fill(1, edit.repaired.start, edit.repaired.end);
        for (const span of edit.guessed ?? []) state.fill(2, span.start, span.end);
      }
      for (const value of state) if (value === 1) certain++;
      for (const at of wrongPlaces(clean, fold(repaired.text))) {
        if (state[at] !== 1) continue;
        certainWrong++;
        if (verbose)
          console.log(
            `  WRONG ${mode.name} ${index}: …${repaired.text.slice(Math.max(0, at - 12), at)}[${repaired.text.charAt(at)}]${repaired.text.slice(at + 1, at + 12)}…`,
          );
      }
    }
  }
  const rate = lost === 0 ? 100 : (100 * (lost - left)) / lost;
  const speed = characters / 1000 / (ms / 1000 || 1);
  console.log(
    `${mode.name.padEnd(44)} pairs lost ${String(lost).padStart(5)} → ${String(left).padStart(4)}  restored ${rate.toFixed(2)} % (beside □ ${unknowable})  texts exact ${exact}/${damagedTexts}  certain ${certain}, wrong ${certainWrong}  ${speed.toFixed(0)}k char/s`,
  );
}

#!/usr/bin/env node
// @ts-check
// Writes engine/data/script-forms.txt: Traditional → Simplified by character and by phrase in one table, from the
// dictionaries in opencc-js (a development dependency; Apache-2.0): the standard forms, with the forms of Taiwan and Hong
// Kong brought to the same table, so that one pass converts a text wherever it was written. Run by hand when opencc-js
// changes; the file is committed.
//
// Form: a line of characters in twos, from and to; a line of characters that only Simplified text is written with (they
// have no other form and Big5 lacks them); then a phrase a line, from, tab, to. A phrase is listed where its
// characters one by one would give another text.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const packageFolder = join(dirname(require.resolve("opencc-js/t2cn")), "../..");
const { version } = require(join(packageFolder, "package.json"));

/** @typedef {Map<string, string>} M */
/** @param {string} name @returns {Promise<M>} */
async function dictionary(name) {
  const { default: text } = await import(pathToFileURL(join(packageFolder, "dist/esm-lib/dict", `${name}.js`)).href);
  return new Map(text.split("|").map((/** @type {string} */ line) => line.split(" ")));
}
const [phrases, characters, compatible, taiwan, taiwanPhrases, hongKong, hongKongPhrases, toTaiwan, toHongKong] =
  /** @type {[M, M, M, M, M, M, M, M, M]} */ (
    await Promise.all(
      [
        "TSPhrases",
        "TSCharacters",
        "CJK_Compatibility_Ideographs",
        "TWVariantsRev",
        "TWVariantsRevPhrases",
        "HKVariantsRev",
        "HKVariantsRevPhrases",
        "TWVariants",
        "HKVariants",
      ].map(dictionary),
    )
  );

/** Forms that Simplified text writes itself: 什么, 台, 只, 才 are not Taiwan's there. */
const alsoSimplified = new Set("么着");

/** @type {Map<string, string>} */
const one = new Map();
for (const [from, to] of compatible) one.set(from, characters.get(to) ?? to);
for (const [from, to] of characters) one.set(from, to);
for (const variants of [taiwan, hongKong]) {
  for (const [from, to] of variants) {
    const simple = characters.get(to) ?? to;
    if (!characters.has(from) && !alsoSimplified.has(from) && simple !== from) one.set(from, simple);
  }
}
for (const [from, to] of one) if (from === to) one.delete(from);
const byCharacter = (/** @type {string} */ text) => [...text].map((char) => one.get(char) ?? char).join("");

/** @type {Map<string, string>} */
const many = new Map();
/** @param {string} from @param {string} to */
const add = (from, to) => {
  if (!many.has(from)) many.set(from, to);
};
for (const [from, to] of phrases) add(from, to);
// A phrase in the forms of Taiwan or Hong Kong means the same.
for (const variants of [toTaiwan, toHongKong])
  for (const [from, to] of phrases) add([...from].map((char) => variants.get(char) ?? char).join(""), to);
/** OpenCC's second step, longest phrase first. @param {string} text */
function simplified(text) {
  let out = "";
  for (let at = 0; at < text.length; ) {
    let length = Math.min(12, text.length - at);
    while (length > 1 && !phrases.has(text.slice(at, at + length))) length--;
    const piece = length > 1 ? text.slice(at, at + length) : String.fromCodePoint(text.codePointAt(at) ?? 0);
    out += (length > 1 ? phrases.get(piece) : undefined) ?? characters.get(piece) ?? piece;
    at += piece.length;
  }
  return out;
}
for (const regional of [taiwanPhrases, hongKongPhrases]) {
  for (const [from, standard] of regional) {
    const to = simplified(standard);
    if (to !== byCharacter(from)) add(from, to);
  }
}
// Official names of places keep characters that conversion would change elsewhere: 乾縣 is 乾县, 於潛鎮 is 於潜镇.
const toStandard = await dictionary("STCharacters");
const table = readFileSync(join(root, "engine/data/regions.txt"), "utf8");
for (const name of new Set(table.match(/(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,8}(?![\u4e00-\u9fff])/g))) {
  if (byCharacter(name) === name) continue;
  const printed = [...name]
    .map((char) => (one.has(char) ? char : (toStandard.get(char)?.split(",")[0] ?? char)))
    .join("");
  add(printed, name);
}
// Characters of Traditional text: what Big5 has.
const big5 = new Set(
  new TextDecoder("big5").decode(
    Uint8Array.from(
      Array.from({ length: 0xf9 - 0xa4 + 1 }, (_, row) =>
        Array.from({ length: 0xff - 0x40 }, (_, column) => [0xa4 + row, 0x40 + column])
          .filter(([, trail = 0]) => trail <= 0x7e || trail >= 0xa1)
          .flat(),
      ).flat(),
    ),
  ),
);
let simplifiedOnly = "";
for (let unit = 0x4e00; unit <= 0x9fa5; unit++) {
  const char = String.fromCharCode(unit);
  if (!one.has(char) && !big5.has(char)) simplifiedOnly += char;
}
const kept = [...many].sort(([a], [b]) => (a < b ? -1 : 1));
const lines = [
  `# Made by scripts/build-script-forms.mjs from opencc-js ${version} (dictionaries of OpenCC, Apache-2.0). Not edited by hand:`,
  "# what it lacks stands in engine/lexicons/character-variants.tsv and script-phrases.tsv.",
  [...one]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, to]) => from + to)
    .join(""),
  simplifiedOnly,
  ...kept.map(([from, to]) => `${from}\t${to}`),
];
writeFileSync(join(root, "engine/data/script-forms.txt"), `${lines.join("\n")}\n`);
console.log(
  `${one.size} characters, ${kept.length} phrases, ${kept.filter(([f, t]) => [...f].length !== [...t].length).length} change length`,
);
if (process.argv.includes("--show")) {
  for (const [from, to] of one)
    if (characters.get(from) !== to && !compatible.has(from)) process.stdout.write(`${from}${to} `);
  console.log(
    kept.filter(([f]) => /著/.test(f)).length,
    kept
      .filter(([f]) => /著/.test(f))
      .slice(0, 400)
      .map(([f, t]) => `${f}>${t}`)
      .join(" "),
  );
}

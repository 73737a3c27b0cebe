#!/usr/bin/env node
// @ts-check
// Measures how fast repair and conversion to Simplified characters are beside opencc-js alone on the same texts, in CPU
// time of one thread: clean Simplified, clean Traditional, glossed Traditional and damaged pages, at least 20 MB of each
// unless --megabytes says otherwise. The texts are prose of our own (write-prose.mjs), each document another.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Converter } from "opencc-js/t2cn";
import { writeProse } from "./write-prose.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { damage, fold } = await import(join(root, "engine/dist/shifts/damage.js"));
const { repair } = await import(join(root, "engine/dist/repair.js"));
const { lexicon } = await import(join(root, "engine/dist/lexicon.js"));
const { Converter: toTraditionalOf } = await import("opencc-js/cn2t");

const option = (/** @type {string} */ name, /** @type {string} */ fallback) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const megabytes = Number(option("megabytes", "20"));
const only = option("only", "");
const rounds = Number(option("rounds", "3"));

const toTraditional = toTraditionalOf({ from: "cn", to: "t" });
const simplified = writeProse((megabytes * 1e6) / 2.8, 77);
const traditional = simplified.map((text) => toTraditional(text));
const glosses = lexicon("pinyin-readings")
  .flatMap((/** @type {{characters: string, reading: string}} */ row) =>
    [...row.characters].map((char) => /** @type {[string, string]} */ ([char, row.reading])),
  )
  .filter((/** @type {[string, string]} */ [char]) =>
    "說時間過會發對這東開學業產數設於與進員經歷實應該種類".includes(char),
  );
/** @param {string} text */
const glossed = (text) =>
  fold(
    glosses.reduce(
      (/** @type {string} */ page, /** @type {[string, string]} */ [char, pinyin]) =>
        page.replaceAll(char, `${char}(${pinyin})`),
      text,
    ),
  );
const kinds = [
  { name: "clean Simplified", texts: simplified },
  { name: "clean Traditional", texts: traditional },
  { name: "glossed Traditional", texts: traditional.map(glossed) },
  { name: "damaged Traditional", texts: traditional.map((text) => damage(text) ?? text) },
  { name: "damaged Simplified", texts: simplified.map((text) => damage(text) ?? text) },
].filter(({ name }) => name.includes(only));
const opencc = Converter({ from: "t", to: "cn" });

/** MB of UTF-8 a second of CPU time: the median of the rounds. @param {readonly string[]} texts @param {(text: string) => unknown} work */
function speed(texts, work) {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    const from = process.cpuUsage();
    for (const text of texts) work(text);
    const { user, system } = process.cpuUsage(from);
    runs.push(bytes / (user + system));
  }
  return runs.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

for (const { name, texts } of kinds) {
  const ours = speed(texts, (text) => repair(text).text);
  const theirs = speed(texts, opencc);
  console.log(
    `${name.padEnd(22)} ${texts.length} texts  repair and conversion ${ours.toFixed(1)} MB/s  opencc-js alone ${theirs.toFixed(1)} MB/s  ${(ours / theirs).toFixed(2)} ×`,
  );
}

// @ts-check
// One measurement of bench/engine.mjs in a process of its own, so that its memory is its own. Prints one line of JSON:
// bytes done, processor seconds of each run, peak memory in MB.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { articles } from "./articles.mjs";
import { memoryOf } from "./measure.mjs";

const peers = createRequire(join(dirname(fileURLToPath(import.meta.url)), "peers/package.json"));
const engine = await import("../engine/dist/index.js");
const encoder = new TextEncoder();

/** What reads files, whose bytes are made before anything is measured, as a disk has them. @type {Record<string, (bytes: Uint8Array) => unknown>} */
const readers = {
  extract: (bytes) => engine.extract({ name: "a.txt", bytes, encoding: "utf-8" }),
  // As the command prints it, which holds neither all facts nor the line.
  line: (bytes) => {
    const document = { source: { name: "a.txt", bytes, encoding: "utf-8" }, id: null };
    let length = 0;
    for (const piece of engine.extractionLine(() => document)) length += piece.length;
    return length;
  },
  repair: (bytes) => engine.repair({ name: "a.txt", bytes, encoding: "utf-8" }),
};

/** What reads texts: made ready once, then run over every one. @type {Record<string, () => Promise<(text: string) => unknown>>} */
const tasks = {
  dates: async () => (text) => engine.readDates(text),
  numbers: async () => (text) => engine.readNumbers(text),
  money: async () => (text) => engine.readMoney(text),
  "jieba tag": async () => {
    const { Jieba } = peers("@node-rs/jieba");
    const { dict } = peers("@node-rs/jieba/dict");
    const jieba = Jieba.withDict(dict);
    return (text) => jieba.tag(text, true);
  },
  "opencc-js": async () => (await import("opencc-js")).Converter({ from: "t", to: "cn" }),
  "recognizers dates": async () => {
    const { recognizeDateTime, Culture } = peers("@microsoft/recognizers-text-date-time");
    return (text) => recognizeDateTime(text, Culture.Chinese);
  },
  "recognizers numbers": async () => {
    const { recognizeNumber, Culture } = peers("@microsoft/recognizers-text-number");
    return (text) => recognizeNumber(text, Culture.Chinese);
  },
  "recognizers money": async () => {
    const { recognizeCurrency, Culture } = peers("@microsoft/recognizers-text-number-with-unit");
    return (text) => recognizeCurrency(text, Culture.Chinese);
  },
};

const [name = "", kind = "clean", bytes = "0", runs = "3", one = ""] = process.argv.slice(2);
const reader = readers[name];
const task = await tasks[name]?.();
if (reader === undefined && task === undefined) throw new Error(`no such task: ${name}`);
let texts = articles(Number(bytes), /** @type {"clean"} */ (kind));
// `one`: a single document of that size, its articles behind one another.
if (one === "one")
  texts = [
    Buffer.from(texts.join("\n"))
      .subarray(0, Number(bytes))
      .toString("utf8")
      .replace(/\ufffd+$/, ""),
  ];
const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const works = texts.map((text) => {
  if (reader === undefined) return () => task?.(text);
  const bytes = encoder.encode(text);
  return () => reader(bytes);
});
// Warm: the first megabyte, or everything where there is less.
let warmed = 0;
for (const [at, text] of texts.entries()) {
  if (warmed > 1_000_000) break;
  works[at]?.();
  warmed += text.length * 3;
}
const held = memoryOf(process.pid)?.now ?? 0;
/** @type {number[]} */
const seconds = [];
for (let run = 0; run < Number(runs); run++) {
  const from = process.cpuUsage();
  for (const work of works) work();
  const { user, system } = process.cpuUsage(from);
  seconds.push((user + system) / 1e6);
}
console.log(
  JSON.stringify({ bytes: size, documents: texts.length, seconds, held, peak: memoryOf(process.pid)?.peak ?? 0 }),
);

// @ts-check
// The engine beside its peers, one thread each, in one run, over the same text: megabytes of UTF-8 per processor second.
// `npm install --prefix bench/peers` brings the peers; without them our own numbers are printed alone.
// Writes bench/engine.json, which docs/quality.md shows. `--quick` takes a twentieth of the text.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import os from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { heading, median, quoted, table } from "./measure.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, "../cli/dist/main.js");
const quick = process.argv.includes("--quick") ? 0.05 : 1;
const peersHere = existsSync(join(here, "peers/node_modules"));

/**
 * @param {string} name @param {string} kind @param {number} megabytes @param {number} [runs] @param {string} [one]
 * @returns {{rates: number[], peak: number, held: number} | null}
 */
function measure(name, kind, megabytes, runs = 3, one = "") {
  const child = spawnSync(
    process.execPath,
    [join(here, "engine-task.mjs"), name, kind, String(Math.round(megabytes * 1e6 * quick)), String(runs), one],
    { encoding: "utf8", maxBuffer: 1e8, stdio: ["ignore", "pipe", "inherit"] },
  );
  if (child.status !== 0) return null;
  const { bytes, seconds, held, peak } = JSON.parse(child.stdout);
  return { rates: seconds.map((/** @type {number} */ s) => bytes / 1e6 / s), held, peak };
}

heading("npm run bench -- engine");
if (!peersHere) console.log("（同类库未安装 · peers are not installed: npm install --prefix bench/peers）");

/** [what, our task, its peer, kind of text, MB for us, MB for the peer, bar as a multiple of the peer or MB/s] @type {[string, string, string, string, number, number, string][]} */
const pairs = [
  ["extraction, whole", "extract", "jieba tag", "clean", 20, 20, "≥ 1 × peer"],
  ["repair and conversion, clean", "repair", "opencc-js", "clean", 20, 20, "≥ 0.7 × peer"],
  ["repair and conversion, glossed Traditional", "repair", "opencc-js", "glossed", 20, 20, "≥ 0.7 × peer"],
  ["repair and conversion, damaged", "repair", "opencc-js", "damaged", 2, 20, "≥ 0.7 × peer"],
  ["dates", "dates", "recognizers dates", "clean", 20, 0.2, "≥ 5 MB/s"],
  ["numbers", "numbers", "recognizers numbers", "clean", 20, 4, "≥ 4 × peer"],
  ["money", "money", "recognizers money", "clean", 20, 0.1, "≥ 5 MB/s"],
];
/** @type {Record<string, unknown>[]} */
const results = [];
/** @type {(string | number)[][]} */
const rows = [["task", "MB/s, median (spread)", "peak MB", "peer", "MB/s", "peak MB", "ratio", "bar"]];
for (const [what, ours, peer, kind, megabytes, peerMegabytes, bar] of pairs) {
  const mine = measure(ours, kind, megabytes);
  const theirs = peer === "opencc-js" || peersHere ? measure(peer, kind, peerMegabytes) : null;
  const ratio = mine !== null && theirs !== null ? median(mine.rates) / median(theirs.rates) : null;
  rows.push([
    what,
    mine === null ? "—" : quoted(mine.rates, 2),
    mine?.peak ?? "—",
    peer,
    theirs === null ? "—" : quoted(theirs.rates, 2),
    theirs?.peak ?? "—",
    ratio === null ? "—" : ratio.toFixed(2),
    bar,
  ]);
  results.push({
    what,
    rate: mine && median(mine.rates),
    peak: mine?.peak,
    peer,
    peerRate: theirs && median(theirs.rates),
    bar,
  });
}
table(rows);

// One document that grows: the rate must not fall.
const sizes = [0.001, 0.01, 0.1, 1, 20];
const growing = sizes.map((megabytes) => measure("extract", "clean", megabytes / quick, megabytes < 1 ? 20 : 1, "one"));
console.log();
table([
  ["one document of", ...sizes.map((size) => (size < 1 ? `${size * 1000} KB` : `${size} MB`))],
  ["extraction, MB/s", ...growing.map((got) => (got === null ? "—" : median(got.rates).toFixed(2)))],
  ["peak MB", ...growing.map((got) => got?.peak ?? "—")],
]);

/** Wall time of the command on one short document, in milliseconds. @param {readonly string[]} args @param {string} input */
function started(args, input) {
  return Array.from({ length: 7 }, () => {
    const from = performance.now();
    spawnSync(process.execPath, args, { input, stdio: ["pipe", "ignore", "inherit"] });
    return performance.now() - from;
  });
}
const line = `${JSON.stringify("2023年12月11日，海珠区代表团赴惠水县考察。")}\n`;
const bare = started(["-e", "0"], "");
const start = started([main, "extract", "--jsonl", "--jobs", "1"], line);
console.log();
table([
  ["start to the end of a one-line document", "ms, median (spread)"],
  ["node alone", quoted(bare, 0)],
  ["shanhai extract --jsonl", quoted(start, 0)],
]);
results.push({ what: "start", ms: median(start), bare: median(bare), bar: "≤ 150 ms" });

if (quick === 1) {
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.version}`;
  writeFileSync(
    join(here, "engine.json"),
    `${JSON.stringify({ machine, results, growing: sizes.map((mb, at) => ({ mb, rate: growing[at] && median(growing[at].rates), peak: growing[at]?.peak })) }, null, 2)}\n`,
  );
}

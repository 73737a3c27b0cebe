// @ts-check
// `shanhai extract --jsonl` as a filter: documents per second and peak memory with 1, 2, 3 threads, over a stream of 10 MB
// and of 40 MB, which must need the same memory.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { articles } from "./articles.mjs";
import { heading, memoryOf, table } from "./measure.mjs";

const main = join(dirname(dirname(fileURLToPath(import.meta.url))), "cli/dist/main.js");
const quick = process.argv.includes("--quick");
const texts = articles(quick ? 300_000 : 10_000_000);
const lines = texts.map((text, at) => `${JSON.stringify({ id: String(at), text })}\n`);

/** @param {number} threads @param {number} rounds */
async function run(threads, rounds) {
  const from = performance.now();
  const child = spawn(process.execPath, [main, "extract", "--jsonl", "--jobs", String(threads)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let out = 0;
  let peak = 0;
  child.stdout.on("data", (/** @type {Buffer} */ chunk) => {
    for (const byte of chunk) if (byte === 10) out++;
  });
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid ?? 0)?.peak ?? 0);
  }, 100);
  for (let round = 0; round < rounds; round++)
    for (const line of lines) if (!child.stdin.write(line)) await once(child.stdin, "drain");
  child.stdin.end();
  await once(child, "close");
  clearInterval(watch);
  const seconds = (performance.now() - from) / 1000;
  if (out !== lines.length * rounds) throw new Error(`${lines.length * rounds} lines in, ${out} out`);
  return { rate: out / seconds, peak };
}

heading("npm run bench -- stream");
/** @type {(string | number)[][]} */
const rows = [["threads", "MB of text", "documents/s", "peak MB"]];
for (const threads of [1, 2, 3])
  for (const rounds of threads === 2 ? [1, 4] : [1]) {
    const { rate, peak } = await run(threads, rounds);
    rows.push([
      threads,
      ((rounds * texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)) / 1e6) | 0,
      rate.toFixed(0),
      peak,
    ]);
  }
table(rows);

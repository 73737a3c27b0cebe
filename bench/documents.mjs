// @ts-check
// Documents per second through the whole path: secrecy door, reading in a worker, file on disk, rows, chain. The
// samples, each made different by a number in its last line. Median of three runs of 60 documents after a warm-up.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLedger } from "@shanhai/ledger";
import { onBothDatabases } from "./ledgers.mjs";
import { heading, memoryOf, quoted, table } from "./measure.mjs";

const samples = join(dirname(dirname(fileURLToPath(import.meta.url))), "samples");
const texts = readdirSync(samples)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => readFileSync(join(samples, name)));

heading("npm run bench -- documents");
/** @type {(string | number)[][]} */
const rows = [["database", "documents/s, median (spread)", "KB/s of text", "peak MB of the process"]];
await onBothDatabases(async (kind, config) => {
  const ledger = await openLedger(config);
  const actor = await ledger.operator();
  let number = 0;
  const run = async (/** @type {number} */ count) => {
    const from = performance.now();
    let bytes = 0;
    for (let at = 0; at < count; at++) {
      const text = Buffer.concat([texts[at % texts.length] ?? Buffer.alloc(0), Buffer.from(`\n编号${number}\n`)]);
      await ledger.submit(actor, { name: `材料${number++}.txt`, bytes: text });
      bytes += text.length;
    }
    const seconds = (performance.now() - from) / 1000;
    return { documents: count / seconds, kb: bytes / 1024 / seconds };
  };
  await run(10);
  const runs = [await run(60), await run(60), await run(60)];
  rows.push([
    kind,
    quoted(runs.map((r) => r.documents)),
    quoted(
      runs.map((r) => r.kb),
      0,
    ),
    memoryOf(process.pid)?.peak ?? "—",
  ]);
  await ledger.close();
});
table(rows);

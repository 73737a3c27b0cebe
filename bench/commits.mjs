// @ts-check
// Commits per second: one-row commands through the whole write path (versions, chain, digest, past, sources), by one
// writer and by eight at once in eight scopes. Median of three runs of 3 s each after a warm-up.
import { openLedger } from "@shanhai/ledger";
import { madeParties, onBothDatabases, projectsCommand } from "./ledgers.mjs";
import { heading, memoryOf, quoted, table } from "./measure.mjs";

heading("npm run bench -- commits");
/** @type {(string | number)[][]} */
const rows = [
  ["database", "writers", "commits/s, median (spread)", "rows/s in commands of 500", "peak MB of the process"],
];
await onBothDatabases(async (kind, config) => {
  const ledger = await openLedger(config);
  const actor = await ledger.operator();
  const scopes = await madeParties(ledger, 8);

  /** @param {number} writers @param {number} size */
  const rate = async (writers, size) => {
    const until = performance.now() + 3000;
    const from = performance.now();
    let done = 0;
    await Promise.all(
      scopes.slice(0, writers).map(async (scope) => {
        while (performance.now() < until) {
          await ledger.write(actor, projectsCommand(scope, size));
          done++;
        }
      }),
    );
    return (done * 1000) / (performance.now() - from);
  };
  await rate(1, 1);
  for (const writers of [1, 8]) {
    const singles = [await rate(writers, 1), await rate(writers, 1), await rate(writers, 1)];
    const batches = [await rate(writers, 500), await rate(writers, 500), await rate(writers, 500)].map((r) => r * 500);
    rows.push([kind, writers, quoted(singles, 0), quoted(batches, 0), memoryOf(process.pid)?.peak ?? "—"]);
  }
  await ledger.close();
});
table(rows);

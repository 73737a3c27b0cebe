// @ts-check
// `shanhai verify` over 1,000,000 rows that a roll brought in: chains, every row's digest from its values, files, heads.log,
// the audit log. SHANHAI_VERIFY_ROWS makes it smaller.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLedger } from "@shanhai/ledger";
import { onBothDatabases } from "./ledgers.mjs";
import { heading, memoryOf, table } from "./measure.mjs";

const ROWS = Number(process.env.SHANHAI_VERIFY_ROWS ?? 1_000_000);
const bulk = join(dirname(fileURLToPath(import.meta.url)), "bulk.mjs");

heading(`npm run bench -- verify (${ROWS.toLocaleString("en")} rows)`);
/** @type {(string | number)[][]} */
const lines = [["database", "links", "rows", "s", "s of processor in this process", "peak MB"]];
const folder = mkdtempSync(join(tmpdir(), "shanhai-verify-"));
try {
  const roll = join(folder, "石坎县2023年务工花名册.xlsx");
  step("make", null, roll);
  await onBothDatabases(async (kind, config) => {
    step("prepare", config, roll);
    step("import", config, roll);
    const ledger = await openLedger(config);
    const actor = await ledger.operator();
    const [from, cpu] = [performance.now(), process.cpuUsage()];
    const { links, rows, broken } = await ledger.verify(actor);
    const { user, system } = process.cpuUsage(cpu);
    const seconds = (performance.now() - from) / 1000;
    await ledger.close();
    if (broken !== null || rows < ROWS) throw new Error(broken?.en ?? `${rows} rows`);
    lines.push([
      kind,
      links,
      rows,
      seconds.toFixed(1),
      ((user + system) / 1e6).toFixed(1),
      memoryOf(process.pid)?.peak ?? "–",
    ]);
  });
  table(lines);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} name @param {any} config @param {string} file */
function step(name, config, file) {
  const words = [bulk, name, config === null ? "" : JSON.stringify(config), file];
  const env = { ...process.env, SHANHAI_BULK_ROWS: String(ROWS) };
  const done = spawnSync(process.execPath, words, { encoding: "utf8", env });
  if (done.status !== 0) throw new Error(`${name}: ${done.stderr}`);
}

// @ts-check
// A labour roll of 100,000 rows whose program is killed (SIGKILL) in the middle of its import: what was confirmed must be there,
// the import goes on behind it, verify and a full count of the roll-ups must agree. SHANHAI_CRASH_ROWS makes it smaller.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLedger } from "@shanhai/ledger";
import { onBothDatabases } from "./ledgers.mjs";
import { heading, table } from "./measure.mjs";

const ROWS = Number(process.env.SHANHAI_CRASH_ROWS ?? 100_000);
const bulk = join(dirname(fileURLToPath(import.meta.url)), "bulk.mjs");
const env = { ...process.env, SHANHAI_BULK_ROWS: String(ROWS), SHANHAI_BULK_TELL: "yes" };

heading(`npm run bench -- crash (${ROWS.toLocaleString("en")} rows)`);
/** @type {(string | number)[][]} */
const lines = [
  ["database", "told before the kill", "there after it", "opened again s", "gone on with s", "rows", "verify"],
];
const folder = mkdtempSync(join(tmpdir(), "shanhai-crash-"));
try {
  const roll = join(folder, "石坎县2023年务工花名册.xlsx");
  spawnSync(process.execPath, [bulk, "make", "", roll], { env });
  await onBothDatabases(async (kind, config) => {
    spawnSync(process.execPath, [bulk, "prepare", JSON.stringify(config), roll], { env });
    const { id, told } = await killed(config, roll);
    const start = performance.now();
    const ledger = await openLedger(config);
    const actor = await ledger.operator();
    const { state, position } = await ledger.importState(actor, id);
    const opened = performance.now();
    if (state !== "interrupted" || position < told) throw new Error(`told ${told}, there ${position}, ${state}`);
    const done = await ledger.resumeImport(actor, id);
    const resumed = performance.now();
    const { broken, rows } = await ledger.verify(actor);
    const differences = await ledger.checkRollups(actor);
    await ledger.close();
    if (done.state !== "done" || done.position !== ROWS || broken !== null || differences.length > 0)
      throw new Error(`${done.state} ${done.position} ${broken?.en ?? ""} ${differences.length} roll-ups`);
    lines.push([
      kind,
      told,
      position,
      ((opened - start) / 1000).toFixed(1),
      ((resumed - opened) / 1000).toFixed(1),
      rows,
      "passed",
    ]);
  });
  table(lines);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs the import and kills it when half of it is confirmed. @param {any} config @param {string} file @returns {Promise<{id: string, told: number}>} */
function killed(config, file) {
  const child = spawn(process.execPath, [bulk, "import", JSON.stringify(config), file], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let last = { id: "", told: 0 };
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
    const whole = said.split("\n");
    said = whole.pop() ?? "";
    for (const line of whole) {
      const [id = "", done = "0"] = line.split(" ");
      if (Number(done) > 0) last = { id, told: Number(done) };
    }
    if (last.told >= ROWS / 2) child.kill("SIGKILL");
  });
  return new Promise((resolve) => child.once("exit", () => resolve(last)));
}

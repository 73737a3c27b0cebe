// @ts-check
// 25,000 labour rows on an office's hard disk: the embedded database with 15 ms put before every fsync of its file system.
// What a user's list takes meanwhile is measured beside it. SHANHAI_FSYNC_MS is the delay.
import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLedger } from "@shanhai/ledger";
import { heading, percentile, table } from "./measure.mjs";

const ROWS = 25_000;
const DELAY = Number(process.env.SHANHAI_FSYNC_MS ?? 15);
const BAR = 120;
const here = fileURLToPath(import.meta.url);
const [role = "", dataDir = ""] = process.argv.slice(2);

if (role === "engine") await engine(dataDir);
else {
  heading(`npm run bench -- slow-disk (${ROWS.toLocaleString("en")} labour rows, ${DELAY} ms before every fsync)`);
  const folder = mkdtempSync(join(tmpdir(), "shanhai-slow-"));
  const config = { dataDir: join(folder, "data") };
  const made = await openLedger(config);
  await made.openPair(
    await made.operator(),
    { path: "甲省临海市望潮区", adcode: "990101" },
    { path: "乙省云岭州石坎县", adcode: "980101" },
  );
  await made.close();
  const roll = join(folder, "石坎县2023年务工花名册.xlsx");
  const { spawnSync } = await import("node:child_process");
  spawnSync(process.execPath, [join(here, "../bulk.mjs"), "make", "", roll], {
    env: { ...process.env, SHANHAI_BULK_ROWS: String(ROWS) },
  });
  const slow = fork(here, ["engine", config.dataDir]);
  await new Promise((resolve) => slow.once("message", resolve));
  try {
    const ledger = await openLedger(config);
    const actor = await ledger.operator();
    const from = performance.now();
    const bytes = new Uint8Array(readFileSync(roll));
    const { document_id } = await ledger.submit(actor, { name: "石坎县2023年务工花名册.xlsx", bytes });
    const plan = await ledger.planImport(actor, document_id, {});
    const planned = performance.now();
    /** @type {number[]} */
    const lists = [];
    let over = false;
    const user = (async () => {
      while (!over) {
        const asked = performance.now();
        await ledger.list(actor, "labour_record", { limit: 50 });
        lists.push(performance.now() - asked);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    })();
    const done = await ledger.importSheet(actor, document_id, {
      options: {},
      choices: {},
      hash: plan.hash,
      id: randomUUID(),
    });
    over = true;
    await user;
    const seconds = (performance.now() - from) / 1000;
    const { rows } = await (await import("../ledger/dist/database.js")).openDatabase(config).then(async (db) => {
      const found = await db.query("select count(*)::int as rows from labour_record");
      await db.close();
      return found.rows[0] ?? { rows: 0 };
    });
    const { broken } = await ledger.verify(actor);
    await ledger.close();
    if (rows !== ROWS || done.state !== "done" || broken !== null) throw new Error(`${rows} rows, ${done.state}`);
    table([
      ["embedded", "in all s", "of it preview s", "a list beside it, p50 ms", "p95 ms"],
      [
        `${DELAY} ms`,
        seconds.toFixed(1),
        ((planned - from) / 1000).toFixed(1),
        percentile(lists, 0.5).toFixed(0),
        percentile(lists, 0.95).toFixed(0),
      ],
    ]);
    if (seconds > BAR) {
      console.error(`a bar is missed: ${BAR} s`);
      process.exitCode = 1;
    }
  } finally {
    slow.send("close");
    await new Promise((resolve) => slow.once("exit", resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The gate and its engine in this process, on a file system that waits. @param {string} directory */
async function engine(directory) {
  const { claimGate } = await import("../ledger/dist/embedded/gate-lock.js");
  const { gatePlace } = await import("../ledger/dist/embedded/gate-place.js");
  const { GateServer } = await import("../ledger/dist/embedded/gate-server.js");
  const { PostgresEngine } = await import("../ledger/dist/embedded/postgres-engine.js");
  const clock = new Int32Array(new SharedArrayBuffer(4));
  const watch = {
    before: (/** @type {{kind: string}} */ { kind }) => {
      if (kind === "fsync" || kind === "fsyncDirectory") Atomics.wait(clock, 0, 0, DELAY);
    },
  };
  const gate = await GateServer.open({ openEngine: () => PostgresEngine.open(join(directory, "database"), { watch }) });
  const lock = await claimGate(gatePlace(directory), (socket) => gate.accept(socket));
  if (lock === null) throw new Error("somebody else has the database");
  process.once("message", async () => {
    await gate.close();
    await lock.release();
    process.exit(0);
  });
  process.send?.("open");
}

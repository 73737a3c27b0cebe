// @ts-check
// Start: from the command to the printed link, cold (no data: database made, samples read and checked) and warm;
// memory when idle. Five warm runs, three cold ones.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { heading, memoryOf, quoted, table } from "./measure.mjs";

const main = join(dirname(dirname(fileURLToPath(import.meta.url))), "cli/dist/main.js");

/** One start to the link, then Ctrl-C. @param {string} dataDir @param {boolean} idle */
async function start(dataDir, idle) {
  const from = performance.now();
  const server = spawn(process.execPath, [main, "serve", "--samples", "--port", "0"], {
    env: { ...process.env, SHANHAI_DATA: dataDir, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  await new Promise((resolve, reject) => {
    server.stdout.on("data", (chunk) => {
      printed += chunk;
      if (printed.includes("#token=")) resolve(undefined);
    });
    server.once("exit", (code) => reject(new Error(`ended with ${code} before serving`)));
  });
  const seconds = (performance.now() - from) / 1000;
  if (idle) await pause(3000);
  const memory = memoryOf(server.pid ?? 0);
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const stopFrom = performance.now();
  server.kill("SIGINT");
  await ended;
  return { seconds, memory, stop: (performance.now() - stopFrom) / 1000 };
}

heading("npm run bench -- start");
const folder = mkdtempSync(join(tmpdir(), "shanhai-bench-"));
const cold = [];
for (let run = 0; run < 3; run++) cold.push(await start(join(folder, `cold-${run}`), false));
const warm = [];
for (let run = 0; run < 5; run++) warm.push(await start(join(folder, "cold-0"), true));
rmSync(folder, { recursive: true, force: true });
table([
  ["start", "s, median (spread)", "memory MB"],
  [
    "cold: database made, samples read and checked",
    quoted(
      cold.map((r) => r.seconds),
      2,
    ),
    `peak ${Math.max(...cold.map((r) => r.memory?.peak ?? 0))}`,
  ],
  [
    "warm",
    quoted(
      warm.map((r) => r.seconds),
      2,
    ),
    `idle ${Math.max(...warm.map((r) => r.memory?.now ?? 0))}`,
  ],
  [
    "stop (Ctrl-C)",
    quoted(
      [...cold, ...warm].map((r) => r.stop),
      2,
    ),
    "",
  ],
]);

#!/usr/bin/env node
// @ts-check
// Everything that must hold, in parts with their times: build, types, lint, borders, unit, quality (the scores on the
// corpus keep their floors), database (embedded and a real PostgreSQL 15), HTTP and command line, browser.
// `--durability` runs the kill, power-cut and client proofs at full counts instead; `--only PART` runs one part after
// the build. What tests write for themselves goes to memory where the machine has room for it.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { run } from "node:test";
import { fileURLToPath } from "node:url";
import { startTestPostgres } from "./test-postgres.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const durability = process.argv.includes("--durability");
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : undefined;

/** @type {{part: string, seconds: number, passed: number, failed: number}[]} */
const parts = [];

/** @param {string} part @param {() => Promise<{passed: number, failed: number}>} work */
async function timed(part, work) {
  if (only !== undefined && only !== part && part !== "build") return;
  const from = performance.now();
  const { passed, failed } = await work();
  parts.push({ part, seconds: (performance.now() - from) / 1000, passed, failed });
}

/** A command that passes or fails as a whole. @param {string[]} args */
async function command(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Test files of a folder. @param {string} folder @param {string} [ending] @returns {string[]} */
function testFiles(folder, ending = ".test.js") {
  const from = join(root, folder);
  if (!existsSync(from)) return [];
  return readdirSync(from, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !name.includes("node_modules"))
    .sort()
    .map((name) => join(from, name));
}

/** Runs test files, three at a time (two cores wait for disk and pages a quarter of the time), each in its own process; prints what failed and why. @param {string[]} files */
async function tests(files) {
  let passed = 0;
  let failed = 0;
  if (files.length === 0) return { passed, failed: 1 };
  // The proofs at full counts take minutes each.
  const stream = run({ files, concurrency: 3, timeout: durability ? 1_800_000 : 400_000 });
  stream.on("test:pass", (event) => {
    if (event.skip !== undefined || event.todo !== undefined) failed++;
    else if (event.details.type !== "suite") passed++;
  });
  stream.on("test:fail", (event) => {
    if (event.details.type === "suite") return;
    failed++;
    const { error } = event.details;
    const cause =
      error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : String(error.cause ?? error.message);
    console.error(`✖ ${relative(root, event.file ?? "")}: ${event.name}\n${cause}\n`);
  });
  stream.on("test:stderr", (event) => process.stderr.write(event.message));
  stream.on("test:stdout", (event) => process.stdout.write(event.message));
  for await (const _ of stream);
  return { passed, failed };
}

/** A database of its own for every suite is two thousand files: copied in memory in a tenth of the time. Tests of fsync count calls and cut power in a file system of their own, so they need no disk. */
function useMemory() {
  const memory = "/dev/shm";
  const ROOM = 4 * 1024 ** 3;
  if (durability || process.env.TMPDIR !== undefined || !existsSync(memory)) return;
  const { bavail, bsize } = statfsSync(memory);
  if (bavail * bsize < ROOM) return;
  const folder = mkdtempSync(join(memory, "shanhai-test-"));
  // The test server runs as another user and must be able to walk through.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
}

useMemory();
await timed("build", () => command("scripts/build.mjs", "--if-changed"));
if (parts[0]?.failed === 0) {
  if (durability) {
    process.env.SHANHAI_DURABILITY = "full";
    await timed("durability", () => tests(testFiles("ledger/dist/durability")));
  } else {
    await timed("types", () => command("node_modules/typescript/bin/tsc", "-p", "scripts/tsconfig.json"));
    await timed("lint", () => command("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."));
    await timed("borders", () => command("scripts/check-borders.mjs"));
    await timed("unit", () => tests(["engine/dist", "model/dist"].flatMap((room) => testFiles(room))));
    await timed("quality", () => tests(testFiles("scripts/quality", ".test.mjs")));
    const postgres = await startTestPostgres();
    process.env.SHANHAI_TEST_DATABASE_URL = postgres.url;
    try {
      await timed("database", () => tests(testFiles("ledger/dist")));
      await timed("server", () => tests(["server/dist", "cli/dist"].flatMap((room) => testFiles(room))));
      await timed("browser", () => tests([...testFiles("web/dist-types"), ...testFiles("e2e/dist")]));
    } finally {
      await postgres.stop();
    }
  }
}

for (const { part, seconds, passed, failed } of parts) {
  console.log(
    `${part.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${passed} passed${failed > 0 ? `, ${failed} failed` : ""}`,
  );
}
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

#!/usr/bin/env node
// @ts-check
// Everything that must hold: after the build one queue of types, lint, borders, unit, quality (the scores on the corpus
// keep their floors), database (embedded and a real PostgreSQL 15), HTTP and command line, and browser, the long ones
// first, so that no core waits for the last file of a part. `--durability` runs the kill, power-cut and client proofs at
// full counts instead; `--only PART` runs one part after the build; `--slowest` names the files that took longest. What
// tests write for themselves goes to memory where the machine has room for it.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { run } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startTestPostgres } from "./test-postgres.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const durability = process.argv.includes("--durability");
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : undefined;

/** @typedef {{passed: number, failed: number}} Count */
/** One thing to run. @typedef {{part: string, name: string, work: () => Promise<Count>}} Job */

/** @type {Map<string, {seconds: number, passed: number, failed: number}>} */
const parts = new Map();
/** @type {{name: string, seconds: number}[]} */
const took = [];

/** @param {Job} job */
async function done({ part, name, work }) {
  const from = performance.now();
  const { passed, failed } = await work();
  const seconds = (performance.now() - from) / 1000;
  const sum = parts.get(part) ?? { seconds: 0, passed: 0, failed: 0 };
  parts.set(part, { seconds: sum.seconds + seconds, passed: sum.passed + passed, failed: sum.failed + failed });
  took.push({ name, seconds });
}

/** A command that passes or fails as a whole. @param {string} part @param {string[]} args @returns {Job} */
function command(part, ...args) {
  /** @type {() => Promise<Count>} */
  const work = () =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
      child.once("exit", (status) => resolve(status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
    });
  return { part, name: part, work };
}

/** Test files of a part, the largest first: size is a fair guess at length. @param {string} part @param {string[]} folders @param {string} [ending] @returns {Job[]} */
function testFiles(part, folders, ending = ".test.js") {
  const files = largestFirst(folders, ending);
  if (files.length === 0) return [notBuilt(part)];
  return files.map((file) => ({ part, name: relative(root, file), work: () => tests(file) }));
}

/**
 * Files of tests in a few processes: a room is loaded, and compiled while it warms up, once in each.
 * @param {string} part @param {string} folder @param {number} processes @returns {Job[]}
 */
function testsTogether(part, folder, processes) {
  const files = largestFirst([folder], ".test.js");
  if (files.length === 0) return [notBuilt(part)];
  return Array.from({ length: processes }, (_, at) => {
    const name = `${folder} ${at + 1} of ${processes}`;
    const work = () => {
      const entry = join(mkdtempSync(join(tmpdir(), "shanhai-together-")), "all.test.mjs");
      const own = files.filter((_, index) => index % processes === at);
      writeFileSync(entry, own.map((file) => `await import(${JSON.stringify(pathToFileURL(file).href)});\n`).join(""));
      return tests(entry).finally(() => rmSync(dirname(entry), { recursive: true }));
    };
    return { part, name, work };
  });
}

/** @param {string[]} folders @param {string} ending @returns {string[]} */
function largestFirst(folders, ending) {
  const files = folders.flatMap((folder) => {
    const from = join(root, folder);
    if (!existsSync(from)) return [];
    return readdirSync(from, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(ending) && !name.includes("node_modules"))
      .map((name) => join(from, name));
  });
  return files
    .map((file) => ({ file, size: statSync(file).size }))
    .sort((a, b) => b.size - a.size || a.file.localeCompare(b.file))
    .map(({ file }) => file);
}

/** A part without a file is a part that was not built. @param {string} part @returns {Job} */
function notBuilt(part) {
  return { part, name: part, work: async () => ({ passed: 0, failed: 1 }) };
}

/** Runs one test file in a process of its own; prints what failed and why. @param {string} file @returns {Promise<Count>} */
async function tests(file) {
  let passed = 0;
  let failed = 0;
  // The proofs at full counts take minutes each.
  const stream = run({ files: [file], timeout: durability ? 1_800_000 : 400_000 });
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
    console.error(`✖ ${relative(root, event.file ?? file)}: ${event.name}\n${cause}\n`);
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

/** Works on the jobs three at a time, in their order: two cores wait for disk and pages a quarter of the time. @param {Job[]} jobs */
async function all(jobs) {
  const waiting = jobs.filter(({ part }) => only === undefined || only === part);
  const next = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await done(job);
  };
  await Promise.all([next(), next(), next()]);
}

useMemory();
const from = performance.now();
await done(command("build", "scripts/build.mjs", "--if-changed"));
if (parts.get("build")?.failed === 0) {
  if (durability) {
    process.env.SHANHAI_DURABILITY = "full";
    await all(testFiles("durability", ["ledger/dist/durability"]));
  } else {
    const postgres = await startTestPostgres();
    process.env.SHANHAI_TEST_DATABASE_URL = postgres.url;
    try {
      await all([
        ...testFiles("browser", ["e2e/dist"]),
        ...testFiles("server", ["server/dist", "cli/dist"]),
        ...testsTogether("database", "ledger/dist", 24),
        ...testFiles("quality", ["scripts/quality"], ".test.mjs"),
        command("types", "node_modules/typescript/bin/tsc", "-p", "scripts/tsconfig.json"),
        command("lint", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
        command("borders", "scripts/check-borders.mjs"),
        ...testsTogether("unit", "engine/dist", 4),
        ...testsTogether("unit", "model/dist", 1),
        ...testsTogether("unit", "web/dist-types", 1),
      ]);
    } finally {
      await postgres.stop();
    }
  }
}

if (process.argv.includes("--slowest")) {
  for (const { name, seconds } of took.sort((a, b) => b.seconds - a.seconds).slice(0, 25))
    console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`);
}
console.log("          file time (three files run at once)");
for (const [part, { seconds, passed, failed }] of parts) {
  console.log(
    `${part.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${passed} passed${failed > 0 ? `, ${failed} failed` : ""}`,
  );
}
const counts = [...parts.values()];
const passed = counts.reduce((sum, part) => sum + part.passed, 0);
const failed = counts.reduce((sum, part) => sum + part.failed, 0);
console.log(`${((performance.now() - from) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

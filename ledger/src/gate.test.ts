import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { openDatabase } from "./database.js";
import { LedgerError } from "./error-codes.js";
import { copyEmptyDatabase } from "./trial/trial-databases.js";

const program = path.join(import.meta.dirname, "trial/trial-process.js");

async function dataDirectory(context: TestContext, ...below: readonly string[]): Promise<string> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "shanhai-join-"));
  context.after(() => fs.rmSync(home, { recursive: true, force: true }));
  const dataDir = path.join(home, ...below, "data");
  fs.mkdirSync(dataDir, { recursive: true });
  await copyEmptyDatabase(dataDir);
  return dataDir;
}

/** Another process that opens the database; tells whether it owns it or how it was refused. */
async function start(
  context: TestContext,
  dataDir: string,
  mode = "join",
): Promise<{ child: ChildProcess; told: string }> {
  const child = fork(program, [dataDir, mode]);
  context.after(() => child.kill("SIGKILL"));
  const [told] = (await once(child, "message")) as [string];
  return { child, told };
}

async function end(child: ChildProcess, how: "close" | "SIGKILL"): Promise<void> {
  const ended = once(child, "exit");
  if (how === "close") child.send("close");
  else child.kill(how);
  await ended;
}

test("of processes that start at the same moment exactly one opens, the others join", async (context) => {
  const dataDir = await dataDirectory(context);
  for (let round = 0; round < 3; round += 1) {
    const started = await Promise.all(Array.from({ length: 4 }, () => start(context, dataDir)));
    assert.deepEqual(started.map(({ told }) => told).sort(), ["joined", "joined", "joined", "owned"]);
    // Clients of one database: all rounds' rows are there, written from every process.
    const owner = started.find(({ told }) => told === "owned");
    for (const { child } of started) if (child !== owner?.child) await end(child, "close");
    if (owner) await end(owner.child, round === 1 ? "SIGKILL" : "close");
  }
  const database = await openDatabase({ dataDir });
  const { rows } = await database.query("SELECT count(*)::int AS n, count(DISTINCT pid)::int AS pids FROM visitor");
  await database.close();
  assert.deepEqual(rows, [{ n: 12, pids: 12 }]);
});

test("of servers that start at the same moment one serves, the others are refused in both languages", async (context) => {
  const dataDir = await dataDirectory(context);
  const started = await Promise.all(Array.from({ length: 3 }, () => start(context, dataDir, "exclusive")));
  assert.deepEqual(started.map(({ told }) => told).sort(), ["DATABASE_IN_USE", "DATABASE_IN_USE", "owned"]);
  const refused = openDatabase({ dataDir }, { exclusive: true });
  await assert.rejects(refused, (error) => error instanceof LedgerError && /已在运行/.test(error.zh));
  const joined = await openDatabase({ dataDir });
  assert.equal(joined.owned, false);
  await joined.close();
});

test("a lock left by a killed process does not block, and nothing of it stays behind", async (context) => {
  const dataDir = await dataDirectory(context);
  const { child } = await start(context, dataDir);
  await end(child, "SIGKILL");
  assert.equal(
    fs.readdirSync(dataDir).filter((name) => name.endsWith(".sock")).length,
    process.platform === "win32" ? 0 : 1,
  );
  const database = await openDatabase({ dataDir }, { exclusive: true });
  assert.ok(database.owned);
  assert.deepEqual((await database.query("SELECT count(*)::int AS n FROM visitor")).rows, [{ n: 1 }]);
  await database.close();
  assert.deepEqual(fs.readdirSync(dataDir), ["database"]);
});

test("a path too long for a socket works, for others too", async (context) => {
  const dataDir = await dataDirectory(context, "很长的目录名".repeat(6), "second".repeat(20));
  const { child, told } = await start(context, dataDir);
  assert.equal(told, "owned");
  const database = await openDatabase({ dataDir });
  assert.equal(database.owned, false);
  await database.close();
  await end(child, "close");
});

test("the data directory is its owner's alone", async (context) => {
  if (process.platform === "win32") return;
  const dataDir = await dataDirectory(context);
  fs.chmodSync(dataDir, 0o755);
  await (await openDatabase({ dataDir })).close();
  assert.equal(fs.statSync(dataDir).mode & 0o777, 0o700);
});

test("a directory of another PostgreSQL is refused with the way out, and not touched", async (context) => {
  const dataDir = await dataDirectory(context);
  const file = path.join(dataDir, "database/PG_VERSION");
  fs.writeFileSync(file, "17\n");
  const opened = openDatabase({ dataDir });
  await assert.rejects(opened, (error) => {
    assert.ok(error instanceof LedgerError);
    assert.equal(error.code, "DATABASE_OTHER_VERSION");
    assert.match(error.zh, /shanhai export.*shanhai import/);
    return true;
  });
  fs.writeFileSync(file, "18\n");
  await (await openDatabase({ dataDir })).close();
});

test("a damaged directory and one that cannot be used are refused with words", async (context) => {
  const dataDir = await dataDirectory(context);
  fs.rmSync(path.join(dataDir, "database/global/pg_control"));
  await assert.rejects(openDatabase({ dataDir }), { code: "DATABASE_DAMAGED" });
  const file = path.join(dataDir, "a-file");
  fs.writeFileSync(file, "");
  await assert.rejects(openDatabase({ dataDir: path.join(file, "below") }), { code: "DATA_DIRECTORY_UNUSABLE" });
});

test("two processes on an empty place make one database; what a killed start left is removed", async (context) => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "shanhai-new-"));
  context.after(() => fs.rmSync(home, { recursive: true, force: true }));
  const dataDir = path.join(home, "data");
  fs.mkdirSync(path.join(dataDir, "database.making-0123456789ab"), { recursive: true });
  const started = await Promise.all([start(context, dataDir), start(context, dataDir)]);
  assert.deepEqual(started.map(({ told }) => told).sort(), ["joined", "owned"]);
  for (const mode of ["joined", "owned"]) {
    for (const { child, told } of started) if (told === mode) await end(child, "close");
  }
  assert.deepEqual(fs.readdirSync(dataDir), ["database"]);
});

test("when the owner ends, who had joined is told so, and may open the database next", async (context) => {
  const dataDir = await dataDirectory(context);
  const { child } = await start(context, dataDir);
  const joined = await openDatabase({ dataDir });
  await joined.query("SELECT 1");
  await end(child, "SIGKILL");
  await assert.rejects(joined.query("SELECT 1"), { code: "DATABASE_ENDED" });
  await joined.close();
  const next = await openDatabase({ dataDir });
  assert.ok(next.owned);
  await next.close();
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { DiskOperation } from "./durable-fs.js";
import { errorCode, trialGate } from "./trial-gate.js";

/** Where the disk says that it is full, and what the client is told. */
const PLACES: readonly (readonly [string, (operation: DiskOperation) => boolean])[] = [
  ["a table grows", (operation) => operation.kind === "write" && /[\\/]base[\\/]/.test(operation.path)],
  ["the log is written", (operation) => operation.kind === "write" && /pg_wal/.test(operation.path)],
  ["the log is synced", (operation) => operation.kind === "fsync" && /pg_wal/.test(operation.path)],
  ["anything is written", (operation) => operation.kind === "write" || operation.kind === "create"],
];

for (const [place, matches] of PLACES) {
  test(`a disk that is full when ${place}: told as 53100, nothing acknowledged is lost, it goes on with space`, async (context) => {
    let full = false;
    const trial = await trialGate(context, {
      watch: {
        before(operation) {
          if (full && matches(operation)) throw Object.assign(new Error("no space"), { code: "ENOSPC" });
        },
      },
    });
    const other = await trial.client();
    await other.query("CREATE TABLE t (id int PRIMARY KEY, text text)");
    await other.query("INSERT INTO t SELECT n, repeat('x', 500) FROM generate_series(1, 2000) n");
    full = true;
    const writer = await trial.raw();
    await writer.start();
    const told = await writer.query("INSERT INTO t SELECT n, repeat('y', 800) FROM generate_series(2001, 30000) n");
    assert.equal(errorCode(told), "53100");
    full = false;
    const { rows } = await other.query("SELECT count(*)::int AS n, max(id) AS last FROM t");
    assert.deepEqual(rows, [{ n: 2000, last: 2000 }]);
    await other.query("INSERT INTO t VALUES (2001, 'z')");
    assert.deepEqual((await other.query("SELECT text FROM t WHERE id = 2001")).rows, [{ text: "z" }]);
  });
}

test("while the disk stays full every client is told so, and none waits for ever", async (context) => {
  let full = false;
  const trial = await trialGate(context, {
    watch: {
      before(operation) {
        if (full && (operation.kind === "write" || operation.kind === "create")) {
          throw Object.assign(new Error("no space"), { code: "ENOSPC" });
        }
      },
    },
  });
  const first = await trial.client();
  await first.query("CREATE TABLE t (id int)");
  full = true;
  await assert.rejects(first.query("INSERT INTO t VALUES (1)"), { code: "53100" });
  await assert.rejects((await trial.client()).query("INSERT INTO t VALUES (2)"), { code: "53100" });
  full = false;
  const last = await trial.client();
  await last.query("INSERT INTO t VALUES (3)");
  assert.deepEqual((await last.query("SELECT id FROM t")).rows, [{ id: 3 }]);
});

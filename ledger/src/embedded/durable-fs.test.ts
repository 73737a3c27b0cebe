import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import type { DiskOperation } from "./durable-fs.js";
import { trialGate } from "./trial-gate.js";

test("before an fsync returns, every directory in which a name changed since is synced", async (context) => {
  const seen: DiskOperation[] = [];
  const trial = await trialGate(context, { watch: { after: (operation) => seen.push(operation) } });
  const client = await trial.client();
  seen.length = 0;
  await client.query("CREATE TABLE t (id int PRIMARY KEY)");
  await client.query("INSERT INTO t SELECT generate_series(1, 1000)");
  await client.query("SELECT pg_switch_wal()");
  await client.query("DROP TABLE t");
  await client.query("CHECKPOINT");
  const changed = new Set<string>();
  let late: string[] = [];
  let names = 0;
  for (const operation of seen) {
    if (operation.kind === "fsyncDirectory") changed.delete(operation.path);
    // An operation after a sync, of another kind than syncing: by now nothing of before may be left.
    else if (late.length > 0 && operation.kind !== "fsync") {
      assert.deepEqual(
        late.filter((directory) => changed.has(directory)),
        [],
        `not synced before ${operation.path}`,
      );
      late = [];
    }
    if (operation.kind === "fsync") late = [...changed];
    if (["create", "mkdir", "unlink", "rmdir", "rename"].includes(operation.kind)) {
      names += 1;
      changed.add(path.dirname(operation.path));
      if (operation.kind === "rename") changed.add(path.dirname(operation.to));
    }
  }
  assert.ok(names >= 4, `${names} names changed`);
});

test("a rename is one call of the host, over whatever was there", async (context) => {
  const seen: DiskOperation[] = [];
  const trial = await trialGate(context, { watch: { after: (operation) => seen.push(operation) } });
  const client = await trial.client();
  seen.length = 0;
  // Rewrites postgresql.auto.conf through a temporary file.
  await client.query("ALTER SYSTEM SET work_mem = '5MB'");
  const renames = seen.filter((operation) => operation.kind === "rename");
  assert.deepEqual(
    renames.map(({ to }) => path.basename(to)),
    ["postgresql.auto.conf"],
  );
  assert.deepEqual(
    seen.filter((operation) => operation.kind === "unlink"),
    [],
  );
});

test("a checkpoint is made by the gate, as single-user PostgreSQL makes none", async (context) => {
  const trial = await trialGate(context, { checkpointBytes: 1 << 20 });
  const client = await trial.client();
  const redo = async () => (await client.query("SELECT redo_lsn::text AS at FROM pg_control_checkpoint()")).rows[0]?.at;
  const before = await redo();
  await client.query("CREATE TABLE t AS SELECT n, repeat('x', 200) AS text FROM generate_series(1, 60000) n");
  assert.notEqual(await redo(), before);
});

import assert from "node:assert/strict";
import { once } from "node:events";
import { after, afterEach, before, test } from "node:test";
import { PATIENT_BEGIN } from "./gate-client.js";
import { errorCode, extendedQuery, FLUSH, kinds, type TrialGate, trialGate } from "./trial-gate.js";
import { CROWDED, encodeMessage, encodeQuery, encodeSync } from "./wire.js";

/** Opening a database is the slow part: all tests share one gate, but for those that close it or need another limit. */
let trial: TrialGate;
let end: (() => Promise<void>) | undefined;
before(async () => {
  trial = await trialGate({
    after(work) {
      end = work;
    },
  });
});
after(() => end?.());
afterEach(async () => {
  const client = await trial.client();
  await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  await client.end();
});

test("nothing of a client's session reaches the next one", async () => {
  const [one, two] = [await trial.client(), await trial.client()];
  await one.query("SET search_path TO pg_catalog");
  await one.query("CREATE TEMP TABLE secret AS SELECT 1");
  await one.query({ name: "mine", text: "SELECT 1" });
  await one.query("SELECT pg_advisory_lock(42)");
  const { rows } = await two.query(`
    SELECT current_setting('search_path') AS path, to_regclass('pg_temp.secret') AS secret,
           (SELECT count(*)::int FROM pg_prepared_statements WHERE name = 'mine') AS statements,
           pg_try_advisory_lock(42) AS free`);
  assert.deepEqual(rows, [{ path: "public", secret: null, statements: 0, free: true }]);
});

test("the engine stays with a client until its transaction is over", async () => {
  const [one, two] = [await trial.client(), await trial.client()];
  await one.query("CREATE TABLE t (id int)");
  await one.query("BEGIN");
  await one.query("INSERT INTO t VALUES (1)");
  const order: string[] = [];
  const waiting = two.query("SELECT count(*)::int AS n FROM t").then((answer) => {
    order.push("two");
    return answer.rows;
  });
  await one.query("INSERT INTO t VALUES (2)");
  await one.query("COMMIT");
  order.unshift("one");
  assert.deepEqual(await waiting, [{ n: 2 }]);
  assert.deepEqual(order, ["one", "two"]);
});

test("long work is told when it begins that others come one after another, short work is not", async () => {
  const [roll, others] = [await trial.client(), await trial.client()];
  const told: (string | undefined)[] = [];
  roll.on("notice", ({ code }) => told.push(code));
  for (let turn = 0; turn < 12; turn += 1) await others.query("SELECT 1");
  for (const begin of [PATIENT_BEGIN, "BEGIN"]) {
    await roll.query(begin);
    await roll.query("COMMIT");
  }
  assert.deepEqual(told, [CROWDED]);
});

test("who waits longest is next, whatever others have piled up", async () => {
  const [greedy, modest] = [await trial.raw(), await trial.raw()];
  await greedy.start();
  await modest.start();
  greedy.send(...Array.from({ length: 200 }, () => encodeQuery("SELECT pg_sleep(0.002)")));
  await greedy.until("Z");
  await modest.query("SELECT 1");
  const before = greedy.unread.filter((message) => message.type === "Z").length;
  assert.ok(before < 50, `${before} of the other's statements went first`);
});

test("a client that dies in a transaction is rolled back and the next one goes on", async () => {
  const dying = await trial.raw();
  const living = await trial.client();
  await living.query("CREATE TABLE t (id int)");
  await dying.start();
  await dying.query("BEGIN");
  await dying.query("INSERT INTO t VALUES (1)");
  const waiting = living.query("SELECT count(*)::int AS n FROM t");
  dying.socket.destroy();
  assert.deepEqual((await waiting).rows, [{ n: 0 }]);
});

test("a client that dies between Flush and Sync commits nothing and leaves the engine free", async () => {
  const living = await trial.client();
  await living.query("CREATE TABLE t (id int)");
  // After a statement that went well, after one that failed, and after one that failed in a transaction.
  for (const [before, sql, last] of [
    ["SELECT 1", "INSERT INTO t VALUES (1)", "C"],
    ["SELECT 1", "SELECT 1/0", "E"],
    ["BEGIN", "INSERT INTO nowhere VALUES (1)", "E"],
  ] as const) {
    const dying = await trial.raw();
    await dying.start();
    await dying.query(before);
    dying.send(extendedQuery(sql), FLUSH);
    await dying.until(last);
    const waiting = living.query("SELECT count(*)::int AS n FROM t");
    dying.socket.destroy();
    assert.deepEqual((await waiting).rows, [{ n: 0 }], sql);
  }
});

test("closing lets an open transaction finish, and takes nobody new", async (context) => {
  const trial = await trialGate(context);
  const client = await trial.client();
  await client.query("BEGIN");
  await client.query("CREATE TABLE t (id int)");
  const closed = trial.gate.close(10_000);
  await assert.rejects(trial.client());
  assert.equal((await client.query("COMMIT")).command, "COMMIT");
  await closed;
});

test("a holder that says nothing is cut off, rolled back, and the others go on", async (context) => {
  const trial = await trialGate(context, { idleInTransactionMs: 50 });
  const silent = await trial.raw();
  const living = await trial.client();
  await silent.start();
  await silent.query("BEGIN; CREATE TABLE t (id int)");
  assert.deepEqual((await living.query("SELECT to_regclass('t') AS t")).rows, [{ t: null }]);
  assert.equal(errorCode(await silent.until("never")), "25P03");
});

test("COPY reads and writes rows as one unit, beside others", async () => {
  const client = await trial.raw();
  const other = await trial.client();
  await client.start();
  await client.query("CREATE TABLE t (id int PRIMARY KEY, name text)");
  client.send(encodeQuery("/* names */ COPY t (id, name) FROM STDIN"));
  assert.equal(kinds(await client.until("G")), "G");
  client.send(encodeMessage("d", Buffer.from("1\t罗甸\n2\t平")));
  assert.deepEqual((await other.query("SELECT count(*)::int AS n FROM t")).rows, [{ n: 0 }]);
  client.send(encodeMessage("d", Buffer.from("塘\n")), encodeMessage("c", Buffer.alloc(0)));
  const done = await client.until("Z");
  assert.equal(kinds(done), "CZ");
  const out = await client.query("COPY (SELECT * FROM t ORDER BY id) TO STDOUT");
  const rows = out.filter((message) => message.type === "d").map((message) => message.body.toString());
  assert.deepEqual(rows, ["1\t罗甸\n", "2\t平塘\n"]);
  assert.equal(kinds(out), "HddcCZ");
});

test("a COPY that fails, is broken off, or cannot be is one error and one ready", async () => {
  const client = await trial.raw();
  await client.start();
  await client.query("CREATE TABLE t (id int PRIMARY KEY)");
  const row = encodeMessage("d", Buffer.from("1\n"));
  const done = encodeMessage("c", Buffer.alloc(0));
  const cases: readonly (readonly [string, readonly Buffer[], string])[] = [
    ["COPY t FROM STDIN", [row, row, done], "23505"],
    ["COPY nowhere FROM STDIN", [row, done], "42P01"],
    ["COPY t FROM STDIN", [row, encodeMessage("f", Buffer.from("no more\0"))], "57014"],
  ];
  for (const [sql, rows, code] of cases) {
    client.send(encodeQuery(sql));
    await client.until("G");
    client.send(...rows);
    const answer = await client.until("Z");
    assert.equal(errorCode(answer), code, sql);
    assert.equal(kinds(answer), "EZ", sql);
    assert.equal(kinds(await client.query("SELECT 1")), "TDCZ", sql);
  }
  client.send(extendedQuery("COPY t FROM STDIN"), encodeSync());
  assert.equal(errorCode(await client.until("Z")), "42601");
  assert.equal(errorCode(await client.query("COPY t FROM STDIN; COPY t FROM STDIN")), "42601");
  assert.equal(kinds(await client.query("SELECT count(*) FROM t")), "TDCZ");
});

test("a COPY sent behind other statements waits for its turn", async () => {
  const client = await trial.raw();
  await client.start();
  const row = encodeMessage("d", Buffer.from("7\n"));
  client.send(
    encodeQuery("CREATE TABLE t (id int)"),
    encodeQuery("SELECT 1"),
    encodeQuery("COPY t FROM STDIN"),
    row,
    encodeMessage("c", Buffer.alloc(0)),
    encodeQuery("SELECT id FROM t"),
  );
  const told = [...(await client.until("Z")), ...(await client.until("Z"))];
  told.push(...(await client.until("Z")), ...(await client.until("Z")));
  assert.equal(kinds(told), "CZTDCZGCZTDCZ");
});

test("a statement error leaves client and engine as they were", async () => {
  const client = await trial.client();
  await assert.rejects(client.query("SELECT 1/$1::int", [0]), { code: "22012" });
  assert.deepEqual((await client.query("SELECT $1::int AS n", [1])).rows, [{ n: 1 }]);
});

test("start-up: no encryption, a cancel is heard, what waits is not run", async () => {
  const client = await trial.raw();
  const ssl = Buffer.alloc(8);
  ssl.writeInt32BE(8, 0);
  ssl.writeInt32BE(80877103, 4);
  client.socket.removeAllListeners("data");
  const refused = once(client.socket, "data");
  client.send(ssl);
  assert.equal(String((await refused)[0]), "N");

  const holder = await trial.client();
  await holder.query("BEGIN");
  const waiting = await trial.raw();
  const key = (await waiting.start()).find((message) => message.type === "K")?.body ?? Buffer.alloc(0);
  waiting.send(encodeQuery("CREATE TABLE unwanted (id int)"));
  // The gate has read it once it answers the next one to connect.
  await (await trial.raw()).start();
  const cancel = Buffer.alloc(16);
  cancel.writeInt32BE(16, 0);
  cancel.writeInt32BE(80877102, 4);
  key.copy(cancel, 8);
  const canceller = await trial.raw();
  canceller.send(cancel);
  assert.equal(errorCode(await waiting.until("Z")), "57014");
  await holder.query("COMMIT");
  assert.deepEqual((await holder.query("SELECT to_regclass('unwanted') AS t")).rows, [{ t: null }]);
});

test("bytes that are no protocol end that connection only", async () => {
  const client = await trial.client();
  const stranger = await trial.raw();
  stranger.send(Buffer.from("GET / HTTP/1.1\r\n\r\n"));
  await stranger.until("never");
  assert.ok(stranger.closed);
  assert.equal((await client.query("SELECT 1")).rowCount, 1);
});

test("who does not read its answer is not served further; others are", async () => {
  const slow = await trial.raw();
  const quick = await trial.client();
  await slow.start();
  await quick.query("CREATE TABLE served (id int)");
  slow.socket.pause();
  slow.send(encodeQuery("SELECT repeat('山', 3000000)"), encodeQuery("INSERT INTO served VALUES (1)"));
  for (let turn = 0; turn < 20; turn += 1) await quick.query("SELECT 1");
  assert.deepEqual((await quick.query("SELECT count(*)::int AS n FROM served")).rows, [{ n: 0 }]);
  slow.socket.resume();
  await slow.until("Z");
  await slow.until("Z");
  assert.deepEqual((await quick.query("SELECT count(*)::int AS n FROM served")).rows, [{ n: 1 }]);
});

test("a parameter of 20 MB goes through and comes back", async () => {
  const client = await trial.client();
  const text = "山海".repeat(3_333_333);
  const { rows } = await client.query<{ text: string }>("SELECT $1::text AS text", [text]);
  assert.ok(rows[0]?.text === text);
});

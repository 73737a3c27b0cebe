import assert from "node:assert/strict";
import { before, test } from "node:test";
import { openDatabase, sqlState } from "./database.js";
import { isoInstant } from "./database-parsers.js";
import { eachDatabase } from "./trial/trial-databases.js";

eachDatabase("database", (trial) => {
  before(async () => {
    const database = await trial.database();
    await database.query("CREATE TABLE pledge (id int PRIMARY KEY, fen int8 NOT NULL)");
  });

  test("values come out as the ledger keeps them", async () => {
    const database = await trial.database();
    const { rows } = await database.query(`
      SELECT 9007199254740993::int8 AS fen, 1.50::numeric AS rate, date '2021-04-08' AS day,
             timestamptz '2021-04-08 09:30:00.000001+08' AS at, interval '1 day' AS term,
             array[1, 9007199254740993]::int8[] AS all_fen, array[0.10]::numeric[] AS rates,
             array[date '2021-04-08'] AS days, '{"fen": "1"}'::jsonb AS body, '\\x00ff'::bytea AS bytes, null AS none`);
    assert.deepEqual(rows[0], {
      fen: 9007199254740993n,
      rate: "1.50",
      day: "2021-04-08",
      at: "2021-04-08T01:30:00.000001Z",
      term: "1 day",
      all_fen: [1n, 9007199254740993n],
      rates: ["0.10"],
      days: ["2021-04-08"],
      body: { fen: "1" },
      bytes: Buffer.from([0, 255]),
      none: null,
    });
  });

  test("a transaction commits, a throw rolls back and is thrown on", async () => {
    const database = await trial.database();
    await database.transaction((transaction) => transaction.query("INSERT INTO pledge VALUES (1, 100)"));
    const failure = new Error("the pledge was wrong");
    await assert.rejects(
      database.transaction(async (transaction) => {
        await transaction.query("INSERT INTO pledge VALUES (2, 100)");
        throw failure;
      }),
      failure,
    );
    assert.deepEqual((await database.query("SELECT id FROM pledge ORDER BY id")).rows, [{ id: 1 }]);
  });

  test("a transaction in which a statement failed unseen is not called committed", async () => {
    const database = await trial.database();
    await assert.rejects(
      database.transaction((transaction) => transaction.query("SELECT 1/0").catch(() => undefined)),
      /rolled back/,
    );
  });

  test("a serialisation failure is run again, another error is not", async () => {
    const database = await trial.database();
    let runs = 0;
    const answer = await database.transaction(async (transaction) => {
      runs += 1;
      if (runs < 3) await transaction.query("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$");
      return runs;
    });
    assert.equal(answer, 3);
    runs = 0;
    const failed = database.transaction(async (transaction) => {
      runs += 1;
      await transaction.query("SELECT 1/0");
    });
    await assert.rejects(failed, (error) => sqlState(error) === "22012");
    assert.equal(runs, 1);
  });

  test("a read-only transaction cannot write", async () => {
    const database = await trial.database();
    const written = database.transaction((transaction) => transaction.query("DELETE FROM pledge"), { readOnly: true });
    await assert.rejects(written, (error) => sqlState(error) === "25006");
  });

  test("its kind is told", async () => {
    assert.equal((await trial.database()).kind, trial.kind);
  });
});

test("instants in any zone are printed in UTC with microseconds", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["2021-04-08 09:30:00+08", "2021-04-08T01:30:00.000000Z"],
    ["2023-12-31 20:00:00.5-03:30", "2023-12-31T23:30:00.500000Z"],
    ["1900-01-01 08:05:43+08:05:43", "1900-01-01T00:00:00.000000Z"],
    ["infinity", "infinity"],
    ["0044-03-15 00:00:00+00 BC", "0044-03-15 00:00:00+00 BC"],
  ];
  for (const [printed, expected] of cases) assert.equal(isoInstant(printed), expected);
});

test("a server that is not there is refused with words", async () => {
  const opened = openDatabase({ dataDir: "unused", databaseUrl: "postgresql://nobody@127.0.0.1:1/none" });
  await assert.rejects(opened, { code: "DATABASE_UNREACHABLE" });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Database } from "../database.js";
import { embeddedDatabase } from "../trial/trial-databases.js";
import { proofSize, type Random } from "./proof-size.js";

const CLIENTS = 50;
const IMPORT_ROWS = 500;

embeddedDatabase("many clients", (trial) => {
  test("with 50 clients, half of them with 300 KB, and two imports running, every answer is its own", async () => {
    const { clientRounds, random } = proofSize("many clients");
    const database = await trial.database({ connections: CLIENTS + 2 });
    await database.query("CREATE TABLE imported (run int, row int, text text, PRIMARY KEY (run, row))");
    let done = false;
    const imports = [1, 2].map((run) => importRows(database, run, () => done));
    const times: number[] = [];
    const from = performance.now();
    const wrong = await Promise.all(
      Array.from({ length: CLIENTS }, (_, client) => askOften(database, client, clientRounds, random, times)),
    );
    const seconds = (performance.now() - from) / 1000;
    done = true;
    const rows = await Promise.all(imports);
    assert.equal(
      wrong.reduce((sum, each) => sum + each, 0),
      0,
    );
    const stored = await database.query("SELECT run, count(*)::int AS rows FROM imported GROUP BY run ORDER BY run");
    assert.deepEqual(
      stored.rows,
      rows.map((count, at) => ({ run: at + 1, rows: count })),
    );
    assert.ok(
      rows.every((count) => count > 0),
      "an import never came through",
    );
    times.sort((a, b) => a - b);
    const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
    console.log(
      `many clients: ${times.length} answers, ${(times.length / seconds).toFixed(0)}/s beside two imports ` +
        `(${rows.join(" + ")} rows), p95 ${p95.toFixed(0)} ms`,
    );
  });

  test("the proof can fail: an answer to another's question is noticed", () => {
    const mine = question(1, 2, 10);
    assert.ok(isAnswer(mine, { client: 1, round: 2, text: mine.text }));
    assert.ok(!isAnswer(mine, { client: 2, round: 2, text: mine.text }));
    assert.ok(!isAnswer(mine, { client: 1, round: 2, text: question(2, 2, 10).text }));
    assert.ok(!isAnswer(mine, undefined));
  });

  test("every commit is synced, also when many come together", async () => {
    const database = await trial.database();
    await database.query("CREATE TABLE committed (id int)");
    const before = await database.diskCounts();
    await Promise.all(
      Array.from({ length: 100 }, (_, id) => database.query("INSERT INTO committed VALUES ($1)", [id])),
    );
    const after = await database.diskCounts();
    const fsyncs = (after?.fsyncs ?? 0) - (before?.fsyncs ?? 0);
    assert.ok(fsyncs >= 100, `${fsyncs} fsyncs for 100 commits`);
    console.log(`fsyncs per commit: ${(fsyncs / 100).toFixed(2)}`);
  });
});

interface Question {
  readonly client: number;
  readonly round: number;
  readonly text: string;
}

function question(client: number, round: number, length: number): Question {
  return { client, round, text: `${client}/${round}/`.padEnd(length, String.fromCharCode(0x4e00 + client)) };
}

function isAnswer(asked: Question, row: unknown): boolean {
  if (typeof row !== "object" || row === null) return false;
  const { client, round, text } = row as Partial<Question>;
  return client === asked.client && round === asked.round && text === asked.text;
}

/** Asks for its own words back, every other time in a transaction of two statements; returns how many were not. */
async function askOften(
  database: Database,
  client: number,
  rounds: number,
  random: Random,
  times: number[],
): Promise<number> {
  let wrong = 0;
  for (let round = 0; round < rounds; round += 1) {
    const asked = question(client, round, client % 2 === 0 ? 100_000 : 10 + random.below(50));
    const sql = "SELECT $1::int AS client, $2::int AS round, $3::text AS text";
    const values = [asked.client, asked.round, asked.text];
    const from = performance.now();
    const rows =
      random.next() < 0.5
        ? (await database.query(sql, values)).rows
        : await database.transaction(async (transaction) => {
            await transaction.query("SELECT count(*) FROM (SELECT FROM imported LIMIT 50) AS page");
            return (await transaction.query(sql, values)).rows;
          });
    times.push(performance.now() - from);
    if (rows.length !== 1 || !isAnswer(asked, rows[0])) wrong += 1;
  }
  return wrong;
}

/** Transactions of 500 rows until told to stop; returns how many rows are committed. */
async function importRows(database: Database, run: number, stopped: () => boolean): Promise<number> {
  let row = 0;
  while (!stopped()) {
    const first = row;
    await database.transaction(async (transaction) => {
      const numbers = Array.from({ length: IMPORT_ROWS }, (_, at) => first + at);
      const sql = "INSERT INTO imported SELECT $1, n, 'row ' || n FROM unnest($2::int[]) AS n";
      await transaction.query(sql, [run, numbers]);
    });
    row += IMPORT_ROWS;
  }
  return row;
}

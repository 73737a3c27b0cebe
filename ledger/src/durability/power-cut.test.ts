import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type TestContext, test } from "node:test";
import type { DiskOperation } from "../embedded/durable-fs.js";
import { PostgresEngine } from "../embedded/postgres-engine.js";
import { encodeQuery, MessageReader } from "../embedded/wire.js";
import { copyEmptyDatabase } from "../trial/trial-databases.js";
import { DiskModel, type PowerCut } from "./disk-model.js";
import { proofSize, type Random } from "./proof-size.js";

/** What happened, in order: what the disk was asked for, and which row was acknowledged between. */
type Event = DiskOperation | { readonly kind: "acknowledged"; readonly id: number };

interface Recording {
  readonly home: string;
  readonly live: string;
  readonly base: string;
  readonly events: readonly Event[];
}

test("after a power cut at any moment the database opens and every acknowledged row is there", async (context) => {
  const { powerCuts, random } = proofSize("power cuts");
  const recording = await record(context, 150 + 2 * powerCuts, random);
  const cuts = momentsOf(recording, powerCuts, random);
  for (const cut of ["strict", "torn"] as const) {
    const half = cuts.filter((_, at) => (cut === "strict") === (at % 2 === 0));
    const failures = await replay(recording, recording.events, half, cut, random);
    assert.deepEqual(failures, []);
  }
  console.log(`power cuts: ${cuts.length} in ${recording.events.length} events, all rows found by heap and index`);
});

test("the proof can fail: a disk that never syncs files loses rows, one that never syncs directories too", async (context) => {
  const { random } = proofSize("power cuts without fsync");
  const recording = await record(context, 120, random);
  for (const missing of ["fsync", "fsyncDirectory"] as const) {
    const events = recording.events.filter((event) => event.kind !== missing);
    const failures = await replay(recording, events, [events.length], "strict", random);
    assert.match(failures.join(), /row \d+ of 120 is not found|does not open/, `nothing was lost without ${missing}`);
  }
});

test("a commit is on disk before it is acknowledged", async (context) => {
  const { random } = proofSize("sync before commit");
  const { events } = await record(context, 60, random);
  let synced = 0;
  let commits = 0;
  for (const event of events) {
    if (event.kind === "fsync" && /pg_wal/.test(event.path)) synced += 1;
    if (event.kind !== "acknowledged") continue;
    commits += 1;
    assert.ok(synced >= 1, `row ${event.id} was acknowledged without a sync of the log`);
    synced = 0;
  }
  assert.equal(commits, 60);
});

/** Runs a workload that meets every kind of operation: new tables, full-page images, checkpoints, new log segments. */
async function record(context: TestContext, rows: number, random: Random): Promise<Recording> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "shanhai-power-"));
  context.after(() => fs.rmSync(home, { recursive: true, force: true }));
  await copyEmptyDatabase(home);
  const live = path.join(home, "database");
  const base = path.join(home, "base");
  const events: Event[] = [];
  let recording = false;
  const engine = await PostgresEngine.open(live, {
    watch: {
      after(operation) {
        if (!recording) return;
        events.push(operation.kind === "write" ? { ...operation, data: Uint8Array.from(operation.data) } : operation);
      },
    },
  });
  await run(engine, "CREATE TABLE entry (id int PRIMARY KEY, text text NOT NULL)");
  await run(engine, "CREATE INDEX ON entry (text)");
  await run(engine, "CHECKPOINT");
  fs.cpSync(live, base, { recursive: true });
  recording = true;
  for (let id = 1; id <= rows; id += 1) {
    await run(engine, `INSERT INTO entry VALUES (${id}, '${textOf(id)}')`);
    events.push({ kind: "acknowledged", id });
    const chance = random.below(60);
    // Beyond the segments that the base has, so that the log depends on new names.
    if (id % 10 === 0 && id <= 30) await run(engine, "SELECT pg_switch_wal()");
    if (chance === 0) await run(engine, "CHECKPOINT");
    else if (chance === 1) await run(engine, `CREATE TABLE extra_${id} AS SELECT generate_series(1, 500) AS n`);
    else if (chance === 2 && id % 3 === 0) await run(engine, "SELECT pg_switch_wal()");
    else if (chance < 10) await run(engine, `UPDATE entry SET text = text WHERE id = ${1 + random.below(id)}`);
  }
  recording = false;
  await engine.close();
  return { home, live, base, events };
}

/** Long enough to fill pages; told from the id, so that contents are checked too. */
function textOf(id: number): string {
  return createHash("sha256")
    .update(String(id))
    .digest("hex")
    .repeat(1 + (id % 9));
}

function momentsOf(recording: Recording, count: number, random: Random): number[] {
  return Array.from({ length: count }, () => 1 + random.below(recording.events.length)).sort((a, b) => a - b);
}

/** Cuts the power at each moment; returns what was wrong with the images. */
async function replay(
  recording: Recording,
  events: readonly Event[],
  moments: readonly number[],
  cut: PowerCut,
  random: Random,
): Promise<string[]> {
  const model = new DiskModel(recording.base, recording.live);
  const image = path.join(recording.home, "image");
  const failures: string[] = [];
  let acknowledged = 0;
  let at = 0;
  for (const moment of moments) {
    for (; at < moment; at += 1) {
      const event = events[at];
      if (event?.kind === "acknowledged") acknowledged = event.id;
      else if (event) model.apply(event);
    }
    model.materialise(image, cut, random);
    const wrong = await examine(image, acknowledged);
    if (wrong) failures.push(`${cut} cut after ${moment} events: ${wrong}`);
  }
  return failures;
}

/** Opens an image as the product would; null when all acknowledged rows are found, by the heap and by the indexes. */
async function examine(image: string, acknowledged: number): Promise<string | null> {
  let engine: PostgresEngine;
  try {
    // Recovery reads the same; that it syncs a thousand files of an image that is thrown away would only cost time.
    engine = await PostgresEngine.open(image, { parameters: ["fsync=off"] });
  } catch (error) {
    return `does not open: ${error}`;
  }
  try {
    const ways = {
      heap: "SET enable_indexscan = off; SET enable_indexonlyscan = off; SET enable_bitmapscan = off",
      index: "SET enable_seqscan = off",
    };
    for (const [way, settings] of Object.entries(ways)) {
      await run(engine, "DISCARD ALL");
      await run(engine, settings);
      const rows = await run(
        engine,
        `SELECT id || ' ' || text FROM entry WHERE id BETWEEN 1 AND ${acknowledged} ORDER BY id`,
      );
      for (let id = 1; id <= acknowledged; id += 1) {
        if (rows[id - 1] !== `${id} ${textOf(id)}`) return `row ${id} of ${acknowledged} is not found by the ${way}`;
      }
      if (acknowledged === 0) continue;
      const byText = await run(engine, `SELECT id FROM entry WHERE text = '${textOf(acknowledged)}'`);
      if (byText[0] !== String(acknowledged)) return `the text of row ${acknowledged} is not found by the ${way}`;
    }
    return null;
  } catch (error) {
    return String(error);
  } finally {
    await engine.close();
  }
}

/** The first column of the answer; rejects on an SQL error. */
async function run(engine: PostgresEngine, sql: string): Promise<string[]> {
  const reader = new MessageReader();
  await engine.run(encodeQuery(sql), (chunk) => reader.push(Buffer.from(chunk)));
  const values: string[] = [];
  for (let message = reader.next(); message; message = reader.next()) {
    if (message[0] === 0x45) throw new Error(message.toString("utf8", 5).replaceAll("\0", " "));
    if (message[0] === 0x44) values.push(message.toString("utf8", 11));
  }
  return values;
}

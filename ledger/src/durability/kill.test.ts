import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { type Database, openDatabase } from "../database.js";
import { copyEmptyDatabase } from "../trial/trial-databases.js";
import { proofSize } from "./proof-size.js";

const program = path.join(import.meta.dirname, "writer-process.js");

test("whenever the process is killed, every commit that was acknowledged is there", async (context) => {
  const { kills, random } = proofSize("kills");
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "shanhai-kill-"));
  context.after(() => fs.rmSync(dataDir, { recursive: true, force: true }));
  await copyEmptyDatabase(dataDir);
  const acknowledged: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const child = fork(program, [dataDir, String(10_000 * kill)]);
    context.after(() => child.kill("SIGKILL"));
    child.on("message", (told: "open" | number) => {
      if (told !== "open") acknowledged.push(told);
    });
    // Every fourth is killed while it starts, recovers or makes its first tables; the others while they write.
    if (kill % 4 === 3) await pause(random.below(900));
    else {
      const enough = acknowledged.length + 5;
      while (acknowledged.length < enough) await once(child, "message");
      await pause(random.below(500));
    }
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
    const database = await openDatabase({ dataDir }, { exclusive: true });
    assert.deepEqual(await missing(database, acknowledged), [], `after kill ${kill + 1}`);
    await database.close();
  }
  console.log(`kills: ${kills}, ${acknowledged.length} acknowledged commits, all there by heap and index`);

  // The proof can fail: a commit that never was is missed, a row that goes is missed.
  const database = await openDatabase({ dataDir });
  assert.deepEqual(await missing(database, [...acknowledged, 999_999_999]), [999_999_999, 999_999_999]);
  const gone = acknowledged[random.below(acknowledged.length)] ?? 0;
  await database.query("DELETE FROM entry WHERE id = $1", [gone]);
  assert.deepEqual(await missing(database, acknowledged), [gone, gone]);
  await database.close();
});

/** Acknowledged ids that the heap does not show, then those that an index does not. */
async function missing(database: Database, acknowledged: readonly number[]): Promise<number[]> {
  if (acknowledged.length === 0) return [];
  const ways = [
    "enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off",
    "enable_seqscan = off",
  ];
  const lost: number[] = [];
  for (const way of ways) {
    await database.transaction(async (transaction) => {
      await transaction.query(`SET LOCAL ${way}`);
      const { rows } = await transaction.query<{ id: number }>(
        "SELECT id FROM unnest($1::int[]) AS wanted (id) WHERE NOT EXISTS " +
          "(SELECT FROM entry WHERE entry.id = wanted.id AND text LIKE 'entry ' || wanted.id || ' %') ORDER BY id",
        [acknowledged],
      );
      lost.push(...rows.map(({ id }) => id));
    });
  }
  return lost;
}

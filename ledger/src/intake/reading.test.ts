import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Reading } from "@shanhai/engine";
import { LedgerError } from "../error-codes.js";
import { READING_LIMITS, type ReadingLimits, ReadingPool } from "./reading.js";

const pools: ReadingPool[] = [];
function pool(limits: Partial<ReadingLimits> = {}): ReadingPool {
  const made = new ReadingPool({ ...READING_LIMITS, ...limits });
  pools.push(made);
  return made;
}
after(() => Promise.all(pools.map((each) => each.close())));

const text = (content: string) => ({ name: "来稿.txt", bytes: new TextEncoder().encode(content) });
const LONG = "2022年6月1日，东岭区党政代表团到西溪县考察，双方召开座谈会，捐赠资金12.5万元。\n".repeat(60_000);

const outcome = (settled: PromiseSettledResult<Reading>): string =>
  settled.status === "fulfilled"
    ? settled.value.raw
    : settled.reason instanceof LedgerError
      ? settled.reason.code
      : String(settled.reason);

test("many documents at once: each gets its own answer, and the caller keeps its bytes", async () => {
  const readers = pool();
  const sources = Array.from({ length: 24 }, (_, at) => text(`第${at}份：东岭区到西溪县调研。`));
  const readings = await Promise.all(sources.map((source) => readers.read(source)));
  readings.forEach((reading, at) => {
    assert.equal(reading.raw, `第${at}份：东岭区到西溪县调研。`);
  });
  assert.equal(new TextDecoder().decode(sources[3]?.bytes), "第3份：东岭区到西溪县调研。");
});

test("a document that takes too long is refused, the next one is read by a new worker", async () => {
  const readers = pool({ ms: 250, msPerMegabyte: 0, workers: 1 });
  // The first is small and quick: the worker that must be replaced is a warm one.
  await readers.read(text("你好"));
  const settled = await Promise.allSettled([readers.read(text(LONG)), readers.read(text("接着来"))]);
  assert.deepEqual(settled.map(outcome), ["READING_TIMED_OUT", "接着来"]);
});

test("a document that needs too much memory is refused, the next one is read by a new worker", async () => {
  const readers = pool({ memory: 40, workers: 1 });
  const settled = await Promise.allSettled([readers.read(text(LONG)), readers.read(text("接着来"))]);
  assert.deepEqual(settled.map(outcome), ["READING_OUT_OF_MEMORY", "接着来"]);
});

test("a file over the size limit is refused unread, with both sizes", async () => {
  const [settled] = await Promise.allSettled([pool({ bytes: 1_000_000 }).read(text("山".repeat(500_000)))]);
  assert.ok(settled.status === "rejected" && settled.reason instanceof LedgerError);
  assert.equal(settled.reason.code, "DOCUMENT_TOO_LARGE");
  assert.match(settled.reason.zh, /1\.5 MB.*1\.0 MB/u);
});

test("closing refuses what waits and ends the workers", async () => {
  const readers = pool({ workers: 1 });
  const waiting = Promise.allSettled([readers.read(text(LONG)), readers.read(text("等着"))]);
  await readers.close();
  for (const settled of await waiting) assert.equal(settled.status, "rejected");
  await assert.rejects(readers.read(text("晚了")));
});

import assert from "node:assert/strict";
import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { HEADS_LOG, HeadsLog, type LoggedHead, parseHead } from "./heads-log.js";

const head = (seq: number): LoggedHead => ({
  at: "2026-01-01T00:00:00.000000Z",
  scope_id: "00000000-0000-0000-0000-000000000000",
  origin: "0b5f0d4e-3c11-4f0e-9c55-6a3b4c0d9e01",
  seq: String(seq),
  hash: "ab".repeat(32),
});

test("every head is on the disk when its append is done, in order, across openings", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "shanhai-heads-"));
  const written = async () =>
    (await readFile(join(dataDir, HEADS_LOG), "utf8")).split("\n").slice(0, -1).map(parseHead);
  const first = await HeadsLog.open(dataDir);
  await Promise.all(
    Array.from({ length: 50 }, async (_, seq) => {
      await first.append([head(seq)]);
      assert.ok((await written()).some((each) => each?.seq === String(seq)));
    }),
  );
  await first.close();
  const second = await HeadsLog.open(dataDir);
  await second.append([head(50), head(51)]);
  await second.close();
  assert.deepEqual(
    await written(),
    Array.from({ length: 52 }, (_, seq) => head(seq)),
  );
  // A power cut in the middle of a line, and the next head after it.
  await appendFile(join(dataDir, HEADS_LOG), "2026-01-01T00:00:00.000000Z 0000");
  const third = await HeadsLog.open(dataDir);
  await third.append([head(52)]);
  await third.close();
  assert.deepEqual((await written()).slice(-2), [null, head(52)]);
  await rm(dataDir, { recursive: true });
});

test("a torn line is no head", () => {
  const line = `${Object.values(head(7)).join(" ")}`;
  assert.deepEqual(parseHead(line), head(7));
  for (const torn of ["", line.slice(0, -1), line.slice(0, 40), `${line} more`]) assert.equal(parseHead(torn), null);
});

import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { filePath, keepFile, keptFile, keptFiles, removeFile, sha256Hex } from "./files.js";

let dataDir = "";
before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "shanhai-files-"));
});
after(() => rm(dataDir, { recursive: true }));

test("bytes are kept by their hash, once, whoever brings them at the same time", async () => {
  const bytes = Buffer.from("会议纪要");
  const names = await Promise.all(Array.from({ length: 10 }, () => keepFile(dataDir, bytes)));
  assert.deepEqual([...new Set(names)], [sha256Hex(bytes)]);
  assert.deepEqual(Buffer.from((await keptFile(dataDir, sha256Hex(bytes))) ?? []), bytes);
  const left = (await readdir(dataDir, { recursive: true })).filter((name) => /\.[0-9a-f]{8}-/.test(name));
  assert.deepEqual(left, [], "nothing written aside is left");
});

test("a damaged file is written anew when its bytes come again", async () => {
  const bytes = Buffer.from("协议");
  const sha256 = await keepFile(dataDir, bytes);
  await writeFile(filePath(dataDir, sha256), "协");
  await keepFile(dataDir, bytes);
  assert.deepEqual(Buffer.from((await keptFile(dataDir, sha256)) ?? []), bytes);
});

test("files are listed in order, removed for good, and missing is null", async () => {
  const names: string[] = [];
  for await (const name of keptFiles(dataDir)) names.push(name);
  assert.deepEqual(names, [sha256Hex(Buffer.from("会议纪要")), sha256Hex(Buffer.from("协议"))].sort());
  const [first = ""] = names;
  assert.equal(await removeFile(dataDir, first), true);
  assert.equal(await removeFile(dataDir, first), false);
  assert.equal(await keptFile(dataDir, first), null);
});

test("a name that is no hash leads nowhere", () => {
  assert.throws(() => filePath(dataDir, "../../etc/passwd"), /SHA-256/);
});

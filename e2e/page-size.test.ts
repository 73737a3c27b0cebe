import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./running-ledger.js";

/** Tables, forms, dates and charts stand in files of their own: none is larger than this over the wire. */
const most = 250 * 1024;

test("no script or style is larger than 250 KB over the wire", () => {
  const folder = join(root, "web/dist/assets");
  const sizes = readdirSync(folder)
    .filter((name) => name.endsWith(".br"))
    .map((name) => ({ name, size: statSync(join(folder, name)).size }))
    .sort((a, b) => b.size - a.size);
  const [largest] = sizes;
  assert.ok(largest !== undefined && sizes.length > 5);
  console.log(`largest of ${sizes.length} files, compressed: ${largest.name} ${(largest.size / 1024).toFixed(0)} KB`);
  assert.deepEqual(
    sizes.filter(({ size }) => size > most),
    [],
  );
});

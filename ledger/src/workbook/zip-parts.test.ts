import assert from "node:assert/strict";
import { pbkdf2 } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { trialWorkbook } from "./trial-package.js";
import { bookLimits } from "./workbook-limits.js";
import { ZipParts } from "./zip-parts.js";

test("a part that is left early disturbs nobody who reads the next one, however busy the machine is", async () => {
  // Figures that do not pack, so that the file is read in many pieces.
  let seed = 1;
  const noise = Array.from({ length: 60_000 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed.toString(36);
  }).join("");
  const part = "xl/noise.xml";
  const bytes = await trialWorkbook("<worksheet/>", { [part]: noise });
  const path = join(tmpdir(), `shanhai-zip-${process.pid}.xlsx`);
  writeFileSync(path, bytes);
  // Reads of files wait in line behind this.
  let busy = true;
  const work = (turns: number) => {
    if (busy) pbkdf2("", "", turns, 32, "sha256", () => work((turns * 7) % 2_999));
  };
  for (const turns of [11, 101, 1_009, 2_003]) work(turns);
  try {
    for (let round = 0; round < 12; round++) {
      const parts = await ZipParts.open(round % 8 === 0 ? bytes : path, bookLimits);
      for await (const chunk of parts.chunks(part)) {
        assert.ok(chunk.length > 0);
        break;
      }
      // Two at once, of which one is left.
      const [whole] = await Promise.all([parts.bytes(part), parts.chunks(part).next()]);
      assert.equal(whole?.toString("latin1"), noise);
      parts.close();
    }
  } finally {
    busy = false;
    rmSync(path);
  }
});

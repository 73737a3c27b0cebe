import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { issue, issueCodes } from "./issue-codes.js";

const dist = dirname(fileURLToPath(import.meta.url));

/** Every compiled source file of the engine except tests and the table itself. */
function sources(): readonly string[] {
  return readdirSync(dist, { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      file.endsWith(".js") &&
      !file.endsWith(".test.js") &&
      !file.endsWith("issue-codes.js") &&
      !file.endsWith(".gen.js"),
  );
}

test("every code of the table is given somewhere, and none beside it", () => {
  const used = new Set<string>();
  for (const file of sources()) {
    const code = readFileSync(join(dist, file), "utf8");
    for (const match of code.matchAll(/["']((?:reader|decode|repair|secrecy|fact)\/[a-z_]+)["']/g))
      used.add(match[1] ?? "");
  }
  assert.deepEqual([...used].sort(), Object.keys(issueCodes).sort());
});

test("texts are filled in, in both languages, and hold no machine word", () => {
  const made = issue("decode/uncertain", null, { encoding: "BIG5", score: 41 });
  assert.match(made.message.zh, /BIG5.*41%/);
  assert.match(made.message.en, /BIG5.*41%/);
  for (const { zh, en } of Object.values(issueCodes)) {
    assert.match(zh, /\p{Script=Han}.*[。]$/u);
    assert.doesNotMatch(zh, /span|token|null|undefined|异常|解析/);
    assert.match(en, /^[A-Z{].*\.$/);
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    assert.deepEqual(names(zh), names(en));
  }
});

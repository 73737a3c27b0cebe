import assert from "node:assert/strict";
import { test } from "node:test";
import { partAt } from "./part-at.js";

const parts = [
  { start: 0, end: 4, part: "page 1" },
  { start: 5, end: 9, part: "page 2" },
  { start: 9, end: 12, part: "page 3" },
];

test("a place names the part it lies in", () => {
  const cases: readonly [number, string | null][] = [
    [0, "page 1"],
    [3, "page 1"],
    [4, null],
    [5, "page 2"],
    [9, "page 3"],
    [11, "page 3"],
    [12, null],
  ];
  for (const [at, part] of cases) assert.equal(partAt(parts, at), part, `at ${at}`);
  assert.equal(partAt([], 0), null);
});

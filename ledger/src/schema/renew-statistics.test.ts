import assert from "node:assert/strict";
import { test } from "node:test";
import { WrittenRows } from "./renew-statistics.js";

test("the database looks again after a thousand rows of a record, then after as many as there were: 1,000, 3,000, 7,000", () => {
  const written = new WrittenRows();
  const due: number[] = [];
  for (let row = 1; row <= 8_000; row++) if (written.due(["sale"]).length > 0) due.push(row);
  assert.deepEqual(due, [1_000, 3_000, 7_000]);
  assert.deepEqual(written.due(Array.from({ length: 999 }, () => "project")), []);
  assert.deepEqual(written.due(["visit", "project", "visit"]), ["project"], "each record by its own rows");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { threadsOfFilter } from "./threads-of-filter.js";

test("only the plain filter over standard input starts without the program that reads options", () => {
  assert.equal(threadsOfFilter(["extract", "--jsonl", "--jobs", "3"]), 3);
  assert.equal(threadsOfFilter(["extract", "--jsonl", "--jobs=12"]), 12);
  assert.ok((threadsOfFilter(["extract", "--jsonl"]) ?? 0) >= 1);
  for (const line of [
    "extract",
    "extract --json",
    "extract --jsonl a.txt",
    "extract --jsonl --jobs 0",
    "extract --jsonl --jobs",
    "extract --jsonl --jobs 1.5",
    "extract --jsonl --help",
    "repair --jsonl",
    "",
  ])
    assert.equal(threadsOfFilter(line.split(" ")), null, line);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileSize, localTime, today } from "./format.js";

test("moments are shown in Beijing time, whatever the machine's zone", () => {
  assert.equal(localTime("2023-12-11T16:05:00Z"), "2023-12-12 00:05");
  assert.equal(localTime("2023-12-11T16:05:00.123+08:00"), "2023-12-11 16:05");
  assert.equal(localTime("不是时间"), "不是时间");
});

test("the day turns at midnight in Beijing", () => {
  assert.equal(today(new Date("2023-12-31T15:59:59Z")), "2023-12-31");
  assert.equal(today(new Date("2023-12-31T16:00:00Z")), "2024-01-01");
});

test("sizes", () => {
  assert.deepEqual([812, 1024, 3500, 1_300_000].map(fileSize), ["812 B", "1.0 KB", "3.4 KB", "1.2 MB"]);
});

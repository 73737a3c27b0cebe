import assert from "node:assert/strict";
import { test } from "node:test";
import { fileSize, localTime, today, weekStart } from "./format.js";

test("moments are shown in Beijing time, whatever the machine's zone", () => {
  assert.equal(localTime("2023-12-11T16:05:00Z"), "2023-12-12 00:05");
  assert.equal(localTime("2023-12-11T16:05:00.123+08:00"), "2023-12-11 16:05");
  assert.equal(localTime("不是时间"), "不是时间");
});

test("the day turns at midnight in Beijing", () => {
  assert.equal(today(new Date("2023-12-31T15:59:59Z")), "2023-12-31");
  assert.equal(today(new Date("2023-12-31T16:00:00Z")), "2024-01-01");
});

test("the week begins on Monday in Beijing", () => {
  for (const [moment, monday] of [
    ["2026-11-22T15:59:59Z", "2026-11-16"],
    ["2026-11-22T16:00:00Z", "2026-11-23"],
    ["2026-11-25T00:00:00Z", "2026-11-23"],
    ["2024-01-01T03:00:00Z", "2024-01-01"],
    ["2024-01-07T03:00:00Z", "2024-01-01"],
  ] as const) {
    assert.equal(weekStart(new Date(moment)), monday, moment);
  }
});

test("sizes", () => {
  assert.deepEqual([812, 1024, 3500, 1_300_000].map(fileSize), ["812 B", "1.0 KB", "3.4 KB", "1.2 MB"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { parentRegionCode, parseRegionCode, regionLevel, regionWithin } from "./region-code.js";

test("reads codes of 6, 9 and 12 digits and cuts empty levels", () => {
  const read = [
    ["522728", "522728"],
    ["441900121", "441900121"],
    ["441900121000", "441900121"],
    ["520000000000", "520000"],
    ["522728101201", "522728101201"],
    [" ４４０１１１ ", "440111"],
  ] as const;
  for (const [text, code] of read) assert.deepEqual(parseRegionCode(text), { ok: true, value: code }, text);
  for (const text of ["", "52272", "5227281", "滨海湾新区", "922728", "52272a"]) {
    const parsed = parseRegionCode(text);
    assert.equal(parsed.ok ? "" : parsed.problem.code, "value/region-code-unreadable", text);
  }
});

test("level and parent follow from the form; Dongguan's towns hang below the city", () => {
  const levels = [
    ["520000", "province", null],
    ["522700", "city", "520000"],
    ["522728", "county", "522700"],
    ["522728101", "township", "522728"],
    ["522728101201", "village", "522728101"],
    ["441900121", "township", "441900"],
  ] as const;
  for (const [code, level, parent] of levels) {
    assert.equal(regionLevel(code), level);
    assert.equal(parentRegionCode(code), parent);
  }
});

test("lies in", () => {
  assert.ok(regionWithin("522728101201", "522700"));
  assert.ok(regionWithin("522728", "522728"));
  assert.ok(!regionWithin("522700", "522728"));
  assert.ok(!regionWithin("440111", "520000"));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { documentAddress, placeInAddress } from "./address-place.js";

const cases: readonly (readonly [string | null, { start: number; end: number } | null])[] = [
  ["3-8", { start: 3, end: 8 }],
  ["3-800", { start: 3, end: 20 }],
  ["8-3", null],
  ["30-40", null],
  ["a-b", null],
  ["-3-8", null],
  ["", null],
  [null, null],
];

for (const [text, expected] of cases) {
  test(`?at=${text}`, () => assert.deepEqual(placeInAddress(text, 20), expected));
}

test("an address says the place back", () => {
  const address = documentAddress("d", { start: 3, end: 8 });
  assert.deepEqual(placeInAddress(new URL(address, "http://x").searchParams.get("at"), 20), { start: 3, end: 8 });
  assert.equal(documentAddress("d", null), "/documents/d");
});

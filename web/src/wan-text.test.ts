import assert from "node:assert/strict";
import { test } from "node:test";
import { fenOfWan, wanText } from "./wan-text.js";

test("what a table prints is what is read back, exact to 分", () => {
  for (const [fen, text] of [
    ["25605000000", "25,605.00"],
    ["2560500000", "2,560.50"],
    ["2500950000", "2,500.95"],
    ["1", "0.000001"],
  ] as const) {
    assert.equal(wanText(fen), text);
    assert.equal(fenOfWan(text), fen);
  }
  assert.equal(wanText(null), null);
});

test("nothing, a word and a sum below 分 are no amount", () => {
  for (const wrong of ["", "/", "若干", "0", "0.0000001"]) assert.equal(fenOfWan(wrong), null, wrong);
});

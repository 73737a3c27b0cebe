// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { readRates } from "./repair-rates.mjs";

test("what the measuring script prints is read: texts, edits on clean text, one row per damage", () => {
  const printed = `
own prose: 12 texts, 3400 characters, 900 different pairs in the first 40,000
byte-level edits on 13600 clean characters: 1
Traditional, marks                 pairs lost   1200 →    12 restored 99.00 %; 30 characters gone for good, of the rest 99.80 %; exact 9/12; certain 800, wrong 2, guessed 14; 90k char/s
Traditional, marks and glosses     pairs lost    100 →     0 restored 100.00 %; 0 characters gone for good, of the rest 100.00 %; exact 12/12; certain 0, wrong 0, guessed 0; 80k char/s
`;
  const [prose, ...others] = readRates(printed);
  assert.equal(others.length, 0);
  assert.deepEqual(prose?.text, "own prose (3400 characters)");
  assert.deepEqual([prose?.cleanCharacters, prose?.falseEdits], [13600, 1]);
  assert.deepEqual(prose?.rates[0], {
    damage: "Traditional, marks",
    lost: 1200,
    left: 12,
    restored: 99,
    gone: 30,
    ofKnowable: 99.8,
    certain: 800,
    wrong: 2,
  });
  assert.equal(prose?.rates.length, 2);
});

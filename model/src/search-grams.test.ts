import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { queryGrams, searchGrams, titleContains } from "./search-grams.js";

test("characters and pairs of a title, folded, without marks", () => {
  assert.deepEqual(searchGrams("白云·Ａb1"), ["1", "a", "ab", "b", "b1", "云", "云a", "白", "白云"].sort());
  assert.deepEqual(searchGrams("……"), []);
  assert.deepEqual(queryGrams("白云区"), ["云区", "白云"].sort());
  assert.deepEqual(queryGrams("县"), ["县"]);
});

test("a title holds a text across marks, width and case, and not by its pairs alone", () => {
  assert.ok(titleContains("“广州白云·黔南平塘”产业园", "白云黔南"));
  assert.ok(titleContains("ABC工厂", "ａｂｃ"));
  assert.ok(!titleContains("云白白云", "白云白"));
});

test("grams never lose a row: whatever a title contains, its grams are there", () => {
  const text = fc.string({ unit: fc.constantFrom(..."白云县区平塘ab1·（） 𠮷"), maxLength: 12 });
  fc.assert(
    fc.property(text, text, text, (before, inside, after) => {
      const title = before + inside + after;
      const grams = new Set(searchGrams(title));
      assert.ok(titleContains(title, inside));
      assert.deepEqual(
        queryGrams(inside).filter((gram) => !grams.has(gram)),
        [],
      );
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  isDecimalText,
  roundDecimal,
  shiftDecimal,
  subtractDecimals,
} from "./decimal.js";

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, scale]) => shiftDecimal(String(digits), -scale));

test("sums and differences are exact where floats are not", () => {
  assert.equal(addDecimals("0.1", "0.2"), "0.3");
  assert.equal(addDecimals("1000", "1304.26", "11.35"), "2315.61");
  assert.equal(subtractDecimals("1632.40", "1598.15"), "34.25");
  assert.equal(subtractDecimals("25.65", "34.25"), "-8.6");
  assert.equal(addDecimals(), "0");
});

test("2.5 and 2.50 are one number", () => {
  assert.equal(compareDecimals("2.50", "2.5"), 0);
  assert.equal(compareDecimals("-0.01", "0"), -1);
  assert.equal(compareDecimals("92.80", "81.32"), 1);
});

test("分 becomes 万元 by moving the point", () => {
  assert.equal(shiftDecimal("2560500000", -6), "2560.5");
  assert.equal(shiftDecimal("38", 4), "380000");
  assert.equal(shiftDecimal("0.38", 4), "3800");
});

test("quotients are rounded half away from zero and need a divisor", () => {
  assert.equal(divideDecimals("129000", "1213", 2), "106.35");
  assert.equal(divideDecimals("1", "8", 2), "0.13");
  assert.equal(divideDecimals("-1", "8", 2), "-0.13");
  assert.equal(divideDecimals("5", "0.00", 2), null);
  assert.equal(roundDecimal("106.3", 2), "106.30");
  assert.equal(roundDecimal("-0.004", 2), "0.00");
});

test("what is no decimal is a broken program", () => {
  for (const text of ["", "1e3", "1,000", "+1", ".5", "5."]) {
    assert.equal(isDecimalText(text), false, text);
    assert.throws(() => addDecimals(text, "1"), TypeError, text);
  }
});

test("adding and taking away again gives the number", () => {
  fc.assert(fc.property(decimal, decimal, (a, b) => compareDecimals(subtractDecimals(addDecimals(a, b), b), a) === 0));
});

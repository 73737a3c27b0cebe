import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkCreditCode, creditCodeCheckCharacter } from "./credit-code.js";

/** Computed vectors of domain.md §11 and users.md §6. */
const VALID = [
  "91110000101623741K",
  "911101066976941872",
  "115002410091389544",
  "11500228008652361T",
  "1150011455405967XJ",
  "91980101MA0TK00011",
  "91980101MA0TK00024",
  "91990101MA0WC0003A",
  "93980101MF0TK0004E",
];

test("valid codes pass, in every way of writing", () => {
  for (const code of VALID) assert.deepEqual(checkCreditCode(code), { code, warning: null });
  assert.deepEqual(checkCreditCode(" 9111 0000-101623741k "), { code: "91110000101623741K", warning: null });
});

test("a wrong check character warns and keeps the code, even for a firm registered so", () => {
  for (const code of ["91310115MA1H8R7C6D", "91350211M0000XUF46"]) {
    const check = checkCreditCode(code);
    assert.equal(check.code, code);
    assert.equal(check.warning?.code, "value/credit-code-check");
    const expected = creditCodeCheckCharacter(code.slice(0, 17));
    assert.ok(expected && check.warning.zh.includes(expected) && check.warning.en.includes(expected));
  }
});

test("another form warns", () => {
  for (const code of ["", "91110000", "9111000010162374IK", "91110000101623741", "91110000101623741KK", "某公司"]) {
    assert.equal(checkCreditCode(code).warning?.code, "value/credit-code-form", code);
  }
});

test("every change of one character is found", () => {
  const characters = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
  fc.assert(
    fc.property(fc.constantFrom(...VALID), fc.nat(17), fc.constantFrom(...characters), (code, place, character) => {
      fc.pre(code[place] !== character);
      const changed = code.slice(0, place) + character + code.slice(place + 1);
      assert.ok(checkCreditCode(changed).warning);
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { printNumber, typedNumber } from "./print-number.js";

test("numbers of a report are grouped and never rounded", () => {
  const rows: readonly [string | null, string, string][] = [
    ["2560.5", "万元", "2,560.50"],
    ["1632.4", "万元", "1,632.40"],
    ["0.123456", "万元", "0.123456"],
    ["-34.25", "万元", "−34.25"],
    ["93", "人", "93"],
    ["1234567", "人", "1,234,567"],
    ["81.32", "%", "81.32"],
    [null, "人", "—"],
  ];
  for (const [value, unit, printed] of rows) assert.equal(printNumber(value, unit), printed);
});

test("what is typed is a number, nothing, or neither", () => {
  const rows: readonly [string, string | null | undefined][] = [
    ["1,632.40", "1632.40"],
    ["１２", "12"],
    [" 007 ", "7"],
    ["-2.6", "-2.6"],
    ["", null],
    ["—", null],
    ["/", null],
    ["约1600", undefined],
    ["1.2.3", undefined],
  ];
  for (const [typed, number] of rows) assert.equal(typedNumber(typed), number, typed);
});

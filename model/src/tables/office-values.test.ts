import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type GridCell, plainDecimal } from "./grid.js";
import { readOfficeDate, readOfficeSpan } from "./office-date.js";
import { hasLostDigits, idCheckCharacter, readDigits, readIdNumber, readOfficeFlag } from "./office-identity.js";
import { readOfficeAmount, readOfficeNumber, readOfficePercent } from "./office-number.js";

const text = (words: string): GridCell => ({ kind: "text", text: words });
const number = (value: number, printed = String(value)): GridCell => ({
  kind: "number",
  text: printed,
  number: value,
  raw: String(value),
});

test("dates in every office form", () => {
  const cases: [GridCell, string, string | null, string | null][] = [
    [number(2023.4), "value", "2023-04", null],
    [number(2023.1, "2023.10"), "value", "2023-10", null],
    [text("23年5月底"), "value", "2023-05", "底"],
    [text("四月中旬"), "value", "2023-04", "中旬"],
    [text("十二月"), "value", "2023-12", null],
    [number(44713), "value", "2022-06-01", null],
    [number(20230215), "value", "2023-02-15", null],
    [text("2023/11/20"), "value", "2023-11-20", null],
    [{ kind: "date", text: "2023/11/20", date: "2023-11-20" }, "value", "2023-11-20", null],
    [text("2023-04-31"), "impossible", null, null],
    [text("2月29日"), "impossible", null, null],
    [text("2月"), "value", "2023-02", null],
    [text("2021年"), "value", "2021", null],
    [text("年前"), "unreadable", null, null],
    [text("/"), "missing", null, null],
    [text("长期"), "open", null, null],
    [text("2023年3月上旬"), "value", "2023-03", "上旬"],
  ];
  for (const [cell, state, value, qualifier] of cases) {
    const read = readOfficeDate(cell, 2023);
    assert.deepEqual([read.state, read.value, read.qualifier], [state, value, qualifier], cell.text);
  }
  const planned = readOfficeDate(text("预计12月"), 2023);
  assert.deepEqual([planned.planned, planned.value, planned.yearAssumed], [true, "2023-12", true]);
  assert.equal(readOfficeDate(text("4月"), null).value, "--04");
});

test("stretches of time", () => {
  const cases: [string, string | null, string | null, boolean, number | null][] = [
    ["2021-2025", "2021", "2025", false, null],
    ["2023年8月-2025年7月", "2023-08", "2025-07", false, null],
    ["2023.8—至今", "2023-08", null, true, null],
    ["2023年8月-10月", "2023-08", "2023-10", false, null],
    ["长期", null, null, true, null],
    ["1个月零3天", null, null, false, 33],
    ["2023.3.14-3.16", "2023-03-14", "2023-03-16", false, null],
    ["2023.10.18-20", "2023-10-18", "2023-10-20", false, null],
    ["2021.7—2022.7", "2021-07", "2022-07", false, null],
  ];
  for (const [words, from, to, open, days] of cases) {
    const read = readOfficeSpan(text(words), 2023);
    assert.deepEqual([read.from, read.to, read.open, read.days, read.readable], [from, to, open, days, true], words);
  }
  assert.equal(readOfficeSpan(text("待定人员"), 2023).readable, false);
});

test("amounts: a unit word is applied once, missing is not 0, goods are no money", () => {
  const cases: [GridCell, bigint | null, boolean, string | null][] = [
    [text("1,200"), 1_200_000_000n, false, null],
    [text("380.5万"), 380_500_000n, true, null],
    [text("1,186,000元"), 118_600_000n, true, null],
    [text("5万元+电脑10台"), 5_000_000n, true, "电脑10台"],
    [number(0.1 + 0.2), 300_000n, false, null],
    [text("/"), null, false, null],
    [text("—"), null, false, null],
    [text("0"), 0n, false, null],
    [text("0.4万元/月"), 400_000n, true, null],
  ];
  for (const [cell, fen, own, goods] of cases) {
    const raw: GridCell = cell.number === undefined ? cell : { kind: "number", text: cell.text, number: cell.number };
    const read = readOfficeAmount(raw, "万元");
    assert.deepEqual([read.fen, read.ownUnit, read.goods], [fen, own, goods], cell.text);
  }
  assert.equal(readOfficeAmount(text("¥12,800.00"), "元").fen, 1_280_000n);
  assert.deepEqual(
    [readOfficeAmount(text("4000-5000"), "元").fen, readOfficeAmount(text("4000-5000"), "元").range],
    [400_000n, true],
  );
  assert.equal(readOfficeAmount(text("见附件"), "元").state, "unreadable");
});

test("figures and percents", () => {
  assert.deepEqual([readOfficeNumber(text("3个月")).value, readOfficeNumber(text("3个月")).unit], ["3", "个月"]);
  assert.equal(readOfficeNumber(text("1,546")).value, "1546");
  assert.equal(readOfficeNumber(text("约30")).approx, "约");
  assert.equal(readOfficeNumber(text("若干")).state, "unreadable");
  const percents: [GridCell, string][] = [
    [number(0.95), "95"],
    [number(0.9768, "97.68%"), "97.68"],
    [text("95%"), "95"],
    [number(102.42), "102.42"],
    [number(1.0242), "102.42"],
  ];
  for (const [cell, value] of percents) assert.equal(readOfficePercent(cell).value, value, cell.text);
});

test("ID numbers: lost digits are told from a wrong check digit", () => {
  assert.equal(idCheckCharacter("98010119850315004"), "X");
  const cases: [GridCell, string, string | null, string | null][] = [
    [text("980101198503150015"), "value", "980101198503150015", null],
    [text("98010119850315004x"), "value", "98010119850315004X", null],
    [text("980101 19850315 0015"), "value", "980101198503150015", null],
    [text("980101198503150016"), "value", "980101198503150016", "check"],
    [text("980101850315001"), "value", "980101850315001", "form"],
    [number(980101198503150000), "damaged", null, null],
    [text("9.80101E+17"), "damaged", null, null],
    [text(""), "missing", null, null],
  ];
  for (const [cell, state, value, warning] of cases) {
    const read = readIdNumber(cell);
    assert.deepEqual([read.state, read.value, read.warning], [state, value, warning], cell.text);
  }
});

test("ticks and digits", () => {
  for (const words of ["√", "是", "1", "✔"]) assert.equal(readOfficeFlag(text(words)), true, words);
  for (const words of ["否", "×", "0"]) assert.equal(readOfficeFlag(text(words)), false, words);
  assert.equal(readOfficeFlag(text("—")), null);
  assert.equal(readDigits(number(13800000000)), "13800000000");
  assert.equal(readDigits(text("1.1112224E+7")), "11112224");
  assert.deepEqual(
    ["5.2E+17", "1.1112224E+7", "00382915"].map((one) => hasLostDigits(text(one))),
    [true, false, false],
  );
});

test("no input throws, and numbers come back exactly as typed", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }).map(text),
    fc.double().map((value): GridCell => ({ kind: "number", text: String(value), number: value })),
    fc.constantFrom("1,2,3", "九九月", "2023-13", "2023年99月", "9".repeat(60), "1e400", "++", "（）").map(text),
  );
  fc.assert(
    fc.property(cell, (one) => {
      readOfficeDate(one, 2023);
      readOfficeSpan(one, null);
      readOfficeAmount(one, "亿元");
      readOfficeNumber(one);
      readOfficePercent(one);
      readIdNumber(one);
      readOfficeFlag(one);
    }),
    { numRuns: 400 },
  );
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
      fc.integer({ min: 0, max: 4 }),
      (digits, places) => {
        const typed = places === 0 ? String(digits) : (digits / 10 ** places).toFixed(places);
        assert.equal(Number(plainDecimal(Number(typed))), Number(typed));
        assert.match(plainDecimal(Number(typed)), /^-?\d+(?:\.\d+)?$/);
      },
    ),
  );
});

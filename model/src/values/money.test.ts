import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type MoneyUnit, moneyFromJson, moneyToJson, parseMoney, printMoney } from "./money.js";

const read: readonly (readonly [text: string, fen: bigint, approx?: string | null, unit?: MoneyUnit])[] = [
  ["1610万元", 1_610_000_000n],
  ["约1610万元", 1_610_000_000n, "约"],
  ["4.13亿元", 41_300_000_000n],
  ["0.02", 200_000_000n, null, "亿元"],
  ["12345.67元", 1_234_567n],
  ["¥12,800.00", 1_280_000n],
  ["1,186,000元", 118_600_000n, null, "万元"],
  ["380.5万", 380_500_000n, null, "万元"],
  ["380.5", 380_500_000n, null, "万元"],
  ["1,200", 1_200_000_000n, null, "万元"],
  ["１，２００．５０元", 120_050n],
  ["-2.60万元", -2_600_000n],
  ["1610余万元", 1_610_000_000n, "余"],
  ["3千万元", 3_000_000_000n],
  ["近2.5亿元", 25_000_000_000n, "近"],
  ["500万元以上", 500_000_000n, "以上"],
  ["人民币 65 万元整", 65_000_000n],
  ["0元", 0n],
];

test("reads amounts as offices write them", () => {
  for (const [text, fen, approx, unit] of read) {
    assert.deepEqual(parseMoney(text, unit), { ok: true, value: { fen, approx: approx ?? null } }, text);
  }
});

test("missing is not 0, and what is no amount is refused with a code", () => {
  const refused = [
    ["/", "value/money-missing"],
    ["", "value/money-missing"],
    ["—", "value/money-missing"],
    ["5万元+电脑10台", "value/money-unreadable"],
    ["三千二百万元", "value/money-unreadable"],
    ["4000-5000元", "value/money-unreadable"],
    ["1,2345元", "value/money-unreadable"],
    ["100美元", "value/money-unreadable"],
    ["0.005元", "value/money-below-fen"],
    ["0.0000001万元", "value/money-below-fen"],
  ] as const;
  for (const [text, code] of refused) {
    const parsed = parseMoney(text);
    assert.equal(parsed.ok ? parsed.value.fen : parsed.problem.code, code, text);
  }
});

test("prints exactly, in the unit that reads best", () => {
  const printed = [
    [1_610_000_000n, "1,610万元", "CNY 16,100,000"],
    [41_300_000_000n, "4.13亿元", "CNY 413,000,000"],
    [41_356_000_000n, "41,356万元", "CNY 413,560,000"],
    [1_234_567n, "12,345.67元", "CNY 12,345.67"],
    [-2_600_000n, "-2.6万元", "CNY -26,000"],
    [5n, "0.05元", "CNY 0.05"],
    [0n, "0元", "CNY 0"],
  ] as const;
  for (const [fen, zh, en] of printed) assert.deepEqual([printMoney(fen), printMoney(fen, "en")], [zh, en]);
  assert.equal(printMoney(250_095_000_000n, "zh", "万元"), "250,095万元");
});

test("what is printed is read back, in every unit and both languages", () => {
  const unit = fc.constantFrom<MoneyUnit | undefined>(undefined, "元", "万元", "亿元");
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), unit, fc.constantFrom("zh", "en"), (fen, chosen, language) => {
      const back = parseMoney(printMoney(fen, language as "zh" | "en", chosen));
      assert.deepEqual(back, { ok: true, value: { fen, approx: null } });
      assert.equal(moneyFromJson(moneyToJson(fen)), fen);
    }),
  );
});

test("any text gives an amount or a problem, never a throw", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => typeof parseMoney(text).ok === "boolean"));
  assert.throws(() => moneyFromJson("12.5"), TypeError);
});

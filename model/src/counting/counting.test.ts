import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { indicators } from "../indicators/index.js";
import { addDecimals } from "../values/decimal.js";
import { countyAverage } from "./county-average.js";
import { type CauseCandidate, explainDifference } from "./explain-difference.js";
import { checkCumulative, checkPart, checkWhole } from "./figure-checks.js";
import { isLagging, paceOf, paceOfMonth } from "./pace.js";
import { fitsDenominator, impliedDenominator, rateOf } from "./rate.js";
import { subsidyShares } from "./subsidy-shares.js";
import { yearSeries } from "./year-series.js";

const definition = (code: string) => {
  const found = indicators.find((one) => one.code === code);
  assert.ok(found, code);
  return found;
};

test("completion is not capped and needs a target", () => {
  assert.equal(rateOf("1290", "1213")?.percent, "106.35");
  assert.equal(rateOf("2129", "7098")?.percent, "29.99");
  assert.equal(rateOf("240.40", "227.72")?.percent, "105.57");
  assert.equal(rateOf("1560", "100")?.percent, "1560.00");
  assert.equal(rateOf("5", "0"), null, "a target of 0 has no rate, not 100 %");
  assert.equal(rateOf("5", null), null);
  assert.equal(rateOf(null, "5"), null, "missing is not 0");
  assert.equal(rateOf("0", "5")?.percent, "0.00");
});

test("石坎县's rates keep their denominators (L1)", () => {
  assert.equal(rateOf("2500.95", "3075.50")?.percent, "81.32");
  assert.equal(rateOf("2500.95", "2695")?.percent, "92.80");
  assert.equal(rateOf("2500.95", "2560.50")?.percent, "97.67");
  assert.deepEqual(rateOf("2500.95", "2695", "2023-11-30"), {
    numerator: "2500.95",
    denominator: "2695",
    percent: "92.80",
    day: "2023-11-30",
  });
});

test("凉山's 9.89 % is of a base that is none of the printed totals", () => {
  assert.equal(rateOf("8519.8", "63348.86")?.percent, "13.45");
  assert.equal(fitsDenominator("8519.8", "9.89", "63348.86"), false);
  const base = impliedDenominator("8519.8", "9.89");
  assert.deepEqual(base, { least: "86102.0718", most: "86189.1755" });
  assert.equal(fitsDenominator("8519.8", "9.89", "86145.6"), true);
  assert.equal(impliedDenominator("0", "9.89"), null);
});

test("县均: 231.9 亿 over 447 counties, 17.58 亿 over 33", () => {
  assert.equal(countyAverage("2319000", 447), "5187.92");
  assert.equal(countyAverage("175800", 33), "5327.27");
  assert.equal(countyAverage("175800", 0), null);
});

test("昌宁's two lines add up, one 分 less does not", () => {
  assert.deepEqual(checkWhole("B5f", ["1000", "1304.26", "11.35"], "2315.61"), []);
  assert.equal(checkWhole("B5f", ["1000", "1304.26", "11.34"], "2315.61")[0]?.code, "parts_differ");
  assert.deepEqual(checkWhole("B5f", ["1000", null, "11.34"], "2315.61"), [], "a missing part is not 0");
});

test("624 assets by class and by owner are the same assets", () => {
  assert.deepEqual(checkWhole("assets", ["33", "502", "89"], "624"), []);
  assert.deepEqual(checkWhole("assets", ["19", "28", "488", "89"], "624"), []);
});

test("序时进度 of November is 91.67; four of L4 lag, two yellow and two red", () => {
  assert.equal(paceOfMonth(11), "91.67");
  assert.equal(paceOfMonth(6), "50.00");
  const lines: readonly [string, string, string][] = [
    ["1", "2", "far_behind"],
    ["0.38", "0.5", "far_behind"],
    ["63.20", "80", "behind"],
    ["84", "100", "behind"],
    ["58", "60", "due_soon"],
    ["93", "90", "done"],
    ["2", "2", "done"],
  ];
  for (const [done, target, state] of lines)
    assert.equal(paceOf(rateOf(done, target)?.percent ?? null, 11)?.state, state, `${done}/${target}`);
  assert.equal(
    lines.filter(([done, target]) => isLagging(paceOf(rateOf(done, target)?.percent ?? null, 11))).length,
    4,
  );
  assert.equal(paceOf(null, 11), null);
});

test("yellow ends exactly at the parameter", () => {
  const rule = { yellowPoints: "15", soonMonths: 2 };
  assert.equal(paceOf("76.67", 11, rule)?.state, "behind");
  assert.equal(paceOf("76.66", 11, rule)?.state, "far_behind");
  assert.equal(paceOf("91.67", 11, rule)?.state, "due_soon");
  assert.equal(paceOf("50.00", 6, rule)?.state, "on_pace");
  assert.equal(paceOf("76.66", 11, { ...rule, yellowPoints: "20" })?.state, "behind");
});

test("累计 is last month's and this month's; 145 + 15 is not 155", () => {
  const [warning, ...more] = checkCumulative({ indicator: "B2", thisMonth: "15", toDate: "155" }, "145");
  assert.equal(more.length, 0);
  assert.equal(warning?.code, "cumulative_differs");
  assert.match(warning?.zh ?? "", /145 ＋ 本月 15 ＝ 160，与填报累计 155 不一致/);
  assert.deepEqual(checkCumulative({ indicator: "F1", thisMonth: "130", toDate: "1632.40" }, "1502.4"), []);
  const fell = checkCumulative({ indicator: "F1", thisMonth: "-2.60", toDate: "1629.80" }, "1632.40");
  assert.deepEqual(
    fell.map(({ code }) => code),
    ["cumulative_fell"],
  );
  assert.deepEqual(checkCumulative({ indicator: "B2", thisMonth: "15", toDate: "155" }, null), []);
});

test("其中 is never more than its whole", () => {
  const part = { indicator: "E1r", zh: "脱贫", en: "relieved", value: "12" };
  assert.equal(checkPart(part, { zh: "就业", en: "jobs", value: "10" })[0]?.code, "part_exceeds");
  assert.deepEqual(checkPart(part, { zh: "就业", en: "jobs", value: "12" }), []);
  assert.deepEqual(checkPart({ ...part, value: null }, { zh: "就业", en: "jobs", value: "10" }), []);
});

test("the line of 就业 breaks where 人次 became 人", () => {
  const points = yearSeries(definition("E1"), [
    { year: 2021, value: "80" },
    { year: 2022, value: "120" },
    { year: 2023, value: "93" },
    { year: 2024, value: "102" },
  ]);
  assert.deepEqual(
    points.map(({ breaks, change, version }) => [breaks, change, version]),
    [
      [false, null, 1],
      [false, "50.00", 1],
      [true, null, 2],
      [false, "9.68", 2],
    ],
  );
  const steady = yearSeries(definition("F1"), [
    { year: 2022, value: "100" },
    { year: 2023, value: null },
    { year: 2024, value: "90" },
  ]);
  assert.deepEqual(
    steady.map(({ breaks }) => breaks),
    [false, true, true],
    "a year without a number is a gap, not a line",
  );
});

const cause = (cause: CauseCandidate["cause"], amount: string): CauseCandidate => ({
  cause,
  amount,
  zh: cause,
  en: cause,
  rows: [],
});

test("34.25 is 25.65 + 2.60 + 6.00 (L4)", () => {
  const found = explainDifference("1632.40", "1598.15", [
    cause("duplicate_invoice", "25.65"),
    cause("returned", "2.60"),
    cause("other_year", "6.00"),
    cause("other", "3.33"),
  ]);
  assert.equal(found.difference, "34.25");
  assert.equal(found.rest, "0");
  assert.deepEqual(
    found.causes.map(({ amount }) => amount),
    ["25.65", "2.60", "6.00"],
  );
});

test("a difference that nothing adds up to is not called explained", () => {
  const part = explainDifference("100", "90", [cause("returned", "4")]);
  assert.deepEqual([part.causes.length, part.rest], [1, "6"]);
  const beyond = explainDifference("100", "90", [cause("returned", "14")]);
  assert.deepEqual([beyond.causes.length, beyond.rest], [0, "10"]);
  const other = explainDifference("90", "100", [cause("returned", "4")]);
  assert.deepEqual([other.causes.length, other.rest], [0, "-10"]);
  assert.deepEqual(explainDifference("5", "5.00", [cause("returned", "4")]).causes, []);
});

test("causes and rest always make the difference", () => {
  const amount = fc.integer({ min: -5000, max: 5000 }).map((cents) => String(cents));
  fc.assert(
    fc.property(amount, amount, fc.array(amount, { maxLength: 8 }), (ours, theirs, amounts) => {
      const found = explainDifference(
        ours,
        theirs,
        amounts.map((one) => cause("other", one)),
      );
      assert.equal(addDecimals(...found.causes.map(({ amount }) => amount), found.rest), found.difference);
    }),
  );
});

test("松桃's subsidy: 5 %, at most 300,000 each, 1,000,000 for all", () => {
  const rule = { percent: 5n, cap: 30_000_000n, budget: 100_000_000n };
  const yuan = (n: bigint) => n * 100n;
  assert.deepEqual(subsidyShares([yuan(2_000_000n), yuan(8_000_000n)], rule), [yuan(100_000n), yuan(300_000n)]);
  // Five at the cap are due 1,500,000: each gets two thirds, and the budget is not exceeded by one 分.
  const five = subsidyShares(
    Array.from({ length: 5 }, () => yuan(9_000_000n)),
    rule,
  );
  assert.deepEqual(new Set(five), new Set([yuan(200_000n)]));
  const odd = subsidyShares([yuan(7_000_001n), yuan(7_000_003n), yuan(6_999_999n), yuan(1_000_000n)], rule);
  assert.ok(odd.reduce((sum, one) => sum + one, 0n) <= rule.budget);
  assert.deepEqual(subsidyShares([-500n], rule), [0n]);
});

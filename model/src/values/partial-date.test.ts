import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  compareDates,
  dayRange,
  isPartialDate,
  parsePartialDate,
  printDateSpan,
  printPartialDate,
  relateDates,
} from "./partial-date.js";

test("reads dates as written and keeps their precision", () => {
  const read = [
    ["2023年12月11日", "2023-12-11"],
    ["2021年2月", "2021-02"],
    ["2021年2月份", "2021-02"],
    ["2021年", "2021"],
    ["12月11日", "--12-11"],
    ["12月11号", "--12-11"],
    ["12月", "--12"],
    ["2023.4", "2023-04"],
    ["2023.12.5", "2023-12-05"],
    ["2023/11/20", "2023-11-20"],
    ["20230215", "2023-02-15"],
    ["２０２３年１２月１１日", "2023-12-11"],
    ["2024-02-29", "2024-02-29"],
    ["--02-29", "--02-29"],
    ["2021-02", "2021-02"],
  ] as const;
  for (const [text, date] of read) assert.deepEqual(parsePartialDate(text), { ok: true, value: date }, text);
});

test("days that do not exist, and words, are problems", () => {
  const refused = [
    ["2023-04-31", "value/date-impossible"],
    ["2023年2月29日", "value/date-impossible"],
    ["2023年13月", "value/date-impossible"],
    ["0000-01-01", "value/date-impossible"],
    ["四月中旬", "value/date-unreadable"],
    ["预计12月", "value/date-unreadable"],
    ["44713", "value/date-unreadable"],
    ["近日", "value/date-unreadable"],
    ["/", "value/date-missing"],
  ] as const;
  for (const [text, code] of refused) {
    const parsed = parsePartialDate(text);
    assert.equal(parsed.ok ? parsed.value : parsed.problem.code, code, text);
  }
});

test("from and to are the days that a date may mean", () => {
  assert.deepEqual(dayRange("2021"), { from: "2021-01-01", to: "2021-12-31" });
  assert.deepEqual(dayRange("2024-02"), { from: "2024-02-01", to: "2024-02-29" });
  assert.deepEqual(dayRange("2023-12-11"), { from: "2023-12-11", to: "2023-12-11" });
  assert.equal(dayRange("--12-11"), null);
  assert.throws(() => dayRange("2023-1-1"), TypeError);
});

test("relates dates by what they may mean", () => {
  const related = [
    ["2023-12-11", "2023-12-14", "before"],
    ["2024", "2023-12", "after"],
    ["2023-12", "2023-12-11", "overlap"],
    ["2023-12", "2023-12", "same"],
    ["--12-11", "2023-12-11", "unknown"],
    ["--12-11", "2023-12-12", "apart"],
    ["--12-11", "--12-11", "same"],
    ["--12", "--12-11", "unknown"],
    ["2023", "--12-11", "unknown"],
  ] as const;
  for (const [a, b, relation] of related) assert.equal(relateDates(a, b), relation, `${a} ${b}`);
});

test("prints dates and spans in both languages", () => {
  assert.equal(printPartialDate("2023-12-11"), "2023年12月11日");
  assert.equal(printPartialDate("2021-02", "en"), "February 2021");
  assert.equal(printPartialDate("--12-11"), "12月11日");
  assert.equal(printPartialDate("--12-11", "en"), "11 December");
  const spans = [
    ["2023-12-11", "2023-12-14", "2023年12月11日至14日", "11 December 2023 to 14 December 2023"],
    ["2023-12-30", "2024-01-02", "2023年12月30日至2024年1月2日", "30 December 2023 to 2 January 2024"],
    ["2024-01", "2024-03", "2024年1月至3月", "January 2024 to March 2024"],
    ["2021", "2025", "2021年至2025年", "2021 to 2025"],
    ["--04-08", "--04-11", "4月8日至11日", "8 April to 11 April"],
    ["2023-11-30", "2023-12-02", "2023年11月30日至12月2日", "30 November 2023 to 2 December 2023"],
    ["2023-12-11", "2023-12-11", "2023年12月11日", "11 December 2023"],
    ["2021-06", null, "2021年6月起", "from June 2021"],
    [null, "2025", "至2025年", "until 2025"],
    [null, null, "", ""],
  ] as const;
  for (const [start, end, zh, en] of spans) {
    assert.equal(printDateSpan(start, end), zh);
    assert.equal(printDateSpan(start, end, "en"), en);
  }
});

const anyDate = fc
  .record({
    year: fc.option(fc.integer({ min: 1949, max: 2100 }), { nil: null }),
    month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    day: fc.option(fc.integer({ min: 1, max: 28 }), { nil: null }),
  })
  .filter(({ year, month }) => year !== null || month !== null)
  .map(({ year, month, day }) => {
    const two = (part: number) => `-${String(part).padStart(2, "0")}`;
    const tail = month === null ? "" : two(month) + (day === null ? "" : two(day));
    return year === null ? `-${tail}` : `${year}${tail}`;
  });

test("what is printed is read back", () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      assert.ok(isPartialDate(date), date);
      assert.deepEqual(parsePartialDate(printPartialDate(date)), { ok: true, value: date });
      assert.deepEqual(parsePartialDate(date), { ok: true, value: date });
    }),
  );
});

test("the order of lists is total, and agrees with before and after", () => {
  fc.assert(
    fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
      assert.equal(Math.sign(compareDates(a, b)), -Math.sign(compareDates(b, a)) + 0);
      assert.equal(compareDates(a, b) === 0, a === b);
      if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) assert.ok(compareDates(a, c) <= 0);
      if (relateDates(a, b) === "before") assert.ok(compareDates(a, b) < 0);
      const opposite = { before: "after", after: "before" } as const;
      const relation = relateDates(a, b);
      assert.equal(relateDates(b, a), relation === "before" || relation === "after" ? opposite[relation] : relation);
    }),
  );
});

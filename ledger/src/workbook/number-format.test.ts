import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decimalText, roundDecimal, shiftDecimal } from "./decimal-text.js";
import { numberFormat } from "./number-format.js";
import { daySerial, serialMoment } from "./serial-day.js";

const printed: readonly (readonly [code: string, decimal: string, text: string, date?: string])[] = [
  ["General", "960", "960"],
  ["General", "0.976849", "0.976849"],
  ["General", "1234567890.123", "1234567890"],
  ["General", "12345678901", "12345678901"],
  ["General", "520000000000000000", "5.2E+17"],
  ["General", "0.0000123", "1.23E-05"],
  ["General", "-0.1", "-0.1"],
  ["G/通用格式", "12.5", "12.5"],
  ['G/通用格式"人"', "93", "93人"],
  ["0.00", "2500.59", "2500.59"],
  ["0.00", "2.675", "2.68"],
  ["0.00", "-0.001", "0.00"],
  ["#,##0", "1234567.5", "1,234,568"],
  ["#,##0.00", "999.999", "1,000.00"],
  ["#,##0.00_ ", "1900.5", "1,900.50"],
  ["#,##0.00_);[Red]\\(#,##0.00\\)", "-1234.5", "(1,234.50)"],
  ['_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', "12800", "¥12,800.00"],
  ['_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', "0", "¥-"],
  ["[$¥-804]#,##0.0", "1.25", "¥1.3"],
  ["0.00%", "0.9768", "97.68%"],
  ["0%", "1.0242", "102%"],
  ["00000000", "382915", "00382915"],
  ["000-0000-0000", "13900001234", "139-0000-1234"],
  ['0.00"亿元"', "0.38", "0.38亿元"],
  ["0.0,,", "1234567", "1.2"],
  ["0.00E+00", "123456", "1.23E+05"],
  ["#.##", "0.5", ".5"],
  ["#.##", "3", "3"],
  ["0.0#", "3", "3.0"],
  ["@", "44713", "44713"],
  [";;;", "5", ""],
  ['[>=10000]0.0,"k";0', "25000", "25.0k"],
  ['[>=10000]0.0,"k";0', "250", "250"],
  ["yyyy/m/d", "45250", "2023/11/20", "2023-11-20"],
  ["yyyy.m.d", "45250", "2023.11.20", "2023-11-20"],
  ['yyyy"年"m"月"d"日"', "45250.75", "2023年11月20日", "2023-11-20"],
  ["[$-804]yyyy年m月d日;@", "45250", "2023年11月20日", "2023-11-20"],
  ['[DBNum1][$-804]yyyy"年"m"月"', "45017", "2023年4月", "2023-04"],
  ["mmm-yy", "45017", "Apr-23", "2023-04"],
  ['m"月"d"日"', "45250", "11月20日", "2023-11-20"],
  ["yyyy-mm-dd hh:mm:ss", "45250.5", "2023-11-20 12:00:00", "2023-11-20"],
  ['上午/下午h"时"mm"分"', "0.70001", "0.70001"],
  ['上午/下午h"时"mm"分"', "1.70001", "下午4时48分"],
  ["[h]:mm", "1.5", "36:00"],
  ["yyyy年m月 aaaa", "45250", "2023年11月 星期一", "2023-11"],
  ["yyyy/m/d", "60", "60"],
  ["yyyy/m/d", "-3", "-3"],
  ['0.00"月"', "3", "3.00月"],
];

test("numbers print as a spreadsheet prints them", () => {
  for (const [code, decimal, text, date] of printed) {
    assert.deepEqual(
      numberFormat(code).print(decimal, false),
      date === undefined ? { text } : { text, date },
      `${decimal} in ${code}`,
    );
  }
});

test("a number of a file becomes the figure that was typed", () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ["2500.5900000000001", "2500.59"],
    ["0.30000000000000004", "0.3"],
    ["5.2E+17", "520000000000000000"],
    ["980101198503150015", "980101198503150000"],
    ["1.0E-3", "0.001"],
    ["99999999999999999", "100000000000000000"],
    ["-0", "0"],
    ["007", "7"],
    [".5", "0.5"],
    ["1e9999", null],
    ["12a", null],
    ["", null],
  ];
  for (const [stored, text] of cases) assert.equal(decimalText(stored), text, stored);
  assert.equal(roundDecimal("9.96", 1), "10.0");
  assert.equal(roundDecimal("0.5", 0), "1");
  assert.equal(shiftDecimal("0.9768", 2), "97.68");
  assert.equal(shiftDecimal("12", -3), "0.012");
});

test("any decimal of up to 15 digits survives storage as a float, and no format code breaks the printer", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 6 }),
      (digits, places) => {
        const value = digits / 10 ** places;
        const text = decimalText(String(value));
        assert.equal(Number(text), value);
      },
    ),
  );
  const signs = fc.string({ unit: fc.constantFrom(...'0#?.,%;yYmMdDhHsSaeEgG@[]$*_\\"/+-年月日¥() '), maxLength: 24 });
  fc.assert(
    fc.property(signs, fc.double({ noNaN: true, noDefaultInfinity: true }), (code, value) => {
      const decimal = decimalText(String(value));
      if (decimal !== null) assert.equal(typeof numberFormat(code).print(decimal, false).text, "string");
    }),
  );
});

test("serial days: 1900 and its leap day, 1904, and back", () => {
  const day = (serial: number, date1904 = false) => {
    const moment = serialMoment(serial, date1904);
    return moment === null ? null : `${moment.year}-${moment.month}-${moment.day}`;
  };
  assert.equal(day(1), "1900-1-1");
  assert.equal(day(59), "1900-2-28");
  assert.equal(day(60), null);
  assert.equal(day(61), "1900-3-1");
  assert.equal(day(43788, true), "2023-11-20");
  assert.equal(day(3_000_000), null);
  assert.equal(daySerial("2023-11-20"), 45250);
  assert.equal(daySerial("2023-02-30"), null);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { MONTHS, YEARS } from "./integer-range.js";
import { cellText, parseValue } from "./parse-value.js";
import type { FieldDefinition, FieldValue } from "./record-definition.js";

const region = "8c1f2c2e-0000-5000-8000-000000000001";
const form = {
  money: "万元",
  rows: new Map([["石坎县", region]]),
  titles: { [region]: "石坎县" },
} as const;
const field = (type: FieldDefinition["type"], more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  key: "x",
  zh: "栏",
  en: "column",
  type,
  ...more,
});
const steps = [
  { code: "open", zh: "待分解", en: "to be broken down" },
  { code: "discussed", zh: "会商（初步磋商）", en: "discussed" },
];

/** What stood in the cell → the value, or the code of what is wrong. */
const cells: readonly (readonly [FieldDefinition, string, FieldValue | { readonly problem: string }])[] = [
  [field("text"), " 辣椒加工厂\r\n二期 ", "辣椒加工厂 二期"],
  [field("text"), "/", "/"],
  [field("text"), "", null],
  [field("text", { required: true }), " ", { problem: "value/required" }],
  [field("long_text"), "一\r\n二", "一\n二"],
  [field("money"), "1,610", "1610000000"],
  [field("money"), "1,186,000元", "118600000"],
  [field("money"), "380.5万", "380500000"],
  [field("money"), "4500元", "450000"],
  [field("money"), "约1610", { problem: "value/money-inexact" }],
  [field("money"), "/", null],
  [field("money"), "十万", { problem: "value/money-unreadable" }],
  [field("integer"), "１,200", "1200"],
  [field("integer", { unit: "人" }), "93人", "93"],
  [field("integer"), "12.0", "12"],
  [field("integer"), "12.5", { problem: "value/number-not-whole" }],
  [field("integer", { range: MONTHS }), "13", { problem: "value/number-out-of-range" }],
  [field("integer", { range: MONTHS }), "12", "12"],
  [field("integer", { range: YEARS }), "20223", { problem: "value/number-out-of-range" }],
  [field("integer", { range: YEARS }), "2023", "2023"],
  [field("decimal", { unit: "%" }), "95.5%", "95.5"],
  [field("decimal"), "0012.50", "12.50"],
  [field("decimal"), "-0", "0"],
  [field("decimal"), "1.2.3", { problem: "value/number-unreadable" }],
  [field("date"), "2023.4", "2023-04"],
  [field("date"), "2023-04-31", { problem: "value/date-impossible" }],
  [field("date"), "—", null],
  [field("flag"), "√", true],
  [field("flag"), "否", false],
  [field("flag"), "或许", { problem: "value/flag-unreadable" }],
  [field("code", { codes: steps }), "待分解", "open"],
  [field("code", { codes: steps }), "会商", "discussed"],
  [field("code", { codes: steps }), "Open", "open"],
  [field("code", { codes: steps }), "办结", { problem: "value/code-unknown" }],
  [field("texts", { codes: steps }), "会商、待分解", ["discussed", "open"]],
  [field("texts", { codes: steps }), "会商、别的", { problem: "value/code-unknown" }],
  [field("texts"), "平坝镇，福泉镇", ["平坝镇", "福泉镇"]],
  [field("reference", { record: "region" }), "石坎县", region],
  [field("reference", { record: "region" }), region, region],
  [field("reference", { record: "region" }), "石坎", { problem: "value/reference-unknown" }],
  [field("references", { record: "region" }), "石坎县、石坎县", [region, region]],
  [field("list"), "甲", { problem: "value/not-in-a-cell" }],
];

test("a cell is read by the type of its column", () => {
  for (const [column, text, expected] of cells) {
    const read = parseValue(column, text, form);
    const given = read.ok ? read.value : { problem: read.problem.code };
    assert.deepEqual(given, expected, `${column.type} “${text}”`);
  }
});

test("what a cell prints is read back as the same value, in both languages", () => {
  for (const [column, text] of cells) {
    const read = parseValue(column, text, form);
    if (!read.ok) continue;
    for (const language of ["zh", "en"] as const) {
      const printed = cellText(column, read.value, language, form);
      const again = parseValue({ ...column, required: false }, printed, form);
      assert.deepEqual(again, read, `${column.type} “${text}” → “${printed}”`);
    }
  }
});

test("the choices of a closed list are told to whoever wrote another word", () => {
  const read = parseValue(field("code", { codes: steps }), "办结", form);
  assert.ok(!read.ok);
  assert.match(read.problem.zh, /没有“办结”.*待分解、会商（初步磋商）/);
  assert.match(read.problem.en, /to be broken down, discussed/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { printValue, rowTitle } from "./print-value.js";
import type { FieldDefinition, FieldValue } from "./record-definition.js";
import { recordDefinitions } from "./records/index.js";

function field(record: string, key: string): FieldDefinition {
  const found = recordDefinitions
    .find(({ name }) => name === record)
    ?.fields.find((candidate) => candidate.key === key);
  assert.ok(found, `${record}.${key}`);
  return found;
}

test("prints every type of field in both languages", () => {
  const since = [{ statement: "第三个年头", from: "2021", inferred: true, speaker: "方远山", side: "east" }];
  const cases: readonly (readonly [string, string, FieldValue, string, string])[] = [
    ["signing", "amount", "1610000000", "1,610万元", "CNY 16,100,000"],
    ["visit", "start_date", "2023-12-11", "2023年12月11日", "11 December 2023"],
    ["visit", "start_date", "--12-11", "12月11日", "11 December"],
    ["visit", "direction", "east_to_west", "东→西", "east to west"],
    ["visit", "headcount", 12, "12人", "12 people"],
    ["visit", "date_inferred", true, "是", "yes"],
    ["visit", "headcount", null, "未填", "not filled in"],
    ["visit", "headcount", 0, "0人", "0 people"],
    ["statement", "fields", ["industry", "labour"], "产业合作、劳务协作", "industry, labour"],
    ["statement", "quantity", "1.12", "1.12", "1.12"],
    ["visit", "host", ["p1", "p2"], "罗甸县、p2", "罗甸县, p2"],
    ["pair", "since", since, "第三个年头 2021年 （是否推算） 方远山 东部", "第三个年头 2021 (inferred) 方远山 east"],
    ["roster_count", "east", [{ type: "township", count: 8, unit: "个" }], "镇街 8个", "township 8"],
    [
      "roster_count",
      "west",
      [{ type: "village", count: null, unit: "个" }],
      "村（社区） 数量未写明",
      "village number not stated",
    ],
    ["person", "name", "某人", "某人", "某人"],
    ["visit", "start_date", "年前", "年前", "年前"],
  ];
  for (const [record, key, value, zh, en] of cases) {
    assert.equal(printValue(field(record, key), value, "zh", { p1: "罗甸县" }), zh, `${record}.${key}`);
    assert.equal(printValue(field(record, key), value, "en", { p1: "罗甸县" }), en, `${record}.${key}`);
  }
});

test("a title is the filled-in title fields in order", () => {
  const attendance = recordDefinitions.find(({ name }) => name === "attendance");
  assert.ok(attendance);
  assert.equal(rowTitle(attendance, { name: "方远山", title: "区委书记" }), "方远山 区委书记");
  assert.equal(rowTitle(attendance, { name: "方远山", title: null }), "方远山");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { bulkFields } from "../bulk-fields.js";
import { sheetForms } from "../forms/index.js";
import { proposals } from "../proposals/index.js";
import type { CodeLabel, FieldDefinition } from "../record-definition.js";
import { recordGroups } from "../record-groups.js";
import { recordDefinitions } from "./index.js";

const COLUMNS_OF_EVERY_TABLE = ["scope_id", "id", "seq", "search_grams", "sort_key", "salt", "until_seq"];
/**
 * Words that PostgreSQL reserves: a column named so would have to be quoted in every report somebody writes by hand. A day
 * may be called `on`: statements use its `on_from` and `on_to`.
 */
const RESERVED =
  /^(?:all|and|array|as|asc|both|case|cast|check|column|default|desc|do|else|end|for|from|group|having|in|into|leading|limit|not|null|offset|only|or|order|primary|references|select|some|table|then|to|trailing|union|unique|user|using|when|where|window|with)$/;

function eachField(check: (field: FieldDefinition, where: string) => void): void {
  for (const record of recordDefinitions)
    for (const field of record.fields) check(field, `${record.name}.${field.key}`);
}

function checkLabels(labels: readonly CodeLabel[] | undefined, where: string, form = /^[a-z][a-z0-9_]*$/): void {
  for (const { code, zh, en } of labels ?? []) {
    assert.match(code, form, where);
    assert.ok(/\p{Script=Han}/u.test(zh) && en !== "" && !/\p{Script=Han}/u.test(en), `${where} ${code}`);
  }
  const codes = (labels ?? []).map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length, where);
}

test("names and keys are snake_case, unique and no words of SQL", () => {
  const names = recordDefinitions.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const record of recordDefinitions) {
    const keys = record.fields.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length, record.name);
    const dates = record.fields
      .filter(({ type }) => type === "date")
      .flatMap(({ key }) => [`${key}_from`, `${key}_to`]);
    for (const name of [record.name, ...keys]) {
      assert.match(name, /^[a-z][a-z0-9_]*$/);
      assert.doesNotMatch(name, RESERVED, record.name);
      assert.ok(![...COLUMNS_OF_EVERY_TABLE, ...dates].includes(name), `${record.name}.${name}`);
    }
  }
});

test("labels stand in both languages, codes once each", () => {
  for (const { zh, en, name, lifecycle } of recordDefinitions) {
    assert.ok(/\p{Script=Han}/u.test(zh) && en !== "", name);
    checkLabels(lifecycle?.steps, name);
  }
  eachField((field, where) => {
    assert.ok(/\p{Script=Han}/u.test(field.zh) && field.en !== "" && !/\p{Script=Han}/u.test(field.en), where);
    // Names of what stands in a text are known by the text's own form: E1, B3a.
    checkLabels(field.codes, where, field.type === "text" ? /^[A-I]\d+[a-z]?$/ : undefined);
    for (const item of field.items ?? []) checkLabels(item.codes, `${where}.${item.key}`);
  });
});

test("references point to records, lists say what they hold, codes have their list", () => {
  eachField((field, where) => {
    const points = field.type === "reference" || field.type === "references";
    assert.equal(points, field.record !== undefined, where);
    if (points)
      assert.ok(
        recordDefinitions.some(({ name }) => name === field.record),
        where,
      );
    assert.equal(field.type === "list", field.items !== undefined, where);
    if (field.type === "code") assert.ok(field.codes !== undefined || field.dictionary !== undefined, where);
  });
});

test("title, order, columns and parent name fields; the order's field is text that sorts as bytes, or a number", () => {
  for (const record of recordDefinitions) {
    const field = (key: string) => record.fields.find((candidate) => candidate.key === key);
    for (const key of [...record.title, ...record.columns, record.order.field])
      assert.ok(field(key), `${record.name} ${key}`);
    assert.ok(
      record.title.some((key) => field(key)?.required),
      `${record.name}: some field of the title is always filled in`,
    );
    assert.ok(["text", "date", "integer"].includes(field(record.order.field)?.type ?? ""), record.name);
    assert.ok(!record.title.some((key) => field(key)?.personal), `${record.name}: grams of a title are not secret`);
    if (record.parent) assert.equal(field(record.parent.field)?.record, record.parent.record);
  }
});

test("a scoped row points only to scoped rows and reference rows; a reference row only to reference rows before it", () => {
  recordDefinitions.forEach((record, at) => {
    for (const { record: target } of record.fields) {
      const index = recordDefinitions.findIndex(({ name }) => name === target);
      if (index < 0) continue;
      assert.ok(index <= at, `${record.name} points ahead to ${target}`);
      if (record.keeping === "reference") assert.equal(recordDefinitions[index]?.keeping, "reference", record.name);
    }
  });
});

test("life-cycles: the field's codes are the steps, and steps lead to steps", () => {
  for (const { name, lifecycle, fields } of recordDefinitions) {
    if (!lifecycle) continue;
    const codes = lifecycle.steps.map(({ code }) => code);
    const field = fields.find(({ key }) => key === lifecycle.field);
    assert.deepEqual(
      field?.codes?.map(({ code }) => code),
      codes,
      name,
    );
    for (const step of lifecycle.steps)
      for (const next of step.next) assert.ok(codes.includes(next), `${name} ${next}`);
  }
});

test("life-cycles: what a step needs are fields of the record, its day a date of it", () => {
  for (const { name, lifecycle, fields } of recordDefinitions) {
    const keys = fields.map(({ key }) => key);
    const dates = fields.filter(({ type }) => type === "date").map(({ key }) => key);
    for (const { code, needs, day } of lifecycle?.steps ?? []) {
      for (const need of needs ?? []) assert.ok(keys.includes(need), `${name} ${code} ${need}`);
      if (day !== undefined) assert.ok(dates.includes(day), `${name} ${code} ${day}`);
    }
  }
});

test("every ledger stands in a branch of the work, and every branch has ledgers", () => {
  const used = new Set(recordDefinitions.map(({ group }) => group));
  assert.deepEqual([...used].sort(), recordGroups.map(({ code }) => code).sort());
  checkLabels(recordGroups, "groups");
});

test("bulk records say which run and row they came from; header words are no labels again", () => {
  for (const { name, bulk, fields } of recordDefinitions) {
    const own = fields.filter((field) => bulkFields.includes(field)).length;
    const byRow = bulk === true || sheetForms.some(({ record, roster }) => record === name && roster !== undefined);
    assert.equal(own, byRow ? bulkFields.length : 0, name);
  }
  eachField(({ headers, items }, where) => {
    for (const words of [headers, ...(items ?? []).map((item) => item.headers)])
      if (words) assert.equal(new Set(words).size, words.length, where);
  });
});

test("the records that documents make have their proposal, in the order of the records", () => {
  const made = proposals.map(({ record }) => record);
  assert.deepEqual(
    made,
    recordDefinitions.map(({ name }) => name).filter((name) => made.includes(name)),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { recordDefinitions } from "@shanhai/model";
import { filterFields, readFilter, writeFilter } from "./record-filter.js";

const statement = recordDefinitions.find(({ name }) => name === "statement");
assert.ok(statement !== undefined);

test("a filter in an address: only fields with closed lists and values that are in them", () => {
  for (const [text, kept] of [
    ["state:open", "state:open"],
    ["state:open,grade:agreed", "state:open,grade:agreed"],
    ["state:gone,grade:agreed", "grade:agreed"],
    ["text:希望,nothing:open,state", ""],
    ["", ""],
  ] as const) {
    assert.equal(writeFilter(readFilter(text, statement)), kept, text);
  }
});

test("what a list of statements is narrowed by", () => {
  assert.deepEqual(
    filterFields(statement).map(({ key }) => key),
    ["act", "grade", "side", "state"],
  );
});

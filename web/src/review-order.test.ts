import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReviewItem } from "@shanhai/model";
import { groupItems, isCertain } from "./review-order.js";

function item(id: string, confidence: number, record: string | null, change: Partial<ReviewItem> = {}): ReviewItem {
  const fact: ReviewItem["fact"] = {
    id,
    kind: "organisation",
    rule: "organisation@1",
    confidence,
    inferred: [],
    evidence: [{ start: id.charCodeAt(0), end: id.charCodeAt(0) + 1, quote: "石" }],
    name: id,
    type: "other",
    region: null,
  };
  const rows = record === null ? [] : [{ key: `${record}:${id}`, record, title: id, candidates: [] }];
  return { fact, state: "open", decision: null, beside: [], rows, ...change };
}

const flat = (items: readonly ReviewItem[]) =>
  groupItems(items).map(({ record, items: group }) => `${record}:${group.map(({ fact }) => fact.id).join("")}`);

test("doubt comes first, facts without a record last", () => {
  const items = [item("a", 0.99, "visit"), item("b", 0.2, null), item("c", 0.7, "person"), item("d", 0.6, "visit")];
  assert.deepEqual(flat(items), ["visit:da", "person:c", "null:b"]);
});

test("equal doubt keeps the order of the text", () => {
  assert.deepEqual(flat([item("c", 0.9, "visit"), item("a", 0.9, "visit"), item("b", 0.9, "visit")]), ["visit:abc"]);
});

test("a decision moves nothing", () => {
  const items = [item("a", 0.8, "visit"), item("b", 0.9, "visit")];
  assert.deepEqual(flat(items), flat(items.map((one) => ({ ...one, state: "adopted" }))));
});

test("the group is that of the fact's own row, not of a row it needs", () => {
  const rows = [
    { key: "pair:other", record: "pair", title: "", candidates: [] },
    { key: "visit:zz", record: "visit", title: "", candidates: [] },
  ];
  assert.deepEqual(flat([item("zz", 0.8, null, { rows })]), ["visit:zz"]);
});

test("only open, sure items without look-alikes are certain", () => {
  assert.equal(isCertain(item("a", 0.9, "visit")), true);
  assert.equal(isCertain(item("a", 0.89, "visit")), false);
  assert.equal(isCertain(item("a", 0.9, "visit", { state: "declined" })), false);
  assert.equal(isCertain(item("a", 0.9, "visit", { beside: ["x"] })), false);
  const candidate = { record: "visit", scope_id: "", id: "", title: "", reason: { zh: "", en: "" }, score: 1 };
  const rows = [{ key: "visit:a", record: "visit", title: "a", candidates: [candidate] }];
  assert.equal(isCertain(item("a", 0.99, "visit", { rows })), false);
});

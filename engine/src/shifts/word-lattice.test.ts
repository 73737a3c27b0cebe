import assert from "node:assert/strict";
import { test } from "node:test";
import { Candidates } from "./candidates.js";
import { repairModel } from "./repair-model.js";
import { Lattices } from "./word-lattice.js";

/** What a text costs, read from the beginning of a line. */
function costOf(text: string): number {
  const lattices = new Lattices({ model: repairModel(), own: null });
  lattices.clear(0);
  for (const char of text) lattices.append(0, char.charCodeAt(0));
  return lattices.cost(0);
}

/** The first reading is the right one of two that damaged bytes allowed. */
const pairs: readonly [right: string, wrong: string][] = [
  ["九所学校、三家医院", "九所学。、三家医院"],
  ["项目不停。宋", "项目不常。宋"],
  ["石远山说，", "石远山他，"],
  ["“大家来到青海。”石", "“大家来到青海”。”石"],
  ["会上，双方签了协议。", "会商，双方签了虚。"],
  ["融媒体中心", "融媒体中新"],
  ["两地协作", "膶氋协作"],
];

test("the right reading of damaged bytes is the cheaper one", () => {
  for (const [right, wrong] of pairs) assert.ok(costOf(right) < costOf(wrong), `${right} / ${wrong}`);
});

test("marks where none stands cost: doubled, at a line's beginning, behind an opening quote", () => {
  assert.ok(costOf("好。、") - costOf("好。“") > 5);
  assert.ok(costOf("，好") - costOf("“好") > 5);
  assert.ok(costOf("好“，") - costOf("好，“") > 5);
});

test("every step's cost does not depend on what was read long before", () => {
  const tail = "两地签订协作协议。";
  const grown = (head: string) => costOf(head + tail) - costOf(head);
  assert.ok(Math.abs(grown("会上，") - grown("白石市党政代表团到青云县考察，")) < 1e-9);
});

/** No character is of this one. */
const noScript = 3;

test("what cannot win is passed over, what can costs what it costs alone", () => {
  const lattices = new Lattices({ model: repairModel(), own: null });
  const candidates = new Candidates("作議陈协欧，。李同党表");
  for (const left of ["东西部协", "两地", "李", "", "会上，", "县委书记陈", "共产", "人大代", "不约而"]) {
    lattices.clear(0);
    for (const char of left) lattices.append(0, char.charCodeAt(0));
    const exact = [...candidates.plain].map((unit) => lattices.costWith(0, unit, Number.POSITIVE_INFINITY));
    for (const most of [...exact, 0, 30]) {
      const found: number[] = [];
      for (let at = 0; ; at++) {
        at = lattices.nextBelow(0, candidates, at, 0, noScript, most, Number.POSITIVE_INFINITY);
        if (at < 0) break;
        found.push(at);
        assert.equal(lattices.found, exact[at]);
      }
      assert.deepEqual(
        found,
        exact.flatMap((price, at) => (price <= most ? [at] : [])),
      );
    }
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { characterModel } from "./character-model.js";
import { emptyLattice, extend } from "./word-lattice.js";

/** What a text costs, read from the beginning of a line. */
function costOf(text: string): number {
  const words = { model: characterModel(), own: null };
  let lattice = emptyLattice;
  for (const char of text) lattice = extend(lattice, char.charCodeAt(0), words, 0);
  return lattice.cost;
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

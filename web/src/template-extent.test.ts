import assert from "node:assert/strict";
import { test } from "node:test";
import { placesBelow, templateCell } from "./template-extent.js";

test("a list has the empty cells down to the next words or formula; a merge is one place", () => {
  const cell = (text: string, formula = false) => ({ text, formula });
  const sheet = {
    name: "附件3",
    cells: [
      [cell("名称"), cell("金额")],
      [null, null],
      [null, null],
      [null, cell("1", true)],
      [cell("合计"), null],
      [null, null],
    ],
    merges: [{ top: 1, left: 0, bottom: 2, right: 0 }],
  };
  const cases: readonly (readonly [string, boolean, number | null])[] = [
    ["A2", false, 1],
    ["B2", false, 2],
    ["C2", false, 2],
    ["B5", false, null],
    ["B5", true, 2],
    ["A1", false, 3],
    ["B99", true, 1],
  ];
  for (const [name, inDocument, places] of cases) assert.equal(placesBelow(sheet, name, inDocument), places, name);
  assert.deepEqual([templateCell(11, 5), templateCell(0, 27)], ["F12", "AB1"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { RepairEdit } from "@shanhai/engine";
import { guessCount, guessesOf, repairCount, repairKinds } from "./repair-groups.js";

const edit = (start: number, was: string, now: string, repair: string, guessed?: readonly number[]): RepairEdit => ({
  raw: { start, end: start + was.length },
  repaired: { start, end: start + now.length },
  was,
  now,
  repair,
  certainty: guessed === undefined ? "certain" : "guessed",
  ...(guessed === undefined || guessed.length === 0
    ? {}
    : { guessed: guessed.map((at) => ({ start: start + at, end: start + at + 1 })) }),
});

const edits = [
  edit(0, "協", "协", "traditional"),
  edit(5, "縣(xiàn)", "县", "gloss"),
  edit(20, "協", "协", "traditional"),
  edit(30, "對", "对", "traditional"),
  edit(40, "锛岄", "，镇区", "byte-misalignment", [1, 2]),
];
const damage = [
  { repair: "gloss", count: 1 },
  { repair: "traditional", count: 4 },
  { repair: "doubled-marks", count: 2 },
];

test("repairs by kind: the engine's count, each change once with all its places", () => {
  assert.deepEqual(
    repairKinds(edits, damage).map(({ repair, count, changes }) => [
      repair,
      count,
      changes.map((change) => [change.was, change.now, change.edits.map(({ raw }) => raw.start)]),
    ]),
    [
      [
        "traditional",
        4,
        [
          ["協", "协", [0, 20]],
          ["對", "对", [30]],
        ],
      ],
      ["doubled-marks", 2, []],
      ["gloss", 1, [["縣(xiàn)", "县", [5]]]],
      ["byte-misalignment", 1, [["锛岄", "，镇区", [40]]]],
    ],
  );
  assert.equal(repairCount(damage), 7);
});

test("guessed characters are counted one by one, wherever the edit lies", () => {
  assert.deepEqual(
    guessesOf(edits[4] as RepairEdit).map(({ start, end }) => [start, end]),
    [
      [1, 2],
      [2, 3],
    ],
  );
  assert.equal(guessCount(edits), 2);
  assert.equal(guessCount([edit(3, "x", "山海", "byte-misalignment", [])]), 2, "without detail all of it is guessed");
});

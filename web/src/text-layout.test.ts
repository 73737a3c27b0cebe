import assert from "node:assert/strict";
import { test } from "node:test";
import type { RepairEdit } from "@shanhai/engine";
import fc from "fast-check";
import { layOut, type Mark, type Piece } from "./text-layout.js";

const edit = (start: number, end: number, was: string, now: string): RepairEdit => ({
  raw: { start, end },
  repaired: { start: 0, end: 0 },
  was,
  now,
  repair: "test",
  certainty: "certain",
});
const shown = (lines: readonly (readonly Piece[])[]) =>
  lines.map((line) => line.map(({ text }) => text).join("")).join("\n");

test("overlapping quotes share a piece", () => {
  const marks = [
    { owner: "a", start: 0, end: 4 },
    { owner: "b", start: 2, end: 6 },
  ];
  const [line] = layOut({ raw: "白云罗甸平塘", edits: [], furniture: [], marks, repaired: false });
  assert.deepEqual(
    line?.map(({ text, owners }) => [text, owners.join("")]),
    [
      ["白云", "a"],
      ["罗甸", "ab"],
      ["平塘", "b"],
    ],
  );
});

test("two quotes of one owner over the same words end one by one", () => {
  const marks = [
    { owner: "a", start: 0, end: 2 },
    { owner: "a", start: 0, end: 3 },
  ];
  const [line] = layOut({ raw: "东西部协作", edits: [], furniture: [], marks, repaired: false });
  assert.deepEqual(
    line?.map(({ text, owners }) => [text, owners.join("")]),
    [
      ["东西", "a"],
      ["部", "a"],
      ["协作", ""],
    ],
  );
});

test("the repaired view shows the new text; a quote that ends inside an edit takes all of it", () => {
  const raw = "推(tuī)动協作";
  const edits = [edit(1, 6, "(tuī)", ""), edit(7, 8, "協", "协")];
  const marks = [{ owner: "a", start: 0, end: 3 }];
  const lines = layOut({ raw, edits, furniture: [], marks, repaired: true });
  assert.equal(shown(lines), "推动协作");
  assert.deepEqual(
    lines[0]?.map(({ text, owners, start, end }) => [text, owners.length, start, end]),
    [
      ["推", 1, 0, 1],
      ["", 1, 1, 6],
      ["动", 0, 6, 7],
      ["协", 0, 7, 8],
      ["作", 0, 8, 9],
    ],
  );
});

test("an insertion stands between the words, and inside a quote that spans it", () => {
  const edits = [edit(2, 2, "", "镇")];
  const marks = [{ owner: "a", start: 0, end: 4 }];
  const lines = layOut({ raw: "虎门书记", edits, furniture: [], marks, repaired: true });
  assert.equal(shown(lines), "虎门镇书记");
  assert.ok(lines[0]?.every(({ owners }) => owners.length === 1));
});

test("furniture is marked and is nobody's quote", () => {
  const lines = layOut({
    raw: "听全文\n正文",
    edits: [],
    furniture: [{ raw: { start: 0, end: 3 }, kind: "listen" }],
    marks: [],
    repaired: false,
  });
  assert.deepEqual(
    lines.map((line) => line.map(({ furniture, owners }) => [furniture, owners.length])),
    [[[true, 0]], [[false, 0]]],
  );
});

test("nothing is lost: lines joined are the text, pieces carry their quotes, for any text, edits and quotes", () => {
  const place = fc.nat({ max: 40 });
  const span = fc.tuple(place, place).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  const text = fc.string({ unit: fc.constantFrom("山", "海", "\n", "a"), minLength: 0, maxLength: 40 });
  fc.assert(
    fc.property(
      text,
      fc.array(span, { maxLength: 8 }),
      fc.array(span, { maxLength: 5 }),
      fc.boolean(),
      (raw, quotes, holes, repaired) => {
        const marks = quotes.map((quote, index): Mark => ({ owner: `q${index}`, ...quote }));
        const edits = holes.map(({ start, end }) => edit(start, end, raw.slice(start, end), "修"));
        const lines = layOut({ raw, edits, furniture: [], marks, repaired });
        if (!repaired) assert.equal(shown(lines), raw);
        for (const { start, end, owners } of lines.flat()) {
          for (const { owner, start: from, end: to } of marks) {
            if (end > start && from <= start && end <= to)
              assert.ok(owners.includes(owner), `${owner} misses ${start}..${end}`);
            if (to <= start || end <= from) assert.ok(start === end || !owners.includes(owner) || repaired);
          }
        }
      },
    ),
  );
});

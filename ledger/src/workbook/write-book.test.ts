import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Cell } from "./book.js";
import type { BookSpec, CellSpec, RowSpec } from "./book-spec.js";
import { bookOf } from "./packed-book.js";
import { readBytes } from "./read-bytes.js";
import { streamRows } from "./stream-rows.js";
import { streamBook, writeBook } from "./write-book.js";

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."红星村 \n\t\r<>&\"'_x000D_1年月"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 12,
});
const decimal = fc
  .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, part]) => (part === 0 ? String(whole) : `${whole}.${String(part).padStart(2, "0").replace(/0$/, "")}`));
const day = fc
  .date({ min: new Date("1901-01-01"), max: new Date("2999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const cell: fc.Arbitrary<CellSpec | null> = fc.oneof(
  fc.constant(null),
  text.map((value) => ({ value })),
  decimal.map((value) => ({ value: { decimal: value }, style: { format: "0.00" } })),
  day.map((value) => ({ value: { day: value }, style: { format: "yyyy-mm-dd", fill: "FFC7CE" } })),
  fc.boolean().map((value) => ({ value })),
  text.map((comment) => ({ value: "批", comment: `注${comment.replace(/\r\n?/g, "")}注` })),
);
const rows: fc.Arbitrary<RowSpec[]> = fc.array(
  fc.record({ cells: fc.array(cell, { maxLength: 5 }), hidden: fc.boolean() }),
  { minLength: 1, maxLength: 8 },
);

/** What a written cell must read back as. */
function expected(spec: CellSpec | null | undefined): Partial<Cell> | null {
  if (spec === null || spec === undefined) return null;
  const { value, comment } = spec;
  const note = comment === undefined ? {} : { comment };
  if (typeof value === "string") return { kind: "text", text: value, ...note };
  if (typeof value === "boolean") return { kind: "flag", text: value ? "TRUE" : "FALSE", ...note };
  if (value === null || value === undefined) return null;
  return "day" in value
    ? { kind: "date", date: value.day, text: value.day, fill: "FFC7CE" }
    : { kind: "number", raw: value.decimal.replace(/^-0$/, "0") };
}

test("what is written is read back, cell by cell", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (made) => {
      const spec: BookSpec = {
        sheets: [{ name: "表", rows: made, merges: [{ top: 20, left: 1, bottom: 22, right: 2 }] }],
      };
      const bytes = await writeBook(spec);
      assert.deepEqual(await writeBook(spec), bytes);
      const sheet = bookOf((await readBytes(bytes, "a.xlsx")).book, "a.xlsx", "").sheets[0];
      for (const [at, row] of made.entries()) {
        assert.equal(sheet?.hiddenRows.has(at), row.hidden === true);
        for (const [column, one] of row.cells.entries()) {
          const wanted: Partial<Cell> | null = expected(one);
          const found: Cell | null = sheet?.cell(at, column) ?? null;
          if (wanted === null) assert.equal(found, null);
          else assert.deepEqual({ ...found, ...wanted }, found, `${at},${column}`);
        }
      }
      assert.deepEqual(sheet?.merges, [{ top: 20, left: 1, bottom: 22, right: 2 }]);
    }),
    { numRuns: 60 },
  );
});

test("a streamed workbook equals one that is written whole, row by row", async () => {
  const made = Array.from(
    { length: 5_000 },
    (_, at): RowSpec => ({
      cells: [
        { value: { decimal: String(at) } },
        { value: `第${at % 60}村` },
        null,
        { value: { day: "2023-02-15" }, style: { format: "yyyy/m/d" } },
      ],
    }),
  );
  const pieces: Uint8Array[] = [];
  let pauses = 0;
  await streamBook({ sheets: [{ name: "平坝镇", rows: made }] }, async (bytes) => {
    pieces.push(Buffer.from(bytes));
    await new Promise((resolve) => setImmediate(resolve));
    pauses++;
  });
  assert.ok(pauses > 5);
  let count = 0;
  for await (const { row, cells } of streamRows(Buffer.concat(pieces), "平坝镇")) {
    assert.equal(row, count);
    assert.equal(cells[0]?.raw, String(count));
    assert.equal(cells[1]?.text, `第${count % 60}村`);
    assert.equal(cells[2], undefined);
    assert.equal(cells[3]?.date, "2023-02-15");
    count++;
  }
  assert.equal(count, 5_000);
});

test("a sink that fails ends the writing", async () => {
  const endless = (function* () {
    for (;;) yield { cells: [{ value: String(Math.random()) }] };
  })();
  await assert.rejects(
    streamBook({ sheets: [{ name: "表", rows: endless }] }, (bytes) => {
      if (bytes.length > 5_000) throw new Error("disk is full");
    }),
    /disk is full/,
  );
});

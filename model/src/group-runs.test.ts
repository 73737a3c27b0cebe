import assert from "node:assert/strict";
import { test } from "node:test";
import { groupRuns, joinRuns, withChangedRow } from "./group-runs.js";

const row = (kind: string | null, paid: string | null) => ({ values: { kind, paid } });

test("a group adds up what is filled in and says what is not, over the seam of two pieces too", () => {
  const rows = [row("a", "100"), row("a", null), row("a", "-30"), row(null, null), row("b", "7")];
  const whole = groupRuns(rows, "kind", ["paid"]);
  assert.deepEqual(whole, [
    { value: "a", count: 3, totals: { paid: { sum: "70", missing: 1 } } },
    { value: null, count: 1, totals: { paid: { sum: null, missing: 1 } } },
    { value: "b", count: 1, totals: { paid: { sum: "7", missing: 0 } } },
  ]);
  for (let cut = 0; cut <= rows.length; cut++) {
    const pieces = [rows.slice(0, cut), rows.slice(cut)].flatMap((piece) => groupRuns(piece, "kind", ["paid"]));
    assert.deepEqual(joinRuns(pieces), whole, `cut at ${cut}`);
  }
});

test("a changed row changes the sums of its group: filled in, corrected, emptied", () => {
  const [run] = groupRuns([row("a", "100"), row("a", null)], "kind", ["paid"]);
  assert.ok(run);
  const paid = (before: string | null, after: string | null) =>
    withChangedRow(run, { paid: before }, { paid: after }).totals.paid;
  assert.deepEqual(paid("100", "150"), { sum: "150", missing: 1 });
  assert.deepEqual(paid(null, "5"), { sum: "105", missing: 0 });
  assert.deepEqual(paid("100", null), { sum: null, missing: 2 });
});

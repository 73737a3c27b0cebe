import assert from "node:assert/strict";
import { test } from "node:test";
import type { Row } from "@shanhai/server";
import { type Grouping, RowList, type RowSource } from "./row-list.js";

const WINDOW = 250;
const row = (at: number): Row => ({
  record: "visit",
  scope_id: "s",
  id: String(at),
  version: "1",
  title: `第${at}次`,
  values: { kind: at < 700 ? "a" : "b", paid: "100" },
});

/** A list of so many rows behind keys that are their places, as the ledger gives it; `asked` is what was read of it. */
function listOf(length: number, grouping: Grouping | null = null) {
  const rows = Array.from({ length }, (_, at) => row(at));
  const asked: string[] = [];
  const state = { broken: false };
  const source: RowSource = {
    rows: async (_, { after, until, limit = 50 }) => {
      if (state.broken) throw new Error("no connection");
      const from = after === undefined ? 0 : Number(after) + 1;
      const bound = until === undefined ? length : Number(until) + 1;
      asked.push(`${from}-${Math.min(bound, from + limit)}`);
      const end = Math.min(bound, from + limit);
      return { rows: rows.slice(from, end), next: end < bound ? String(end - 1) : null };
    },
    extent: async (_, { after }) => {
      const from = Number(after) + 1;
      const windows = [];
      for (let at = from; at < length; at += WINDOW) {
        const end = Math.min(length, at + WINDOW);
        windows.push({ until: end === length ? null : String(end - 1), rows: end - at });
      }
      return {
        windows,
        groups: [{ value: "a", count: 600, totals: { paid: { sum: "60000", missing: 0 } } }],
        next: null,
      };
    },
  };
  return { list: new RowList("visit", {}, grouping, source), asked, state };
}

/** Until nothing more is on its way. */
const settled = () => new Promise(setImmediate);

test("a short list is one question; a long one is counted, and its end read without what stands before", async () => {
  const short = listOf(60);
  await short.list.read();
  assert.deepEqual([short.asked, short.list.state().length, short.list.state().counted], [["0-60"], 60, true]);
  const { list, asked } = listOf(100_000);
  await list.read();
  assert.deepEqual([list.state().length, list.state().counted], [100_000, true]);
  list.look([99_990, 99_999]);
  await settled();
  assert.deepEqual(asked, ["0-100", "99850-100000", "99600-99850"]);
  assert.equal(list.rowAt(99_999)?.id, "99999");
  assert.equal(list.rowAt(50_000), undefined);
});

test("what was passed by is not read; what is far away is let go, what is held is not", async () => {
  const { list, asked } = listOf(100_000);
  await list.read();
  for (let at = 1000; at < 100_000; at += 1000) list.look([at, at + 20]);
  await settled();
  // Two on their way when it began, then where one came to rest.
  assert.ok(asked.length <= 6, asked.join());
  await list.hold([400]);
  for (let at = 1000; at < 100_000; at += 300) {
    list.look([at, at + 20]);
    await settled();
  }
  const kept = [...list.readRows()];
  assert.ok(kept.length <= 41 * WINDOW, `${kept.length} rows are kept`);
  assert.deepEqual([list.rowAt(0)?.id, list.rowAt(400)?.id, list.rowAt(20_000)], ["0", "400", undefined]);
});

test("what cannot be read is told, and read when asked again", async () => {
  const { list, state } = listOf(1000);
  await list.read();
  state.broken = true;
  list.look([900]);
  await settled();
  assert.match(String(list.state().error), /no connection/);
  state.broken = false;
  await list.read();
  await settled();
  assert.deepEqual([list.state().error, list.rowAt(900)?.id], [null, "900"]);
});

test("a changed row stays where it is and its group's sum follows it; a new one comes first", async () => {
  const { list } = listOf(700, { key: "kind", amounts: ["paid"] });
  await list.read();
  assert.deepEqual(list.state().groups, [{ value: "a", count: 700, totals: { paid: { sum: "70000", missing: 0 } } }]);
  list.look([600]);
  await settled();
  list.put({ ...row(600), values: { kind: "a", paid: "350" } });
  assert.equal(list.state().groups[0]?.totals.paid?.sum, "70250");
  list.put({ ...row(9999), values: { kind: "a", paid: null } });
  const { groups, length } = list.state();
  assert.deepEqual([length, groups[0]?.count, groups[0]?.totals.paid], [701, 701, { sum: "70250", missing: 1 }]);
  assert.deepEqual([list.rowAt(0)?.id, list.rowAt(601)?.values.paid], ["9999", "350"]);
});

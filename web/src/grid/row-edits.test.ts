import assert from "node:assert/strict";
import { test } from "node:test";
import type { FieldValue } from "@shanhai/model";
import type { HeldLine, Row } from "@shanhai/server";
import { ApiProblem, HeldForReview, type RowChange } from "../api.js";
import { RowEdits } from "./row-edits.js";

const problem = (code: string, status: number) =>
  new ApiProblem({ type: "", code, status, title: "", detail: "", en: "" });

/** A ledger of one row that answers as the server does: by versions, the same command once, or not at all. */
function oneRow() {
  let row: Row = {
    record: "project",
    scope_id: "s",
    id: "a",
    version: "1",
    title: "辣椒加工厂",
    values: { paid: "1", note: null },
  };
  const carried = new Set<string>();
  const asked: RowChange[] = [];
  let failing: Error | null = null;
  let waiting = 0;
  let answerLost = false;
  return {
    get row() {
      return row;
    },
    asked,
    fail: (error: Error | null) => {
      failing = error;
    },
    loseAnswer: () => {
      answerLost = true;
    },
    byOther: (values: { readonly [field: string]: FieldValue }) => {
      row = { ...row, version: String(Number(row.version) + 1), values: { ...row.values, ...values } };
    },
    writer: {
      change: async (_: Row, change: RowChange): Promise<Row> => {
        asked.push(change);
        if (failing !== null) throw failing;
        if (!carried.has(change.command_id)) {
          if (change.version !== row.version) throw problem("VERSION_STALE", 409);
          row = { ...row, version: String(Number(row.version) + 1), values: { ...row.values, ...change.values } };
          carried.add(change.command_id);
        }
        if (answerLost) {
          answerLost = false;
          throw problem("web/unreachable", 0);
        }
        return row;
      },
      written: () => undefined,
      held: () => {
        waiting += 1;
      },
    },
    get waiting() {
      return waiting;
    },
  };
}

const desk = (ledger: ReturnType<typeof oneRow>) => new RowEdits(ledger.writer, "test", false, (keys) => keys.join());

test("cells of one row go one after another, each on the version that the last one made", async () => {
  const ledger = oneRow();
  const edits = desk(ledger);
  const seen = ledger.row;
  await Promise.all([
    edits.edit(seen, { paid: "2" }),
    edits.edit(seen, { note: "已核" }),
    edits.edit(seen, { paid: "3" }),
  ]);
  assert.deepEqual(ledger.row.values, { paid: "3", note: "已核" });
  assert.deepEqual(
    ledger.asked.map(({ version }) => version),
    ["1", "2"],
  );
  assert.equal(edits.state().size, 0);
});

test("without a connection what was typed stays, and goes on when the server answers", async () => {
  const ledger = oneRow();
  const edits = desk(ledger);
  ledger.fail(problem("web/unreachable", 0));
  await edits.edit(ledger.row, { paid: "2" });
  assert.deepEqual(
    [...edits.state().values()].map(({ state, values }) => [state, values]),
    [["waiting", { paid: "2" }]],
  );
  ledger.fail(problem("NOT_SIGNED_IN", 401));
  edits.retry();
  await new Promise(setImmediate);
  assert.equal([...edits.state().values()][0]?.state, "waiting");
  ledger.fail(null);
  edits.retry();
  await new Promise(setImmediate);
  assert.equal(ledger.row.values.paid, "2");
  assert.equal(edits.state().size, 0);
});

test("what waits for a colleague's review is not shown as written, and the row stays as it is", async () => {
  const ledger = oneRow();
  const edits = desk(ledger);
  const held = { id: "1", version: "1", kind: "rows", state: "waiting" } as HeldLine;
  ledger.fail(new HeldForReview(held));
  await edits.edit(ledger.row, { paid: "2" });
  assert.deepEqual([ledger.waiting, edits.state().size, ledger.row.version], [1, 0, "1"]);
});

test("an answer that was lost writes nothing twice", async () => {
  const ledger = oneRow();
  const edits = desk(ledger);
  ledger.loseAnswer();
  await edits.edit(ledger.row, { paid: "2" });
  edits.retry();
  await new Promise(setImmediate);
  assert.equal(ledger.row.version, "2");
  const [first, second] = ledger.asked;
  assert.equal(first?.command_id, second?.command_id);
  assert.equal(edits.state().size, 0);
});

test("somebody else was there first: nothing is written over, nothing typed is lost, a person chooses", async () => {
  const ledger = oneRow();
  const edits = desk(ledger);
  const seen = ledger.row;
  ledger.byOther({ paid: "9" });
  await edits.edit(seen, { paid: "2", note: "已核" });
  const [[key, edit] = []] = [...edits.state()];
  assert.equal(edit?.state, "stale");
  assert.deepEqual(edit?.values, { paid: "2", note: "已核" });
  assert.equal(ledger.row.values.paid, "9");
  await edits.resolve(key ?? "", ledger.row, { note: "已核" });
  assert.deepEqual(ledger.row.values, { paid: "9", note: "已核" });
  assert.equal(edits.state().size, 0);
});

test("a refusal stays with its reason until it is mended or given up", async () => {
  const ledger = oneRow();
  const edits = desk(ledger);
  ledger.fail(problem("VALUE_INVALID", 422));
  await edits.edit(ledger.row, { paid: "x" });
  assert.equal([...edits.state().values()][0]?.state, "refused");
  edits.retry(true);
  assert.equal(ledger.asked.length, 1, "a refusal is not asked again");
  ledger.fail(null);
  await edits.edit(ledger.row, { paid: "5" });
  assert.equal(ledger.row.values.paid, "5");
  assert.equal(edits.state().size, 0);
});

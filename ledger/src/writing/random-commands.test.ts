import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type { Change, Values } from "../command.js";
import type { Row } from "../ledger.js";
import type { OpenStore } from "../open-store.js";
import { get, list } from "../read.js";
import * as trialRows from "../trial/trial-cooperation.js";
import { command, EAST, KEEPER, newId, OTHER_PAIR, PAIR, source, visit, WEST } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { verify } from "../verification/verify.js";
import { write } from "../write.js";

/** A step names its row by number; what it does follows from whether that row stands. */
const step = fc.record({
  row: fc.nat(5),
  remove: fc.boolean(),
  values: fc.record(
    {
      name: fc.string({ minLength: 1, maxLength: 8, unit: "grapheme" }).filter((text) => !text.includes("\0")),
      headcount: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)),
      start_date: fc.option(fc.constantFrom("2021", "2021-02", "2023-12-11", "--12-11")),
      purpose: fc.option(fc.string({ maxLength: 12 }).filter((text) => !text.includes("\0"))),
      visitor: fc.option(fc.constantFrom([EAST], [EAST, WEST])),
    },
    { requiredKeys: ["name"] },
  ),
  sourced: fc.boolean(),
});
const commands = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });

type Standing = Map<string, { readonly scope: string; readonly values: Values }>;

eachDatabase("property: random commands", (trial) => {
  let store: OpenStore;
  // Days go on over the runs, as links of one chain must.
  let day = Date.UTC(2020, 0, 1);
  before(async () => {
    store = await trialRows.openTrialStore(trial);
    await write(store, KEEPER, trialRows.foundation());
  });
  after(() => store.close());

  test("the chain verifies, and every past day is as it was replayed", async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (run) => {
        const ids = Array.from({ length: 6 }, newId);
        const standing: Standing = new Map();
        const versions = new Map<string, string>();
        const past: { readonly day: string; readonly rows: Standing }[] = [];
        const shifts: { readonly command: string; readonly at: string; readonly real: string }[] = [];
        for (const steps of run) {
          const asked = commandOf(steps, ids, standing, versions);
          const receipt = await write(store, KEEPER, asked);
          for (const change of asked.changes) {
            const seq = receipt.links.find(({ scope_id }) => scope_id === change.scope_id)?.seq ?? "";
            versions.set(change.id, seq);
          }
          // Late on the day in UTC: in China it is the next one.
          const at = new Date(day + 20 * 3_600_000).toISOString();
          day += 86_400_000;
          shifts.push({ command: asked.command_id, at, real: receipt.at });
          past.push({ day: new Date(day).toISOString().slice(0, 10), rows: new Map(standing) });
        }
        assert.equal((await verify(store, KEEPER)).broken, null);
        for (const { command: id, at } of shifts)
          await store.db.query("update change set at = $2 where command_id = $1", [id, at]);
        try {
          for (const { day: asOf, rows } of past) assertSame(await rowsOn(asOf, ids), rows, asOf);
          assertSame(await rowsOn(undefined, ids), standing, "now");
          for (const id of ids) {
            const [first] = past;
            const was = first?.rows.get(id);
            const found = await get(store, KEEPER, "visit", scopeOf(ids, id), id, first?.day);
            assert.equal(found?.values.name ?? null, was?.values.name ?? null);
          }
        } finally {
          for (const { command: id, real } of shifts)
            await store.db.query("update change set at = $2 where command_id = $1", [id, real]);
        }
      }),
      { numRuns: 8, includeErrorInReport: true },
    );
  });

  async function rowsOn(asOf: string | undefined, ids: readonly string[]): Promise<Row[]> {
    const rows: Row[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const query = { limit: 7, ...(asOf === undefined ? {} : { asOf }), ...(after === undefined ? {} : { after }) };
      const page: { readonly rows: readonly Row[]; readonly next: string | null } = await list(
        store,
        KEEPER,
        "visit",
        query,
      );
      rows.push(...page.rows);
      after = page.next;
    }
    return rows.filter(({ id }) => ids.includes(id));
  }
});

function scopeOf(ids: readonly string[], id: string): string {
  return ids.indexOf(id) % 2 === 0 ? PAIR : OTHER_PAIR;
}

/** One command of several steps: each row once, created, changed or removed; `standing` is brought forward. */
function commandOf(
  steps: readonly { row: number; remove: boolean; values: Values; sourced: boolean }[],
  ids: readonly string[],
  standing: Standing,
  versions: ReadonlyMap<string, string>,
) {
  const changes: Change[] = [];
  const sources = [];
  for (const { row, remove, values, sourced } of steps) {
    const id = ids[row] ?? "";
    if (changes.some((change) => change.id === id)) continue;
    const scope = scopeOf(ids, id);
    const now = standing.get(id);
    const version = versions.get(id) ?? "";
    if (now === undefined) {
      const change = visit(scope, id, values);
      if (change.op === "create") standing.set(id, { scope, values: change.values });
      changes.push(change);
    } else if (remove) {
      changes.push({ op: "remove", record: "visit", scope_id: scope, id, version });
      standing.delete(id);
    } else {
      changes.push({ op: "change", record: "visit", scope_id: scope, id, version, values });
      standing.set(id, { scope, values: { ...now.values, ...values } });
    }
    const last = changes.at(-1);
    if (sourced && last !== undefined && last.op !== "remove") sources.push(source(last, "name"));
  }
  return command(changes, sources);
}

function assertSame(rows: readonly Row[], expected: Standing, when: string): void {
  const plain = (values: Values) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ""));
  const found = new Map(rows.map((row) => [row.id, plain(row.values)]));
  const said = new Map([...expected].map(([id, { values }]) => [id, plain(values)]));
  assert.equal(found.size, rows.length, `${when}: a row twice`);
  assert.deepEqual(new Map([...found].sort()), new Map([...said].sort()), when);
}

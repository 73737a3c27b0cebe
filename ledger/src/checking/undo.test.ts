import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Decision, ReviewItem } from "@shanhai/model";
import fc from "fast-check";
import { LedgerError } from "../error-codes.js";
import { document } from "../intake/documents.js";
import { submit } from "../intake/submit.js";
import { embeddedDatabase } from "../trial/trial-databases.js";
import { CLERK, type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { factId, REPORT, reportFacts } from "../trial/trial-report.js";
import { verify } from "../verification/verify.js";
import { decide } from "./decide.js";
import { plan } from "./plan.js";
import { undo } from "./undo.js";

const VISIT = factId("c", 1);
const DECIDED = ["adopted", "corrected", "declined", "merged"] as const;
const FACTS = reportFacts.map(({ id }) => id);

/** What a person does to a fact of the report: by its number, and whether he corrects afterwards. */
type Act = { readonly fact: number; readonly verdict: "adopt" | "decline"; readonly correct: boolean };

const act: fc.Arbitrary<Act> = fc.record({
  fact: fc.nat(FACTS.length - 1),
  verdict: fc.constantFrom("adopt", "adopt", "adopt", "decline"),
  correct: fc.boolean(),
});

/** What he confirms together. */
const batch = fc.uniqueArray(act, { selector: ({ fact }) => fact, minLength: 1, maxLength: 4 });

embeddedDatabase("taking decisions back", (trial) => {
  let t: TrialDesk;
  let id = "";
  const carryOut = async (decisions: readonly Decision[]) => {
    const { hash } = await plan(t.desk, CLERK, id, decisions);
    await decide(t.desk, CLERK, id, decisions, hash, randomUUID());
  };
  const itemsIn = async (states: readonly ReviewItem["state"][]) =>
    (await document(t.desk, CLERK, id))?.items.filter(({ state }) => states.includes(state)) ?? [];

  before(async () => {
    t = await trialDesk(trial.config);
    id = (await submit(t.desk, CLERK, t.reads(REPORT, reportFacts))).document_id;
  });
  after(() => t.store.close());

  test("whatever was decided in whatever order can be taken back to the last row, and the chain verifies", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(batch, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        async (batches, order) => {
          for (const acts of batches) {
            const open = new Set((await itemsIn(["open"])).map(({ fact }) => fact.id));
            const decisions = acts.map(({ fact, verdict }) => ({ fact: FACTS[fact] ?? "", verdict }));
            const fresh = decisions.filter(({ fact }) => open.has(fact));
            // What adopted facts stand on cannot be declined under them.
            if (fresh.length > 0) await ignoring("DECISION_IMPOSSIBLE", () => carryOut(fresh));
            const adopted = (await itemsIn(["adopted"])).some(({ fact }) => fact.id === VISIT);
            if (adopted && acts.some(({ correct }) => correct))
              await carryOut([{ fact: VISIT, verdict: "correct", values: { lead: "陈启鸣", start: "2024-05-05" } }]);
          }
          // Any decision may be undone first; those that others still need come when these are gone.
          for (let rounds = 0; (await itemsIn(DECIDED)).length > 0; rounds++) {
            assert.ok(rounds < 200, "some decision can never be undone");
            const decided = await itemsIn(DECIDED);
            const next = decided[order.next().value % decided.length];
            if (next !== undefined)
              await ignoring("UNDO_NEEDED", () => undo(t.desk, CLERK, id, next.fact.id, randomUUID()));
          }
          for (const { definition } of t.store.records.all) {
            if (definition.keeping !== "scoped" || definition.name === "source") continue;
            assert.deepEqual((await t.desk.list(CLERK, definition.name, {})).rows, [], definition.name);
          }
          assert.deepEqual((await t.desk.list(CLERK, "person", {})).rows, []);
          const { rows } = await t.store.db.query("select record, field from source");
          assert.deepEqual(rows, []);
          const view = await document(t.desk, CLERK, id);
          assert.equal(view?.state, "waiting");
        },
      ),
      { numRuns: 6, seed: 20240506, includeErrorInReport: true },
    );
    const verified = await verify(t.store, { ...CLERK, role: "administrator" });
    assert.equal(verified.broken, null);
  });
});

async function ignoring(code: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code !== code) throw error;
  }
}

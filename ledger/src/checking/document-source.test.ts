import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { erase } from "../erasure/erase.js";
import { submit } from "../intake/submit.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { CLERK, type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { factId, REPORT, reportFacts } from "../trial/trial-report.js";
import { verify } from "../verification/verify.js";
import { decide } from "./decide.js";
import { plan } from "./plan.js";

const PERSON = factId("d", 1);

eachDatabase("what only the document's head says", (trial) => {
  let t: TrialDesk;
  let id = "";
  const administrator = { ...CLERK, role: "administrator" } as const;
  before(async () => {
    t = await trialDesk(trial.config);
    // No event tells a day here: who holds a post was seen to on the day of publication.
    const facts = reportFacts
      .filter(({ kind }) => kind !== "event" && kind !== "commitment")
      .map((fact) =>
        fact.id === PERSON ? { ...fact, posts: [{ title: "区委书记", organisation: null, region: null }] } : fact,
      );
    id = (await submit(t.desk, CLERK, t.reads(REPORT, facts))).document_id;
  });
  after(() => t.store.close());

  test("its source is the document, at no sentence that says something else; it goes with the document", async () => {
    const decisions = [{ fact: PERSON, verdict: "adopt" }] as const;
    const shown = await plan(t.desk, CLERK, id, decisions);
    const seen = shown.rows.flatMap(({ record, values }) => (record === "post" ? values : []));
    assert.deepEqual(
      seen.filter(({ field }) => field === "seen").map(({ value, fact, quote, place }) => [value, fact, quote, place]),
      [["2024-05-09", null, null, null]],
    );
    await decide(t.desk, CLERK, id, decisions, shown.hash, randomUUID());
    const [post] = (await t.desk.list(CLERK, "post", {})).rows;
    assert.equal(post?.values.seen, "2024-05-09");
    const sources = await t.desk.sources(CLERK, "post", post?.scope_id ?? "", post?.id ?? "");
    assert.deepEqual(
      sources
        .filter(({ field }) => field === "seen")
        .map(({ document_id, fact_id, place, chosen }) => [document_id, fact_id, place, chosen]),
      [[id, null, null, true]],
    );
    assert.equal((await verify(t.store, administrator)).broken, null);
    await erase(t.store, administrator, id, "误导入");
    assert.deepEqual((await t.desk.list(CLERK, "post", {})).rows, []);
    assert.equal((await verify(t.store, administrator)).broken, null);
  });
});

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Decision } from "@shanhai/model";
import { erase } from "../erasure/erase.js";
import { LedgerError } from "../error-codes.js";
import { document } from "../intake/documents.js";
import { submit } from "../intake/submit.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { CLERK, type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { factId, HOST_REPORT, hostReportFacts, REPORT, reportFacts } from "../trial/trial-report.js";
import { verify } from "../verification/verify.js";
import { decide } from "./decide.js";
import { plan } from "./plan.js";
import { undo } from "./undo.js";

const VISIT = factId("3", 1);
const MEETING = factId("4", 1);
/** The host's report with a meeting on the visit, which is adopted only after the other report was erased. */
const MEETING_SAYS = "5月7日，在罗甸县召开座谈会。";
const SECOND_REPORT = `${HOST_REPORT}\n${MEETING_SAYS}`;
const secondFacts = [
  ...hostReportFacts,
  {
    ...(reportFacts.find(({ id }) => id === factId("c", 2)) ?? assert.fail()),
    id: MEETING,
    says: [MEETING_SAYS],
    subtype: "座谈会",
    within: VISIT,
  },
];

eachDatabase("undoing after another document was erased", (trial) => {
  let t: TrialDesk;
  let second = "";
  const administrator = { ...CLERK, role: "administrator" } as const;
  const carryOut = async (id: string, decisions: readonly Decision[]) => {
    const { hash } = await plan(t.desk, CLERK, id, decisions);
    return decide(t.desk, CLERK, id, decisions, hash, randomUUID());
  };
  const visits = async () => (await t.desk.list(CLERK, "visit", {})).rows;
  const heads = async () =>
    (await t.store.db.query("select scope_id, seq::text from head order by scope_id")).rows.map((row) =>
      JSON.stringify(row),
    );

  before(async () => {
    t = await trialDesk(trial.config);
    // The first report names nobody who led the delegation: the second one fills that in, and so changes the row.
    const nameless = reportFacts.map((fact) => (fact.id === factId("c", 1) ? { ...fact, lead: null } : fact));
    const first = (await submit(t.desk, CLERK, t.reads(REPORT, nameless))).document_id;
    await carryOut(first, [{ fact: factId("c", 1), verdict: "adopt" }]);
    second = (await submit(t.desk, CLERK, t.reads(SECOND_REPORT, secondFacts))).document_id;
    const [visit] = await visits();
    assert.ok(visit);
    const key = (await document(t.desk, CLERK, second))?.items
      .flatMap(({ rows }) => rows)
      .find(({ record }) => record === "visit")?.key;
    const into = { [key ?? ""]: { scope_id: visit.scope_id, id: visit.id } };
    await carryOut(second, [{ fact: VISIT, verdict: "merge", into }]);
    assert.equal((await visits())[0]?.values.lead, "何子安");
    await erase(t.store, administrator, first, "误导入");
  });
  after(() => t.store.close());

  test("a decision whose writing was erased is refused in both languages, and nothing is written", async () => {
    const before = await heads();
    await assert.rejects(undo(t.desk, CLERK, second, VISIT, randomUUID()), (error) => {
      assert.ok(error instanceof LedgerError, String(error));
      assert.equal(error.code, "UNDO_ERASED");
      assert.match(error.zh, /不能撤销.*清除.*在台账中直接更正/u);
      assert.match(error.en, /cannot be undone.*erased.*Correct the records/u);
      return true;
    });
    assert.deepEqual(await heads(), before);
    const item = (await document(t.desk, CLERK, second))?.items.find(({ fact }) => fact.id === VISIT);
    assert.equal(item?.state, "merged");
  });

  test("a fact adopted afterwards attaches to the row that stands; none is written twice", async () => {
    const [visit, ...others] = await visits();
    assert.deepEqual(others, []);
    const shown = await plan(t.desk, CLERK, second, [{ fact: MEETING, verdict: "adopt" }]);
    assert.deepEqual(
      shown.rows.filter(({ action }) => action === "create").map(({ record }) => record),
      ["meeting"],
    );
    await carryOut(second, [{ fact: MEETING, verdict: "adopt" }]);
    assert.equal((await visits()).length, 1);
    const [meeting] = (await t.desk.list(CLERK, "meeting", {})).rows;
    assert.equal(meeting?.values.visit, visit?.id);
    await undo(t.desk, CLERK, second, MEETING, randomUUID());
    assert.deepEqual((await t.desk.list(CLERK, "meeting", {})).rows, []);
    assert.equal((await verify(t.store, administrator)).broken, null);
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { applyCorrections, correctableFields, correctionProblems } from "./apply-corrections.js";
import type { Decision } from "./review.js";
import { eventFact, figureFact } from "./sample-facts.js";

const visit = eventFact("visit", 1, { start: "2021-04-08", lead: "方远山", inferred: ["start", "year"] });
const figure = figureFact(8, "个", "镇街");

function decide(fact: string, verdict: Decision["verdict"], values?: Decision["values"]): Decision {
  return { fact, verdict, ...(values ? { values } : {}) };
}

test("a correction replaces fields, keeps id, evidence and all else, and what a person said is not inferred", () => {
  const [corrected, other] = applyCorrections([visit, figure], [decide(visit.id, "correct", { start: "2022-04-08" })]);
  assert.deepEqual(corrected, { ...visit, start: "2022-04-08", inferred: ["year"] });
  assert.equal(other, figure);
});

test("declined facts are left out; adopted, merged and undecided ones stay", () => {
  assert.deepEqual(applyCorrections([visit, figure], [decide(visit.id, "decline")]), [figure]);
  assert.deepEqual(applyCorrections([visit, figure], [decide(visit.id, "adopt"), decide("gone", "decline")]), [
    visit,
    figure,
  ]);
});

test("the last decision on a fact counts", () => {
  const back = [decide(visit.id, "decline"), decide(visit.id, "correct", { lead: "袁清河" })];
  assert.deepEqual(applyCorrections([visit], back), [{ ...visit, lead: "袁清河" }]);
});

test("what a fact is and where it stands cannot be corrected, nor fields that its kind does not have", () => {
  const values = { id: "x", evidence: [], amount: 3, lead: "袁清河" };
  assert.deepEqual(
    correctionProblems(visit, values).map(({ zh }) => /“(.+?)”/.exec(zh)?.[1]),
    ["id", "evidence", "amount"],
  );
  assert.deepEqual(applyCorrections([visit], [decide(visit.id, "correct", values)]), [{ ...visit, lead: "袁清河" }]);
  assert.deepEqual(correctionProblems(visit, { lead: null }), []);
  assert.ok(correctableFields(figure).includes("of") && !correctableFields(figure).includes("rule"));
});

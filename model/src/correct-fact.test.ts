import assert from "node:assert/strict";
import { test } from "node:test";
import { correctFact, correctionProblems } from "./correct-fact.js";
import { at, commitmentFact, eventFact, figureFact, pairingFact } from "./sample-facts.js";

const visit = eventFact("visit", 1, {
  start: "2021-04-08",
  lead: "方远山",
  inferred: ["start", "year"],
  host: ["甲县"],
});

test("a correction replaces fields, keeps id, evidence and all else, and what a person said is not inferred", () => {
  const corrected = correctFact(visit, { start: "2022-04-08", lead: null });
  assert.deepEqual(corrected, { ...visit, start: "2022-04-08", lead: null, inferred: ["year"] });
});

test("tells every field that cannot be corrected so", () => {
  const since = [{ statement: "2017年起", from: "2017", inferred: false, speaker: null, side: null, evidence: at(1) }];
  const pairing = pairingFact("甲区", "乙县", { since });
  const pledge = commitmentFact("将帮助。", 1, "east", { quantity: { value: 5, unit: "人" } });
  const cases = [
    [visit, { lead: "袁清河", end: "2021-04-11", host: ["乙县", "丙县"], stops: [] }, []],
    [visit, { id: "x", evidence: [], kind: "figure", amount: 3 }, ["id", "evidence", "kind", "amount"]],
    [visit, { lead: undefined, host: "乙县", status: 3 }, ["lead", "host", "status"]],
    [visit, { host: [3] }, ["host"]],
    [figureFact(8, "个", "镇街"), { value: 9, of: "镇" }, []],
    [figureFact(8, "个", "镇街"), { value: "9", base: null }, ["value", "base"]],
    [pairing, { since: [{ ...since[0], from: null }] }, []],
    [pairing, { since: [{ year: 2017 }] }, ["since"]],
    [pledge, { quantity: { value: 6, unit: "人" } }, []],
    [pledge, { quantity: { value: "6" } }, ["quantity"]],
    [pledge, { quantity: null }, []],
  ] as const;
  for (const [fact, values, fields] of cases) {
    const problems = correctionProblems(fact, values);
    assert.deepEqual(
      problems.map(({ zh }) => /“(.+?)”/.exec(zh)?.[1]),
      fields,
      JSON.stringify(values),
    );
    if (fields.length > 0) assert.throws(() => correctFact(fact, values), TypeError);
    else assert.doesNotThrow(() => correctFact(fact, values));
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";
import { rules } from "../rules/index.js";
import { asRuled, calibrated } from "./confidence.js";

const text = `花都区代表团来我县考察

　　2024年3月5日，广东省广州市花都区委副书记柳成荫率队到贵州省黔南州三都县考察，捐赠帮扶资金20万元。`;
const source = { name: "a.txt", bytes: new TextEncoder().encode(text) };

test("an unknown rule keeps its own word, a known one gets its rate whatever its version", () => {
  assert.equal(calibrated("no-such-rule@1", 0.42, 1), 0.42);
  assert.equal(asRuled("figure@1", 0.92, 3), 0.92);
  assert.equal(calibrated("figure@1", 0.92, 1), calibrated("figure@7", 0.92, 1));
  assert.notEqual(calibrated("figure@1", 0.92, 1), 0.92);
});

test("an unseen strength of a known rule falls back to the rule's rate", () => {
  const rate = calibrated("figure@1", 0.123, 1);
  assert.notEqual(rate, 0.123);
  assert.ok(rate > 0 && rate < 1);
});

test("every fact carries the calibrated rate, and the ids do not hang on it", () => {
  const told = extract(source).extraction.facts;
  const ruled = extract(source, asRuled).extraction.facts;
  assert.ok(told.length > 3);
  assert.deepEqual(
    told.map(({ id }) => id),
    ruled.map(({ id }) => id),
  );
  told.forEach((fact, index) => {
    const strength = ruled[index]?.confidence ?? Number.NaN;
    assert.equal(fact.confidence, calibrated(fact.rule, strength, fact.evidence.length), fact.kind);
  });
});

test("every rate lies between nothing and certainty", () => {
  for (const rule of rules)
    for (const strength of [0.5, 0.75, 0.8, 0.85, 0.9, 0.95, 0.97])
      for (const mentions of [1, 2, 9]) {
        const rate = calibrated(`${rule.id}@${rule.version}`, strength, mentions);
        assert.ok(rate >= 0.05 && rate <= 0.99, `${rule.id} ${strength} ${mentions}: ${rate}`);
      }
});

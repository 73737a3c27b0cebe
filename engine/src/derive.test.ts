import assert from "node:assert/strict";
import { test } from "node:test";
import { annotate } from "./annotate.js";
import { readArticle } from "./article.js";
import { Derivation, derive } from "./derive.js";
import { markedArticle } from "./document/marked-article.js";
import type { Draft, Rule } from "./draft.js";
import { calibrated } from "./facts/confidence.js";
import { PositionMap } from "./text/position-map.js";

const article = markedArticle("会上签订了三份协议。\n另一段。");
const origin = { raw: `  ${article.text}`, map: PositionMap.of([{ start: 0, oldSize: 2, newSize: 0 }]), sha256: "ab" };

function plan(key: string, name: string, start: number): Draft {
  return { kind: "plan", key, name, tier: null, confidence: 0.5, inferred: [], evidence: [{ start, end: start + 2 }] };
}

function making(...drafts: Draft[]): Rule {
  return { id: "sample", version: 3, purpose: "test", apply: () => drafts };
}

test("evidence is a slice of the raw text, whatever was cut before it", () => {
  const [fact] = derive(article, origin, [making(plan("a", "协议", 2))]).facts;
  assert.deepEqual(fact?.evidence, [{ start: 4, end: 6, quote: "签订" }]);
  assert.equal(origin.raw.slice(4, 6), "签订");
  assert.equal(fact?.rule, "sample@3");
});

test("the same statement drafted twice is one fact with both rows, in order", () => {
  const facts = derive(article, origin, [making(plan("a", "协议", 7), plan("b", "协议", 2))]).facts;
  assert.equal(facts.length, 1);
  assert.deepEqual(
    facts[0]?.evidence.map((row) => row.start),
    [4, 9],
  );
});

test("an id depends on document, kind and values, not on rule, confidence, evidence or references", () => {
  const id = (draft: Draft, sha256 = "ab", version = 3) =>
    derive(article, { ...origin, sha256 }, [{ ...making(draft), version }]).facts[0]?.id;
  const first = id(plan("a", "协议", 2));
  assert.match(first ?? "", /^[0-9a-f]{64}$/);
  assert.equal(id({ ...plan("z", "协议", 7), confidence: 0.9 }, "ab", 4), first);
  assert.notEqual(id(plan("a", "另一份", 2)), first);
  assert.notEqual(id(plan("a", "协议", 2), "cd"), first);
});

test("keys become ids, and a reference to nothing is a broken rule", () => {
  const answer = {
    act: "pledge",
    grade: "statement",
    side: "east",
    speaker: null,
    owners: [],
    fields: [],
    text: "甲",
    quantity: null,
    due: null,
  } as const;
  const draft = (key: string, text: string, respondsTo: string[]): Draft => ({
    ...answer,
    kind: "commitment",
    key,
    text,
    respondsTo,
    confidence: 1,
    inferred: [],
    evidence: [{ start: 0, end: 2 }],
  });
  const facts = derive(article, origin, [making(draft("a", "甲", []), draft("b", "乙", ["a"]))]).facts;
  assert.deepEqual(facts[1]?.kind === "commitment" ? facts[1].respondsTo : null, [facts[0]?.id]);
  assert.throws(() => derive(article, origin, [making(draft("a", "甲", ["none"]))]), /refers to none/);
  assert.throws(() => derive(article, origin, [making(plan("a", "甲", 0), plan("a", "乙", 0))]), /used twice/);
});

test("a quote never splits a surrogate pair", () => {
  const text = markedArticle("𠮷村");
  const [fact] = derive(text, { raw: text.text, map: PositionMap.identity, sha256: "ab" }, [
    making({ ...plan("a", "x", 0), evidence: [{ start: 0, end: 1 }] }),
  ]).facts;
  assert.equal(fact?.evidence[0]?.quote, "𠮷");
});

test("the county of a hospital is told once, however many grammars see it; and a key told twice loses no document", () => {
  const text =
    "安排骨科宋某医生赴四川省乐山市马边县人民医院对口支援，为期一年。上周五，岑巩县水尾镇中心卫生院里开进来一辆救护车。\n邵某，柯桥区中医院副院长，现挂职马边县人民医院副院长；\n贺某，现任柯桥区妇幼保健院护理部主任。";
  const { facts } = derive(annotate(readArticle(text)), { raw: text, map: PositionMap.identity, sha256: "ab" });
  const counties = facts.flatMap((fact) => (fact.kind === "region" ? [fact.path] : []));
  assert.equal(counties.filter((path) => path.endsWith("马边彝族自治县")).length, 1);
  const derivation = new Derivation(origin, [making(plan("a", "甲", 0), plan("a", "乙", 0))]);
  derivation.add(article, 0);
  assert.equal([...derivation.facts(calibrated)].length, 1);
});

// @ts-check
// The scores on the project's own articles do not fall (floors.json; raised by `npm run quality -- --raise`).
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { articlesOf, root } from "./corpora.mjs";
import { breaches, readFloors } from "./floors.mjs";
import { entriesOf, score, summary } from "./score.mjs";

const { extract } = await import(join(root, "engine/dist/index.js"));
const floors = readFloors();

for (const corpus of ["open", "held"]) {
  test(`the scores on corpus/${corpus} keep their floors`, () => {
    const articles = articlesOf(corpus, { extract }) ?? [];
    assert.ok(articles.length >= 30, "the corpus is there");
    assert.ok((floors[corpus]?.macro ?? 0) > 0, "it has floors");
    const result = score(articles);
    assert.deepEqual(breaches(corpus, summary(result), entriesOf(result), floors), []);
  });
}

// Every entry of the two founding documents is right since they were first read whole; one that is lost is a fault.
test("the founding documents are read without a fault", (t) => {
  const articles = articlesOf("seeds", { extract });
  if (articles === null) return t.diagnostic("the founding documents are not on this machine");
  const wrong = Object.entries(summary(score(articles))).filter(([, value]) => value !== 100);
  assert.deepEqual(wrong, []);
});

test("a score under its floor is a breach, one within the slack is none", () => {
  const kept = { open: { articles: 40, macro: 80, people: 90, plans: 50 } };
  const entries = { people: 150, plans: 2, published: 40 };
  assert.deepEqual(breaches("open", { macro: 79.8, people: 89.1, plans: 0 }, entries, kept), []);
  assert.equal(breaches("open", { macro: 79.6, people: 88.9, plans: 0 }, entries, kept).length, 2);
  assert.equal(breaches("open", { macro: 80, plans: 50 }, entries, kept).length, 1, "a kind that vanished is nothing");
  assert.match(breaches("open", { macro: 90 }, { ...entries, published: 41 }, kept).join(), /41 articles/);
});

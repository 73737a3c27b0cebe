import assert from "node:assert/strict";
import { test } from "node:test";
import { annotate } from "../annotate.js";
import { readArticle, readPage } from "../article.js";
import { Derivation } from "../derive.js";
import { extract, extractionLine } from "../extract.js";
import { calibrated } from "../facts/confidence.js";
import { rules } from "../rules/index.js";
import { PositionMap } from "../text/position-map.js";
import { segmentsOf } from "./segments.js";

const told = "6月9日，佛山市顺德区区长钱慕禾率队到榕江县考察，捐赠帮扶资金260万元。";
const head = "两地携手情况报告\n2023-06-20\n";

test("segments: an article of ordinary length is one, unchanged", () => {
  const [first, ...others] = segmentsOf(readPage(`${head}${told}`));
  assert.deepEqual(first?.article.paragraphs, readArticle(`${head}${told}`).paragraphs);
  assert.equal(others.length, 0);
});

test("segments: a very long one is cut between paragraphs, or sentences, into all of its text, with its head", () => {
  const line = `${told.repeat(20)}\n`;
  const cases: readonly (readonly [what: string, text: string])[] = [
    ["many paragraphs", head + line.repeat(450)],
    ["one paragraph without an end", `${head}${told.repeat(9000)}`],
    ["a long paragraph between short ones", `${head}${line.repeat(200)}${told.repeat(5000)}\n${line.repeat(10)}`],
  ];
  for (const [what, text] of cases) {
    const article = readPage(text);
    const segments = [...segmentsOf(article)];
    assert.ok(segments.length > 4, what);
    assert.equal(segments.map((segment) => segment.article.text).join(""), text, what);
    let sentences = 0;
    for (const { article: part, offset } of segments) {
      assert.ok(part.text.length <= 60_000 + told.length * 20 + head.length, what);
      assert.deepEqual([part.title, part.published, part.genre], ["两地携手情况报告", "2023-06-20", "report"], what);
      for (const paragraph of part.paragraphs)
        for (const { start, end } of paragraph.sentences) {
          assert.equal(part.text.slice(start, end), text.slice(start + offset, end + offset));
          sentences++;
        }
    }
    assert.equal(
      sentences,
      [...article.paragraphs].reduce((sum, paragraph) => sum + paragraph.sentences.length, 0),
      what,
    );
  }
});

test("segments: what two of them say is one fact with the places of both in the raw text, and one paper", () => {
  const segment = head + told;
  const raw = `${segment}${segment}`;
  const origin = {
    raw,
    map: PositionMap.identity,
    sha256: "ab",
    parts: [{ start: 3, end: raw.length, part: "page 1" }],
  };
  const annotated = annotate(readArticle(segment));
  const read = (long: boolean) => {
    const derivation = new Derivation(origin, rules, long);
    derivation.add(annotated, 0);
    derivation.add(annotated, segment.length);
    return [...derivation.facts(calibrated)];
  };
  const facts = read(true);
  assert.deepEqual(facts, read(false), "kept as bytes or as objects");
  const places = facts.flatMap((fact) => (fact.kind === "person" ? fact.evidence.map(({ start }) => start) : []));
  const [at, name] = [segment.indexOf("佛山"), segment.indexOf("钱慕禾")];
  assert.deepEqual(places, [at, name, at + segment.length, name + segment.length]);
  for (const fact of facts)
    for (const { start, end, quote } of fact.evidence) assert.equal(raw.slice(start, end), quote);
  assert.equal(facts.filter((fact) => fact.kind === "event" && fact.type === "visit").length, 1);
  assert.ok(facts.filter((fact) => fact.kind === "document").length <= 1);
});

test("segments: the line of a document is its extraction, in pieces where it is long", () => {
  for (const [text, least] of [
    [`${head}${told}`, 1],
    [head + Array.from({ length: 200 }, (_, at) => `投入资金${at + 1}万元。\n`).join("") + "\n".repeat(300_000), 2],
  ] as const) {
    const source = { name: "汇编.txt", bytes: Buffer.from(text) };
    const pieces = [...extractionLine(() => ({ source, id: "7" }))];
    assert.ok(pieces.length >= least);
    assert.equal(pieces.join(""), JSON.stringify({ ...extract(source).extraction, id: "7" }));
  }
});

// @ts-check
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { articlesOf, root } from "./corpora.mjs";
import { kinds } from "./kinds.mjs";
import { regionKey, sameName, sameTitle } from "./sameness.mjs";
import { macroF1, rates, score } from "./score.mjs";

/** @param {Record<string, unknown>} gold @param {Record<string, unknown>[]} facts @param {string | null} [published] */
const article = (gold, facts, published = null) => ({
  id: "1",
  gold: { id: "1", published: null, ...gold },
  extraction: { published, facts },
});

test("official and short names of a region have one key, namesakes in two provinces have two", () => {
  const pairs = [
    ["贵州省黔南布依族苗族自治州罗甸县", "贵州省黔南州罗甸县"],
    ["广西壮族自治区百色市", "广西百色市"],
    ["内蒙古自治区兴安盟科尔沁右翼前旗", "内蒙古兴安盟科右前旗"],
    ["青海省西宁市大通回族土族自治县", "青海省西宁市大通县"],
  ];
  for (const [official = "", short = ""] of pairs) assert.equal(regionKey(official), regionKey(short), short);
  assert.notEqual(regionKey("福建省福州市鼓楼区"), regionKey("江苏省南京市鼓楼区"));
  assert.equal(regionKey("广东省"), regionKey("广东省"));
  assert.notEqual(regionKey("广东省"), regionKey("广东省广州市"));
});

test("names agree with quotes, with or without the place before them; titles by their end", () => {
  assert.ok(sameName("“苹果产业一体化”项目", "苹果产业一体化项目"));
  assert.ok(sameName("河镇乡中药材标准化种植基地", "赫章县河镇乡中药材标准化种植基地"));
  assert.ok(!sameName("产业园", "花牛苹果产业园"));
  assert.ok(sameTitle("县委常委、副县长（挂职）", "县委常委、副县长(挂职)"));
  assert.ok(!sameTitle("副县长", "县长助理"));
});

test("found, missed and extra are counted once each; a wrong attribute is no miss", () => {
  const people = [
    { name: "甲一", title: "区长" },
    { name: "乙二", title: null },
  ];
  const facts = [
    { kind: "person", name: "甲一", title: "副主任" },
    { kind: "person", name: "丙三", title: null },
    { kind: "figure", base: 1, measure: "count" },
  ];
  const result = score([article({ people }, facts)]);
  const tally = result.tallies.people;
  assert.deepEqual(tally, { found: 1, missed: 1, extra: 1, attributes: { title: { right: 0, all: 1 } } });
  assert.deepEqual(
    result.verdicts.map(({ right }) => right),
    [true, false],
  );
  assert.equal(result.tallies.figures?.extra, 0, "a kind that the gold does not hold is not asked for");
  assert.equal(rates({ found: 1, missed: 1, extra: 1, attributes: {} }).f1, 0.5);
});

test("planned and background events are not scored, a fact answers one gold entry only", () => {
  const events = [{ type: "visit", start: "2024-01-02", end: "2024-01-03", visitor: [], host: [], lead: null }];
  const facts = ["held", "planned", "held"].map((status) => ({
    kind: "event",
    type: "visit",
    start: "2024-01-02",
    status,
  }));
  const { tallies } = score([article({ events }, facts)]);
  assert.equal(tallies.events?.found, 1);
  assert.equal(tallies.events?.extra, 1);
});

// The scorer beside the project is the measure by which others judge; ours must say the same.
const beside = join(root, "../shared/corpus/score.mjs");
test("scores equal those of the scorer beside the project", async (t) => {
  if (!existsSync(beside)) {
    t.diagnostic("the scorer is not beside the project; only our own cases are tested");
    return;
  }
  const { extract } = await import(join(root, "engine/dist/index.js"));
  const folder = mkdtempSync(join(tmpdir(), "score-"));
  try {
    for (const name of ["dev", "open"]) {
      // Some gold holds some kinds only (corpus/README.md); the other scorer takes what is not there for none.
      const articles = (articlesOf(name, { extract }) ?? []).filter(({ gold }) =>
        kinds.every((kind) => !kind.macro || kind.name in gold),
      );
      const whole = join(folder, name);
      mkdirSync(whole);
      for (const { id, gold } of articles) writeFileSync(join(whole, `${id}.json`), JSON.stringify(gold));
      const facts = join(folder, `${name}.jsonl`);
      writeFileSync(
        facts,
        articles.map(({ id, extraction }) => `${JSON.stringify(Object.assign({}, extraction, { id }))}\n`).join(""),
      );
      const { stdout } = spawnSync(process.execPath, [beside, whole, facts], { encoding: "utf8" });
      const ours = score(articles);
      for (const kind of kinds.filter(({ macro }) => macro)) {
        const tally = ours.tallies[kind.name] ?? { found: 0, extra: 0, missed: 0, attributes: {} };
        const { precision, recall, f1 } = rates(tally);
        const attributes = Object.values(tally.attributes).map(({ right, all }) => right / all);
        const line = stdout.split("\n").find((row) => row.startsWith(kind.name)) ?? "";
        const printed = [...line.matchAll(/(?:P|R|F1|[a-z]+) +(\d+\.\d)/g)].map((match) => match[1]);
        const expected = [precision, recall, f1, ...attributes].map((share) => (100 * share).toFixed(1));
        assert.deepEqual(printed, expected, `${name}: ${kind.name}: ${line}`);
      }
      assert.match(stdout, new RegExp(`macro F1 +${(100 * macroF1(ours)).toFixed(1)}`));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

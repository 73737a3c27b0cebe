import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { extract } from "./extract.js";
import { repair } from "./repair.js";
import { damage } from "./shifts/damage.js";

const seed = 20_260_104;
const names = fc.constantFrom("a.txt", "b.html", "c", "d.docx");

test("a copy for another thread has the edits too", () => {
  const source = { name: "a.txt", bytes: Buffer.from("東(dōng)西部協(xié)作") };
  for (const reading of [extract(source), repair("東(dōng)西部協(xié)作")]) {
    assert.ok(reading.edits.length > 1);
    assert.deepEqual(structuredClone(reading).edits, reading.edits);
  }
});

/** What holds of every reading, whatever came in. */
function holds(name: string, bytes: Uint8Array, encoding?: string): void {
  const reading = extract({ name, bytes, ...(encoding === undefined ? {} : { encoding }) });
  for (const edit of reading.edits) {
    assert.equal(reading.raw.slice(edit.raw.start, edit.raw.end), edit.was);
    assert.equal(reading.repaired.slice(edit.repaired.start, edit.repaired.end), edit.now);
  }
  for (const fact of reading.extraction.facts) {
    for (const { start, end, quote } of fact.evidence) assert.equal(reading.raw.slice(start, end), quote);
  }
}

const chinese = fc
  .array(
    fc.constantFrom(
      ..."东西部协作县委书记石远山率团考察，。！？；：“”（）、2023年1,610万元?!;,.()发(fā)展㈤T氐膶氋F著後裏\n\t 　\ue5e5�协作座谈会".split(
        "",
      ),
    ),
    { maxLength: 300 },
  )
  .map((parts) => parts.join(""));

test("random bytes never throw", () => {
  fc.assert(
    fc.property(
      names,
      fc.uint8Array({ maxLength: 400 }),
      fc.option(fc.constantFrom("utf-8", "gbk", "big5", "utf-16le", "x"), { nil: undefined }),
      holds,
    ),
    { seed, numRuns: 300 },
  );
});

test("random Chinese, damaged and cut anywhere, never throws", () => {
  fc.assert(
    fc.property(chinese, fc.nat(400), fc.boolean(), (text, cut, kept) => {
      const encoded = new TextEncoder().encode(text);
      holds("a.txt", encoded.subarray(0, Math.min(cut, encoded.length)));
      const broken = damage(text, {
        privateUse: kept ? "kept" : "stripped",
        glosses: [
          ["协", "xié"],
          ["会", "huì"],
        ],
      });
      if (broken !== null) holds("a.txt", new TextEncoder().encode(broken));
    }),
    { seed, numRuns: 200 },
  );
});

const sentence = "石远山率团到青云县考察，双方签订协议。";
const heavy: readonly (readonly [name: string, text: string])[] = [
  ["10,000 question marks", "?".repeat(10_000)],
  ["question marks before commas", "会?,".repeat(5_000)],
  ["1,000,000 digits", "1".repeat(1_000_000)],
  ["groups of three without end", "1,234".repeat(50_000)],
  ["quotes 10,000 deep", "“".repeat(10_000) + sentence + "”".repeat(10_000)],
  ["a paragraph of 100,000 characters", sentence.repeat(5_300)],
  ["100,000 lines", `${sentence}\n`.repeat(20_000)],
  ["spaced characters", "会 ".repeat(50_000)],
  ["open brackets", "协(".repeat(50_000)],
  ["ampersands", "&".repeat(200_000)],
  ["wrongly read", "涓浗".repeat(20_000)],
  ["Latin letters", "ÖÐ¹ú".repeat(20_000)],
];

test("no text takes long to repair", () => {
  for (const [name, text] of heavy) {
    const from = process.cpuUsage();
    repair(text);
    const took = process.cpuUsage(from).user / 1000;
    assert.ok(took < 3_000, `${name}: ${took.toFixed(0)} ms`);
  }
});

test("a city whose zones only stand there again and again is looked at soon", () => {
  const bytes = new TextEncoder().encode("无锡市经济开发区很美。".repeat(20_000));
  const from = process.cpuUsage();
  extract({ name: "a.txt", bytes });
  const took = process.cpuUsage(from).user / 1000;
  assert.ok(took < 6_000, `${took.toFixed(0)} ms`);
});

test("one amount again and again is extracted once, and soon", () => {
  const bytes = new TextEncoder().encode(`共建产业园，${"投入3万元、".repeat(16_000)}。`);
  const from = process.cpuUsage();
  const { facts } = extract({ name: "a.txt", bytes }).extraction;
  const took = process.cpuUsage(from).user / 1000;
  assert.equal(facts.find(({ kind }) => kind === "figure")?.evidence.length, 16_000);
  assert.ok(took < 4_500, `${took.toFixed(0)} ms`);
});

test("broken pages never throw", () => {
  for (const page of [
    "<html",
    "<!doctype html><p",
    "<html><script>",
    "<html><a href='x>",
    `<html>${"<div>".repeat(50_000)}协作`,
    `<html>${"<".repeat(50_000)}`,
  ]) {
    holds("a.html", new TextEncoder().encode(page));
  }
});

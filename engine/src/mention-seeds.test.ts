import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { extract } from "./extract.js";
import type { Fact, FactKind } from "./fact.js";

/** The founding documents lie beside the project; where they are absent the same paths are tested with our own texts. */
const seeds = join(dirname(fileURLToPath(import.meta.url)), "../../../shared/seeds");
const present = existsSync(seeds);
if (!present) console.log("founding documents are absent: their facts are not checked here");

function factsOf(name: string): readonly Fact[] {
  return extract({ name, bytes: readFileSync(join(seeds, name)) }).extraction.facts;
}
function of<K extends FactKind>(facts: readonly Fact[], kind: K): readonly Extract<Fact, { kind: K }>[] {
  return facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
}
const last = (path: string) => path.replace(/^.*(?:省|自治州|市)(?=.)/, "");

if (present) {
  test("first founding document: people, beginnings, the roster in prose, the sum of three counties", () => {
    const facts = factsOf("000_17a6dfa9780f989e.txt");
    const people = of(facts, "person");
    assert.equal(people.filter((p) => p.part === "attended").length, 12);
    assert.equal(people.filter((p) => p.part === "named").length, 2);
    assert.equal(people.filter((p) => p.side === "east").length, 6);
    assert.deepEqual(
      of(facts, "pairing")
        .map((p) => [last(p.west), ...p.since.map((s) => [s.from, s.inferred, s.side])])
        .sort((a, b) => String(a[0]).localeCompare(String(b[0]), "zh")),
      [
        ["荔波县", ["2014", true, "east"]],
        ["罗甸县", ["2020", true, "west"], ["2021", true, "east"]],
        ["平塘县", ["2017", false, "east"]],
      ],
    );
    const [roster] = of(facts, "pairing_count");
    assert.ok(roster);
    const counts = Object.fromEntries(
      roster.east.map((e) => [e.type, [e.count, roster.west.find((w) => w.type === e.type)?.count]]),
    );
    assert.deepEqual(counts, {
      township: [8, 28],
      village: [null, 68],
      department: [10, null],
      enterprise: [6, null],
      school: [78, 75],
      hospital: [10, 9],
    });
    assert.deepEqual(new Set(roster.scope.map(last)), new Set(["白云区", "荔波县", "平塘县", "罗甸县"]));
    const sum = of(facts, "figure").find((f) => f.measure === "money");
    assert.equal(sum?.base, 16_100_000);
    assert.equal(sum?.approx, "约");
    assert.equal(sum?.accumulation, "all_years");
    assert.equal(sum?.scope.length, 4);
  });

  test("second founding document: five pairings, one person with two posts, posts of the list's towns", () => {
    const facts = factsOf("004_8e6da62e5d4570e4.txt");
    assert.equal(of(facts, "pairing").length, 5);
    const zone = of(facts, "region").find((r) => r.adcode === null);
    assert.equal(zone === undefined ? null : last(zone.path), "滨海湾新区");
    const people = of(facts, "person");
    const two = people.filter(
      (p) => p.posts.filter((post) => post.region !== null).length === 2 && p.part === "attended",
    );
    const towns = two.map((p) => p.posts.map((post) => last(post.region ?? "")));
    assert.ok(towns.some((t) => t[0] === "虎门镇" && t[1] === "滨海湾新区"));
    const perTown = (name: string) => people.filter((p) => p.region !== null && last(p.region) === name).length;
    assert.deepEqual(["虎门镇", "沙田镇", "麻涌镇", "中堂镇"].map(perTown), [3, 3, 2, 3]);
    assert.equal(people.filter((p) => p.side === "west").length, 4);
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { versionIn, windowDays } from "../counting/indicator-definition.js";
import { indicators } from "./index.js";

/** The catalogue of domain.md 3.1. */
const CATALOGUE =
  "A1 A2 A3 A4 A5 A6 B1 B1a B2 B3 B4 B5 B6 B7 C1 C2 C3 C4 C5 D1 D2 D3 D4 D5 D6 D7 E1 E1a E1b E1c E2 E3 E4 F1 F2 G1 G2 G3 H1 H2 H3 I1".split(
    " ",
  );

test("every indicator of the catalogue is there, once", () => {
  const codes = indicators.map(({ code }) => code);
  assert.deepEqual(
    CATALOGUE.filter((code) => !codes.includes(code)),
    [],
  );
  assert.equal(new Set(codes).size, codes.length);
  for (const { code, group } of indicators) assert.match(code, new RegExp(`^${group}\\d[a-z]?$`));
});

test("every indicator is said in both languages, with rule and evidence, for years without gaps", () => {
  for (const { code, zh, en, versions } of indicators) {
    assert.match(zh, /\p{Script=Han}/u, code);
    assert.doesNotMatch(en, /\p{Script=Han}/u, code);
    assert.equal(versions.at(-1)?.to, null, `${code}: the last version holds on`);
    for (const [at, version] of versions.entries()) {
      assert.ok(version.rule.zh !== "" && version.rule.en !== "" && version.evidence.zh !== "", code);
      const next = versions[at + 1];
      if (next !== undefined) assert.deepEqual([next.from, next.version], [(version.to ?? 0) + 1, version.version + 1]);
    }
  }
});

test("parts stand behind a whole of the same unit; ratios name what is divided by what", () => {
  const byCode = new Map(indicators.map((one) => [one.code, one]));
  for (const { code, unit, parent, kind, ratio } of indicators) {
    if (parent !== undefined) assert.equal(byCode.get(parent)?.unit, unit, code);
    assert.equal(kind === "rate", ratio !== undefined, code);
    if (ratio === undefined) continue;
    assert.ok(byCode.has(ratio.over), code);
    assert.ok(ratio.under === "counties" || byCode.has(ratio.under), code);
  }
});

test("a calendar year is not the only window", () => {
  const [sales, students] = ["F1", "E4"].map((code) => indicators.find((one) => one.code === code));
  assert.ok(sales && students);
  const days = (of: typeof sales, year: number) => {
    const version = versionIn(of, year);
    return version === null ? null : windowDays(version, year);
  };
  assert.deepEqual(days(sales, 2023), { from: "2023-01-01", to: "2023-12-31" });
  assert.deepEqual(days(students, 2023), { from: "2023-09-01", to: "2024-08-31" });
  assert.equal(days(sales, 2020), null, "before the frame began it was not asked");
  const [version] = sales.versions;
  assert.ok(version);
  const wanzhou = { start: { years: -1, day: "10-01" }, end: { years: 0, day: "09-20" } } as const;
  assert.deepEqual(windowDays({ ...version, window: wanzhou }, 2024), { from: "2023-10-01", to: "2024-09-20" });
});

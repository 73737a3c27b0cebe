import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fact, FigureFact, PairingFact } from "@shanhai/engine";
import { correctionOf } from "./correction.js";

const head = { id: "f", rule: "r@1", confidence: 0.9, inferred: [], evidence: [{ start: 0, end: 2, quote: "约三" }] };
const figure: FigureFact = {
  ...head,
  kind: "figure",
  value: 1610,
  unit: "万元",
  base: 16_100_000,
  baseUnit: "元",
  measure: "money",
  of: "协作资金",
  approx: "约",
  period: null,
  accumulation: null,
  scope: ["石坎县"],
  includes: [],
  change: null,
};
const pairing: PairingFact = {
  ...head,
  kind: "pairing",
  east: "望潮区",
  west: "石坎县",
  eastType: "county",
  westType: "county",
  group: null,
  since: [
    {
      statement: "第三年",
      from: null,
      inferred: false,
      speaker: null,
      side: null,
      evidence: { start: 0, end: 2, quote: "约三" },
    },
  ],
  until: null,
};

const cases: readonly (readonly [string, Fact, object, object])[] = [
  ["an untouched form changes nothing", figure, {}, {}],
  ["an empty text is null, not a change from null", figure, { period: "" }, {}],
  ["an emptied field becomes null", figure, { approx: "" }, { approx: null }],
  ["the converted value follows the value", figure, { value: 1600 }, { value: 1600, base: 16_000_000 }],
  [
    "a unit typed anew leaves the converted value to the person",
    figure,
    { value: 1.61, unit: "亿元" },
    { value: 1.61, unit: "亿元" },
  ],
  ["a converted value typed stays as typed", figure, { value: 5, base: 7 }, { value: 5, base: 7 }],
  ["lists compare by content", figure, { scope: ["石坎县"] }, {}],
  ["blank entries of lists fall away", figure, { scope: ["石坎县", " "] }, {}],
  ["an added line that is empty is no line", pairing, { since: [...pairing.since, {}] }, {}],
  [
    "an added statement stands on the fact's quote",
    pairing,
    { since: [...pairing.since, { statement: "第四年" }] },
    { since: [...pairing.since, { ...pairing.since[0], statement: "第四年" }] },
  ],
];

for (const [name, fact, typed, expected] of cases) {
  test(name, () => assert.deepEqual(correctionOf(fact, { ...fact, ...typed }), expected));
}

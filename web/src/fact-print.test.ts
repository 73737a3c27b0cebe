import assert from "node:assert/strict";
import { test } from "node:test";
import { factFields } from "./fact-fields.js";
import { factTitle, printFactField } from "./fact-print.js";
import { en as english } from "./words/en.js";
import type { Language } from "./words/index.js";
import { zh as chinese } from "./words/zh.js";

const languages = { zh: chinese, en: english };

const speech = (language: Language) => ({ language, words: languages[language] });
const zh = speech("zh");

const titles: readonly (readonly [Parameters<typeof factTitle>[0], object, string])[] = [
  ["region", { path: "贵州省黔南布依族苗族自治州罗甸县" }, "贵州省黔南布依族苗族自治州罗甸县"],
  ["person", { name: "岑守拙", title: "区委书记" }, "岑守拙 区委书记"],
  ["person", { name: "岑守拙", title: null }, "岑守拙"],
  ["figure", { of: "协作资金", approx: "约", value: 1610, unit: "万元" }, "协作资金 约1610万元"],
  [
    "event",
    {
      type: "meeting",
      subtype: "党政联席会议",
      start: "2023-12-12",
      end: "2023-12-12",
      visitor: ["广东省广州市白云区"],
      host: ["贵州省黔南布依族苗族自治州罗甸县"],
    },
    "2023年12月12日 党政联席会议 白云区—罗甸县",
  ],
  [
    "event",
    { type: "unveiling", subtype: null, start: "--12-11", end: null, object: "产业园", visitor: [], host: [] },
    "12月11日 揭牌启用 产业园",
  ],
  [
    "pairing_count",
    { east: [{ type: "village", count: null, unit: "个" }], west: [{ type: "village", count: 68, unit: "个" }] },
    "村（社区） —个 — 村（社区） 68个",
  ],
  ["document", { number: "示府办〔2023〕5号", subject: "关于协作的通知" }, "示府办〔2023〕5号 关于协作的通知"],
  ["document", { number: null, subject: null, issuer: "示例县人民政府" }, "示例县人民政府"],
];

for (const [kind, values, expected] of titles) {
  test(`${kind}: ${expected}`, () => assert.equal(factTitle(kind, values as Record<string, unknown>, zh), expected));
}

test("codes and dates are printed in the chosen language, unknown codes as they are", () => {
  const side = factFields.region.find(({ key }) => key === "side");
  const start = factFields.event.find(({ key }) => key === "start");
  assert.ok(side !== undefined && start !== undefined);
  assert.equal(printFactField(side, "west", zh), "西部");
  assert.equal(printFactField(side, "west", speech("en")), "West");
  assert.equal(printFactField(side, "north", zh), "north");
  assert.equal(printFactField(start, "2021-02", zh), "2021年2月");
  assert.equal(printFactField(start, null, zh), "");
});

test("every field of every kind has a name in both languages", () => {
  const keys = Object.values(factFields).flatMap((fields) =>
    fields.flatMap((field) => ("fields" in field ? [field.key, ...field.fields.map(({ key }) => key)] : [field.key])),
  );
  for (const language of ["zh", "en"] as const)
    for (const key of keys) assert.ok(languages[language].facts.fields[key], `${language} ${key}`);
});

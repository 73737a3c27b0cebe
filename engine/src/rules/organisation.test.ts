import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";

const organisations = (text: string) =>
  extract({ name: "a.txt", bytes: new TextEncoder().encode(text) })
    .extraction.facts.filter((fact) => fact.kind === "organisation")
    .map((fact) => `${fact.name} ×${fact.evidence.length}`);

const head = "协作动态\n\n　　2024年5月8日，佛山市顺德区代表团到贵州省台江县考察。";
const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ["the brief name later on", "代表团走进台江县第二中学。第二中学校园一新。", ["台江县第二中学 ×2"]],
  [
    "a county's hospital by its level",
    "顺德区派医生到台江县人民医院。县人民医院开设专科，县医院免费义诊。",
    ["台江县人民医院 ×3"],
  ],
  [
    "two that could be meant leave the brief name its own",
    "台江县第二小学与剑河县第二小学结对，第二小学师生上台。",
    ["台江县第二小学 ×1", "剑河县第二小学 ×1", "第二小学 ×1"],
  ],
  ["a firm's own word", "台江县岭上绿进出口有限公司投产，岭上绿公司招工。", ["台江县岭上绿进出口有限公司 ×2"]],
  [
    "autonomous county and its short form",
    "专家来到马边彝族自治县人民医院。马边县人民医院院长致谢。",
    ["马边彝族自治县人民医院 ×2"],
  ],
  ["a foreign firm in brackets", "外方（新加坡南瓜岭公司）出资600万美元。", ["新加坡南瓜岭公司 ×1"]],
  ["a verb divides two units", "顺德区工商联与台江县工商联签订友好商会协议。", ["顺德区工商联 ×1", "台江县工商联 ×1"]],
  ["learning of schools names none", "代表团详细了解学校建设，又改善台江县第二小学。", ["台江县第二小学 ×1"]],
  ["和 inside a firm's name", "台江新望六和农牧有限公司投产。", ["台江新望六和农牧有限公司 ×1"]],
  ["a place in brackets is inside a firm's name", "青禾（贵州）食品有限公司投产。", ["青禾（贵州）食品有限公司 ×1"]],
  [
    "more places before the same school",
    "顺德援建的台江县第二小学落成。贵州省黔东南州台江县第二小学揭牌。",
    ["贵州省黔东南州台江县第二小学 ×2"],
  ],
  [
    "a kind of firm before its name",
    "引进龙头企业青禾投资公司，依托山岭农业有限公司。",
    ["青禾投资公司 ×1", "山岭农业有限公司 ×1"],
  ],
  ["经 of 经济", "四川经济日报报道。", ["四川经济日报 ×1"]],
  ["a supported school without a name", "结合学校实际，促进学校发展，表示医院将配合。各受援学校、乡村小学参加。", []],
  ["对接 goes before a school", "钱老师对接映山小学。", ["映山小学 ×1"]],
  ["a grade is no name", "医院去年成功创建二级甲等医院。", []],
];
for (const [what, text, expected] of cases)
  test(`organisation: ${what}`, () => assert.deepEqual(organisations(`${head}${text}`), expected));

test("organisation: the cost of names does not grow with their square", () => {
  /** CPU milliseconds for so many firms. */
  const cost = (count: number) => {
    const text = `${head}${Array.from({ length: count }, (_, at) => `台江县${String.fromCharCode(0x4e00 + (at % 5000))}${String.fromCharCode(0x5e00 + Math.floor(at / 5000))}山茶业有限公司投产。`).join("")}`;
    const from = process.cpuUsage();
    organisations(text);
    return process.cpuUsage(from).user / 1000;
  };
  cost(200);
  const small = cost(1_000);
  assert.ok(cost(8_000) < 8 * 4 * Math.max(small, 20), "eight times the names cost about eight times the work");
});

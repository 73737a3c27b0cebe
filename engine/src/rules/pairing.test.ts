import assert from "node:assert/strict";
import { test } from "node:test";
import { markedArticle } from "../document/marked-article.js";
import { pairing } from "./pairing.js";

const E = "{east 广东省佛山市顺德区|顺德区}";
const W = "{west 贵州省黔东南州榕江县|榕江县}";
const C = "{west 贵州省黔东南州从江县|从江县}";
const Z = "{west 贵州省黔东南州|黔东南州}";

const pairs = (marked: string) =>
  pairing
    .apply(markedArticle(marked, "2023-05-12"), [])
    .flatMap((draft) =>
      draft.kind === "pairing"
        ? [`${draft.east.slice(-3)} ${draft.west.slice(-3)}${draft.group === null ? "" : ` ${draft.group}`}`]
        : [],
    );

const cases: readonly [what: string, marked: string, expected: readonly string[]][] = [
  ["two that are counted together", `${E}、${W}两地深化协作，${Z}也来学习。`, ["顺德区 榕江县"]],
  ["whose county it is, is no partner", `${E}和${Z}下辖的${W}共建协作园区，${W}的路通了。`, ["顺德区 榕江县"]],
  ["two that sign", `${E}与${W}签订结对协议。`, ["顺德区 榕江县"]],
  [
    "the counties, not the prefecture that they lie in",
    `${E}结对帮扶${Z}两县以来，企业走进${W}。\n${E}又到${C}招工，再到${W}。`,
    ["顺德区 榕江县", "顺德区 从江县"],
  ],
  [
    "who sat beside is no partner",
    `${E}区委书记与${Z}领导座谈协作工作。\n${E}与${W}结对，${W}的路通了，${W}的茶卖了。`,
    ["顺德区 榕江县"],
  ],
  [
    "couples of towns in a row",
    "{east 广东省佛山市顺德区甲镇|甲镇}与{west 贵州省黔东南州榕江县丙镇|丙镇}、{east 广东省佛山市顺德区乙镇|乙镇}与{west 贵州省黔东南州榕江县丁镇|丁镇}年底前各开展互访一次。",
    ["区甲镇 县丙镇", "区乙镇 县丁镇"],
  ],
  [
    "a group of towns by its printed name",
    "{east 广东省东莞市甲镇|甲镇}组团与{west 贵州省黔东南州榕江县|榕江县}签订协议。",
    ["市甲镇 榕江县 甲镇组团"],
  ],
  [
    "a district said to be the partner of a prefecture, whose counties were visited",
    `${E}与${Z}正式建立东西部协作结对帮扶关系。\n${E}一行来到${W}，${W}的茶卖了，${W}的路通了。`,
    ["顺德区 东南州"],
  ],
  [
    "the district beside its city",
    `{east 广东省佛山市|佛山市}对口帮扶${W}投入资金，{east 广东省佛山市|佛山市}引来企业，${W}受益。\n${E}选派干部，${E}的医生来坐诊。`,
    ["佛山市 榕江县", "顺德区 榕江县"],
  ],
  ["组团 as a manner of travel is no group", `${E}组团赴${W}考察，双方签订结对协议。`, ["顺德区 榕江县"]],
];

for (const [what, marked, expected] of cases)
  test(`pairing: ${what}`, () => assert.deepEqual([...pairs(marked)].sort(), [...expected].sort()));

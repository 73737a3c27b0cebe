import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "./extract.js";

const regions = (text: string): readonly string[] =>
  extract({ name: "a.txt", bytes: new TextEncoder().encode(text) })
    .extraction.facts.flatMap((fact) => (fact.kind === "region" ? [fact.path] : []))
    .sort();

const cases: readonly [what: string, text: string, regions: readonly string[]][] = [
  [
    "a delegation of a province comes to one that only its letter names",
    "福建省代表团来宁考察\n8月22日，福建省委书记周映山率福建省代表团来宁考察。",
    ["宁夏回族自治区", "福建省"],
  ],
  [
    "posted by the pair of provinces",
    "又一批援滇干部启程\n6月20日，15名援滇干部启程，开始新一轮沪滇对口帮扶工作。",
    ["上海市", "云南省"],
  ],
  [
    "where counties act the name of the cooperation says no more",
    "海珠区代表团赴惠水县考察\n5月3日，广州市海珠区代表团赴贵州省惠水县考察，粤黔协作再添新篇。",
    ["广东省广州市海珠区", "贵州省黔南布依族苗族自治州惠水县"],
  ],
  [
    "cities that sign, meet and speak",
    "青海省海北州考察团来访\n张掖市、海北州签订张掖市、海北州合作框架协议，考察团到了张掖市民乐县。",
    ["甘肃省张掖市", "甘肃省张掖市民乐县", "青海省海北藏族自治州"],
  ],
  [
    "a bridge, a village, an office and an agency that bear a place's name",
    "洛江区代表团走过洛阳桥\n泉州市洛江区代表团走过洛阳桥，到盐池县三沙村。上海市政府驻昆明办事处发来贺信，新华社兰州分社记者同行。洛江区与盐池县座谈。",
    ["宁夏回族自治区吴忠市盐池县", "福建省泉州市洛江区"],
  ],
  [
    "a list of cities that somebody works in; a county by its short name, whose delegation travels",
    "那曲市代表团外出考察\n那曲市代表团在浙江省杭州、宁波、台州考察学习。\n苍南党政代表团同行，苍南援藏教师随团。",
    ["浙江省台州市", "浙江省宁波市", "浙江省杭州市", "浙江省温州市苍南县", "西藏自治区那曲市"],
  ],
];
for (const [what, text, expected] of cases) test(what, () => assert.deepEqual(regions(text), [...expected].sort()));

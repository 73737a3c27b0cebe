import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";

const visit = "3月19日，浙江省驻川工作组组长沈某某率工作组到我县调研东西部协作工作。";

/** Page → the region that 我县 (我市, 我州) is; null where the page does not say whose it is. */
const pages: readonly (readonly [page: string, path: string | null])[] = [
  [`调研组来访\n来源：仪陇县融媒体中心\n${visit}`, "四川省南充市仪陇县"],
  [`仪陇融媒（记者 胡某某）${visit}`, "四川省南充市仪陇县"],
  [`${visit}\n来源：松桃融媒`, "贵州省铜仁市松桃苗族自治县"],
  [`调研组来访\n来源：阆中日报\n${visit.replace("我县", "我市")}`, "四川省南充市阆中市"],
  [`调研组来访\n来源：黔南日报\n${visit.replace("我县", "我州")}`, "贵州省黔南布依族苗族自治州"],
  // Of another rank than the medium's place, in quotes, part of a longer word, or told by nobody: not known.
  [`调研组来访\n来源：黔南日报\n${visit}`, null],
  [`调研组来访\n来源：仪陇县融媒体中心\n“到我县来。”某某说。`, null],
  [`调研组来访\n来源：仪陇县融媒体中心\n我县城关镇的路通了。`, null],
  [visit, null],
];

for (const [page, path] of pages) {
  test(`whose place: ${page.replaceAll("\n", " / ")}`, () => {
    const { facts } = extract({ name: "page.txt", bytes: new TextEncoder().encode(page) }).extraction;
    const ours = facts.flatMap((fact) =>
      fact.kind === "region" && fact.evidence.some(({ quote }) => /^我[县市州]$/.test(quote)) ? [fact.path] : [],
    );
    assert.deepEqual(ours, path === null ? [] : [path]);
  });
}

test("the place of an office that came is a party where nothing nearer is", () => {
  const page = `仪陇融媒（记者 胡某某）${visit}`;
  const { facts } = extract({ name: "page.txt", bytes: new TextEncoder().encode(page) }).extraction;
  const regions = facts.flatMap((fact) => (fact.kind === "region" ? [`${fact.path} ${fact.rule}`] : []));
  assert.deepEqual(regions.sort(), ["四川省南充市仪陇县 region@1", "浙江省 acting-region@1"]);
});

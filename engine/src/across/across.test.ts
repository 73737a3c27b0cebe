import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";
import type { Extraction } from "../extraction.js";
import { across, type SameThing } from "./across.js";

const page = (id: string, published: string, body: string): Extraction =>
  extract({ name: `${id}.txt`, bytes: Buffer.from(`${id}\n${published}\n${body}\n`) }).extraction;

const TRIP = page(
  "顺德区代表团赴榕江县考察",
  "2023-05-12",
  "5月8日至10日，广东省佛山市顺德区委书记钱慕禾率党政代表团赴贵州省黔东南州榕江县考察。\n9日上午，顺德区与榕江县召开东西部协作联席会议，榕江县委书记龙在田主持。会上，顺德区向榕江县捐赠帮扶资金200万元。\n代表团走进榕江县菌菇加工厂。",
);
const HOSTS = page(
  "榕江迎来顺德客人",
  "2023-05-11",
  "5月8日至10日，广东省佛山市顺德区委书记钱慕禾率党政代表团来到贵州省黔东南州榕江县考察。\n5月9日，两地召开东西部协作联席会议，县委书记龙在田主持。会上，顺德区向榕江县捐赠资金180万元。\n代表团察看了榕江县菌菇加工厂项目。",
);
const LATER = page(
  "顺德代表团结束榕江之行",
  "2023-05-15",
  "5月9日至10日，广东省佛山市顺德区委书记钱慕禾率党政代表团赴贵州省黔东南州榕江县考察。",
);
const OTHER_YEAR = page(
  "顺德代表团再赴榕江",
  "2024-05-12",
  "5月8日至10日，广东省佛山市顺德区委书记钱慕禾率党政代表团赴贵州省黔东南州榕江县考察。",
);
const OTHER_COUNTY = page(
  "顺德代表团赴雷山",
  "2023-05-12",
  "5月8日至10日，广东省佛山市高明区委书记赵一帆率党政代表团赴贵州省黔东南州雷山县考察。",
);

const of = (documents: readonly Extraction[], kind: SameThing["kind"]) =>
  across(documents).things.filter((thing) => thing.kind === kind);
const differences = (thing: SameThing | undefined) =>
  (thing?.contradictions ?? []).map(({ field, rivals }) => `${field} ${rivals.map(({ value }) => value).join("/")}`);
const named = (things: readonly SameThing[], word: string) => things.find(({ name }) => name.includes(word));

test("the same visit, meeting and gift are recognised across two reports", () => {
  const events = of([TRIP, HOSTS], "event");
  assert.deepEqual(events.map(({ name }) => name.split(" ")[0]).sort(), ["donation", "visit", "联席会议"].sort());
  assert.ok(events.every(({ occurrences }) => occurrences.map(({ index }) => index).join() === "0,1"));
});

test("two sums of one gift are a contradiction with both places", () => {
  const gift = named(of([TRIP, HOSTS], "event"), "donation");
  assert.deepEqual(differences(gift), ["amount 2000000元/1800000元"]);
  const places = gift?.contradictions[0]?.rivals.map(({ occurrences }) => occurrences[0]?.document);
  assert.deepEqual(places, [TRIP.id, HOSTS.id]);
  for (const { occurrences } of gift?.contradictions[0]?.rivals ?? [])
    assert.match(occurrences[0]?.evidence.map(({ quote }) => quote).join("") ?? "", /捐赠/);
});

test("two first days of one visit are a contradiction, its last day is none", () => {
  assert.deepEqual(differences(named(of([TRIP, LATER], "event"), "visit")), ["start 2023-05-08/2023-05-09"]);
});

test("two leaders of one visit are a contradiction", () => {
  const deputy = page(
    "顺德区代表团到榕江",
    "2023-05-11",
    "5月8日至10日，广东省佛山市顺德区副区长赵一帆率党政代表团赴贵州省黔东南州榕江县考察。",
  );
  assert.deepEqual(differences(named(of([TRIP, deputy], "event"), "visit")), ["lead 钱慕禾/赵一帆"]);
});

test("another year and other parties are other visits", () => {
  assert.deepEqual(of([TRIP, OTHER_YEAR], "event"), []);
  assert.deepEqual(of([TRIP, OTHER_COUNTY], "event"), []);
});

test("a project is one under its longer and its shorter name", () => {
  const [project] = of([TRIP, HOSTS], "project");
  assert.ok(project?.name.includes("菌菇加工厂") && project.occurrences.length === 2);
});

test("a person is one by name and region; a namesake elsewhere is another", () => {
  assert.deepEqual(
    of([TRIP, HOSTS], "person")
      .map(({ name }) => name)
      .sort(),
    ["钱慕禾", "龙在田"].sort(),
  );
  const namesake = page("某地新闻", "2023-05-12", "5月8日，山东省青岛市市北区副区长钱慕禾到甘肃省定西市通渭县调研。");
  assert.deepEqual(of([TRIP, namesake], "person"), []);
});

test("one figure with two values for the same year is a contradiction, a rounded one is none", () => {
  const report = (id: string, sum: string) =>
    page(id, "2023-12-20", `2023年，广东省佛山市顺德区投入贵州省黔东南州榕江县财政援助资金${sum}。`);
  const differ = of([report("总结一", "3000万元"), report("总结二", "3200万元")], "figure");
  assert.deepEqual(differences(differ[0]), ["amount 30000000元/32000000元"]);
  const same = of([report("总结一", "3000万元"), report("总结三", "3000万元")], "figure");
  assert.deepEqual([same.length, differences(same[0])], [1, []]);
});

test("two facts of one document are never joined", () => {
  for (const { occurrences } of across([TRIP, HOSTS, LATER, OTHER_YEAR]).things)
    assert.equal(new Set(occurrences.map(({ index }) => index)).size, occurrences.length);
});

test("the order of the documents changes no group", () => {
  const groups = (documents: readonly Extraction[]) =>
    across(documents)
      .things.map(
        ({ kind, occurrences }) =>
          `${kind} ${occurrences
            .map(({ fact }) => fact)
            .sort()
            .join()}`,
      )
      .sort();
  assert.deepEqual(groups([TRIP, HOSTS, LATER]), groups([LATER, TRIP, HOSTS]));
});

test("a thousand reports of one person cost no more than their number", () => {
  const many = Array.from({ length: 1_000 }, (_, index) => ({ ...TRIP, id: `第${index}篇` }));
  const from = process.cpuUsage().user;
  across(many);
  assert.ok(process.cpuUsage().user - from < 8_000_000);
});

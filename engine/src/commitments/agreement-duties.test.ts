import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";

const promises = (text: string) =>
  extract({ name: "a.txt", bytes: new TextEncoder().encode(text) })
    .extraction.facts.filter((fact) => fact.kind === "commitment")
    .map((fact) => `${fact.side} ${fact.act} ${fact.grade} ${fact.text.slice(0, 9)}`);

const head = `佛山市顺德区 台江县2025年东西部协作协议

甲方：广东省佛山市顺德区人民政府
乙方：贵州省黔东南州台江县人民政府
`;

test("items under a party's duties bind that party, whatever their wording", () => {
  const text = `${head}
一、甲方的义务
1. 协调顺德区媒体每季度播发宣传片不少于15天。
2. 采购乙方农产品不少于900万元。

二、乙方责任
（一）免费提供铺面一间，供甲方设立体验店。

三、各方责任
（一）甲方每季度提供岗位信息。
（二）双方每半年互访一次。

三、共同责任
1. 每年召开联席会议不少于1次。

四、附则
1. 本协议一式四份，未尽事宜另行商定。
`;
  assert.deepEqual(promises(text), [
    "east decision agreed 1. 协调顺德区媒",
    "east decision agreed 2. 采购乙方农产",
    "west decision agreed （一）免费提供铺面",
    "east decision agreed （一）甲方每季度提",
    "both decision agreed （二）双方每半年互",
    "both decision agreed 1. 每年召开联席",
  ]);
});

test("what offices alone stand over is an agreement; a party may be named in a bracket", () => {
  const text = `台江县民政局
顺德区民政局
养老服务合作备忘录

甲方：贵州省黔东南州台江县民政局
乙方：广东省佛山市顺德区民政局

1．甲方（台江县民政局）每年选派护理员不少于20名赴顺德区实训。
`;
  assert.deepEqual(promises(text), ["west decision agreed 1．甲方（台江县民"]);
});

test("the same heads in the news bind nobody", () => {
  const text = `顺德区代表团到台江县考察

　　2025年3月1日，顺德区代表团到贵州省台江县考察，宣读了协议。

一、甲方的义务
1. 协调顺德区媒体每季度播发宣传片15天。
`;
  assert.deepEqual(promises(text), []);
});

test("tasks of a plan below its notice, by number and unit; heads and what the paper says of itself are none", () => {
  const text = `台江县人民政府办公室关于印发《台江县2025年东西部协作工作要点》的通知

各乡镇人民政府：
现将《台江县2025年东西部协作工作要点》印发给你们，请遵照执行。

台江县2025年东西部协作工作要点

一、指导思想
以乡村振兴为统领，全年工作围绕2个目标展开。
二、产业协作
（一）建好园区。施洞镇于6月底前建成银饰工坊2间。（责任单位：县工信局）
（二）在佛山市顺德区设立直营店1家。
领导小组下设办公室，由3人组成。
`;
  assert.deepEqual(promises(text), [
    "west pledge statement 施洞镇于6月底前建",
    "west pledge statement （二）在佛山市顺德",
  ]);
});

test("what an office orders in minutes, and what an agreement says of the party that it names", () => {
  const minutes = `台江县东西部协作专题会议纪要

2025年3月4日，县长龙在田主持召开专题会议，研究与佛山市顺德区的协作。纪要如下：
一、会议听取了县乡村振兴局的汇报。
二、会议要求，县财政局于3月20日前拨付资金。由县审计局负责跟踪。
`;
  assert.deepEqual(promises(minutes), [
    "west decision agreed 二、会议要求，县财",
    "west decision agreed 由县审计局负责跟踪",
  ]);
  const memorandum = `佛山市顺德区乐从镇与台江县施洞镇合作备忘录

一、产业。乐从镇动员家具企业到施洞镇考察。施洞镇提供厂房600平方米。
`;
  assert.deepEqual(promises(memorandum), [
    "east decision agreed 乐从镇动员家具企业",
    "west decision agreed 施洞镇提供厂房60",
  ]);
});

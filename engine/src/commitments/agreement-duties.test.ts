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

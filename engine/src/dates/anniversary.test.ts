import assert from "node:assert/strict";
import { test } from "node:test";
import { anniversaryYear, summaryYear } from "./anniversary.js";

const implied: readonly (readonly [text: string, year: number | null])[] = [
  ["庆祝建党100周年之际，5月3日考察团到访。", 2021],
  ["两地召开2023年度对口帮扶联席会，签署《2024年协作协议》。", 2023],
  ["2022年第二次联席会议在望潮区召开。", 2022],
  ["双方签署2023年度协作协议。", 2023],
  ["两镇签订2024—2025年度结对帮扶协议。", null],
  ["12月1日，代表团到访。", null],
];
test("the year that papers and meetings held once a year imply", () => {
  for (const [text, year] of implied) assert.equal(anniversaryYear(text), year, text);
});

const summed: readonly (readonly [text: string, year: number | null])[] = [
  ["石坎县2023年东西部协作工作情况总结\n3月21日……", 2023],
  ["石坎县乡村振兴局关于2022年度东西部协作工作情况的报告", 2022],
  ["石坎县召开2023年东西部协作工作推进会\n……", null],
];
test("the year that a summary's title says it is of", () => {
  for (const [text, year] of summed) assert.equal(summaryYear(text), year, text);
});

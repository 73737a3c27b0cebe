import assert from "node:assert/strict";
import { test } from "node:test";
import { stageAround } from "./project-stage.js";

const cases: readonly (readonly [text: string, stage: string | null])[] = [
  ["县食品产业园已建成投产。", "in_use"],
  ["县食品产业园建成后可年产千吨。", null],
  ["县食品产业园，预计年底投产。", null],
  ["县食品产业园正在加快建设，预计年底投产。", "in_progress"],
  ["县食品产业园主体工程完工。", "in_progress"],
  ["县食品产业园已入驻50家企业。", "in_use"],
  ["新建成的县食品产业园机器轰鸣。", "completed"],
  ["集中开工的项目包括甲镇加工厂、县食品产业园、乙镇水厂等。", "started"],
  ["加快县食品产业园开工建设。", null],
  ["将建设县食品产业园。", null],
];
for (const [text, stage] of cases)
  test(`stage: ${text}`, () => {
    const start = text.indexOf("县食品产业园");
    assert.equal(stageAround(text, start, start + 6), stage);
  });

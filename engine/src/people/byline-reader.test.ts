import assert from "node:assert/strict";
import { test } from "node:test";
import { photographer, readByline } from "./byline-reader.js";

const signed: readonly (readonly [line: string, expected: readonly string[]])[] = [
  ["【统筹】顾一鸣 【编辑】岑波 【校对】柳知秋", ["顾一鸣:统筹", "岑波:编辑", "柳知秋:校对"]],
  ["礼县融媒 顾一鸣/文  岑波/图  2022-08-19", ["顾一鸣:文", "岑波:图"]],
  ["文/图 顾一鸣   2023年8月29日", ["顾一鸣:文/图"]],
  ["（某县教育 顾一鸣、岑明远  2023年8月4日）", ["顾一鸣:", "岑明远:"]],
  ["（某某广电全媒体记者 顾一鸣 岑波）", ["顾一鸣:全媒体记者", "岑波:全媒体记者"]],
  ["通讯员 车前 记者 应有为", ["车前:通讯员", "应有为:记者"]],
  ["通讯员 番府宣 记者 顾一鸣", []],
  ["编辑：李 明 审核：王晓燕", ["李明:编辑", "王晓燕:审核"]],
  ["记者 顾一鸣岑明远 通讯员 马晓燕", ["顾一鸣:记者", "岑明远:记者", "马晓燕:通讯员"]],
  ["记者 欧阳慕白", ["欧阳慕白:记者"]],
  ["记者：努尔曼古丽·艾合买提", ["努尔曼古丽·艾合买提:记者"]],
  ["顾一鸣  ·  2025-08-29  ·  来源：某某周报网", ["顾一鸣:"]],
  ["□ 顾一鸣", ["顾一鸣:"]],
  ["顾一鸣 摄", ["顾一鸣:摄"]],
  ["责任编辑：顾一鸣 电话 无人", []], // a word that is neither label, name, unit nor date
  ["（安排部署 明确任务）", []],
  ["【摘要】两地深化协作", []],
  ["文/阿莲", []], // what somebody is called
];
for (const [line, expected] of signed) {
  test(`bylines: ${line}`, () => {
    const found = readByline(line, 0, line.length);
    assert.deepEqual(
      found.map(({ name, label }) => `${name}:${label === null ? "" : line.slice(label.start, label.end)}`),
      expected,
    );
  });
}

test("a bracket in the middle of a page needs a label", () => {
  const line = "（佛山）";
  assert.deepEqual(readByline(line, 0, line.length, "label"), []);
});

test("a name and its label as one word", () => {
  assert.equal(photographer("顾一鸣摄", 0, 4)?.name, "顾一鸣");
  assert.equal(photographer("航拍图", 0, 3), null);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { TemplateCell, TemplateSheet } from "@shanhai/server";
import { guessedBindings, monthSaid } from "./template-guess.js";

const cell = (text: string): TemplateCell | null =>
  text === "" ? null : { text: text.replace(/^=/, ""), formula: text.startsWith("=") };

function sheet(rows: readonly (readonly string[])[], merges: TemplateSheet["merges"] = []): TemplateSheet {
  return { name: "表", cells: rows.map((row) => row.map(cell)), merges };
}

const guessed = (one: TemplateSheet) =>
  guessedBindings(one).map(({ cell: at, indicator, measure, unit }) => `${at} ${indicator} ${measure} ${unit ?? ""}`);

test("a place is what its line and its column are called; a rate that works itself out and words are left alone", () => {
  const form = sheet(
    [
      ["附件3：2023年9月情况表", "", "", "", "", ""],
      ["指标名称", "年度目标", "完成情况", "", "完成率", "上年同期累计"],
      ["", "", "本月新增", "1—9月累计", "", ""],
      ["财政援助资金（亿元）", "", "12.5", "", "=0.00%", ""],
      ["帮助农村劳动力就业（人）", "/", "—", "", "=0", "由人社局填"],
      ["选派专业技术人才（人次）", "", "", "", "", ""],
      ["其他工作亮点", "", "", "", "", ""],
    ],
    [{ top: 1, left: 2, bottom: 1, right: 3 }],
  );
  assert.deepEqual(guessed(form), [
    ...["B4 B1 target 亿元", "C4 B1 this_month 亿元", "D4 B1 to_date 亿元", "F4 B1 last_year 亿元"],
    ...["B5 E1 target ", "C5 E1 this_month ", "D5 E1 to_date "],
    ...["B6 C3a target ", "C6 C3a this_month ", "D6 C3a to_date ", "E6 C3a rate ", "F6 C3a last_year "],
  ]);
  assert.equal(monthSaid(form), "2023-09");
});

test("what lies under a merge, under no caption, or in a form without known lines is not guessed", () => {
  const merged = sheet(
    [
      ["指标", "累计", "备注"],
      ["互访（人次）", "", ""],
      ["其中：党政干部", "", ""],
    ],
    [{ top: 1, left: 1, bottom: 2, right: 1 }],
  );
  assert.deepEqual(guessed(merged), ["B2 A4a to_date "]);
  assert.deepEqual(guessed(sheet([["帮助农村劳动力就业", "", ""]])), []);
  assert.deepEqual(
    guessed(
      sheet([
        ["姓名", "累计"],
        ["张示例", ""],
      ]),
    ),
    [],
  );
  assert.equal(monthSaid(sheet([["2023年东西部协作情况表"]])), null);
});

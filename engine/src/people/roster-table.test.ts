import assert from "node:assert/strict";
import { test } from "node:test";
import { RosterTable } from "./roster-table.js";

/** The people of a pasted table, line by line: name and posts. */
function people(lines: readonly string[]): readonly string[] {
  const table = new RosterTable();
  return lines.flatMap((line) =>
    table
      .read(line, 0, line.length)
      .map(({ name, posts }) => [name, ...posts.map(({ start, end }) => line.slice(start, end))].join("|")),
  );
}

test("rows under 姓名 are people, the cells of posts their posts", () => {
  assert.deepEqual(
    people([
      "序号 姓名 性别 派出单位及职务 挂职岗位 到岗时间",
      "1 岑  波 男 某市农业农村局副局长 县委常委、副县长 2021.06",
      "2 欧阳知秋 女 某中学高级教师 某县中学副校长 2023.05",
      "3 顾 一鸣 男 某局 科员 某局",
      "备注：以上人员均已到岗。",
      "3 顾一鸣 男 某局科员 某局副局长 2023.05",
    ]),
    ["岑波|某市农业农村局副局长|县委常委、副县长", "欧阳知秋|某中学高级教师|某县中学副校长", "顾一鸣|某局|科员"],
  );
});

test("cells between tabs and bars", () => {
  assert.deepEqual(people(["姓名\t性别\t职务", "顾一鸣\t女\t护士长"]), ["顾一鸣|护士长"]);
  assert.deepEqual(people(["| 姓名 | 性别 | 职务 |", "| 顾一鸣 | 女 | 护士长 |"]), ["顾一鸣|护士长"]);
});

test("姓名 in a sentence begins no table", () => {
  assert.deepEqual(people(["请填写姓名、性别、单位，并于周五前报送。", "顾一鸣 男 某局"]), []);
});

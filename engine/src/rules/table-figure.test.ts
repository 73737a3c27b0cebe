import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";

const figures = (text: string) =>
  extract({ name: "a.txt", bytes: new TextEncoder().encode(text) })
    .extraction.facts.filter((fact) => fact.kind === "figure")
    .map((fact) => `${fact.of} ${fact.value}${fact.unit} = ${fact.base}${fact.baseUnit}`);

test("a unit above the table holds for its columns of money, empty cells keep their column", () => {
  const text = `协作项目情况表（单位：万元）

序号\t项目名称\t总投资\t其中协作资金\t完工时间\t数量
1\t山口镇冷链物流园\t1,200\t980.5\t2024年8月\t3
合计\t\t1200\t980.5\t\t
`;
  assert.deepEqual(figures(text), [
    "山口镇冷链物流园总投资 1200万元 = 12000000元",
    "山口镇冷链物流园其中协作资金 980.5万元 = 9805000元",
    "合计总投资 1200万元 = 12000000元",
    "合计其中协作资金 980.5万元 = 9805000元",
  ]);
});

test("a column of units; rates printed with their sign are read as ever", () => {
  const text = `一览

指标  |  单位  |  目标  |  完成数  |  完成率
财政帮扶资金  |  万元  |  4200  |  4860  |  115.7%
选派党政干部  |  人  |  3  |  3  |  100%
`;
  const found = figures(text).filter((line) => !line.includes("%"));
  assert.deepEqual(found, [
    "财政帮扶资金目标 4200万元 = 42000000元",
    "财政帮扶资金完成数 4860万元 = 48600000元",
    "选派党政干部目标 3人 = 3人",
    "选派党政干部完成数 3人 = 3人",
  ]);
});

test("a unit in a column's own head", () => {
  const text = "培训情况\n\n班次\t地点\t人数（人）\t费用（万元）\n电商班\t山口镇\t46\t12.5\n";
  assert.deepEqual(figures(text), ["电商班人数 46人 = 46人", "电商班费用 12.5万元 = 125000元"]);
});

test("numbers of no known unit, of a column that counts rows, or under a head of numbers are no figures", () => {
  const tables = [
    "名单\n\n序号\t姓名\t年龄\n1\t柳成荫\t46\n2\t石开泰\t51\n",
    "表\n\n1\t200\t300\n2\t400\t500\n",
    "表（单位：人）\n\n编号\t电话\t备注\n12\t86511234\t3\n",
  ];
  for (const table of tables) assert.deepEqual(figures(table), []);
});

test("a form: a head within, units in the labels of its rows or in front of a row", () => {
  const text = `绩效自评表
年度资金（万元）\t全年预算数\t全年执行数
\t3870\t3754
一级指标\t三级指标\t指标值\t完成值
产出指标\t新建车间（个）\t6\t7
`;
  assert.deepEqual(figures(text), [
    "全年预算数 3870万元 = 38700000元",
    "全年执行数 3754万元 = 37540000元",
    "新建车间指标值 6个 = 6个",
    "新建车间完成值 7个 = 7个",
  ]);
});

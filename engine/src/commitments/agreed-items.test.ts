import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";

function agreed(text: string) {
  return extract({ name: "纪要.txt", bytes: new TextEncoder().encode(text) })
    .extraction.facts.filter((fact) => fact.kind === "commitment")
    .map(({ grade, side, owners, due, quantity, text: said }) => [
      grade,
      side,
      owners.join("、"),
      due,
      quantity === null ? "" : `${quantity.value}${quantity.unit}`,
      said.slice(0, 8),
    ]);
}

const head = (opening: string) => `海珠区—惠水县东西部协作联席会议纪要

2023年11月16日，海珠区、惠水县召开东西部协作联席会议。${opening}
`;

test("西8: five numbered items are five decisions, each with its units, its time limit and its side", () => {
  const text = `${head("会议听取了工作汇报。现将议定事项纪要如下：")}
一、同意将好花红村卫生服务站用地列入协调事项。（责任单位：惠水县卫生健康局；完成时限：2023年12月15日）
二、组织辣椒、食用菌产品进入机关食堂，年内新增采购200万元。（牵头单位：惠水县商务局；配合单位：惠水县供销社）
三、组织300名劳动力赴海珠区就业。责任单位：惠水县人力资源和社会保障局，完成时限：2024年2月29日前。
四、选派12名教师到惠水县第二中学支教。
责任单位：海珠区教育局
完成时限：2024年3月1日
五、县农业农村局、县林业局要加快食用菌大棚二期建设，确保12月底前通过验收。

发送：海珠区、惠水县各有关单位。
`;
  assert.deepEqual(agreed(text), [
    ["agreed", "west", "惠水县卫生健康局", "2023-12-15", "", "一、同意将好花红"],
    ["agreed", "west", "惠水县商务局、惠水县供销社", "2023-12-31", "200万元", "二、组织辣椒、食"],
    ["agreed", "west", "惠水县人力资源和社会保障局", "2024-02-29", "300名", "三、组织300名"],
    ["agreed", "east", "海珠区教育局", "2024-03-01", "12名", "四、选派12名教"],
    ["agreed", "west", "县农业农村局、县林业局", "2023-12", "", "五、县农业农村局"],
  ]);
});

test("what is told outside the list, heard in it, or stands alone is no item", () => {
  const listed = `${head("会议议定以下事项：")}
1. 听取了前三季度工作情况汇报。
2. 惠水县商务局负责于2024年1月31日前建成专馆1个。

会议还通报了人员名单。
`;
  assert.deepEqual(
    agreed(listed).map((line) => line[2]),
    ["惠水县商务局"],
  );
  const single = `${head("会议听取了汇报。议定事项：")}
一、全面总结。
`;
  assert.deepEqual(agreed(single), []);
});

test("words of the news stay words, numbered or not", () => {
  const news = `海珠区代表团到惠水县对接协作

本报讯 11月16日，海珠区代表团到惠水县考察。海珠区区长林晓禾表示，一是将支持惠水发展产业，二是将选派教师。
`;
  assert.ok(agreed(news).every(([grade]) => grade === "statement"));
});

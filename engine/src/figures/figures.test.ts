import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";
import type { FigureFact } from "../fact.js";

/** The figures of a text of our own, read from bytes to facts. */
function figures(body: string): readonly FigureFact[] {
  const text = `台江县与顺德区协作动态\n\n2023-06-20　来源：台江县融媒体中心\n\n${body}`;
  const all = extract({ name: "sample.txt", bytes: new TextEncoder().encode(text) }).extraction.facts;
  return all.filter((fact): fact is FigureFact => fact.kind === "figure");
}

/** What counts, and of what. */
const counted: readonly (readonly [sentence: string, expected: readonly string[]])[] = [
  ["派出12批38人次支教老师到校。", ["12批 支教老师", "38人次 支教老师"]],
  ["产业项目资金占比65%，新建水池6口共300立方米。", ["65% 产业项目资金占比", "6口 水池", "300立方米 水池"]],
  ["给予20万元助学金，新建300平方米大棚。", ["20万元 助学金", "300平方米 大棚"]],
  ["协作资金使用率91.2%，开工率达100%。", ["91.2% 协作资金使用率", "100% 开工率"]],
  ["落实50万镇级帮扶资金，带动3.6万农村劳动力就业。", ["50万 镇级帮扶资金", "3.6万 农村劳动力"]],
  ["捐赠400块橡皮、1.5万只口罩。", ["400块 橡皮", "1.5万只 口罩"]],
  ["表彰60名“协作之星”。", ["60名 协作之星"]],
  ["选派45名到台江挂职的干部。", ["45名 干部"]],
  ["镇村结对18个，企村结对9个。", ["18个 镇村结对", "9个 企村结对"]],
  ["考察团一行16人来访，副县长顾小明一行9人座谈。", ["16人 考察团一行", "9人 顾小明一行"]],
  ["860名干部提升了本领，1194名群众直接受益。", ["860名 干部", "1194名 群众"]],
  ["* 帮扶资金：2021年3800万元，2022年4100万元；", ["3800万元 帮扶资金", "4100万元 帮扶资金"]],
  ["引进企业：12家，到账资金5.6亿元。", ["12家 企业", "5.6亿元 到账资金"]],
  ["其中22个省份扶贫项目开工率98.5%，干部46人分3期参训。", ["98.5% 扶贫项目开工率", "46人 干部", "3期 干部"]],
  ["员工月薪4000—5500元。", ["4000元 员工月薪", "5500元 员工月薪"]],
  // None of these reports the work.
  ["东部8个省市与西部10个省区结对，全县35万各族群众同心。", []],
  ["村里2组村民、全国50个重点县之一、路面宽3.5米。", []],
  ["八成新的课桌，3块5一斤的土豆，花了五六万元，坐了12个小时车。", []],
  ["台协办〔2023〕18号，热线0855-5321118，G60高速，第3届，832平台，东西部协作“四个一”。", []],
  ["一带一路、两不愁三保障、百千万工程、三都县、十里村、315国道。", []],
];
for (const [sentence, expected] of counted) {
  test(`figures: ${sentence}`, () => {
    assert.deepEqual(
      figures(sentence).map((f) => `${f.value}${f.unit} ${f.of}`),
      expected,
    );
  });
}

/** When it holds: the printed period, and how far it reaches. */
const times: readonly (readonly [sentence: string, expected: string])[] = [
  ["2022年，全年安排项目36个。", "2022年 period"],
  ["今年以来采购农产品800万元。", "今年以来 year_to_date"],
  ["截至5月底，拨付资金2000万元。", "5月底 year_to_date"],
  ["截至5月底，在校生1200人。", "5月底 stock"],
  ["2021年以来累计培训600人次。", "2021年以来 all_years"],
  ["今年安排项目5个，比上年增加3个。", "今年 period"],
  ["五年来投入资金3亿元。", "null all_years"],
  ["6月18日，捐赠图书500册。", "null null"],
];
for (const [sentence, expected] of times) {
  test(`time of figures: ${sentence}`, () => {
    const [figure] = figures(sentence);
    assert.equal(`${figure?.period} ${figure?.accumulation}`, expected);
  });
}

/** Parts by their value, behind their total. */
const wholes: readonly (readonly [sentence: string, total: number, parts: readonly number[]])[] = [
  ["困难学生48人，其中小学20人、初中18人、高中10人。", 48, [20, 18, 10]],
  ["转移就业500人，其中县内300人，省外200人。", 500, [300, 200]],
  ["吸纳劳动力700人，其中脱贫劳动力120人，引进专家15人。", 700, [120]],
  ["项目13个（含省级8个、区级3个、镇村2个）。", 13, [8, 3, 2]],
  ["务工人员700人（脱贫户400人），其中台江500人。", 700, [500]],
];
for (const [sentence, total, parts] of wholes) {
  test(`parts: ${sentence}`, () => {
    const found = figures(sentence);
    const whole = found.find((f) => f.base === total);
    const byId = new Map(found.map((f) => [f.id, f.base]));
    assert.deepEqual(
      whole?.includes.map((id) => byId.get(id)),
      parts,
    );
  });
}

test("a day that does not exist is an issue and no date", () => {
  const text = "台江动态\n\n2023-06-20　来源：某台\n\n会议于13月5日召开，2月30日结束。";
  const { extraction } = extract({ name: "x.txt", bytes: new TextEncoder().encode(text) });
  const quotes = extraction.issues.flatMap(({ code, span }) =>
    code === "fact/impossible_date" && span !== null ? [text.slice(span.start, span.end)] : [],
  );
  assert.deepEqual(quotes, ["13月5日", "2月30日"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";
import type { Fact, FactKind } from "../fact.js";

/** The facts of one kind in a text of our own, read from bytes to facts. */
function facts<K extends FactKind>(kind: K, text: string): readonly Extract<Fact, { kind: K }>[] {
  const bytes = new TextEncoder().encode(text);
  const all = extract({ name: "sample.txt", bytes }).extraction.facts;
  return all.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
}

const head = "台江县党政代表团赴佛山市顺德区考察\n\n2023-06-20　来源：台江县融媒体中心\n\n";

const regions: readonly (readonly [body: string, paths: readonly string[]])[] = [
  ["顺德区与台江县结对。", ["佛山市顺德区", "黔东南苗族侗族自治州台江县"]],
  // Firms, media and universities carry places that are no parties; a citizen's origin neither.
  [
    "代表团走访广东某某家具有限公司，贵州大学教师同行，三水区市民观看。",
    ["佛山市顺德区", "黔东南苗族侗族自治州台江县"],
  ],
  // A county that is visited on the way is one; its prefecture in front of it is not.
  ["代表团还到贵州省黔东南州剑河县。", ["佛山市顺德区", "黔东南苗族侗族自治州台江县", "黔东南苗族侗族自治州剑河县"]],
  // Whoever is sent to a county's hospital is sent to the county.
  [
    "顺德区选派医生赴剑河县人民医院对口支援。",
    ["佛山市顺德区", "黔东南苗族侗族自治州台江县", "黔东南苗族侗族自治州剑河县"],
  ],
  // A town is a party where it gives.
  [
    "顺德区北滘镇向台江县捐赠电脑，台江县施洞镇的村民唱起飞歌。",
    ["佛山市顺德区", "黔东南苗族侗族自治州台江县", "佛山市顺德区北滘镇"],
  ],
  // A county printed in front of its towns; a school that is called like another place.
  [
    "三水区西南街道与剑河县南加镇结对，三水区安阳高级中学捐书。",
    [
      "佛山市顺德区",
      "黔东南苗族侗族自治州台江县",
      "佛山市三水区",
      "佛山市三水区西南街道",
      "黔东南苗族侗族自治州剑河县",
      "黔东南苗族侗族自治州剑河县南加镇",
    ],
  ],
  ["会议在凯里市召开。", ["佛山市顺德区", "黔东南苗族侗族自治州台江县", "黔东南苗族侗族自治州凯里市"]],
  // A comma of half width ends a name as one of full width does.
  ["工厂由三水区牵线搭桥,某某集团投资建设。", ["佛山市顺德区", "黔东南苗族侗族自治州台江县", "佛山市三水区"]],
  // All places of a list where something was held; not where it is still being prepared.
  [
    "培训班先后在我省毕节市、铜仁市举办。双方筹备下月在清远市、茂名市举办招聘会。",
    ["佛山市顺德区", "黔东南苗族侗族自治州台江县", "毕节市", "铜仁市"],
  ],
];
for (const [body, paths] of regions) {
  test(`regions: ${body}`, () => {
    const found = facts("region", head + body).map((f) => f.path.replace(/^(广东省|贵州省)/, ""));
    assert.deepEqual([...found].sort(), [...paths].sort());
  });
}

const pairs: readonly (readonly [text: string, pairs: readonly string[]])[] = [
  ["顺德区与台江县召开联席会议。", ["顺德区-台江县"]],
  ["禅城区与黎平县、高明区与从江县分别签订协议。", ["禅城区-黎平县", "高明区-从江县"]],
  [
    "佛山市禅城区、高明区、三水区分别与贵州省黎平县、从江县、榕江县结对。",
    ["禅城区-黎平县", "高明区-从江县", "三水区-榕江县"],
  ],
  ["佛山市顺德区北滘镇、乐从镇分别结对台江县台拱街道、施洞镇。", ["北滘镇-台拱街道", "乐从镇-施洞镇"]],
  ["佛山市南海区结对帮扶剑河县、雷山县，南海区每年安排资金。", ["南海区-剑河县", "南海区-雷山县"]],
  ["中山市小榄镇与镇雄县、坦洲镇与彝良县签订结对协议。", ["小榄镇-镇雄县", "坦洲镇-彝良县"]],
  [
    "东莞市大朗组团赴石阡县考察。东莞市大朗镇镇长率大朗组团来石阡县，黄江镇与五德镇签订协议。",
    ["大朗镇-石阡县", "黄江镇-五德镇"],
  ],
  // Help within one province, where the text says who helps whom; the helper stands in front of a list that mixes sides.
  [
    "深圳市对口帮扶河源、汕尾市；珠海对口帮扶阳江市。广东省召开会议。",
    ["深圳市-河源市", "深圳市-汕尾市", "珠海市-阳江市"],
  ],
  ["青岛市与安顺市、菏泽市、陇南市等对口协作城市签订项目。", ["青岛市-安顺市", "青岛市-菏泽市", "青岛市-陇南市"]],
  ["为推进山海协作，嘉善县与庆元县、九寨沟县签订协议。", ["嘉善县-庆元县", "嘉善县-九寨沟县"]],
  // Whose team is posted where; the team of one that only has a post pairs nobody.
  ["东莞市清溪镇组团驻揭西县坪上镇帮扶工作队下乡，清溪镇采购坪上镇的米。", ["清溪镇-坪上镇"]],
  // Towns told of with the one that heads their group.
  [
    "东西部协作：常平组团向玉屏县捐款。来自常平镇、谢岗镇的16个企业与玉屏县结对，常平组团的支持令人感动。",
    ["常平镇-玉屏侗族自治县", "谢岗镇-玉屏侗族自治县"],
  ],
  // Where products come from is no partner.
  ["南京市展销帮扶产品，湖北秭归的橙皮酿馅、重庆万州烤鱼、勉县香菇摆满展台。南京市与商洛市结对。", ["南京市-商洛市"]],
  // Divisions and farms of the corps; a division with a city is the city.
  ["山东省对口支援新疆生产建设兵团第十二师。山东省派出教师到十二师。", ["山东省-新疆生产建设兵团第十二师"]],
  ["大同市对口援助新疆生产建设兵团第六师奇台农场，大同市为奇台农场修路。", ["大同市-新疆生产建设兵团第六师奇台农场"]],
  ["镇江市与新疆生产建设兵团第四师可克达拉市结对。", ["镇江市-可克达拉市"]],
  // The help of many years is the frame of what a city's people do in one county.
  [
    "中山市援藏干部来到西藏林芝市工布江达县，中山市为工布江达县修路，工布江达县高兴。广东省对口支援林芝31周年。",
    ["中山市-工布江达县"],
  ],
  // What two places have built together is called after both.
  ["游客走进酉阳县黑水镇，东营酉阳稻田养蟹产业园里很热闹。", ["东营市-酉阳土家族苗族自治县"]],
  ["中山市具体承担六盘水市、毕节市的帮扶任务，中山市每年投入资金。", ["中山市-六盘水市", "中山市-毕节市"]],
  // One of the counties that a prefecture's partner helps; 书写乡村 is no town.
  ["盐津县是闵行区对口帮扶云南省昭通市四县之一，昭通自古有名，昭通多山。", ["闵行区-盐津县"]],
  ["青岛西海岸新区携手定西岷县书写乡村振兴新篇章。西海岸新区与岷县结对。", ["西海岸新区-岷县"]],
  // Counties and towns that a page on two cities names by the way.
  [
    "宁波市与黔东南州结下情缘，宁波帮扶黔东南州产业，黔东南州脱贫。黔东南州又传喜讯：雷山县望丰乡的茶好，望丰乡采茶忙。",
    ["宁波市-黔东南苗族侗族自治州"],
  ],
  // Several people, each posted somewhere by somebody else: a paragraph tells of one.
  [
    "先进个人\n\n沈阳市援藏干部齐先生在安多县工作三年。\n\n宁波市选派的援藏干部马先生来到嘉黎县，嘉黎县修了路。\n\n济南市援藏干部王先生来到南木林县，种了三年菜。",
    ["沈阳市-安多县", "宁波市-嘉黎县", "济南市-南木林县"],
  ],
  // A city in the title for short, its district again and again in the text.
  [
    "酸菜卖到莆田去\n\n莆田市城厢区帮扶西吉县，城厢区投入资金。城厢区的客商来到西吉县，西吉县的酸菜在城厢区卖完。",
    ["城厢区-西吉县"],
  ],
  // A county of two characters that nothing else names, time and again; 省委和县委 names none.
  ["顺德区帮扶礼县。礼县的花椒卖到顺德区，礼县高兴。", ["顺德区-礼县"]],
  ["顺德区与台江县结对。区委和县委重视，县委书记和县长到场，省委和县委商量。", ["顺德区-台江县"]],
  // Two of one side are not a pair.
  ["佛山市禅城区与高明区召开座谈会。", []],
];
for (const [text, expected] of pairs) {
  test(`pairings: ${text}`, () => {
    const last = (path: string) => path.replace(/^.*[省市州区县](?=.)/, "");
    const found = facts("pairing", `协作动态\n\n${text}`).map((f) => `${last(f.east)}-${last(f.west)}`);
    assert.deepEqual([...found].sort(), [...expected].sort());
  });
}

test("beginnings: statements with speaker and year, each for its own pair", () => {
  const text = `${head}6月18日，顺德区与台江县召开联席会议。台江县委书记郑一舟说，过去两年多来，顺德区大力支持台江县。顺德区委书记陆知秋表示，今年是顺德区与台江县结对的第三个年头。自2021年起，顺德区和台江县携手同行。`;
  const [pairing] = facts("pairing", text);
  assert.ok(pairing);
  assert.deepEqual(
    pairing.since.map((s) => [s.statement, s.from, s.inferred, s.speaker, s.side]),
    [
      ["过去两年多来", "2021", true, "郑一舟", "west"],
      ["第三个年头", "2021", true, "陆知秋", "east"],
      ["自2021年起", "2021", false, "陆知秋", "east"],
    ],
  );
});

test("people: posts, region, side and part", () => {
  const text = `${head}6月18日，县委书记郑一舟率队赴顺德区。顺德区北滘镇党委书记陆知秋，副镇长马行远陪同。郑一舟说，要落实习近平总书记重要讲话精神。郑书记还看望了大家。\n\n（记者 孟小川）`;
  const found = new Map(facts("person", text).map((f) => [f.name, f]));
  const shown = [...found.values()].map((f) => [f.name, f.title, f.region?.slice(-3) ?? null, f.side, f.part]);
  assert.deepEqual(
    shown.sort((a, b) => String(a[0]).localeCompare(String(b[0]), "zh")),
    [
      ["陆知秋", "镇党委书记", "北滘镇", "east", "attended"],
      ["马行远", "副镇长", "北滘镇", "east", "attended"],
      ["孟小川", "记者", null, null, "byline"],
      ["习近平", "总书记", null, null, "named"],
      ["郑一舟", "县委书记", "台江县", "west", "attended"],
    ].sort((a, b) => String(a[0]).localeCompare(String(b[0]), "zh")),
  );
  assert.ok(found.get("郑一舟")?.evidence.some((e) => e.quote === "郑书记"));
});

const figures: readonly (readonly [sentence: string, expected: readonly string[]])[] = [
  ["累计投入财政帮扶资金1.2亿元，实施项目36个。", ["1.2亿元 财政帮扶资金 all_years", "36个 项目 all_years"]],
  ["选派12名医生到县里，组织2期技能培训。", ["12名 医生", "2期 技能培训"]],
  ["捐赠图书300册、桌椅50套。", ["300册 图书", "50套 桌椅"]],
  ["“三个一”行动走了2公里山路，历时3年，年过60岁，第2次来。", []],
  ["三场活动、一批物资，擦亮一张名片。", []],
  [
    "每吨补贴一千元，添置冷藏车十二辆，牦牛肉重十八点六吨，发了十元钱。",
    ["1000元 每吨补贴", "12辆 添置冷藏车", "18.6吨 牦牛肉重"],
  ],
  ["带动20万人民增收。", []],
];
for (const [sentence, expected] of figures) {
  test(`figures: ${sentence}`, () => {
    const found = facts("figure", `协作动态\n\n${sentence}`).map((f) =>
      [`${f.value}${f.unit}`, f.of, f.accumulation].filter((x) => x !== null).join(" "),
    );
    assert.deepEqual(found, expected);
  });
}

test("figures: 其中 parts are bound to their total, a repeated sum is one figure", () => {
  const found = facts(
    "figure",
    "协作动态\n\n投入帮扶资金9000万元，其中台江5000万元、剑河4000万元。9000万元帮扶资金全部到位。",
  );
  assert.deepEqual(
    found.map((f) => f.base),
    [90_000_000, 50_000_000, 40_000_000],
  );
  const [total, first, second] = found;
  assert.deepEqual(total?.includes, [first?.id, second?.id]);
  assert.equal(total?.evidence.length, 2);
});

test("pairing_count: two counts per type, null where the other side prints none, said of both counties together", () => {
  const text = `${head}顺德区5个镇街、3家企业、20所学校与台江县、剑河县12个乡镇、7个村、18所学校结对。`;
  const [count] = facts("pairing_count", text);
  assert.ok(count);
  const side = (list: typeof count.east) => Object.fromEntries(list.map((c) => [c.type, c.count]));
  assert.deepEqual(side(count.east), { township: 5, enterprise: 3, school: 20, village: null });
  assert.deepEqual(side(count.west), { township: 12, enterprise: null, school: 18, village: 7 });
  assert.deepEqual(
    count.scope.map((p) => p.slice(-3)),
    ["顺德区", "台江县", "剑河县"],
  );
});
test("pairing_count: one side's units alone are no roster", () => {
  assert.deepEqual(facts("pairing_count", `${head}顺德区20所学校参加结对活动，来了12个班。`), []);
});

test("document: number, recipients, signature and day; a paper cited in a sentence is not this paper", () => {
  const text =
    "关于报送东西部协作工作情况的函\n\n台协办〔2024〕12号\n\n佛山市顺德区人民政府办公室：\n\n现将有关情况函告如下。详见台协办〔2023〕3号文件。\n\n附件：1.项目清单\n\n台江县东西部协作工作领导小组办公室\n2024年5月8日\n";
  const [paper] = facts("document", text);
  assert.ok(paper);
  assert.equal(paper.number, "台协办〔2024〕12号");
  assert.equal(paper.issuer, "台江县东西部协作工作领导小组办公室");
  assert.equal(paper.date, "2024-05-08");
  assert.deepEqual(paper.recipients, ["佛山市顺德区人民政府办公室"]);
  assert.deepEqual(paper.attachments, ["项目清单"]);
});
test("document: news that cites a paper is no paper", () => {
  assert.deepEqual(facts("document", `${head}会议学习了台协办〔2023〕3号文件，并作部署。`), []);
});

test("targets: what an agreement sets for its year; what is done already is none", () => {
  const text =
    "顺德区台江县2024年东西部协作协议\n\n顺德区2024年安排财政援助资金不少于3000万元。已选派教师12名。双方力争引进企业5家。";
  const found = facts("target", text).map((t) => [t.indicator, t.base, t.year]);
  assert.deepEqual(found, [
    ["财政援助资金", 30_000_000, "2024"],
    ["企业", 5, "2024"],
  ]);
  assert.deepEqual(facts("target", `${head}顺德区将安排资金不少于3000万元。`), []);
});

const units: readonly (readonly [sentence: string, expected: readonly string[]])[] = [
  [
    "代表团走访台江县民族中学和贵州苗岭某某食品有限公司，台江县教育局介绍情况。",
    ["台江县民族中学 school 台江县", "贵州苗岭某某食品有限公司 enterprise 贵州省", "台江县教育局 government 台江县"],
  ],
  ["在台江县人民医院，医疗队来自佛山市中医院。", ["台江县人民医院 hospital 台江县", "佛山市中医院 hospital 佛山市"]],
  [
    "顺德区工商联捐款，上海明珠生物技术（上海）股份有限公司参与。",
    ["顺德区工商联 social_org 顺德区", "上海明珠生物技术（上海）股份有限公司 enterprise 上海市"],
  ],
  // No name of their own, and words that go on.
  ["各学校、两家医院、5家公司和有关学校长、中学生、每一所学校参加。", []],
];
for (const [sentence, expected] of units) {
  test(`organisations: ${sentence}`, () => {
    const found = facts("organisation", `协作动态\n\n${sentence}`).map(
      (f) => `${f.name} ${f.type} ${f.region?.slice(-3) ?? ""}`,
    );
    assert.deepEqual(found, expected);
  });
}

test("document: signature with 代章, groups of recipients, a list of attachments; a notice signed without a day", () => {
  const text =
    "关于做好迎检工作的通知\n\n台协办〔2024〕15号\n\n各镇党委、政府，县直各有关部门：\n\n现将有关事项通知如下。\n\n附件：1．任务分解表\n2．领导小组名单\n\n台江县乡村振兴局（代章）\n2024年5月8日\n";
  const [paper] = facts("document", text);
  assert.equal(paper?.issuer, "台江县乡村振兴局");
  assert.deepEqual(paper?.recipients, ["各镇党委、政府", "县直各有关部门"]);
  assert.deepEqual(paper?.attachments, ["任务分解表", "领导小组名单"]);
  const [undated] = facts(
    "document",
    "台江县三季度协作工作情况的通报\n\n各乡镇，县直有关单位：\n\n现将情况通报如下。\n\n台江县东西部协作工作领导小组办公室\n",
  );
  assert.equal(undated?.issuer, "台江县东西部协作工作领导小组办公室");
  assert.equal(undated?.date, null);
});
test("targets: a headline about agreements that were signed is no agreement", () => {
  assert.deepEqual(facts("target", "顺德台江两县区签订四项协议\n\n　　顺德区将安排资金不少于3000万元。"), []);
});
test("an agreement whose parties stand over its title is one, with its targets", () => {
  const text =
    "甲方：佛山市顺德区人民政府\n乙方：贵州省台江县人民政府\n\n顺德区 台江县东西部协作2025年度协议\n\n一、甲方责任\n1. 安排财政帮扶资金不少于3200万元，6月底前拨付60%。\n二、乙方责任\n1. 引进企业不少于3家。\n";
  assert.deepEqual(
    facts("target", text).map((t) => [t.value, t.unit, t.year]),
    [
      [3200, "万元", "2025"],
      [60, "%", "2025"],
      [3, "家", "2025"],
    ],
  );
});

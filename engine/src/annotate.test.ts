import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { annotate } from "./annotate.js";
import type { Article } from "./annotation.js";
import { readArticle } from "./article.js";

/** A one-paragraph article of our own words. */
function article(text: string, published: string | null = "2023-06-20"): Article {
  return { ...readArticle(`标题\n${text}`), published };
}
const mentionsOf = (text: string, published: string | null = "2023-06-20") =>
  annotate(article(text, published)).mentions;

const places: readonly (readonly [sentence: string, paths: readonly string[]])[] = [
  ["广东省佛山市高明区与贵州省黔东南州台江县结对。", ["广东省佛山市高明区", "贵州省黔东南苗族侗族自治州台江县"]],
  ["福建省福州市鼓楼区代表团抵达。鼓楼区同志发言。", ["福建省福州市鼓楼区", "福建省福州市鼓楼区"]],
  ["江苏省南京市派人，鼓楼区随行。", ["江苏省南京市", "江苏省南京市鼓楼区"]],
  ["代表团到道真自治县，道真各族群众欢迎。", ["贵州省遵义市道真仡佬族苗族自治县", "贵州省遵义市道真仡佬族苗族自治县"]],
  ["道真各族群众欢迎。", []], // a short form alone is no place
  ["东莞市石龙镇派人到西秀区。", ["广东省东莞市石龙镇", "贵州省安顺市西秀区"]],
  ["到滨海湾新区参观。", ["广东省东莞市滨海湾新区"]],
  ["北京市场供应充足。", ["北京市"]],
  ["他们认真学习，热烈欢迎来宾。", []],
  // A name of two characters needs its city or province elsewhere; 和 between two posts is no county.
  ["县长郑一舟和县委常委陆知秋参加。", []],
  ["陕西省汉中市代表团到洋县。", ["陕西省汉中市", "陕西省汉中市洋县"]],
  // 彭水 is no place of the 水族; the form in use has no peoples.
  ["重庆市代表团到彭水自治县。", ["重庆市", "重庆市彭水苗族土家族自治县"]],
  // 西湖区 beside a county of 四川 is in the province that 四川 is paired with; 鼓楼区 says nothing alone.
  ["西湖区与四川省青川县座谈。", ["浙江省杭州市西湖区", "四川省广元市青川县"]],
  ["县里召开县委常委会，形成县乡联动。", []],
  ["联络小组将会同县农业农村局调度。", []], // together with; a county otherwise
  ["代表团赴湖南省会同县。", ["湖南省怀化市会同县"]],
  ["江苏淮安清江浦区派人。", ["江苏省淮安市清江浦区"]],
  // Behind a roster's comma it is still a place, and a long dash belongs to no town's name.
  [
    "象山县县长黄某利率团赴吉林省延边州龙井市、敦化市开展协作。",
    ["浙江省宁波市象山县", "吉林省延边朝鲜族自治州龙井市", "吉林省延边朝鲜族自治州敦化市"],
  ],
  ["在建德市——乡城县联席会上发言。", ["浙江省杭州市建德市", "四川省甘孜藏族自治州乡城县"]],
  // A town without its county is the one that the cooperation's letters point to.
  ["莞铜协作再加力，凤岗镇党委来访。", ["广东省东莞市凤岗镇"]],
  ["武进区派人，武进·紫阳共建产业园。", ["江苏省常州市武进区", "江苏省常州市武进区", "陕西省安康市紫阳县"]],
  ["甘肃省甘南州合作交流办派人。", ["甘肃省甘南藏族自治州"]],
  // Short names alone count where people travel to the one county that has them.
  ["代表团赴高陵，高陵各界欢迎。", ["陕西省西安市高陵区", "陕西省西安市高陵区"]],
  [
    "贵州省东乡族自治县以外，甘肃省东乡县。",
    ["贵州省", "甘肃省临夏回族自治州东乡族自治县", "甘肃省临夏回族自治州东乡族自治县"],
  ],
];
for (const [sentence, paths] of places) {
  test(`places: ${sentence}`, () => {
    const found = mentionsOf(sentence).filter((m) => m.kind === "region");
    assert.deepEqual(
      found.map((m) => m.value.path),
      paths,
    );
  });
}

const days: readonly (readonly [sentence: string, expected: readonly string[], published?: string | null])[] = [
  ["6月11日至14日，代表团来访；12日上午座谈。", ["2023-06-11..2023-06-14", "2023-06-12"]],
  ["11月3日启动。", ["2022-11-03"]],
  ["11月3日启动。", ["--11-03"], null],
  ["为庆祝新中国成立70周年，9月8日演出。", ["2019-09-08"], null],
  ["二〇二二年五月六日签订。", ["2022-05-06"]],
  ["2021年底前完工，2022年上半年投产，今年一季度见效。", ["2021-12", "2022-01..2022-06", "2023-01..2023-03"]],
  ["6月18日签约，当天下午揭牌，次日返程。", ["2023-06-18", "2023-06-18", "2023-06-19"]],
  ["近日来访。", ["null"]],
  ["昨日开班。", ["2023-06-19"]],
  ["“十四五”时期。", ["2021..2025"]],
  [
    "去年12月签约，去年12月25日开工，今年1至5月投产，1—4月销售。",
    ["2022-12", "2022-12-25", "2023-01..2023-05", "2023-01..2023-04"],
  ],
  ["前年立项。", ["2021"]],
  ["听取2024年协作项目谋划情况。11月17日来访。", ["2024", "--11-17"], null],
  ["5月29日来访，座谈会在一号会议室召开。", ["--05-29"], null],
  ["2月30日。", []],
  ["3日游线路。", []],
];
for (const [sentence, expected, published] of days) {
  test(`dates: ${sentence} ${published ?? ""}`, () => {
    const found = mentionsOf(sentence, published === undefined ? "2023-06-20" : published).filter(
      (m) => m.kind === "date",
    );
    const shown = found.map(({ value }) =>
      value.start === value.end ? String(value.start) : `${value.start}..${value.end}`,
    );
    assert.deepEqual(shown, expected);
  });
}

const amounts: readonly (readonly [sentence: string, expected: readonly string[]])[] = [
  ["投入资金1.2亿元，惠及2300余户。", ["1.2亿元=120000000元", "2300户=2300户 余"]],
  ["月薪4000元至5500元。", ["4000元=4000元", "5500元=5500元"]],
  ["增长7.5%，提高2个百分点，占七成。", ["7.5%=7.5%", "2个百分点=2%", "7成=70%"]],
  ["培训1,250人次、580人。", ["1250人次=1250人次", "580人=580人"]],
  ["建设道路12.5公里、管网3万米。", ["12.5公里=12500米", "3万米=30000米"]],
  ["捐款5万美元。", ["5万美元=50000美元"]],
  ["县领导周九成、欧六一参加。", []],
  ["832平台、4+1模式、G75高速、第2024001号。", []],
];
for (const [sentence, expected] of amounts) {
  test(`quantities: ${sentence}`, () => {
    const found = mentionsOf(sentence).filter((m) => m.kind === "quantity" && !m.value.ordinal);
    const shown = found.map((m) =>
      m.kind === "quantity"
        ? `${m.value.value}${m.value.unit}=${m.value.base}${m.value.baseUnit}${m.value.approx === null ? "" : ` ${m.value.approx}`}`
        : "",
    );
    assert.deepEqual(shown, expected);
  });
}

const rosters: readonly (readonly [sentence: string, expected: readonly string[]])[] = [
  ["区领导郑一舟、欧阳知秋、马行远参加。", ["郑一舟:区领导", "欧阳知秋:区领导", "马行远:区领导"]],
  ["台江县委书记郑一舟，县委副书记、县长陆知秋陪同。", ["郑一舟:县委书记", "陆知秋:县委副书记、县长"]],
  ["县委常委、副县长（挂职）郑一舟主持会议。", ["郑一舟:县委常委、副县长（挂职）"]],
  ["州委书记阿呷木果说。", ["阿呷木果:州委书记"]],
  ["副市长古丽娜·买买提出席。", ["古丽娜·买买提:副市长"]],
  ["（记者 郑一舟 通讯员 陆知秋）", ["郑一舟:记者", "陆知秋:通讯员"]],
  ["责编：郑一舟　审核：陆知秋", ["郑一舟:责编", "陆知秋:审核"]],
  ["责任编辑：市发展和改革委员会 审核：陆知秋", ["陆知秋:审核"]],
  ["县长李  明主持。", []], // no list: the space ends the post's item without a name behind it
  [
    "参会人员：\n望潮区：胡晓明 区委常委、副区长\n张  倩 区协作办主任\n李明远 主持会议",
    ["胡晓明:区委常委、副区长", "张倩:区协作办主任", "李明远:null"],
  ],
  ["旗委书记图门吉日嘎拉率队，看望市妇女儿童发展中心。", ["图门吉日嘎拉:旗委书记"]],
  ["区领导郑一舟、李  明、陆知秋参加。", ["郑一舟:区领导", "李明:区领导", "陆知秋:区领导"]],
  ["中共台江县委常委郑一舟介绍。", ["郑一舟:县委常委"]],
  ["县教育局局长郑一舟和第一中学校长陆知秋签字。", ["郑一舟:县教育局局长", "陆知秋:第一中学校长"]],
  [
    "与会的还有台江县领导郑一舟、陆知秋和我市领导马行远、孟小川等。",
    ["郑一舟:县领导", "陆知秋:县领导", "马行远:市领导", "孟小川:市领导"],
  ],
  ["县委副书记、县长郑一一同参加，副县长陆再和说好。", ["郑一:县委副书记、县长", "陆再和:副县长"]],
  ["市援建办有关负责人，县领导郑一舟、陆知秋陪同。", ["郑一舟:县领导", "陆知秋:县领导"]],
  ["旗委副书记、政府旗长候选人郑一舟出席。", ["郑一舟:旗委副书记、政府旗长候选人"]],
  ["市长郑勇和自治区党委书记陆知秋一同考察。", ["郑勇:市长", "陆知秋:自治区党委书记"]],
  ["大家表示收获很大。（郑一舟）", ["郑一舟:null"]],
  ["区政务服务和数据管理局局长郑一舟参加。", ["郑一舟:区政务服务和数据管理局局长"]],
  ["县委书记巫山月率队。巫山月说好。", ["巫山月:县委书记"]],
  ["挂任台江县副县长的郑一舟几度哽咽。", ["郑一舟:副县长"]],
  ["主持：郑一舟（台江县委副书记、县长）", ["郑一舟:县委副书记、县长"]],
  ["记　　录：郑一舟", ["郑一舟:记录"]],
  ["责 编：郑一舟 监 审：陆知秋 终 审：顾一鸣", ["郑一舟:责编", "陆知秋:监审", "顾一鸣:终审"]],
  ["（郑一舟摄）", ["郑一舟:摄"]],
  ["县领导扎西顿珠、斯琴高娃、阿呷木果出席。", ["扎西顿珠:县领导", "斯琴高娃:县领导", "阿呷木果:县领导"]],
  ["67岁的郑一舟说。", ["郑一舟:null"]],
  ["镇长代表镇政府致辞，强化统揽统筹、完善机制。", []],
  ["校长和名师同行，专家曾来院指导，作者：某某日报　阅读：35", []],
  ["县领导高度重视，主任务明确，领导小组多次会商。", []],
  ["希望企业家多来走走，干部群众要多交流。", []],
  // Names alone: runs, address behind, offices' people, who speaks, who did what was done.
  ["代表团看望了顾一鸣、岑明远、柳知秋等老师。", ["顾一鸣:老师", "岑明远:老师", "柳知秋:老师"]],
  [
    "援滇干部：顾一鸣（县委常委、副县长）、岑明远（某局副局长）",
    ["顾一鸣:援滇干部", "顾一鸣:县委常委、副县长", "岑明远:某局副局长"],
  ],
  ["据顾一鸣介绍，任命岑明远为校长，走进柳知秋家。", ["顾一鸣:null", "岑明远:null", "柳知秋:null"]],
  ["出  席：顾一鸣 岑明远 柳知秋 马行远", ["顾一鸣:", "岑明远:", "柳知秋:", "马行远:"].map((n) => `${n}null`)],
  ["签发：顾一鸣 核稿：岑明远", ["顾一鸣:签发", "岑明远:核稿"]],
  ["两个徒弟，杨娜和岑志强，都能独立了。", ["杨娜:null", "岑志强:null"]],
  ["副县长顾一鸣和岑明远参加。", ["顾一鸣:副县长", "岑明远:副县长"]],
  ["县委书记夜利军主持。", ["夜利军:县委书记"]],
  ["顾一鸣，某某医院副院长，来自东莞；岑明远，42岁，从教多年。", ["顾一鸣:某某医院副院长", "岑明远:null"]],
  ["对北京市长期以来给予的支持表示感谢。", []],
  ["沿线种植了苹果、花椒、黄芪等作物，覆盖张掖、武威、金昌等地。", []],
  ["年龄最大的顾一鸣同志五十四岁。", ["顾一鸣:null"]],
  ["请县委组织部的顾一鸣副部长照顾大家。", ["顾一鸣:县委组织部副部长"]],
  ["队员中有麻醉科的顾一鸣、护理部的柳知秋、检验科的岑明，各有所长。", ["顾一鸣:null", "柳知秋:null", "岑明:null"]],
  ["顾一鸣说，日子好起来了。", ["顾一鸣:null"]],
  ["活动由顾一鸣主持。", ["顾一鸣:null"]],
  ["旁边的老农顾一鸣心疼得直咂嘴。", ["顾一鸣:老农"]],
  ["24岁的赵晓花吃完早饭。", ["赵晓花:null"]],
  ["五年级学生白玛央金跑了三圈。", ["白玛央金:五年级学生"]],
  // A common word in front of the given name, and a word alone behind an office.
  ["县领导张家明、陆海峰参加。", ["张家明:县领导", "陆海峰:县领导"]],
  ["县委副书记、县长庄严，副县长顾一鸣参加。", ["庄严:县委副书记、县长", "顾一鸣:副县长"]],
  ["罗甸县县委常委顾一鸣到会。", ["顾一鸣:县委常委"]],
  ["甲方代表：（签字）顾一鸣", ["顾一鸣:甲方代表"]],
  // Common nouns and words that begin like surnames.
  ["女儿出生，艺术家表演，老师承担任务，学生学制三年。", []],
  ["安排部署全国任务，方向明确，高度重视项目，马上行动。", []],
  ["县委、县政府领导陪同，有关部门负责人参加。", []],
];
for (const [sentence, expected] of rosters) {
  test(`people: ${sentence}`, () => {
    const found = mentionsOf(sentence).filter((m) => m.kind === "attribution");
    assert.deepEqual(
      found.map((m) => `${m.value.person}:${m.value.title}`),
      expected,
    );
  });
}

test("a post without a place belongs to the town printed before it in the list", () => {
  const sentence = "东莞市石龙镇党委书记郑一舟，副镇长陆知秋，石排镇镇长马行远参加。";
  const found = mentionsOf(sentence).filter((m) => m.kind === "attribution");
  assert.deepEqual(
    found.map((m) => m.value.region?.slice(-3)),
    ["石龙镇", "石龙镇", "石排镇"],
  );
});

test("spans lie in the text and within() finds what lies inside", () => {
  const annotated = annotate(article("6月11日，台江县委书记郑一舟在台江县出席，投入30万元。"));
  for (const mention of annotated.mentions) assert.ok(mention.span.end <= annotated.text.length);
  const body = annotated.paragraphs[1];
  assert.ok(body);
  assert.equal(annotated.within("person", body.span).length, 1);
});

test("no text throws, and places stay inside it", () => {
  const pieces = fc.constantFrom(
    "县委书记",
    "、",
    "，",
    "（挂职）",
    "罗甸县",
    "12日",
    "3",
    "万",
    "元",
    "·",
    " ",
    "李",
    "（",
    "镇",
    "\n",
    "1,",
    "第",
    "至",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 60 }), (parts) => {
      for (const mention of mentionsOf(parts.join(""))) {
        assert.ok(mention.span.start >= 0 && mention.span.start <= mention.span.end);
      }
    }),
    { numRuns: 300 },
  );
});

test("cost grows with the text: a 100,000-character list and a row of digits", () => {
  const started = process.cpuUsage().user;
  mentionsOf(`县领导${"郑一舟、陆知秋、".repeat(12_000)}参加。`);
  mentionsOf("9".repeat(200_000));
  mentionsOf("（".repeat(50_000));
  mentionsOf("太平镇".repeat(20_000));
  assert.ok(process.cpuUsage().user - started < 5_000_000);
});

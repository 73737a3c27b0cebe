import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mention } from "./annotation.js";
import { project as projectAnnotator } from "./annotators/project.js";
import { markedArticle } from "./document/marked-article.js";
import type { Draft } from "./draft.js";
import { eventUnveiling } from "./rules/event-unveiling.js";
import { eventVisit } from "./rules/event-visit.js";
import { project } from "./rules/project.js";

const E = "{east 广东省佛山市顺德区|顺德区}";
const W = "{west 贵州省黔东南州榕江县|榕江县}";

function drafts(marked: string): readonly Draft[] {
  const plain = markedArticle(marked, "2023-05-12");
  const found = projectAnnotator.annotate(plain, {
    of: (kind) => plain.within(kind, { start: 0, end: plain.text.length }),
  });
  const mentions: readonly Mention[] = [...plain.mentions, ...found].sort((a, b) => a.span.start - b.span.start);
  const article = markedArticle(marked, "2023-05-12", mentions);
  let all: readonly Draft[] = [];
  for (const rule of [eventVisit, eventUnveiling, project]) all = [...all, ...rule.apply(article, all)];
  return all;
}
const names = (marked: string) => drafts(marked).flatMap((draft) => (draft.kind === "project" ? [draft.name] : []));

const cases: readonly [what: string, text: string, expected: readonly string[]][] = [
  [
    "a place and a head noun",
    `代表团走进{west 贵州省黔东南州榕江县甲镇|甲镇}菌菇加工园和乙村沃柑基地。`,
    ["甲镇菌菇加工园", "乙村沃柑基地"],
  ],
  [
    "what is being built belongs to the name",
    `调研${W}粮油加工厂二期建设项目，走访${W}第二中学教学楼拆除重建项目。`,
    ["榕江县粮油加工厂二期建设项目", "榕江县第二中学教学楼拆除重建项目"],
  ],
  [
    "a name in quotation marks",
    `并为“顺德·榕江人才驿站”揭牌，“云上诊室”项目运行良好。`,
    ["顺德·榕江人才驿站", "“云上诊室”项目"],
  ],
  [
    "a building by its own name that is opened; a year inside a name; the room of a firm is none",
    `为“同心楼”揭牌，“连山路”通车。${W}2023年对口帮扶新农村建设项目完工，走进${W}绿禾食品有限公司生产车间。`,
    ["同心楼", "连山路", "榕江县2023年对口帮扶新农村建设项目"],
  ],
  [
    "what a project that was named is made of, another name, and one of its kind are none",
    `${W}菌菇产业服务中心项目占地60亩，建成了发酵车间、保鲜库。${W}山塘小学冠名为山塘顺德小学，捐建一所新型现代化小学，落户一个新引进的食品生产项目。`,
    ["榕江县菌菇产业服务中心项目", "榕江县山塘小学"],
  ],
  [
    "one project of two works; one school by two names; a project by its agreement; what it is, before its name",
    `${W}供水改扩建及管网改造项目、县中学校舍建设、援藏干部周转房工程等10个项目竣工，${W}中学投用。签订《锂电池正极材料项目合作协议》，建起首个抹茶产业园——青岭茶产业示范园。`,
    ["榕江县供水改扩建及管网改造项目", "榕江县中学", "援藏干部周转房工程", "锂电池正极材料项目", "青岭茶产业示范园"],
  ],
  [
    "one farm by three names; what it is behind its name; a row of a kind, a model and a flying enclave are none",
    `${W}山禾肉兔养殖场是顺德-榕江协作示范项目，山禾肉兔养殖示范基地项目、山禾肉兔养殖项目存栏过万。一排排智能温室，形成“1+7+N”产业园区，“反向飞地”园区。`,
    ["榕江县山禾肉兔养殖场"],
  ],
  [
    "two works where the first is a whole name; half of a model's name and a class by its name are none",
    `${W}顺德幼儿园和同心广场项目顺利竣工，推广“顺德总部+榕江基地”模式，认定“湾区菜篮子基地”4个。`,
    ["榕江县顺德幼儿园", "同心广场项目"],
  ],
  [
    "a firm's project of which something is told; what was given and is called after the giver",
    `${W}绿禾生态食品有限公司项目占地60亩，援建了规模最大的顺德幼儿园。`,
    ["榕江县绿禾生态食品有限公司项目", "顺德幼儿园"],
  ],
  [
    "known by its last character alone, with a place; a village, a plant of its kind and a common noun are none",
    `考察了${W}北岭酒庄和{west 贵州省黔东南州榕江县甲镇|甲镇}高原特产馆，又到${W}一家电子厂、${W}羊场村、展览现场和烈士陵园。`,
    ["榕江县北岭酒庄", "甲镇高原特产馆"],
  ],
  [
    "a list says what is a project, whatever its nouns; fields of work in a list are none",
    `本次签约的项目分别是：健康食品产业园、${W}北门污水处理厂、${W}环城路南段建设、多功能包装生产项目等。${W}第三幼儿园、${W}第四幼儿园和${W}城北供热管网3个项目已完工，${W}实施产业发展、基础设施建设等15个项目。`,
    [
      "健康食品产业园",
      "榕江县北门污水处理厂",
      "榕江县环城路南段建设",
      "多功能包装生产项目",
      "榕江县第三幼儿园",
      "榕江县第四幼儿园",
      "榕江县城北供热管网",
    ],
  ],
  [
    "a product names the one that is seen, built or opened; what it is made up of, ranks and posts are none",
    `查看核桃加工车间，投入90万元建起了20亩天麻育苗基地，项目建设内容包括智慧冷库、茶叶研发中心、自动分选车间等，创建国家级文化产业示范园区，${W}建安公司项目经理介绍，是全国优质乳制品原料基地。`,
    ["核桃加工车间", "天麻育苗基地"],
  ],
  [
    "fields of work, one of its kind and one named before are none; partners' places stand in names",
    `在优势药材基地建设、饮片加工等方面发力，${W}还没有一座精深加工的烘焙工厂，为这个榕江前置仓选品，走进${W}{east 广东省佛山市|佛山}小学，看了{east 广东省佛山市顺德区|顺德}（{west 贵州省黔东南州榕江县|榕江}）产业转移园，甲机械生产项目、非金属高精度刀具技术改造项目等项目投产。`,
    ["榕江县佛山小学", "顺德（榕江）产业转移园", "甲机械生产项目", "非金属高精度刀具技术改造项目"],
  ],
  [
    "a size or a sum behind a name is no count; a stage or a product in brackets is part of it",
    `建成鱼苗繁育养殖示范基地500亩，打造的{west 贵州省黔东南州榕江县|榕江}厨师培训中心开班，顺榕协作药材（柑橘）加工产业园和{west 贵州省黔东南州榕江县甲镇|甲镇}茶园提升项目620万元，蔬菜基地3个，高标准茶园，形成一批特色农业园区，是目前技术最先进的食用菌产业园。`,
    ["鱼苗繁育养殖示范基地", "榕江厨师培训中心", "顺榕协作药材（柑橘）加工产业园", "甲镇茶园提升项目"],
  ],
  [
    "schools by what is done for them, named after both sides or built; a group is no garden",
    `为改善{west 贵州省黔东南州榕江县|榕江县}甲坪乡新星希望学校的条件捐款，援建的“榕江·顺德希望学校”开建，参观了{west 贵州省黔东南州榕江县|榕江}顺德实验学校，与{east 广东省佛山市|佛山市}聚春园集团签约，强化人力资源市场建设。`,
    ["甲坪乡新星希望学校", "榕江·顺德希望学校", "榕江顺德实验学校"],
  ],
  [
    "the second time with its stage and without its place",
    `${W}纺织服装产业园主体建成，纺织服装产业园二期已开工。`,
    ["榕江县纺织服装产业园"],
  ],
  [
    "a size, partners in brackets, one character and 和",
    `调研{west 贵州省黔东南州榕江县甲镇|甲镇}30万羽蛋鸡项目、${W}顺榕协作（顺德—榕江）食品产业园、集和兴鞋业产业园和{west 贵州省黔东南州榕江县甲镇|甲镇}卫生院门诊楼。`,
    ["甲镇30万羽蛋鸡项目", "榕江县顺榕协作（顺德—榕江）食品产业园", "集和兴鞋业产业园", "甲镇卫生院门诊楼"],
  ],
  [
    "a person's name begins no work and ends in none",
    `县委副书记{person 张仕勇}就共建{west 贵州省黔东南州榕江县|榕江}毛尖直营店座谈，校长{person 沈园}致辞。`,
    ["榕江毛尖直营店"],
  ],
  [
    "a workshop with its own name stands in a zone; what is built in the zone is one with it",
    `来到${W}北山工业园区顺榕人造花扶贫车间，看了${W}南岭产业园四期标准化厂房项目。`,
    ["榕江县北山工业园区", "顺榕人造花扶贫车间", "榕江县南岭产业园四期标准化厂房项目"],
  ],
  [
    "two that are counted behind their names",
    `推进{west 贵州省黔东南州榕江县甲镇|甲镇}蔬菜加工厂两个重点项目。`,
    ["甲镇蔬菜加工厂"],
  ],
  [
    "a plant of the helping side by its own name is one of its firms",
    `看了${E}正新塑胶玩具厂和${W}岭上竹编厂、${E}果蔬加工厂。`,
    ["榕江县岭上竹编厂", "顺德区果蔬加工厂"],
  ],
  [
    "what is done to it is no part of its name",
    `善款用于改善{west 贵州省黔东南州榕江县甲镇|甲镇}中心小学。`,
    ["甲镇中心小学"],
  ],
  ["a partner pair in brackets", `到协作（顺德·榕江）产业园考察洽谈。`, ["协作（顺德·榕江）产业园"]],
  ["a product makes a project", `双方签订肉牛精深加工项目投资协议。`, ["肉牛精深加工项目"]],
  ["told again shorter, it is the same", `考察了顺榕协作辣椒加工厂。辣椒加工厂的设备已到。`, ["顺榕协作辣椒加工厂"]],
  [
    "a school and a hospital of the helped side",
    `看望了在${W}人民医院支医的医生和${W}民族中学的教师。`,
    ["榕江县人民医院", "榕江县民族中学"],
  ],
  ["和 inside a region's name is no 和", `察看{west 甘肃省临夏州和政县|和政县}人民医院。`, ["和政县人民医院"]],
  [
    "two provinces name it; a long dash parts two names",
    `粤黔协作产业园和顺德中学——${W}提水站建成。`,
    ["粤黔协作产业园", "榕江县提水站"],
  ],
  [
    "the chain of places in front keeps its last link only",
    `省领导看了{west 贵州省黔东南州榕江县|贵州省黔东南州榕江县}八开镇中药材烘干房。`,
    ["榕江县八开镇中药材烘干房"],
  ],
  [
    "what is hoped, hurried on or finished is no part of the name",
    `希望{west 贵州省黔东南州榕江县|榕江县}加快推进项目。帮助${W}建好胸痛中心。要求月底前完成${W}侗布传习馆装修，负责${W}香菌分拣中心。`,
    ["榕江县侗布传习馆", "榕江县香菌分拣中心"],
  ],
  [
    "two of a list that ends in 等5个",
    `推介了${W}花椒产业园、{west 贵州省黔东南州榕江县甲镇|甲镇}食用菌加工厂等5个项目。`,
    ["榕江县花椒产业园", "甲镇食用菌加工厂"],
  ],
  [
    "a part of a park is another thing than the park",
    `看了${W}蓝莓产业园。${W}蓝莓产业园分拣中心已完工。`,
    ["榕江县蓝莓产业园", "榕江县蓝莓产业园分拣中心"],
  ],
  // Near misses.
  [
    "one of its kind, several, brands of a class",
    `能不能修一个加工厂？两条生产线、更多名师工作室已到位，认定“菜篮子”生产基地5个。`,
    [],
  ],
  ["zones and markets of the helping side", `看了${E}经济开发区和${E}水产批发市场。`, []],
  ["money for projects, classes of projects", `对口帮扶${W}投入项目资金3244万元，实施公共事业示范项目。`, []],
  ["where somebody comes from", `来自${W}民族中学的学生参加了夏令营。`, []],
  ["counted classes", `建成帮扶车间34个，签约现代农业项目5个，冷藏库2座，实施帮扶项目47个。`, []],
  ["classes without a name", `推动协作项目建设，共建产业园区，发展就业帮扶车间。`, []],
  ["schools of the helping side", `${E}第一中学派出教师。`, []],
  ["a school in somebody's post", `${W}民族中学校长{person 龙在田}参加。`, []],
  ["学子 is no 中学", `情牵${W}中学子，心系山区。`, []],
  [
    "what somebody does at a place stands behind it, and the name behind that",
    `${W}人民医院建设卒中中心。盼望企业到${W}建罗汉果分拣中心。${W}平江镇谋划罗汉果烘干中心。`,
    ["榕江县人民医院", "卒中中心", "罗汉果分拣中心", "罗汉果烘干中心"],
  ],
  ["a whole name in quotation marks", `为“粤黔协作生涯教育共建示范点”授牌。`, ["粤黔协作生涯教育共建示范点"]],
  ["a museum that is built", `顺德区援建的${W}侗族博物馆开馆。`, ["榕江县侗族博物馆"]],
  ["a museum that is only seen", `一行参观了${W}侗族博物馆。`, []],
  ["where a meeting is held", `座谈会在${W}职教中心召开，招聘会在${W}人力资源市场举办。`, []],
  ["where those who travel come from", `${W}民族中学的40名学生启程前往广东。`, []],
  ["a village that is called after a road, a gathering after inns", `看了${W}古州镇公路村，办了${W}民宿交流会。`, []],
  [
    "two works that are one project, the place before the first",
    `签约${W}蛋鸡养殖及智慧农场建设项目、${W}八开镇水果深加工项目。`,
    ["榕江县蛋鸡养殖及智慧农场建设项目", "榕江县八开镇水果深加工项目"],
  ],
  [
    "a hall for works, an honour, and what is only pointed at are no names",
    `${W}建起一幢钢结构加工厂房，已发展成为全国油茶产业示范园区、省级特色产业基地。我们这家消费扶贫特色馆和这样一家展销馆都开了，${E}援建了油茶全产业链园区。`,
    ["油茶全产业链园区"],
  ],
  ["what is being built", `看了正在建的莼菜保鲜库和蚕丝被加工厂。`, ["莼菜保鲜库", "蚕丝被加工厂"]],
  ["a school that is only said to be of the place", `向当地小学捐赠羽绒服。`, []],
  ["campaigns and centres without a name", `医院建成胸痛中心、卒中中心2个。`, []],
];
for (const [what, text, expected] of cases) test(`project: ${what}`, () => assert.deepEqual(names(text), expected));

test("an unveiling is a milestone of what was unveiled", () => {
  const all = drafts(
    `{date 2023-05-08|5月8日}，${E}区委书记{person 钱慕禾}率代表团赴${W}考察，走访${W}第二中学教学楼项目，并为该项目启用揭牌。`,
  );
  const event = all.find((draft) => draft.kind === "event" && draft.type === "unveiling");
  const made = all.find((draft) => draft.kind === "project");
  assert.deepEqual(made?.kind === "project" ? made.milestones : null, [
    { type: "启用", date: "2023-05-08", event: event?.key },
    { type: "揭牌", date: "2023-05-08", event: event?.key },
  ]);
  assert.equal(made?.kind === "project" ? made.stage : null, "in_use");
});

test("a page of names costs no more than its length", () => {
  const long = "甲镇菌菇加工园、".repeat(6_000);
  const from = process.cpuUsage();
  assert.deepEqual(names(long), ["甲镇菌菇加工园"]);
  assert.ok(process.cpuUsage(from).user < 4_000_000);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";
import { nameCandidates } from "./name-gain.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const namesIn = (text: string): readonly string[] =>
  extract({ name: "a.txt", bytes: bytes(text) })
    .extraction.facts.flatMap((fact) => (fact.kind === "person" ? [fact.name] : []))
    .sort();

/** Text, and everybody it names; nobody has a post in front. */
const tales: readonly (readonly [text: string, names: readonly string[]])[] = [
  ["座谈会开到一半，缪春燕最终见到了从海边赶来的亲人。", ["缪春燕"]],
  ["我们在山上住了三天，听荀立安讲过去的事。和荀立安同龄的人，大多进了城。", ["荀立安"]],
  ["第一批报名的只有路晓帆。起初，路晓帆并不看好这门生意。", ["路晓帆"]],
  ["这封信是蔺晓岚写来的，信里说，家里一切都好。", ["蔺晓岚"]],
  ["在郝建业的带动下，周边七户也种上了菌草。", ["郝建业"]],
  ["她叫骆青，家住半山腰，每天走一个小时去上班。", ["骆青"]],
  // A title in front, and words that no list has behind the name.
  ["商会秘书长缪青进行了现场签约，援派干部缑春山几乎跑遍了全县。", ["缑春山", "缪青"]],
  ["对挂职副县长尹舒而言，从机关到山里是两种日子。", ["尹舒"]],
  ["县医院主任医师鬶远山介绍了经验。", ["鬶远山"]],
  ["爱心人士荀立安先生捐了五千元。", ["荀立安"]],
  // Without a mark between them; nobody is called as words are.
  ["记者顾一鸣岑明远报道。", ["岑明远", "顾一鸣"]],
  ["挂职干部努力走在前列，建立联络员机制。", []],
  ["代表签字：顾  波        代表签字：岑明远", ["岑明远", "顾波"]],
  ["第四批以顾一鸣主任医师为领队。", ["顾一鸣"]],
  ["顾一鸣、岑明远两位副局长任副组长。", ["岑明远", "顾一鸣"]],
  ["尊敬的和丽芳校长：\n见信好！", ["和丽芳"]],
  ["参会人员：顾一鸣（县委常委）  岑明远（县发改局）\n          马 虹  柳知秋", ["岑明远", "柳知秋", "顾一鸣", "马虹"]],
  ["我院先后接收顾一鸣、岑明远、马虹3位专家。", ["岑明远", "顾一鸣", "马虹"]],
  // Names written by sound.
  ["县医院医生沙马文清、曲比阿依参加。", ["曲比阿依", "沙马文清"]],
  ["受表彰的有吾布力·猛得尔、阿不都热合曼·喀迪尔等先进个人。", ["吾布力·猛得尔", "阿不都热合曼·喀迪尔"]],
  ["合作社的艾山江·吐尔荪负责收购。艾山江·吐尔荪和伙伴们都很忙。", ["艾山江·吐尔荪"]],
  ["图为次仁片措和牛丽娜和同事在绣花。", ["次仁片措", "牛丽娜"]],
  ["彝族军官布哈乌果更爱写诗。布哈乌果是教导员，孩子们都喜欢布哈乌果。", ["布哈乌果"]],
  // Two names together, and one that is seen again, need less.
  ["两位男生冷小岗、周宏迪由学校选送。", ["冷小岗", "周宏迪"]],
  ["看着雪山，张岚有些感慨。一年前，张岚作为志愿者来到这里。到了晚上，张岚睡不着。", ["张岚"]],
  [
    "工商联主席缪莺率队考察，缪莺主席和郑帆书记分别介绍了情况。“县长热线”开通，艺术家孟涛已把画廊建成。",
    ["孟涛", "缪莺", "郑帆"],
  ],
  ["省教委邓世敏副处长进藏。他们是李岗、卢光虹等10位来自宜昌的教师。", ["卢光虹", "李岗", "邓世敏"]],
  ["签约前，缪光荣、岑纪恒、荀利伟等一同会见了企业家。", ["岑纪恒", "缪光荣", "荀利伟"]],
  ["曲比么日作是最早结对的孩子之一。“妈妈每个星期都打电话来。”曲比么日作说。", ["曲比么日作"]],
  ["荀立安、缪青和岑春山一起上了山。", ["岑春山", "缪青", "荀立安"]],
  ["到场的还有缑广义、岑万年、缪志明、路晓帆。", ["岑万年", "缑广义", "缪志明", "路晓帆"]],
  ["泰山、华山和黄山都去过，白云、石门和平安都在附近，白术、黄精和党参都长得好。", []],
  // Names that many bear stand in lists of words too.
  ["据了解，李建国今年五十六岁，是村里的老党员。李建国没有闲着。", ["李建国"]],
  ["苗子运到以后，大家一起栽种。", []],
  // What grows and is sold; a list whose end says that it is of things; verbs behind a word for many; who was sent where.
  ["红岩村的腊肉、太平村的花生、海螺村的蜂蜜卖得快，黄精、毛竹也走俏。", []],
  ["建成多尔布津村、唐布拉、孟克特等一批文旅项目，柏叶青、黎光露等12种特产上架。", []],
  ["村民实现家门口就业，大家都盼着实现增收。", []],
  ["区委常委、江苏援伊·常州（武进）工作组组长缪青参加活动。", ["缪青"]],
  ["领队叫封卫民，来之前是镇长。我们走访了贫困户缪元和家，缪元和不在。", ["封卫民", "缪元和"]],
  ["丙方按时付款。丙方没有异议，甲方和丙方各执一份。", []],
  // Who signs.
  ["全媒体记者龚小玉 缪冬青报道。", ["缪冬青", "龚小玉"]],
  ["访谈组：岑珊 缪志明 荀青", ["岑珊", "缪志明", "荀青"]],
  ["东莞方面表示全力支持，方案已经成文并进入审批程序，安排专人负责。", []],
  ["金银花种植面积扩大，黄精、白及长势良好，马铃薯、荞麦卖到沿海。", []],
  ["严把质量关，常态化开展走访，温暖送到群众心坎上。", []],
  ["车队经过梁家沟村、白杨坪镇和石门坎小学。", []],
];

test("names without a post are found by their characters and neighbours, words are left alone", () => {
  for (const [text, names] of tales) assert.deepEqual(namesIn(text), names, text);
});

test("what somebody without a post in front is, told behind the name", () => {
  const told = extract({ name: "a.txt", bytes: bytes("来的人叫荀立航，市第一医院副主任医师，去年到的县里。") })
    .extraction.facts;
  const [person] = told.flatMap((fact) => (fact.kind === "person" ? [fact] : []));
  assert.equal(person?.name, "荀立航");
  assert.equal(person?.title, "市第一医院副主任医师");
});

test("a candidate's gain is what it reads better than words", () => {
  const gains = (text: string) => {
    const found: Parameters<typeof nameCandidates>[3] = [];
    nameCandidates(text, 0, text.length, found);
    return new Map(found.map(({ name, gain }) => [name, gain]));
  };
  const tale = gains("与荀立安同村的人");
  assert.ok((tale.get("荀立安") ?? 0) > (tale.get("荀立") ?? 0));
  assert.equal(gains("高质量发展").size, 0);
  assert.equal(gains("ab12，。").size, 0);
});

test("one line of 200,000 characters is read in linear time", () => {
  const line = "安排王家英方面张开武考入高质量".repeat(15_000);
  const found: Parameters<typeof nameCandidates>[3] = [];
  const before = process.cpuUsage().user;
  nameCandidates(line, 0, line.length, found);
  assert.ok(found.length > 20_000);
  assert.ok(process.cpuUsage(undefined).user - before < 1_000_000);
});

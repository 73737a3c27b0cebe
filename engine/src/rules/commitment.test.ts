import assert from "node:assert/strict";
import { test } from "node:test";
import { markedArticle } from "../document/marked-article.js";
import type { DraftOf } from "../draft.js";
import { commitment } from "./commitment.js";

const E = "{east 广东省佛山市顺德区|顺德}";
const W = "{west 贵州省黔东南州榕江县|榕江}";
const person = (name: string, side: "east" | "west"): DraftOf<"person"> => ({
  kind: "person",
  key: `p:${name}`,
  name,
  title: null,
  posts: [],
  region: null,
  organisation: null,
  side,
  part: "attended",
  confidence: 1,
  inferred: [],
  evidence: [],
});
const people = [person("钱慕禾", "east"), person("龙在田", "west")];
const made = (marked: string) => {
  const article = markedArticle(marked);
  return commitment.apply(article, people).filter((draft) => draft.kind === "commitment");
};
const brief = (marked: string) =>
  made(marked).map((item) => `${item.side}/${item.act} ${item.speaker ?? "-"}: ${item.text.slice(0, 12)}`);

const cases: readonly [what: string, marked: string, expected: readonly string[]][] = [
  [
    "a name and 请 with whom it is asked of",
    `{person 龙在田}请${E}区帮助联系培训点。`,
    ["west/ask 龙在田: 龙在田请顺德区帮助联系培"],
  ],
  ["要求 as a noun", `{person 钱慕禾}首先传达了上级的重要指示和要求，{person 龙在田}汇报了计划。`, []],
  [
    "two things that will be done",
    `{person 钱慕禾}在会上说：“${E}就做两件事：第一，协调三个车队；第二，留两百个岗位。”`,
    ["east/pledge 钱慕禾: 钱慕禾在会上说：“顺德就"],
  ],
  [
    "can you not … for us is a request; how it goes is none",
    `{person 龙在田}说：“这个厂，能不能也给我们修一个？”{person 钱慕禾}问：“工期还能不能往前赶一赶？”`,
    ["west/ask 龙在田: 龙在田说：“这个厂，能不"],
  ],
  [
    "what is wished of both is wished by the speaker; who works at a post of one sign speaks for who sent him",
    `{person 钱慕禾}表示，希望${E}与${W}携手强化产业协作。\n四川省某局副局长，浙江省驻川工作组组长{person 龙在田}指出，要进一步深化产业协作。`,
    ["east/ask 钱慕禾: 钱慕禾表示，希望顺德与榕", "east/pledge 龙在田: 四川省某局副局长，浙江省"],
  ],
  [
    "one entry per sentence; a request after a promise stays a promise",
    `{person 钱慕禾}表示，${E}将新增两个车间，希望${W}多来走动。`,
    ["east/pledge 钱慕禾: 钱慕禾表示，顺德将新增两"],
  ],
  [
    "a delegation speaks in a later clause",
    `${E}代表团对${W}的产业发展给予了肯定，表示将尽快选派三名技术员。`,
    ["east/pledge 顺德代表团: 顺德代表团对榕江的产业发"],
  ],
  [
    "what posted staff are told point by point is asked of nobody",
    `{person 钱慕禾}对援黔教师们提出了期望和要求。一是请大家珍惜岗位。二是希望多到村里走走。`,
    [],
  ],
  [
    "both are of one mind that something must be",
    "双方一致认为，要建立季度会商机制。",
    ["both/pledge -: 双方一致认为，要建立季度"],
  ],
  [
    "both sides say what they will do, in this statement or the next",
    "双方表示，近年来协作有了成果。两地妇联要再办三期培训班。两地政协一致表示，将建立互访机制。",
    ["both/pledge -: 两地妇联要再办三期培训班", "both/pledge -: 两地政协一致表示，将建立"],
  ],
  [
    "an office speaks, and speaks on behind its thanks; 双方均表示 alone promises nothing",
    `${E}教育局表示，将选派骨干教师。\n${W}教育局对${E}教育局的帮助深表感谢。表示将用好每一份支持。\n双方均表示，此次交流很有收获。`,
    ["east/pledge 顺德教育局: 顺德教育局表示，将选派骨", "west/pledge 榕江教育局: 表示将用好每一份支持。"],
  ],
  [
    "who welcomes the other side's delegation stands on this one",
    `{person 符知远}对${W}代表团的到来表示欢迎，希望双方多走动。`,
    ["east/ask 符知远: 符知远对榕江代表团的到来"],
  ],
  [
    "when, before who is asked",
    `{person 钱慕禾}说，希望今后${E}继续选派医生。`,
    ["west/ask 钱慕禾: 钱慕禾说，希望今后顺德继"],
  ],
  [
    "agreed at the meeting, nobody speaking",
    `会上商定，${E}每年选派四名医生到${W}。`,
    ["east/pledge -: 会上商定，顺德每年选派四"],
  ],
  [
    "the speaker carries over sentences",
    `{person 龙在田}说，两地越走越亲。恳请${E}增派两名医生。${W}一定用好每一分钱。`,
    ["west/ask 龙在田: 恳请顺德增派两名医生。", "west/pledge 龙在田: 榕江一定用好每一分钱。"],
  ],
  [
    "the paper takes the word back",
    `{person 龙在田}说，${W}将办好这件事。\n会上，${E}向${W}捐赠图书。`,
    ["west/pledge 龙在田: 龙在田说，榕江将办好这件"],
  ],
  [
    "他 is the last speaker",
    `{person 钱慕禾}说，路是走出来的。他还说，明年起${E}将接收二十名教师。`,
    ["east/pledge 钱慕禾: 他还说，明年起顺德将接收"],
  ],
  [
    "a quotation is told by the clause after it",
    `“冷库的事我们回去就办，月底前给答复。”{person 钱慕禾}说。`,
    ["east/pledge 钱慕禾: “冷库的事我们回去就办，"],
  ],
  [
    "a quotation opened by a colon",
    `{person 龙在田}接过话头：“我们准备在村口建一个分拣点。”`,
    ["west/pledge 龙在田: 龙在田接过话头：“我们准"],
  ],
  [
    "a collective speaker as printed",
    `${E}等镇区党委书记、镇长代表镇区表示欢迎。他们说，我们坚决扛起责任，做好帮扶。`,
    ["east/pledge 顺德等镇区党委书记、镇长: 他们说，我们坚决扛起责任"],
  ],
  [
    "a delegation that does something first and speaks then",
    `${E}考察团听取了产业规划，参观了两个园区，并表示将继续派出教师。`,
    ["east/pledge 顺德考察团: 顺德考察团听取了产业规划"],
  ],
  [
    "signs of the future inside other words",
    `{person 龙在田}说，${E}派出精兵强将真抓实干，注入了动力。{person 钱慕禾}表示，顺德商会始终秉持初心。`,
    [],
  ],
  [
    "what will surely be done together",
    `{person 龙在田}表示，${W}一定会共同努力，把路修通。`,
    ["west/pledge 龙在田: 龙在田表示，榕江一定会共"],
  ],
  [
    "a request goes on without its verb",
    `{person 龙在田}说，希望${E}多派教师。全面深化劳务协作，让群众在家门口就业。`,
    ["west/ask 龙在田: 龙在田说，希望顺德多派教", "west/ask 龙在田: 全面深化劳务协作，让群众"],
  ],
  [
    "the paper's own plan",
    `按照计划，{east 广东省佛山市顺德区|顺德区}代表团将于下月到${W}考察。`,
    ["east/pledge -: 按照计划，顺德区代表团将"],
  ],
  [
    "both begin the clause that somebody of an office says",
    `“接下来，两地将共同办好园区，带动群众增收。”区发改局相关负责人说。`,
    ["both/pledge 区发改局相关负责人: “接下来，两地将共同办好"],
  ],
  [
    "both agree",
    "双方商定，今年共同办好两件事：一场招聘会、一期培训班。",
    ["both/decision -: 双方商定，今年共同办好两"],
  ],
  [
    "numbered decisions",
    "# 联席会议纪要\n二、会议商定以下事项\n（一）双方同意，明年资金重点支持茶产业。\n（二）新增教师五名。",
    ["both/decision -: （一）双方同意，明年资金", "both/decision -: （二）新增教师五名。"],
  ],
  [
    "a list of intentions",
    `三、下一步工作打算\n一是加快进度，确保年底完工。二是力争引进两家企业。`,
    ["west/pledge -: 一是加快进度，确保年底完", "west/pledge -: 二是力争引进两家企业。"],
  ],
  [
    "a quotation goes on though another speaker follows it",
    "{person 钱慕禾}说：“这不是一阵子的事。我们还将每年预留二十个岗位。”{person 龙在田}也作了发言。",
    ["east/pledge 钱慕禾: 我们还将每年预留二十个岗"],
  ],
  [
    "a posted team promises for the side that sent it",
    "下一步，工作队将重点做好农文旅融合。",
    ["east/pledge -: 下一步，工作队将重点做好"],
  ],
  [
    "what comes next without a word of will",
    `{person 钱慕禾}说，下一步，重点抓好三件事。`,
    ["east/pledge 钱慕禾: 钱慕禾说，下一步，重点抓"],
  ],
  [
    "他 is whom the statement began with",
    `{person 钱慕禾}欢迎{person 龙在田}一行的到来，他表示，${E}将增派医生。`,
    ["east/pledge 钱慕禾: 钱慕禾欢迎龙在田一行的到"],
  ],
  [
    "a phrase that promises in a later clause",
    `${W}领导及校方代表对${E}的帮扶表达衷心感谢，并承诺管好每一笔善款。`,
    ["west/pledge 榕江领导及校方代表: 榕江领导及校方代表对顺德"],
  ],
  [
    "a plan goes on without its 将",
    `下一步，${E}将组织企业采购。持续开展产品进社区活动，扩大直采规模。`,
    ["east/pledge -: 下一步，顺德将组织企业采", "east/pledge -: 持续开展产品进社区活动，"],
  ],
  [
    "a group of towns is of the helping side",
    `接下来，大沥组团将继续支持${W}。`,
    ["east/pledge -: 接下来，大沥组团将继续支"],
  ],
  [
    "what is promised stands in the next clause; who did not agree promises nothing",
    `{person 钱慕禾}当场答应，${E}出一半的钱。{person 龙在田}没有马上答应，只说再看看。`,
    ["east/pledge 钱慕禾: 钱慕禾当场答应，顺德出一"],
  ],
  [
    "the plan of the year goes on by its figures",
    `{person 钱慕禾}说，${E}将严格落实责任。今年，安排资金1.53亿元，实施项目61个。`,
    ["east/pledge 钱慕禾: 钱慕禾说，顺德将严格落实", "east/pledge 钱慕禾: 今年，安排资金1.53亿"],
  ],
  ["both sides before 将", `${E}、${W}将共同成立公司负责运营。`, ["both/pledge -: 顺德、榕江将共同成立公司"]],
  [
    "a delegation speaks for the side that came",
    `考察团表示，希望${E}多传经验。`,
    ["west/ask 考察团: 考察团表示，希望顺德多传"],
  ],
  // Near misses.
  ["what is being done", `{person 龙在田}说，当前，${W}正深入推进园区建设，全力打造产业链。`, []],
  ["what was achieved", `{person 龙在田}说，结对以来，${E}坚决扛起责任，帮扶成效显著。`, []],
  ["thanks for 的全力帮扶", `{person 龙在田}说，成绩饱含着${E}的全力帮扶。`, []],
  ["advice to trainees", "{person 钱慕禾}希望大家珍惜学习机会，学有所获。", []],
  ["thanks and praise", `{person 龙在田}说，感谢${E}一直以来的倾情帮助，${W}的变化有目共睹。`, []],
  ["exhorting one's own posted staff", `{person 钱慕禾}对他们表示问候，希望各派驻人员守住底线。`, []],
  ["叮嘱 is advice", "{person 钱慕禾}叮嘱队员们要注意安全。", []],
  [
    "会 behind a time that is to come",
    `{person 钱慕禾}说，他回去以后每个月会给徒弟讲一次课。`,
    ["east/pledge 钱慕禾: 钱慕禾说，他回去以后每个"],
  ],
  [
    "what somebody means to do stands behind a colon",
    `{person 钱慕禾}介绍了帮扶设想：帮助县医院开设两个新科室。`,
    ["east/pledge 钱慕禾: 钱慕禾介绍了帮扶设想：帮"],
  ],
  [
    "both speak",
    `双方主委均表示，希望以此次活动为契机，推动企业家加强联系。`,
    ["both/ask 双方主委: 双方主委均表示，希望以此"],
  ],
  ["what a thing becomes is nobody's act", `{person 龙在田}说，图书室将成为孩子们的乐园。`, []],
  ["an effort that was made", `{person 龙在田}表示，近年来，${E}主动扛责，全力推动各项任务落地。`, []],
  ["said to one's own posted staff", `{person 钱慕禾}要求工作组的同志扑下身子抓落实。`, []],
  [
    "what will be done every term, and what the speaker's side supplies",
    `{person 钱慕禾}表示，这样的送教每学期安排一次。{person 钱慕禾}说：“种子我们包供。”`,
    ["east/pledge 钱慕禾: 钱慕禾表示，这样的送教每", "east/pledge 钱慕禾: 钱慕禾说：“种子我们包供"],
  ],
  ["an event ahead is nobody's promise", `12月9日，${E}文旅推介会将在${W}举办。`, []],
  ["what will happen is no promise", "2月15日，首趟专车将从县城发车。医疗队将乘高铁前往。", []],
  ["a slogan in quotation marks", `{person 龙在田}说，大家常讲“要想富，先修路”，如今路通了。`, []],
  ["重要, 主要, 需要", `{person 龙在田}说，这是重要的一步，主要靠大家，也需要时间。`, []],
  ["a place of hope is no hope", `{person 龙在田}说，这里是希望之地。`, []],
  ["a slice of the past with 继续", `去年，${E}继续投入资金，建成两个车间。`, []],
  [
    "an office, and whoever receives, speak as one",
    `${E}区教育局表示，将继续选派教师。\n${W}县。受赠方表示，一定管好用好设备。`,
    ["east/pledge 顺德区教育局: 顺德区教育局表示，将继续", "west/pledge 受赠方: 受赠方表示，一定管好用好"],
  ],
  [
    "posted staff as a group speak for the side that sent them",
    `${E}区与${W}县结对。\n新一批挂职干部表示，将扎实工作。大家表示，将当好桥梁。`,
    ["east/pledge 新一批挂职干部: 新一批挂职干部表示，将扎", "east/pledge -: 大家表示，将当好桥梁。"],
  ],
  [
    "简要, 而是要, and what a visiting group hopes of its own staff",
    `{person 龙在田}向来宾简要介绍了县情。{person 龙在田}强调，帮扶不是上几节课，而是要引领学校。慰问团希望支教教师继续发扬精神。`,
    [],
  ],
];

for (const [what, marked, expected] of cases)
  test(`commitment: ${what}`, () => assert.deepEqual(brief(marked), expected));

test("who acts in what was agreed is its side", () => {
  const sides = (text: string) =>
    commitment
      .apply(markedArticle(`协作联席会议纪要\n会议议定：\n${text}`), people)
      .flatMap((item) => (item.kind === "commitment" ? [item.side] : []));
  const rows: readonly (readonly [text: string, side: string])[] = [
    [`（一）由${W}于2月底前提交储备清单，总数不少于35个。`, "west"],
    [`（一）${E}于11月中旬增派医师2名，帮助${W}建设科室。`, "east"],
    [`（一）2024年${E}帮助${W}转移就业300人。`, "east"],
    [`（一）${E}与${W}共建产业园，安排资金200万元。`, "both"],
  ];
  for (const [text, side] of rows) assert.deepEqual(sides(text), [side], text);
});

test("a pledge answers the other side's requests before it", () => {
  const [ask, pledge] = made(`{person 龙在田}说，希望${E}增派医生。\n{person 钱慕禾}说，${E}将增派四名医生。`);
  assert.deepEqual(pledge?.respondsTo, [ask?.key]);
});

test("units told to do it are owners, one by one", () => {
  const [item] = made(
    `{person 钱慕禾}对他们表示问候。区委某部、区对口帮扶办、区教育局、区卫健局等有关部门要加强对派驻干部的关心。`,
  );
  assert.deepEqual(item?.owners, ["区委某部", "区对口帮扶办", "区教育局", "区卫健局"]);
});

test("ten thousand nested quotations do not blow up", () => {
  const deep = `{person 龙在田}说，${"“".repeat(10_000)}好${"”".repeat(10_000)}。${W}将继续努力。`;
  assert.equal(made(deep).length, 1);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";
import type { Fact, FactKind } from "../fact.js";

/*
 * What features, letters, briefs and lists of names say without the set frames of a report (率…赴…考察, 职务+姓名). Each row: a
 * text of our own, read from bytes to facts, and what a clerk would enter; near misses stand beside what they resemble.
 */

function facts<K extends FactKind>(kind: K, text: string): readonly Extract<Fact, { kind: K }>[] {
  const all = extract({ name: "sample.txt", bytes: new TextEncoder().encode(text) }).extraction.facts;
  return all.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
}

const head = "顺德区与榕江县结对帮扶\n\n2023-06-20　来源：榕江县融媒体中心\n\n";
const last = (paths: readonly string[]) => paths.map((path) => path.slice(-3)).join("+");
const held = (text: string) =>
  facts("event", head + text)
    .filter((event) => event.status === "held")
    .map((event) => `${event.type} ${event.start}..${event.end} ${last(event.visitor)}→${last(event.host)}`);

const events: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    "goods that go to a quarter; a street that turns into a market",
    "6月12日至16日，顺德区大良商场开展了“榕江特产进社区 夏日专场”活动。6月18日，顺德区西山广场变身热闹的助农市集，摆满榕江县的茶油。",
    ["fair 2023-06-12..2023-06-16 榕江县→顺德区", "fair 2023-06-18..2023-06-18 榕江县→顺德区"],
  ],
  [
    "who leads a team that stays visits nobody, and what it hands over is no gift",
    "6月12日，由院长梁志宏带领第二批支援医疗队一行7人，从顺德区出发直奔榕江县。6月13日，医疗队在榕江县人民医院举行交接仪式及座谈会。",
    ["talent 2023-06-12..2023-06-12 顺德区→榕江县", "meeting 2023-06-13..2023-06-13 顺德区→榕江县"],
  ],
  [
    "whose gift what is looked at once was",
    "6月12日，顺德区副区长梁志宏率队到榕江县调研，考察了亮化项目，此项目由顺德区商会捐建路灯116盏。",
    ["visit 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "two delegations with leaders of their own; teachers who are brought along; the days of the one are not the other's",
    "6月12日，顺德区教育局副局长梁志宏带领3名干部到榕江县调研，并将6名支教教师送到学校。6月12日到14日，顺德区教育局副局长欧建平带领4名干部到雷山县考察。",
    [
      "visit 2023-06-12..2023-06-12 顺德区→榕江县",
      "visit 2023-06-12..2023-06-14 顺德区→雷山县",
      "talent 2023-06-12..2023-06-12 顺德区→榕江县",
    ],
  ],
  [
    "who works there with others of his house visits; fields that both will work on are no fair; greetings to posted teachers",
    "6月12日，顺德区总工会主席梁志宏一行9人在榕江县开展工会对口协作工作。双方就适时举办两地招聘活动等方面强化合作。6月15日，顺德区驻榕江工作组领导向9名援黔教师致以节日的慰问。",
    ["visit 2023-06-12..2023-06-12 顺德区→榕江县", "talent 2023-06-15..2023-06-15 顺德区→榕江县"],
  ],
  [
    "a sale called by what it is for; goods that are disposed of (将90件…) are no plan, those that will be given are",
    "6月12日至14日，顺德区在三个街道开展4场“黔货入户”榕江县特产消费帮扶活动。6月15日，顺德区妇联将90余件棉衣捐赠到榕江县古州镇。顺德区工商联将向榕江县捐赠桌椅90套。",
    ["donation 2023-06-15..2023-06-15 顺德区→榕江县", "fair 2023-06-12..2023-06-14 榕江县→顺德区"],
  ],
  [
    "a farewell is no meeting, however many words stand between; who receives the posted staff cares for them",
    "6月12日，顺德区举行欢送援黔支医人才赴榕江县座谈会。6月18日，榕江县县长龙安国接见了顺德区派驻的挂职干部代表。",
    ["talent 2023-06-12..2023-06-12 顺德区→榕江县", "talent 2023-06-18..2023-06-18 顺德区→榕江县"],
  ],
  [
    "a report of a visit that prints no day: the gift told further on has none either; to sit down with posted comrades is no meeting",
    "顺德区妇联主席梁志宏一行赴榕江县考察。大家看了绣坊。大家看了茶园。大家看了学校。顺德区妇联向榕江县捐赠绣花机15台，并同援黔同志进行座谈。",
    ["visit null..null 顺德区→榕江县", "donation null..null 顺德区→榕江县", "talent null..null 顺德区→榕江县"],
  ],
  [
    "how long a course, a fair and a stay lasted",
    "6月12日，顺德区医护能力提升培训班在榕江县开班，培训为期5天。6月13日，榕江农特产品展销会在顺德区举行，两天里卖了4万元。",
    ["training 2023-06-12..2023-06-16 顺德区→榕江县", "fair 2023-06-13..2023-06-14 榕江县→顺德区"],
  ],
  [
    "a delegation needs no purpose, its leader's stay its nights; neighbours who go to work are none",
    "6月12日，顺德区党政代表团到榕江县。6月15日，榕江县人社局副局长龙安国带着37名乡亲坐上了去顺德区的专列。",
    ["visit 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "some months later on a printed day; what was promised before the signing is no second one",
    "3月，榕江县来了客人。三个月后，6月12日，顺德区援建的竹木工坊在榕江县开门。签约之前的6月14日，大家碰了头，6月15日，双方把协议续了三年。",
    ["signing 2023-06-15..2023-06-15 顺德区→榕江县", "unveiling 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "a digest under headings of two characters",
    "捐资。6月12日，顺德区慈善会向榕江县捐赠20万元。\n\n到岗。顺德区选派的5名支医人员6月14日到岗。",
    ["donation 2023-06-12..2023-06-12 顺德区→榕江县", "talent 2023-06-14..2023-06-14 顺德区→榕江县"],
  ],
  [
    "a town's head who comes to look, a head who is written to as 贵局",
    "6月12日，顺德区大良街道办事处主任梁志宏到榕江县古州镇看车间。6月14日，贵局局长苏正邦冒雨来到榕江县，看到课桌旧了。",
    ["visit 2023-06-12..2023-06-12 良街道→古州镇", "visit 2023-06-14..2023-06-14 顺德区→榕江县"],
  ],
  [
    "a town stands in the meeting's own name; who signs is told behind who spoke",
    "6月12日，顺德区大良街道—榕江县东西部协作联席会议在我县召开。会上，榕江县副县长龙安国介绍了县情。双方签订结对协议。",
    ["meeting 2023-06-12..2023-06-12 良街道→榕江县", "signing 2023-06-12..2023-06-12 良街道→榕江县"],
  ],
  [
    "the county of the pair where only its province stands as the goal; a gift that is accepted; a gift that was made at the meeting",
    "6月12日，顺德区工商联主席梁志宏一行赴贵州省开展协作。6月13日，榕江县副县长龙安国介绍了县情。榕江县慈善总会接受了顺德区工商联捐赠的3万元。6月14日，座谈会在榕江县召开，顺德区两家企业进行了捐赠。",
    [
      "visit 2023-06-12..2023-06-12 顺德区→榕江县",
      "meeting 2023-06-14..2023-06-14 顺德区→榕江县",
      "donation 2023-06-13..2023-06-13 顺德区→榕江县",
      "donation 2023-06-14..2023-06-14 顺德区→榕江县",
    ],
  ],
  [
    "a county whose name begins with 会 is no meeting",
    "6月12日，顺德区副区长梁志宏到会泽县调研。",
    ["visit 2023-06-12..2023-06-12 顺德区→会泽县"],
  ],
  [
    "who gives stands in the name of a body, behind what towns did",
    "6月12日，座谈会在榕江县召开。会上，顺德区大良街道与榕江县古州镇结为友好乡镇，顺德区慈善总会向榕江县捐赠助学金60万元。",
    ["meeting 2023-06-12..2023-06-12 顺德区→榕江县", "donation 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "a gift by its count, a course by its days, a key handed over",
    "6月12日，顺德区第一小学把42件乐器寄到了榕江县第三小学。6月14日至16日，榕江县的56名音乐教师跟着志愿者练了三天。6月18日，顺德区红十字会又把一辆救护车的钥匙交到了榕江县人民医院院长手上。",
    [
      "donation 2023-06-12..2023-06-12 顺德区→榕江县",
      "training 2023-06-14..2023-06-16 顺德区→榕江县",
      "donation 2023-06-18..2023-06-18 顺德区→榕江县",
    ],
  ],
  [
    "what is told behind a closed quotation is the paper's; what was put off was not held",
    "6月12日，座谈会在榕江县召开。县长钱慕禾说：“我们缺的是销路。”顺德区农商公司和榕江县供销社把收购辣椒的合同签了。原定6月15日顺德区区长岑海波一行来榕江县的调研未能成行，改期另行通知。",
    ["meeting 2023-06-12..2023-06-12 顺德区→榕江县", "signing 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "a trip lasts while its tale goes on; money that reaches an account; who is met face to face",
    "6月12日，佛山市顺德区副区长钱慕禾率队到榕江县考察。次日，双方走进三所学校。15日清晨，客人踏上归途。6月20日，顺德区慈善会的30万元助学款汇到了榕江县第一中学的账户。",
    ["visit 2023-06-12..2023-06-15 顺德区→榕江县", "donation 2023-06-20..2023-06-20 顺德区→榕江县"],
  ],
  [
    "staff who went to learn, teachers who came to stay",
    "6月12日至18日，榕江县20名乡镇卫生院院长到顺德区第一人民医院进修。6月20日，顺德区第二批援黔教师9人到榕江县，分赴两所中学任教。",
    ["training 2023-06-12..2023-06-18 榕江县→顺德区", "talent 2023-06-20..2023-06-20 顺德区→榕江县"],
  ],
  [
    "marks that elsewhere point to pictures open the pieces of a digest; 召开工作 begins no work",
    "▲6月12日，顺德区慈善会向榕江县捐赠20万元。\n\n▲6月14日，顺德区、榕江县召开工作调度视频会。\n\n▲6月16日，榕江农特产品展销会在顺德区举行。",
    [
      "fair 2023-06-16..2023-06-16 榕江县→顺德区",
      "meeting 2023-06-14..2023-06-14 顺德区→榕江县",
      "donation 2023-06-12..2023-06-12 顺德区→榕江县",
    ],
  ],
  [
    "money of an unnamed investor; a joint work",
    "6月12日，投资3500万元的竹木加工厂建成投产。6月13日，两地协作共建的茶叶加工厂建成投产。",
    ["unveiling 2023-06-12..2023-06-12 →榕江县", "unveiling 2023-06-13..2023-06-13 顺德区→榕江县"],
  ],
  [
    "the day before what was told, without a year too",
    "6月12日，顺德区、榕江县共建的竹木加工厂破土动工。开工前一天，顺德区副区长梁志宏与榕江县副县长龙安国碰了头。",
    ["meeting 2023-06-11..2023-06-11 顺德区→榕江县", "unveiling 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "signed on paper, after a course that began in a simple way; a house that is not yet roofed opens nothing",
    "6月12日，车间还没有封顶，顺德区的灯具组装培训班就在榕江县文化馆开了课。第二天，顺德区大良街道和榕江县古州镇的干部在结对协议上签了字。",
    ["signing 2023-06-13..2023-06-13 良街道→古州镇", "training 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "how they met is no means",
    "6月12日，顺德区大良街道与榕江县古州镇通过视频续签结对协议。",
    ["signing 2023-06-12..2023-06-12 良街道→古州镇"],
  ],
  [
    "goods that are packed in one clause and handed over in the next",
    "顺德区慈善会筹集的500床棉被连夜装车启程，6月12日送到了榕江县古州镇受灾群众手中。",
    ["donation 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "what was received now, after what was given earlier",
    "6月12日，榕江县收到了顺德区发来的救灾慰问金50万元。这是继5月16日顺德区赠予榕江县100万元物资之后的又一份礼物。",
    ["donation 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "a fair that goes to a street, one that is told by who was there, one at night",
    "6月12日，“南粤有岗”专场招聘会走进榕江县古州镇，顺德区18家企业到场。6月14日，榕江县的香猪、茶油第一次登上顺德农博会。6月16日，顺德区、榕江县在古州镇举办招聘夜市。",
    [
      "fair 2023-06-12..2023-06-12 顺德区→榕江县",
      "fair 2023-06-14..2023-06-14 榕江县→顺德区",
      "fair 2023-06-16..2023-06-16 顺德区→榕江县",
    ],
  ],
  [
    "each trip of a list behind its semicolon",
    "5月22日，榕江县委书记石远明率队赴佛山市顺德区对接；6月6日至8日，顺德区委副书记、区长梁志宏到榕江县调研。",
    ["visit 2023-05-22..2023-05-22 榕江县→顺德区", "visit 2023-06-06..2023-06-08 顺德区→榕江县"],
  ],
  [
    "who came is named behind the verb; who leads pupils visits nobody",
    "6月12日，榕江县三江镇卫生院门口停下一辆车，车是顺德区第五人民医院送的，随车来的还有院长关肇基。",
    ["visit 2023-06-12..2023-06-12 顺德区→榕江县", "donation 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "pupils of a summer camp are led too",
    "6月12日，榕江县30名小学生来到顺德区参加夏令营。带队的是榕江县教育局副局长吴永昌。",
    [],
  ],
  [
    "the first time that somebody comes",
    "6月12日，顺德区大良街道党工委书记梁志宏第一次走进大苗山，看的是榕江县古州镇的茶园。",
    ["visit 2023-06-12..2023-06-12 良街道→榕江县"],
  ],
  [
    "a signing that is yet to be furthered is none",
    "6月12日，榕江县召开粤黔协作工作推进会。会议要求加强对接，推动协议签约事项及早落地。",
    ["meeting 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "two meetings that stand beside each other",
    "6月12日上午的产业协作对接会和下午的教育协作座谈会，榕江县委书记石远明、顺德区副区长梁志宏都从头坐到了尾。",
    ["meeting 2023-06-12..2023-06-12 顺德区→榕江县", "meeting 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "a gift is handed over",
    "6月12日，顺德区商会把一张20万元的支票交到榕江县民政局局长龙在田手里。",
    ["donation 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "捐出, 赠送 with what is given; a banner is thanks",
    "6月12日，顺德区商会向榕江县三江小学捐出书包300个，榕江县教育局向商会赠送了锦旗。",
    ["donation 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  ["a gift of a month gone by is background", "校长扳着指头数：去年9月，顺德区捐了一台价值30万元的设备。", []],
  [
    "a fair that ended in the words of a feature",
    "6月12日，顺德区、榕江县东西部劳务协作招聘会在榕江县体育馆落下帷幕。",
    ["fair 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "the days of a fair stand in the next sentence",
    "锣鼓一响，顺德区和榕江县合办的年货大集开市了。6月10日至12日，67家商户摆了三条街。",
    ["fair 2023-06-10..2023-06-12 顺德区→榕江县"],
  ],
  [
    "who travels to a course is no host",
    "6月5日至9日，来自榕江县的40名学员远赴佛山市顺德区，参加榕江县2023年乡村干部培训班。",
    ["training 2023-06-05..2023-06-09 榕江县→顺德区"],
  ],
  [
    "主要领导 plans nothing",
    "6月12日，顺德区主要领导带队赴榕江县开展帮扶考察。",
    ["visit 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "the publisher's own delegation",
    "6月12日，我县党政代表团赴佛山市顺德区学习考察。",
    ["visit 2023-06-12..2023-06-12 榕江县→顺德区"],
  ],
  [
    "a visit is held though both agreed on something at its end",
    "6月12日，顺德区副区长钱慕禾率队赴榕江县回访，双方商定：一、顺德区今年再出资30万元。",
    ["visit 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "told with a pronoun and its days",
    "顺德区副区长钱慕禾带着三家企业的负责人出发了。6月12日到14日，他们在榕江县走了三个镇。",
    ["visit 2023-06-12..2023-06-14 顺德区→榕江县"],
  ],
  [
    "what a day ahead dates is not dated by it",
    "6月12日，顺德区与榕江县的招聘会在榕江县广场开锣。6月22日，首批189人将乘专列南下。\n招聘会开始前，顺德区驻榕江县劳务协作站也挂了牌。",
    ["fair 2023-06-12..2023-06-12 顺德区→榕江县", "unveiling 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
];
const more: typeof events = [
  [
    "another trip behind the semicolon has its own head",
    "6月11日，顺德区委书记钱慕禾率党政代表团到榕江县考察，召开了联席会议；6月15日，榕江县县长龙在田带队赴顺德区回访。",
    [
      "visit 2023-06-11..2023-06-11 顺德区→榕江县",
      "meeting 2023-06-11..2023-06-11 顺德区→榕江县",
      "visit 2023-06-15..2023-06-15 榕江县→顺德区",
    ],
  ],
  ["the head of an item tells nothing", "6月11日，两地做了三件事。\n（二）签约与捐赠。顺德区与榕江县都很重视。", []],
  [
    "who is met is who travels",
    "6月12日，榕江县委书记龙在田在县城会见了前来考察的顺德区政协主席钱慕禾一行。",
    ["visit 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "posted teachers are welcomed, workers on their way are not seen off as posted",
    "6月12日，榕江县教育局举行欢迎仪式，迎接来自佛山市顺德区的15名支教教师。\n6月15日，526名老乡乘返岗专列前往顺德区，榕江县人社局局长到站送行。",
    ["talent 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "a course by another name",
    "6月12日至16日，榕江县的30名村支书在佛山市顺德区参加了能力提升班。",
    ["training 2023-06-12..2023-06-16 榕江县→顺德区"],
  ],
  [
    "a contract signed in plain words, a gift of money to poor households",
    "6月12日，顺德区与榕江县签了一份长约。6月13日，顺德区干部走访4户脱贫户，每户送上慰问金1000元。",
    ["signing 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "a farewell called a symposium is no meeting beside it",
    "6月12日，顺德区支医队员欢送座谈会在榕江县召开。",
    ["talent 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "the county they went to, not the town of a stop",
    "6月12日，顺德区副区长容小梅带队到榕江县考察，实地查看了忠诚镇茶园。",
    ["visit 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "how often they met, and who came to meet",
    "全年先后召开县委常委会、县政府常务会研究部署协作工作3次。6月12日，顺德区与榕江县在榕江县召开联席会议。",
    ["meeting 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "told by a caption alone",
    "6月12日，顺德区副区长容小梅率队到榕江县考察。\n\n▲图为容小梅与石昌林为“顺榕实践基地”揭牌",
    ["visit 2023-06-12..2023-06-12 顺德区→榕江县", "unveiling 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "businessmen come on the day told before; what happened three months later; a day of giving over",
    "6月12日，展馆里很热闹。当天，由顺德区商务局牵头组织的12名企业家来榕江县考察。三个月后，顺德区援建的工坊挂牌。6月14日，两地在榕江县举行了简短的交接仪式。",
    ["visit 2023-06-12..2023-06-12 顺德区→榕江县", "donation 2023-06-14..2023-06-14 顺德区→榕江县"],
  ],
  [
    "pieces of a digest have their own days, and what comes next week none",
    "【领导互访】6月8日，顺德区副区长容小梅率队到榕江县考察，召开座谈会。\n\n【消费帮扶】顺德区“榕江馆”揭牌启用。\n\n【预告】6月22日，顺德区代表团将来榕江县考察，并召开联席会议。",
    [
      "visit 2023-06-08..2023-06-08 顺德区→榕江县",
      "meeting 2023-06-08..2023-06-08 顺德区→榕江县",
      "unveiling null..null 顺德区→榕江县",
    ],
  ],
  [
    "who is led to stay or to learn is no visit",
    "6月9日，县教育局副局长石昌林带领12名骨干教师启程赴顺德区跟岗。6月12日，顺德区卫健局副局长容小梅率第五批医疗队抵达榕江县，在当天的交接座谈会上把一本写满病例的笔记交到了新队长手上。",
    ["talent 2023-06-09..2023-06-09 榕江县→顺德区", "talent 2023-06-12..2023-06-12 顺德区→榕江县"],
  ],
  [
    "a month right before the deed is a look back",
    "6月12日，冷链车开进榕江县的收购点。订单是4月初与顺德区签下的。",
    [],
  ],
  [
    "what became of a promise; water flows the same day; staff by a letter of the county",
    "6月5日，顺德区副区长容小梅带队到榕江县走访，当场拍板出资45万元。工程于6月6日开工。6月12日，水渠修到村里，当天正式通水，容小梅看望了顺德援榕教师。",
    [
      "visit 2023-06-05..2023-06-05 顺德区→榕江县",
      "unveiling 2023-06-06..2023-06-06 顺德区→榕江县",
      "unveiling 2023-06-12..2023-06-12 顺德区→榕江县",
      "talent 2023-06-12..2023-06-12 顺德区→榕江县",
    ],
  ],
];
for (const [what, text, expected] of [...events, ...more])
  test(`events in prose: ${what}`, () => assert.deepEqual([...held(text)].sort(), [...expected].sort()));

const people: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    "whose only post is another's name with his post is nobody",
    "榕江县副县长龙安国一行到校。龙安国副县长关切地询问，龙安国副县长率老师们看了宿舍。",
    ["龙安国/副县长"],
  ],
  [
    "a leading group line by line, its labels spread; the number of a paper is nobody",
    "《关于报批方案的请示》（沙政发〔2024〕18号）收悉。\n组　长：容小梅　县委副书记、县长\n副组长：岑海波　县委常委、副县长（顺德区挂职干部）\n成　员：龙安国　县教育局局长",
    ["容小梅/县委副书记、县长", "岑海波/县委常委、副县长（顺德区挂职干部）", "龙安国/县教育局局长"],
  ],
  [
    "who stands behind an office in a group's list, who is made its liaison, whom a letter answers",
    "苗安禾委员：\n明确县教育局罗应芬为联络员。\n成员：县发展改革委冉光祥，县教委任廷魁。",
    ["苗安禾/委员", "罗应芬/-", "冉光祥/-", "任廷魁/-"],
  ],
  [
    "a numbered list of staff",
    "1．容小梅，女，佛山市顺德区第一中学语文教师，一级教师；\n2．岑海波，男，佛山市顺德区实验小学体育教师。",
    ["容小梅/佛山市顺德区第一中学语文教师，一级教师", "岑海波/佛山市顺德区实验小学体育教师"],
  ],
  ["the beginning of a longer name before 老师", "绣娘吉克阿呷说，吉克老师还没歇。", ["吉克阿呷/绣娘"]],
  ["called, not named", "居民王先生填了表，李女士也来了。", []],
  ["a villager whom the tale is about", "家住三江乡的石秀珍填了两张表，岑秀英蹲在地头。", ["石秀珍/-", "岑秀英/-"]],
  ["a wish is no name", "祝大家新年好。", []],
  [
    "names written by sound before 和, 则, 在",
    "22岁的沙马阿牛和同村的姐妹来了。副县长勒格尔布则希望多派老师，乡党委书记斯那农布在村口等着。",
    ["沙马阿牛/-", "勒格尔布/副县长", "斯那农布/乡党委书记"],
  ],
  ["a course is nobody", "两地中小学校长研修班开班，企业家沙龙同时举行。", []],
  ["a bracket in a university's name", "中国（丽水）两山学院执行院长岑海波出席。", ["岑海波/两山学院执行院长"]],
  ["who holds no office is of no level", "黔东南州务工人员石秀珍说，工资不错。", ["石秀珍/务工人员"]],
  ["a compound surname and 留下", "考察组给副县长诸葛明留下一句话。", ["诸葛明/副县长"]],
  [
    "a name of sounds without any post",
    "罗布次仁今年8岁，央金卓玛与哈斯巴根合伙开店。",
    ["罗布次仁/-", "央金卓玛/-", "哈斯巴根/-"],
  ],
  ["a dotted name ends before 和", "于田县的艾力·麦提库尔班和妻子开了店。", ["艾力·麦提库尔班/-"]],
  ["words made of such syllables are no names", "依托拉尕山，金沙江边的老乡多次来到这里。", []],
  ["offices and who came from them", "参加的还有市乡村振兴局邓启明、县财政局杨胜军等。", ["邓启明/-", "杨胜军/-"]],
  ["a name of two before 汇报了", "县长岑屹汇报了情况。", ["岑屹/县长"]],
  [
    "two posts joined by 和, and words in a list behind the name",
    "忠诚镇小学校长岑海波和卫生处处长容小梅谈了感受、想法和建议。",
    ["岑海波/忠诚镇小学校长", "容小梅/卫生处处长"],
  ],
  ["who speaks for a team", "支医队员代表岑海波、容小梅作了发言。", ["岑海波/支医队员代表", "容小梅/支医队员代表"]],
  [
    "a villager's dotted name behind an age; called, not named",
    "62岁的村民图尔荪江·麦提尼亚孜笑了，忠诚镇的石娟姐也笑了。",
    ["图尔荪江·麦提尼亚孜/村民"],
  ],
  ["whom to ask", "（联系人：县农业农村局岑海波，电话见附件）", ["岑海波/联系人"]],
  [
    "an office in front of name and post",
    "榕江县政府石昌林副县长致辞，由岑海波常务副书记主持。",
    ["石昌林/县政府副县长", "岑海波/常务副书记"],
  ],
  [
    "a run of names and what staff they are",
    "县里为岑海波、容小梅、石昌林3名援榕教师举行欢送会。",
    ["岑海波/教师", "容小梅/教师", "石昌林/教师"],
  ],
  ["向 behind a word for many", "谨代表全县各族群众，向长期以来关心榕江的朋友致敬。", []],
  ["a town without its level", "东莞市凤岗镇来了客人，考察期间，凤岗代表团参观了茶园，发改、教育、卫健部门参加。", []],
  ["六名教师 are nobody's name", "顺德区将再选派6名骨干教师来园支教。", []],
];
for (const [what, text, expected] of people)
  test(`people in prose: ${what}`, () => {
    const found = facts("person", head + text).map(({ name, title }) => `${name}/${title ?? "-"}`);
    assert.deepEqual(
      found.filter((one) => !one.startsWith("来源")),
      expected,
    );
  });

test("people in prose: reporters behind the wire's 电, a reporter framed by marks", () => {
  const names = (text: string) => facts("person", text).map(({ name }) => name);
  assert.deepEqual(names("某网宁波4月12日电（方小堃 阚绪献）这两天，学校里来了新桌椅。"), ["方小堃", "阚绪献"]);
  assert.deepEqual(names("展销会在青举行\n□记者 薄克明 报道\n本报讯　9月25日，展销会在青岛举行。"), ["薄克明"]);
});

const promises: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    "decisions numbered 一、 below 会议议定, not what was only heard",
    "榕江县东西部协作专题会议纪要\n\n2024年4月24日，县长龙在田主持召开专题会议，研究2024年度协作项目推进工作，会议听取了进展情况的汇报。\n\n会议议定：\n\n一、冷链物流中心由县投资促进局牵头，5月15日前完成土地平整。\n\n二、帮扶车间追加投入150万元，县财政局5月底前下达。\n\n三、会议还就旅游推介窗口进行了交流，听取了县文旅局的意见和建议。",
    ["一、冷链物流中心", "二、帮扶车间追加"],
  ],
  [
    "an interview's lines, with the post in brackets",
    `${head}钱慕禾（顺德区副区长）：我们还要把培训班办到村里去，今年办12期。`,
    ["钱慕禾（顺德区副"],
  ],
  [
    "both agreed; 经两地商定 is no news",
    `${head}座谈会上，双方深入交流，一致同意建立季度会商机制，互派联络员。经两地商定，原项目由工作组跟踪。`,
    ["座谈会上，双方深入"],
  ],
  [
    "a year's work, listed",
    "榕江县人民政府工作报告\n\n2024年1月15日\n\n二、2024年工作安排\n\n（三）深化东西部协作。全面落实协作协议，实施项目25个以上，引进东部企业5家。",
    ["全面落实协作协议，"],
  ],
  [
    "a letter of people to people; what must be done; said to whom",
    `致亲人的一封信\n\n顺德区的乡亲：\n\n我们盼着顺德的能人多来榕江。\n\n榕江县全体干部群众\n2023年6月1日`,
    ["我们盼着顺德的能人"],
  ],
  ["what must be done", `${head}县长龙在田说，月底前必须把余款拨出去。`, ["县长龙在田说，月"]],
  ["what is rather wanted is no duty", `${head}县长龙在田说：“我们看重的，要的是标准。”`, []],
  ["a villager's own plan is no promise of a side", `${head}村民石秀珍说，过完年就会去佛山上班。`, []],
  ["满怀期待 asks nothing", `${head}村支书龙在田说，大家对新厂充满期待。`, []],
  ["what will not be forgotten is thanks", `${head}县长龙在田说，榕江将永远铭记这份情谊。`, []],
  [
    "questions and answers with whom the title names",
    "对话顺德区挂职干部岑海波\n\n问：路好走吗？\n\n答：到榕江县开车要一个半小时。\n\n问：下一步呢？\n\n答：今年我们想把蛋鸡扩大到3万羽。",
    ["答：今年我们想把"],
  ],
  [
    "a letter's list is asked item by item; one's own teachers are only exhorted",
    "关于商请支持榕江县协作事项的函\n\n佛山市顺德区人民政府：\n\n现商请贵区予以支持：\n\n一、恳请支持我县建设资金1500万元。\n\n榕江县人民政府\n\n2023年6月1日",
    ["一、恳请支持我县"],
  ],
  [
    "minutes' items 关于…, what is prepared and what is agreed in principle",
    "榕江县·顺德区东西部协作联席会议纪要\n\n时间：2024年5月16日\n\n二、关于劳务协作。双方筹备6月下旬举办榕江专场招聘会，顺德区提供不少于2000个岗位。\n\n三、关于消费协作。会议原则同意设立榕江体验馆。",
    ["双方筹备6月下旬", "会议原则同意设立"],
  ],
  [
    "what the agreement says, sentence by sentence",
    `${head}按照协议，顺德区三年内每年安排30万元支持榕江县。榕江县每年选送两名干部到顺德区跟班学习。`,
    ["按照协议，顺德区三", "榕江县每年选送两名"],
  ],
];
for (const [what, text, expected] of promises)
  test(`commitments in prose: ${what}`, () =>
    assert.deepEqual(
      facts("commitment", text).map((item) => item.text.slice(0, expected[0]?.length ?? 9)),
      expected,
    ));

test("commitments in prose: a body whose name begins with its place promises for that side", () => {
  const [only] = facts("commitment", `${head}下一步，顺德区慈善总会还将在榕江县开展助学活动。`);
  assert.equal(only?.side, "east");
});

test("events in prose: what an interview's answer tells of a day, not what it intends", () => {
  const tell = (answer: string) =>
    facts("event", `对话顺德区挂职干部岑海波\n\n2023-06-20　榕江融媒\n\n问：那天怎么样？\n\n${answer}`).map(
      ({ type, start }) => `${type} ${start}`,
    );
  assert.deepEqual(tell("答：6月12日上午，顺德区与榕江县的座谈会在榕江县召开。"), ["meeting 2023-06-12"]);
  assert.deepEqual(tell("答：我们打算6月12日在榕江县召开顺德区与榕江县的座谈会。"), []);
});

test("dates in prose: 昨天 of a diary is the day before the day that heads its entry", () => {
  const starts = (line: string) =>
    facts("event", `挂职日记\n\n2023-12-19　榕江融媒\n\n${line}\n\n昨天，顺德区与榕江县的座谈会在榕江县召开。`).map(
      ({ start }) => start,
    );
  assert.deepEqual(starts("12月16日　星期六　晴"), ["2023-12-15"]);
  assert.deepEqual(starts("12月16日，星期六，天很冷。"), ["2023-12-18"]);
});

test("regions in prose: towns that sign with each other are parties and a pair; a town only visited is none", () => {
  const towns = (text: string) => [
    ...facts("region", head + text).map(({ path }) => path.slice(-3)),
    ...facts("pairing", head + text).map(({ east, west }) => `${last([east])} ${last([west])}`),
  ];
  assert.deepEqual(
    towns("6月12日，顺德区大良街道党工委书记梁志宏带队到榕江县古州镇考察。").filter((one) => /街道|州镇/.test(one)),
    ["良街道", "古州镇", "良街道 古州镇"],
  );
  assert.deepEqual(
    towns("6月12日，顺德区副区长梁志宏带队到榕江县古州镇考察。").filter((one) => /街道|古州镇/.test(one)),
    [],
  );
  assert.deepEqual(
    towns("老人都叫它小凉山。").filter((one) => one.includes("凉山")),
    [],
  );
});

test("events in prose: whom an answer tells of leads, not who answers", () => {
  const [visit] = facts(
    "event",
    "访榕江县委常委、副县长（挂职）岑海波\n\n2023-06-20　榕江融媒\n\n记者：谁来过？\n\n岑海波：6月12日，顺德区副区长梁志宏率队来榕江县，现场办公。",
  );
  assert.deepEqual([visit?.type, visit?.start, visit?.lead], ["visit", "2023-06-12", "梁志宏"]);
});

test("commitments in prose: who was posted speaks for the side that sent him, unless as one of the county's own", () => {
  const side = (said: string) =>
    facts("commitment", `${head}榕江县委常委、副县长（挂职）岑海波说，${said}`).map((item) => item.side);
  assert.deepEqual(side("我们会把顺德的老师再请来10名。"), ["east"]);
  assert.deepEqual(side("县里打算明年再请10名老师。"), ["west"]);
});

const works: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    "a road of a village, a service centre",
    "修了甲功村产业路，榕江县电商服务中心也开了。",
    ["甲功村产业路", "榕江县电商服务中心"],
  ],
  [
    "one school helps another",
    "顺德沧江中学对口帮扶榕江县第一民族中学，往洞镇茶叶初制厂也开了。",
    ["榕江县第一民族中学", "往洞镇茶叶初制厂"],
  ],
  ["a head noun inside a firm's name", "佛山惠果园生物科技有限公司来了。", []],
  ["a wish for a plant, the town's kindergarten", "欢迎客商来榕江建芒果加工厂，把县城幼儿园的园长也请来。", []],
  [
    "zones that sign are what both build on; a zone that is only visited is not",
    "顺德经济开发区管委会与榕江县工业园区管委会签订园区共建协议。",
    ["顺德经济开发区", "榕江县工业园区"],
  ],
];
for (const [what, text, expected] of works)
  test(`projects in prose: ${what}`, () =>
    assert.deepEqual(
      facts("project", head + text).map(({ name }) => name),
      expected,
    ));

test("regions in prose: a place in brackets inside a firm's name, a papers' author, a neighbour's rank", () => {
  const pairs = (text: string) => facts("pairing", text).map(({ east, west }) => `${last([east])} ${last([west])}`);
  assert.deepEqual(pairs(`${head}某某能源科技（深圳）有限公司向榕江县捐赠图书。`), ["顺德区 榕江县"]);
  assert.deepEqual(pairs(`${head}两地学习了广东与贵州省委关于东西部协作的会议精神。`), ["顺德区 榕江县"]);
  assert.deepEqual(pairs("6月1日，佛山市顺德区作为佛山市强区结对帮扶榕江县，顺德区与榕江县结下情谊。"), [
    "顺德区 榕江县",
  ]);
});

test("dates in prose: the year of what is held once a year, unless a later one is printed", () => {
  const starts = (text: string) => facts("event", text).map(({ start }) => start);
  const fair = "4月15日，佛山市顺德区、榕江县2020年东西部劳务协作专场招聘会在榕江县举行。";
  assert.deepEqual(starts(fair), ["2020-04-15"]);
  assert.deepEqual(starts(`${fair}到2021年还有三场。`), ["--04-15"]);
  assert.deepEqual(starts(`${fair}到2021年建成两座车间。`), ["2020-04-15"]);
  // 今年 behind a year that stands alone is another year; behind a day of that year it is not.
  const tale = (told: string) => `${told}今年4月15日，佛山市顺德区与榕江县座谈会在榕江县召开。`;
  assert.deepEqual(starts(tale("2023年，工作组来调研。")), ["--04-15"]);
  assert.ok(starts(tale("2023年3月2日，工作组来调研。")).includes("2023-04-15"));
  const since = "自2021年结对以来，投入资金300万元。\n\n又讯　4月15日，佛山市顺德区与榕江县座谈会在榕江县召开。";
  assert.deepEqual(starts(since), ["--04-15"]);
  const minutes =
    "榕江县·佛山市顺德区联席会议纪要\n\n时间：2024年5月16日\n地点：榕江县\n\n二、关于劳务协作。双方筹备6月下旬在顺德举办招聘会。";
  assert.deepEqual(
    facts("event", minutes).flatMap(({ type, status }) => (status === "held" ? [type] : [])),
    ["meeting"],
  );
});

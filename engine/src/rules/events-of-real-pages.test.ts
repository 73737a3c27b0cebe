import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";
import type { EventFact } from "../fact.js";

const held = (text: string): readonly EventFact[] =>
  extract({
    name: "text.txt",
    bytes: new TextEncoder().encode(`两地携手\n2023-06-20\n${text}`),
  }).extraction.facts.filter((fact): fact is EventFact => fact.kind === "event" && fact.status === "held");
const last = (paths: readonly string[]) => paths.map((path) => path.replace(/^.*[省市州区县](?=.{2})/, "")).join("+");
const shown = (text: string): readonly string[] =>
  held(text)
    .map(
      (event) =>
        `${event.type} ${event.start}..${event.end} ${last(event.visitor)}→${last(event.host)} ${event.lead ?? "-"}`,
    )
    .sort();

/** Ways in which real pages tell events, in sentences of our own: what is told, and the near misses that are none. */
const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    "who sets out to teach is posted; a first meeting of those who are posted is no meeting of the sides",
    "6月9日，我们从佛山出发，乘飞机前往贵州，开始我们的支教之旅。6月10日，佛山市顺德区教育局副局长钱慕禾在榕江县参加了专业技术人才挂职见面会。",
    ["talent 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "an exchange group comes on business, whatever for",
    "6月9日，榕江县交流团首先来到佛山市顺德区，同那里的伙伴见了面。",
    ["visit 2023-06-09..2023-06-09 榕江县→顺德区 -"],
  ],
  [
    "who leads is at home where they go",
    "6月9日，佛山市顺德区总工会副主席钱慕禾带队联动贵州省榕江县总工会，前往佛山市顺德区大良街道开展慰问活动，交流了情况。",
    [],
  ],
  [
    "guests who have come, in the words of a diary; who leads them is told next",
    "6月9日，佛山市顺德区卫生健康局的同志们到了。带队的副局长钱慕禾一进榕江县人民医院就去了病房。",
    ["visit 2023-06-09..2023-06-09 顺德区→榕江县 钱慕禾"],
  ],
  [
    "from when on is not when; a ceremony is of what was signed in it",
    "6月9日，佛山市顺德区工商联到榕江县忠诚镇幼儿园捐赠图书300册，并举行村企结对签约仪式。自今年3月1日，新园正式开学后，顺德区帮扶工作队制定计划，动员企业开展本次捐赠活动。仪式后，来自顺德区的三家企业与榕江县签订结对帮扶协议。",
    ["donation 2023-06-09..2023-06-09 顺德区→榕江县 -", "signing 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "works are handed over at a ceremony; what another meeting's words were is handed on",
    "近日，佛山市顺德区援建的十大项目集中交付使用仪式在榕江县举行。6月9日，会议传达学习了省委书记与帮扶工作队负责同志座谈时的要求。",
    ["unveiling null..null 顺德区→榕江县 -"],
  ],
  [
    "a team that teaches visits; what was asked of a reporter leads nobody anywhere",
    "6月9日，佛山市顺德区教育局名师团来榕江县送教，在榕江一中上示范课8节。带着问题，记者来到榕江县中医院。",
    ["visit 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "behind a quote and its speaker's tag the paper tells on",
    "“盼了三年！”榕江一小教师龙在田说。日前，佛山市顺德区向榕江县第一小学捐赠了300套课桌。",
    ["donation null..null 顺德区→榕江县 -"],
  ],
  [
    "a quote that trails off has ended; the day behind it counts",
    "“歌声真亮啊……”6月9日，榕江县第一小学门口人头攒动。活动中，佛山市顺德区工商联向榕江县第一小学捐赠电脑20台。",
    ["donation 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "三天之后 is counted from the day told last",
    "6月6日，佛山市顺德区副区长钱慕禾率队到榕江县考察。三天之后，顺德区与榕江县签订协作协议。",
    ["signing 2023-06-09..2023-06-09 顺德区→榕江县 -", "visit 2023-06-06..2023-06-06 顺德区→榕江县 钱慕禾"],
  ],
  [
    "当天 behind a span is the day on which they came",
    "6月6日至8日，佛山市顺德区区长钱慕禾率团到榕江县考察。当天，双方召开联席会议。",
    ["meeting 2023-06-06..2023-06-06 顺德区→榕江县 -", "visit 2023-06-06..2023-06-08 顺德区→榕江县 钱慕禾"],
  ],
  [
    "a fair that is told before its day is one fair; those who ask for work sign nothing",
    "顺德区人社局组织12家企业赴榕江县开展招聘活动。6月9日，专场招聘会在榕江县举行，吸引900人现场咨询、签约。",
    ["fair 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "通过召开座谈会…后 tells a meeting; how much was signed follows what was signed",
    "6月9日，佛山市顺德区副区长钱慕禾到榕江县调研，通过召开座谈会、走访农户后，钱慕禾表示满意。\n会后，双方签署合作协议9个，签约金额7000万元。",
    [
      "meeting 2023-06-09..2023-06-09 顺德区→榕江县 -",
      "signing 2023-06-09..2023-06-09 顺德区→榕江县 -",
      "visit 2023-06-09..2023-06-09 顺德区→榕江县 钱慕禾",
    ],
  ],
  [
    "a conference for cooperation is a meeting",
    "6月9日，顺德区·榕江县合作交流大会在榕江县举行。",
    ["meeting 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "an honour for many opens nothing",
    "6月9日，顺德区与榕江县座谈会在榕江县召开。会上，榕江县人社局为8个示范村和10家示范园授牌。",
    ["meeting 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "several leaders and 等 go without a word for a delegation",
    "6月11日至14日，佛山市顺德区政协主席钱慕禾，顺德区政协副主席岑海波等到贵州省榕江县开展对口帮扶调研工作。",
    ["visit 2023-06-11..2023-06-14 顺德区→榕江县 钱慕禾"],
  ],
  [
    "somebody comes to the publisher's own county, the purpose far behind the verb",
    "6月9日下午，佛山市顺德区区长钱慕禾一行来我县就两地东西部协作的有关事宜进行交流对接。榕江县委书记龙在田陪同。",
    ["visit 2023-06-09..2023-06-09 顺德区→榕江县 钱慕禾"],
  ],
  [
    "what is signed behind a report is told by the paper",
    "6月9日，顺德区与榕江县东西部协作联席会议在榕江县召开。会上，榕江县副县长钱慕禾汇报工作；双方签署协作协议。",
    ["meeting 2023-06-09..2023-06-09 顺德区→榕江县 -", "signing 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "a meeting that is called by slogans in quotation marks",
    "6月9日，佛山市顺德区副区长钱慕禾一行到榕江县考察。在两地“镇乡结对”、“村村结对”工作座谈会上，两地介绍了情况。",
    ["meeting 2023-06-09..2023-06-09 顺德区→榕江县 -", "visit 2023-06-09..2023-06-09 顺德区→榕江县 钱慕禾"],
  ],
  [
    "the next team sets out as the last one comes home",
    "近日，顺德区第三批援榕教师完成任务返回，6月9日，第四批援榕教师奔赴榕江县。",
    ["talent 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "an office comes, without anybody by name",
    "6月9日，佛山市顺德区就业服务中心来榕江县考察劳动力资源。",
    ["visit 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "who is received travels, though nobody says that they came",
    "6月9日，佛山市顺德区委书记钱慕禾在区政府接见了榕江县委书记龙在田一行。",
    ["visit 2023-06-09..2023-06-09 榕江县→顺德区 龙在田"],
  ],
  [
    "after a ceremony the guests go on",
    "6月9日，顺德区援建的榕江县马铃薯扩繁中心投用仪式在榕江县举行，佛山市顺德区委书记钱慕禾、榕江县委书记龙在田出席。\n仪式结束后，一行人来到榕江县平江镇的村子里。",
    ["unveiling 2023-06-09..2023-06-09 顺德区→榕江县 -", "visit 2023-06-09..2023-06-09 顺德区→榕江县 钱慕禾"],
  ],
  [
    "those who attend a ceremony and go nowhere are no visit",
    "6月9日，榕江县马铃薯扩繁中心揭牌仪式在榕江县举行，佛山市顺德区委书记钱慕禾、榕江县委书记龙在田出席。",
    ["unveiling 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "the day of a meeting which the leader attended belongs to the trip that is told with another day",
    "6月9日，粤黔协作联席会议在榕江县召开，佛山市顺德区委书记钱慕禾、榕江县委书记龙在田出席。\n6月8日，钱慕禾率代表团在榕江县考察了两个产业园。",
    ["meeting 2023-06-09..2023-06-09 顺德区→榕江县 -", "visit 2023-06-08..2023-06-09 顺德区→榕江县 钱慕禾"],
  ],
  [
    "a province's own office inspects at home",
    "6月9日，省政府办公厅处长龙在田带领调研组来榕江县，就佛山市顺德区的东西部协作项目进行调研。",
    [],
  ],
  [
    "who leads looks at things in the next clause",
    "6月9日，佛山市顺德区副区长钱慕禾带领企业家代表团，实地考察榕江县蓝莓产业园，深入了解行情。",
    ["visit 2023-06-09..2023-06-09 顺德区→榕江县 钱慕禾"],
  ],
  [
    "workers and pupils who go are no visitors",
    "6月9日，榕江县的36名务工人员赴佛山市顺德区上岗。榕江县民族中学学生到佛山市顺德区参观学习。",
    [],
  ],
  [
    "two provinces hold a meeting in a city",
    "6月9日，广东省、贵州省党政联席会议在贵阳市召开。会上，两省签署了协作框架协议。",
    ["meeting 2023-06-09..2023-06-09 广东省→贵州省 -", "signing 2023-06-09..2023-06-09 广东省→贵州省 -"],
  ],
  [
    "one verb tells of two kinds of meetings: it is one meeting",
    "6月9日，顺德区与榕江县东西部协作联席会议在榕江县召开产业对接会。",
    ["meeting 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "who signs in the next clause is no party of the meeting; each deed has its own clause",
    "6月9日，佛山市顺德区与榕江县召开联席会议，佛山市顺德区向榕江县捐赠资金260万元，佛山市顺德区北滘镇与榕江县平江镇签订结对协议。",
    [
      "donation 2023-06-09..2023-06-09 顺德区→榕江县 -",
      "meeting 2023-06-09..2023-06-09 顺德区→榕江县 -",
      "signing 2023-06-09..2023-06-09 北滘镇→平江镇 -",
    ],
  ],
  [
    "a party's own body meets on the cooperation alone, and nobody comes",
    "6月9日，榕江县委书记龙在田主持召开县委常委会会议，专题研究与佛山市顺德区的东西部协作工作。",
    ["meeting 2023-06-09..2023-06-09 →榕江县 龙在田"],
  ],
  [
    "what is counted up to now was not signed that day",
    "6月9日，佛山市顺德区副区长钱慕禾率队到榕江县考察，双方座谈。目前榕江县已与28个地区签订了劳务协议。",
    ["meeting 2023-06-09..2023-06-09 顺德区→榕江县 -", "visit 2023-06-09..2023-06-09 顺德区→榕江县 钱慕禾"],
  ],
  [
    "told by those who gave, who were looking around first",
    "6月9日，佛山市顺德区慈善会到榕江县平江镇小学捐赠图书3000册。捐赠团队参观了校园。",
    ["donation 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "a province's delegation is led by who leads it, not by who keeps it company, and received by the province",
    "6月8日至10日，在广东省委书记钱慕禾、省长岑海波分别陪同下，贵州省委书记龙在田率贵州省党政代表团来粤考察。\n9日，粤黔东西部协作联席会议在广州市召开。",
    ["meeting 2023-06-09..2023-06-09 贵州省→广东省 -", "visit 2023-06-08..2023-06-10 贵州省→广东省 龙在田"],
  ],
  [
    "until when a fair goes on dates nothing else",
    "6月9日，佛山市顺德区、榕江县特色产品展销会在佛山市顺德区开幕。展会持续至11日。\n开幕式举行了集中签约，佛山市顺德区与榕江县签署了合作协议。",
    ["fair 2023-06-09..2023-06-11 榕江县→顺德区 -", "signing 2023-06-09..2023-06-09 榕江县→顺德区 -"],
  ],
  [
    "a ceremony of towns is where the towns sign",
    "6月9日，顺德·榕江乡镇结对签约仪式在榕江县举行，佛山市顺德区副区长钱慕禾出席。仪式上，佛山市顺德区北滘镇与榕江县平江镇签订结对协议。",
    ["signing 2023-06-09..2023-06-09 北滘镇→平江镇 -"],
  ],
  [
    "two counties sign apart, each its own",
    "6月9日，佛山市顺德区长钱慕禾率队赴贵州省榕江县、从江县考察。考察期间，顺德区总工会与榕江县总工会签订协议；顺德区北极星公司与从江县签订投资协议。",
    [
      "signing 2023-06-09..2023-06-09 顺德区→榕江县 -",
      "signing 2023-06-09..2023-06-09 顺德区→从江县 -",
      "visit 2023-06-09..2023-06-09 顺德区→榕江县+从江县 钱慕禾",
    ],
  ],
  [
    "posted cadres are introduced; the paper takes the word back with the day",
    "6月8日，佛山市顺德区选派赴榕江县挂职干部见面会在榕江县召开，区长钱慕禾勉励大家把先进理念带到山区。9日上午，佛山市顺德区与榕江县座谈会召开，榕江县县长龙在田通报情况。",
    ["meeting 2023-06-09..2023-06-09 顺德区→榕江县 -", "talent 2023-06-08..2023-06-08 顺德区→榕江县 -"],
  ],
  [
    "an activity that brings two sides together is a meeting; what was opened stands behind where",
    "6月9日，粤黔企业家工作对接活动在榕江县举行，佛山市顺德区、榕江县负责人参加。6月10日，在榕江县举行顺德区招商联络处揭牌仪式。",
    ["meeting 2023-06-09..2023-06-09 顺德区→榕江县 -", "unveiling 2023-06-10..2023-06-10 顺德区→榕江县 -"],
  ],
  [
    "a lesson to be held by a day was not held on it",
    "6月9日，佛山市顺德区与榕江县召开联席会议。榕江县人社局于6月30日前组织2期技能培训。",
    ["meeting 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "what stands in parentheses is no party of its own",
    "6月9日，佛山市顺德区·贵州省黔东南州(榕江县、从江县)东西部协作联席会议举行。",
    ["meeting 2023-06-09..2023-06-09 顺德区→黔东南苗族侗族自治州 -"],
  ],
  [
    "things handed over, lessons without the word for a class, a shop that opens its doors",
    "6月9日，佛山市顺德区援助榕江县的救护车交接仪式在榕江县举行。\n6月10日，顺德区在榕江县举办电商直播技能培训。\n6月11日，顺德区援建的榕江县特产体验馆正式营业。",
    [
      "donation 2023-06-09..2023-06-09 顺德区→榕江县 -",
      "training 2023-06-10..2023-06-10 顺德区→榕江县 -",
      "unveiling 2023-06-11..2023-06-11 顺德区→榕江县 -",
    ],
  ],
  [
    "who is greeted was posted",
    "6月9日，佛山市顺德区选派的23名医生到达榕江县，榕江县卫健局与支医医生召开了见面会。",
    ["talent 2023-06-09..2023-06-09 顺德区→榕江县 -"],
  ],
  [
    "a meeting told by its day alone",
    "6月8日，佛山市顺德区委书记钱慕禾率代表团到榕江县考察。9日上午的座谈会，两地把今年的账摆到了桌面上。",
    ["meeting 2023-06-09..2023-06-09 顺德区→榕江县 -", "visit 2023-06-08..2023-06-09 顺德区→榕江县 钱慕禾"],
  ],
  [
    "who sends a delegation does not lead it",
    "6月8日，受佛山市顺德区委书记钱慕禾委托，区政协副主席岑海波带队来到榕江县调研。",
    ["visit 2023-06-08..2023-06-08 顺德区→榕江县 岑海波"],
  ],
  [
    "a delegation that others put together",
    "6月8日，由佛山市顺德区工商联组织的12家企业负责人走进榕江县寻找商机，逐村踩点。",
    ["visit 2023-06-08..2023-06-08 顺德区→榕江县 -"],
  ],
  [
    "a farewell to those who are about to leave",
    "6月8日，顺德区委组织部为8名即将奔赴榕江县的支教教师举行送行仪式。",
    ["talent 2023-06-08..2023-06-08 顺德区→榕江县 -"],
  ],
  [
    "those who report for duty, and the meeting that greets them",
    "6月8日，顺德区的6名医生抵达榕江县。在随后召开的见面会上，县里给每个人安排了住处。",
    ["talent 2023-06-08..2023-06-08 顺德区→榕江县 -"],
  ],
  [
    "who built it gives nothing on the day when it opens",
    "6月8日，顺德区商会捐建的榕江县苗绣工坊开业。",
    ["unveiling 2023-06-08..2023-06-08 顺德区→榕江县 -"],
  ],
  [
    "somebody hurries there with others, to plan things",
    "6月8日，佛山市顺德区委书记钱慕禾带着教育、卫健等部门负责人，一路赶到榕江县谋划新项目。",
    ["visit 2023-06-08..2023-06-08 顺德区→榕江县 钱慕禾"],
  ],
  [
    "a farewell meeting is no meeting of the two sides",
    "6月8日，顺德区派驻榕江县的3名教师期满返程，榕江县举行欢送座谈会。",
    ["talent 2023-06-08..2023-06-08 顺德区→榕江县 -"],
  ],
  [
    "a room with a number is no day",
    "6月8日至9日，佛山市顺德区委书记钱慕禾率代表团到榕江县考察。9日下午，座谈会在县委一号会议室召开。",
    ["meeting 2023-06-09..2023-06-09 顺德区→榕江县 -", "visit 2023-06-08..2023-06-09 顺德区→榕江县 钱慕禾"],
  ],
  [
    "an office that brings others along",
    "6月8日至9日，榕江县农业农村局组织两镇有关人员，赴佛山市顺德区考察学习。",
    ["visit 2023-06-08..2023-06-09 榕江县→顺德区 -"],
  ],
  [
    "who is shown things of one's own at home does not travel there",
    "6月8日，佛山市顺德区委书记钱慕禾率队赴榕江县考察。在榕江县，我区代表团考察了顺德某家具厂的分厂。",
    ["visit 2023-06-08..2023-06-08 顺德区→榕江县 钱慕禾"],
  ],
  [
    "who takes a delegation along leads it; gifts to posted staff are care",
    "6月8日至9日，佛山市顺德区委书记钱慕禾携党政考察团抵达榕江县，开展对口协作交流。9日，考察团来到榕江县人民医院，为顺德派驻的5位医生送上中秋慰问品。",
    ["talent 2023-06-09..2023-06-09 顺德区→榕江县 钱慕禾", "visit 2023-06-08..2023-06-09 顺德区→榕江县 钱慕禾"],
  ],
  [
    "what was given before, behind what happens today; gifts to households are care",
    "6月8日，由佛山市顺德区捐赠的体检车首次开进榕江县的村子。6月9日，佛山市顺德区委书记钱慕禾率队到榕江县走访慰问困难群众8户，并送去棉被8床。",
    ["visit 2023-06-09..2023-06-09 顺德区→榕江县 钱慕禾"],
  ],
];
for (const [what, text, expected] of cases)
  test(`events of real pages: ${what}`, () => assert.deepEqual(shown(text), [...expected].sort()));

test("events of real pages: 在随后召开的会上 names no place", () => {
  const [meeting] = held("6月9日，佛山市顺德区长钱慕禾率队赴榕江县考察。在随后召开的联席会议上，双方交换意见。").filter(
    ({ type }) => type === "meeting",
  );
  assert.equal(meeting?.place, null);
});

test("commitments of real pages: a quantity before the word of will is told, not promised", () => {
  const quantities = (said: string) =>
    extract({
      name: "text.txt",
      bytes: new TextEncoder().encode(`两地携手\n榕江县委书记龙在田与佛山市顺德区座谈。龙在田说，${said}`),
    }).extraction.facts.flatMap((fact) => (fact.kind === "commitment" ? [fact.quantity?.value ?? null] : []));
  assert.deepEqual(quantities("前两年来了23名医生，希望顺德区继续给予支持。"), [null]);
  assert.deepEqual(quantities("前两年来了23名医生，希望顺德区再选派12名医生。"), [12]);
});

test("pairings of real pages: a province's delegation pairs the provinces, the county it visits was visited", () => {
  const text = "6月8日，广东省党政代表团赴贵州省考察，广东省委书记钱慕禾来到贵州省榕江县蓝莓产业园。";
  const { facts } = extract({ name: "text.txt", bytes: new TextEncoder().encode(`两地携手\n${text}`) }).extraction;
  const pairs = facts.flatMap((fact) => (fact.kind === "pairing" ? [`${fact.east} ${fact.west}`] : []));
  assert.deepEqual(pairs, ["广东省 贵州省"]);
});

test("events of real pages: what was opened is named without where it was held", () => {
  const [opened] = held("6月10日，在榕江县举行顺德区招商联络处揭牌仪式。");
  assert.equal(opened?.object, "顺德区招商联络处");
});

test("commitments of real pages: who speaks after what he did, point by point", () => {
  const said = (text: string) =>
    extract({
      name: "text.txt",
      bytes: new TextEncoder().encode(`两地携手\n佛山市顺德区与榕江县召开例会。榕江县委书记龙在田出席。\n${text}`),
    }).extraction.facts.flatMap((fact) =>
      fact.kind === "commitment" ? [`${fact.speaker ?? "-"}: ${fact.text.slice(0, 6)}`] : [],
    );
  const rows: readonly (readonly [text: string, expected: readonly string[]])[] = [
    ["龙在田做总结发言，并对下一阶段工作提出要求。一要尽快推动互访，二要抓好项目进度。", ["龙在田: 一要尽快推动"]],
    ["龙在田带领县农业农村局负责人调研协作工作时指出，要用好协作政策。", ["龙在田: 龙在田带领县"]],
    [
      "会议要求，一是加快进度，确保按时完成。二是强化保障。各实施单位要探索创新工作体系。",
      ["-: 会议要求，一", "-: 各实施单位要"],
    ],
    ["龙在田在书上写下：“希望这本书打开一扇门。”", []],
  ];
  for (const [text, expected] of rows) assert.deepEqual(said(text), expected, text);
});

test("events of real pages: a year since which nothing is told any more is not the day's", () => {
  const starts = (text: string) =>
    extract({ name: "text.txt", bytes: new TextEncoder().encode(text) }).extraction.facts.flatMap((fact) =>
      fact.kind === "event" ? [fact.start] : [],
    );
  const told = "2017年，顺德区与榕江县结对。\n7月2日，佛山市顺德区副区长钱慕禾率队赴榕江县考察。";
  assert.deepEqual(starts(told), ["2017-07-02"]);
  assert.deepEqual(starts(`${told}\n2022年以来，两地互访不断。`), ["--07-02"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { markedArticle } from "./document/marked-article.js";
import type { Draft, Rule } from "./draft.js";
import type { EventDraft } from "./events/scene.js";
import { extract } from "./extract.js";
import { eventDonation } from "./rules/event-donation.js";
import { eventFair } from "./rules/event-fair.js";
import { eventMeeting } from "./rules/event-meeting.js";
import { eventSigning } from "./rules/event-signing.js";
import { eventTalent } from "./rules/event-talent.js";
import { eventTraining } from "./rules/event-training.js";
import { eventUnveiling } from "./rules/event-unveiling.js";
import { eventVisit } from "./rules/event-visit.js";

const order: readonly Rule[] = [
  eventVisit,
  eventTraining,
  eventFair,
  eventMeeting,
  eventSigning,
  eventUnveiling,
  eventDonation,
  eventTalent,
];
const E = "{east 广东省佛山市顺德区|顺德区}";
const W = "{west 贵州省黔东南州榕江县|榕江县}";
const TRIP = `{date 2023-05-08..2023-05-10|5月8日至10日}，${E}区委书记{person 钱慕禾}率党政代表团赴${W}考察。`;

function events(marked: string): readonly EventDraft[] {
  const article = markedArticle(marked, "2023-05-12");
  let drafts: readonly Draft[] = [];
  for (const rule of order) drafts = [...drafts, ...rule.apply(article, drafts)];
  return drafts.filter((draft) => draft.kind === "event" && draft.status === "held") as readonly EventDraft[];
}

const brief = (event: EventDraft): string => {
  const short = (paths: readonly string[]) => paths.map((path) => path.slice(-3)).join("+");
  return `${event.type} ${event.start}..${event.end} ${short(event.visitor)}→${short(event.host)} ${event.lead ?? "-"}`;
};
const visit = "visit 2023-05-08..2023-05-10 顺德区→榕江县 钱慕禾";

const cases: readonly [what: string, marked: string, expected: readonly string[]][] = [
  ["a delegation's trip is one visit, told again or not", `${TRIP}\n在${W}，代表团一行调研了某某产业园。`, [visit]],
  [
    "the first of several leaders leads",
    `{date 2023-05-08|5月8日}，{east 广东省东莞市甲镇|甲镇}党委书记{person 钱慕禾}，{east 广东省东莞市乙镇|乙镇}镇长{person 赵一帆}率联合考察团到${W}考察。`,
    ["visit 2023-05-08..2023-05-08 市甲镇+市乙镇→榕江县 钱慕禾"],
  ],
  [
    "what a notice announces is planned",
    `{date 2023-06-08|6月8日}，${E}—${W}专场招聘会在{west 贵州省黔东南州榕江县|榕江县}广场举行。`,
    [],
  ],
  [
    "two meetings of one day at two places are two",
    `{date 2023-05-08..2023-05-10|5月8日至10日}，${E}区委书记{person 钱慕禾}率代表团赴${W}、{west 贵州省黔东南州从江县|从江县}考察。\n{date 2023-05-09|9日}上午，代表团来到${W}，两地召开座谈会。\n当晚，代表团来到{west 贵州省黔东南州从江县|从江县}，两地召开座谈会。`,
    [
      "visit 2023-05-08..2023-05-10 顺德区→榕江县+从江县 钱慕禾",
      "meeting 2023-05-09..2023-05-09 顺德区→榕江县 -",
      "meeting 2023-05-09..2023-05-09 顺德区→从江县 -",
    ],
  ],
  [
    "a list of days is one span",
    `{date 2023-05-08|5月8日}、{date 2023-05-09|9日}，${E}区委书记{person 钱慕禾}率代表团赴${W}考察。`,
    ["visit 2023-05-08..2023-05-09 顺德区→榕江县 钱慕禾"],
  ],
  [
    "a meeting beside the trip's days is told again with its own",
    `${TRIP.replace("考察。", "考察，并召开工作座谈会。")}\n在{date 2023-05-09|9日}下午举行的座谈会上，{person 龙在田}介绍了情况。`,
    [visit, "meeting 2023-05-09..2023-05-09 顺德区→榕江县 -"],
  ],
  ["statistics tell no event", `${TRIP}\n据统计，今年1至4月，${E}捐赠物资折款20万元，双方签订协议两份。`, [visit]],
  [
    "care alone is no visit",
    `{date |近日}，${E}区委书记{person 钱慕禾}带队赴${W}，看望慰问派驻干部。`,
    ["talent null..null 顺德区→榕江县 钱慕禾"],
  ],
  [
    "a visit to come and a visit of the past are not held",
    `按照计划，{date 2023-06|6月}${E}代表团将赴${W}考察。\n{date 2016|2016年}，${E}代表团赴${W}考察。`,
    [],
  ],
  [
    "a meeting of both sides with chair and day",
    `${TRIP}\n{date 2023-05-09|9日}上午，${E}与${W}召开东西部协作联席会议，{person 龙在田}主持。`,
    [visit, "meeting 2023-05-09..2023-05-09 顺德区→榕江县 龙在田"],
  ],
  [
    "座谈会上 is a meeting that nobody announced, on the trip's days",
    `${TRIP}\n座谈会上，{person 龙在田}介绍了情况。`,
    [visit, "meeting 2023-05-08..2023-05-10 顺德区→榕江县 -"],
  ],
  [
    "座谈会上 after an announced one is the same",
    `${TRIP}\n{date 2023-05-09|9日}，双方召开座谈会。座谈会上，{person 龙在田}介绍了情况。`,
    [visit, "meeting 2023-05-09..2023-05-09 顺德区→榕江县 -"],
  ],
  ["meetings that are only counted", `${TRIP}\n{date |今年以来}，召开工作会议2次、联席会议三次。`, [visit]],
  [
    "会上 is the meeting's day, whatever was said between",
    `${TRIP}\n{date 2023-05-09|9日}，双方召开联席会议。\n{person 龙在田}说，路通了。\n会上，${E}向${W}捐赠资金20万元。`,
    [visit, "meeting 2023-05-09..2023-05-09 顺德区→榕江县 -", "donation 2023-05-09..2023-05-09 顺德区→榕江县 -"],
  ],
  [
    "counties and towns sign apart",
    `${TRIP}\n会上，${E}与${W}签订《协作协议》；{east 广东省佛山市顺德区甲镇|甲镇}与{west 贵州省黔东南州榕江县乙镇|乙镇}签订结对协议。`,
    [visit, "signing 2023-05-08..2023-05-10 顺德区→榕江县 -", "signing 2023-05-08..2023-05-10 区甲镇→县乙镇 -"],
  ],
  [
    "employment of people and orders of some weeks are no signing",
    `${TRIP}\n两县签订协作协议三年来，现场45人达成就业协议，短短两周时间就签订了860个采购订单。`,
    [visit],
  ],
  ["labour contracts are no signing", `${TRIP}\n120人与企业签订了劳动合同。`, [visit]],
  [
    "the receiver decides who gives",
    `${TRIP}\n随后，某某有限公司向${W}捐赠课桌100套。`,
    [visit, "donation 2023-05-08..2023-05-10 顺德区→榕江县 -"],
  ],
  [
    "where the ceremony was held gives nothing",
    `{date 2023-05-09|5月9日}，在${W}某某小学举行的捐赠仪式上，${E}工商联捐赠校服400套。`,
    ["donation 2023-05-09..2023-05-09 顺德区→榕江县 -"],
  ],
  [
    "news without a day, told in its first words",
    `来源：某某报\n${E}在${W}同步组织开展了专场招聘会，现场来了40余人。`,
    ["fair null..null 顺德区→榕江县 -"],
  ],
  ["what went before the news is no news", `${TRIP}\n前期，${E}与${W}签订捐赠协议书。`, [visit]],
  ["giving as a sum of a report", `${TRIP}\n动员社会捐赠款物折合300万元。`, [visit]],
  [
    "a ceremony is an unveiling, a stage needs its day",
    `${TRIP}\n在${W}，代表团为“某某工作站”揭牌。\n二期工程预计明年投产。`,
    [visit, "unveiling 2023-05-08..2023-05-10 顺德区→榕江县 -"],
  ],
  [
    "a plant that opened on its own day",
    `{date 2023-04-28|4月28日}，{west 贵州省黔东南州榕江县|榕江县}菌菇加工厂建成投产。`,
    ["unveiling 2023-04-28..2023-04-28 →榕江县 -"],
  ],
  [
    "召开园区会 is no 开园",
    `${TRIP}\n{date 2023-05-09|9日}，双方召开园区共建对接会。`,
    [visit, "meeting 2023-05-09..2023-05-09 顺德区→榕江县 -"],
  ],
  [
    "posted staff visited on their own day",
    `${TRIP}\n{date 2023-05-10|10日}上午，{person 钱慕禾}看望了顺德派驻的8名医生。`,
    [visit, "talent 2023-05-10..2023-05-10 顺德区→榕江县 钱慕禾"],
  ],
  ["poor households are not posted staff", `${TRIP}\n{date 2023-05-10|10日}，{person 钱慕禾}走访慰问脱贫户。`, [visit]],
  [
    "a farewell is one event",
    `{date 2023-04-04|4月4日}，${E}举行医疗队欢送会。领队{person 赵一帆}等11人即将奔赴${W}。`,
    ["talent 2023-04-04..2023-04-04 顺德区→榕江县 赵一帆"],
  ],
  [
    "a course from its opening to its end",
    `{date 2023-04-26|4月26日}，${W}技术培训班开班，{date 2023-04-28|28日}结业。\n开班式上，${E}向${W}捐赠图书。`,
    ["training 2023-04-26..2023-04-28 顺德区→榕江县 -", "donation 2023-04-26..2023-04-26 顺德区→榕江县 -"],
  ],
  [
    "a fair, and fairs that are only counted",
    `{date 2023-02-13|2月13日}，${E}—${W}专场招聘会在{west 贵州省黔东南州榕江县|榕江县}广场举行。\n{date |今年以来}，举办招聘会8场。`,
    ["fair 2023-02-13..2023-02-13 顺德区→榕江县 -"],
  ],
  [
    "the day of a dispatch is not the day of what it tells",
    `某报榕江{date 2023-05-11|5月11日}电 {date 2023-05-08..2023-05-10|5月8日至10日}，${E}区委书记{person 钱慕禾}率党政代表团赴${W}考察。\n会上，双方签订协议。`,
    [visit, "signing 2023-05-08..2023-05-10 顺德区→榕江县 -"],
  ],
  [
    "who welcomes is the host, visit by visit",
    `{date 2023-05-08|5月8日}，${E}迎来了{west 贵州省黔东南州榕江县|榕江县}协作调研组，{east 广东省佛山市高明区|高明区}迎来{west 贵州省黔东南州从江县|从江县}党政代表团。`,
    ["visit 2023-05-08..2023-05-08 榕江县→顺德区 -", "visit 2023-05-08..2023-05-08 从江县→高明区 -"],
  ],
  [
    "a body goes without a word for a delegation",
    `{date |日前}，${E}教育局赴${W}开展结对交流活动。`,
    ["visit null..null 顺德区→榕江县 -"],
  ],
  ["workers who leave for a factory are no visit", `{date 2023-05-08|5月8日}，${W}群众赴${E}务工。`, []],
  [
    "the meeting's own name says its sides, the chair told later is its own",
    `${TRIP.replace("考察。", "、{west 贵州省黔东南州从江县|从江县}考察，并召开{east 广东省佛山市顺德区|顺德}—{west 贵州省黔东南州|黔东南州}东西部协作联席会议。")}\n州委书记{person 龙在田}主持会议。`,
    ["visit 2023-05-08..2023-05-10 顺德区→榕江县+从江县 钱慕禾", "meeting 2023-05-08..2023-05-10 顺德区→东南州 龙在田"],
  ],
  [
    "a meeting told only by who came",
    `${TRIP.replace("考察。", "考察，并参加对口协作座谈会。")}`,
    [visit, "meeting 2023-05-08..2023-05-10 顺德区→榕江县 -"],
  ],
  [
    "one meeting by its full and by its short name, told only by who spoke there",
    `${TRIP}\n在${W}工作座谈会上，{person 龙在田}介绍了情况。\n座谈会上，${E}向${W}捐赠资金20万元。`,
    [visit, "meeting 2023-05-08..2023-05-10 顺德区→榕江县 -", "donation 2023-05-08..2023-05-10 顺德区→榕江县 -"],
  ],
  ["a trade fair is no meeting of the two", `${TRIP}\n代表团参加第25届投资贸易洽谈会。`, [visit]],
  [
    "posted staff say whose they are",
    `{date 2023-05-10|5月10日}，{person 钱慕禾}看望了{east 广东省佛山市顺德区甲镇|甲镇}驻${W}工作组全体成员。`,
    ["talent 2023-05-10..2023-05-10 区甲镇→榕江县 钱慕禾"],
  ],
  ["last year's meeting is another one", `${TRIP}\n在去年召开的联席会议上，两地定下三件事。`, [visit]],
  [
    "a posted team sets out on a day",
    `{date |近日}，${E}选派4名医生组成帮扶医疗队，启程前往${W}人民医院。`,
    ["talent null..null 顺德区→榕江县 -"],
  ],
  ["a banner is no gift", `${TRIP}\n{date 2023-05-10|10日}，${W}向${E}捐赠了锦旗。`, [visit]],
  ["a way of working is no fair", `{date 2023-05-10|10日}，${E}与${W}通过共同举办招聘会帮助群众返岗。`, []],
  [
    "a name in quotation marks opens no speech",
    `${TRIP}\n“某某夜校”揭牌仪式在{west 贵州省黔东南州榕江县|榕江县}举行。`,
    [visit, "unveiling 2023-05-08..2023-05-10 顺德区→榕江县 -"],
  ],
  [
    "what a speaker tells is not what happened here",
    `${TRIP}\n{person 龙在田}说，去年双方签订了协议，还召开了座谈会。`,
    [visit],
  ],
];

for (const [what, marked, expected] of cases)
  test(`events: ${what}`, () => assert.deepEqual(events(marked).map(brief), expected));

test("a meeting, a gift and a signing belong to their trip", () => {
  const [trip, ...others] = events(`${TRIP}\n会上，${E}与${W}签订协议，捐赠资金20万元。`);
  assert.ok(others.length === 2 && others.every((event) => event.within === trip?.key));
});

test("captions alone may say where a meeting was and who signed", () => {
  const [, meeting, signing] = events(
    `${TRIP}\n> 在乙镇召开座谈会\n座谈会上，{person 龙在田}介绍了情况。\n> 在广东某某塑胶制品有限公司签约\n期间，代表团与公司签订了投资合同。`,
  );
  assert.equal(meeting?.place, "乙镇");
  assert.deepEqual([signing?.place, signing?.object], ["广东某某塑胶制品有限公司", "投资合同"]);
});

test("stops are typed by what they are", () => {
  const [trip] = events(
    `${TRIP}\n在${W}，代表团一行调研粮油加工厂二期建设项目，走进某某烈士纪念馆，走访了榕江县第二中学和乙村。\n> 在乙镇综合保税区展示厅参观`,
  );
  assert.deepEqual(
    trip?.stops.map((stop) => [stop.name, stop.type]),
    [
      ["粮油加工厂二期建设项目", "project"],
      ["某某烈士纪念馆", "party_education"],
      ["榕江县第二中学", "school"],
      ["乙村", "village"],
      ["乙镇综合保税区展示厅", "infrastructure"],
    ],
  );
});

test("a year's report of fifty trips is read as a short one is: a meeting on the day before belongs to its trip", () => {
  const names = "陈志强 李建国 王海涛 赵文斌 刘永平 孙国庆 周立新 吴学军 郑小龙 冯少华".split(" ");
  const trips = Array.from({ length: 50 }, (_, at) => {
    const day = new Date(Date.UTC(2023, 0, 10 + at * 6));
    return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日，广州市白云区委书记${names[at % 10]}率党政代表团赴贵州省罗甸县考察。`;
  });
  const lines = [
    "白云区2023年东西部协作大事记",
    "2023-12-31",
    "1月9日，白云区·罗甸县联席会议在罗甸县召开，白云区委书记陈志强出席会议。",
    ...trips,
  ];
  const { facts } = extract({ name: "大事记.txt", bytes: new TextEncoder().encode(lines.join("\n")) }).extraction;
  const visits = facts.flatMap((fact) => (fact.kind === "event" && fact.type === "visit" ? [fact] : []));
  assert.equal(visits.length, 50);
  assert.deepEqual([visits[0]?.start, visits[0]?.end, visits[0]?.lead], ["2023-01-09", "2023-01-10", "陈志强"]);
});

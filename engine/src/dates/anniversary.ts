import { numberAt } from "../numbers/chinese-number.js";
import { matchesOf, Pattern } from "../patterns/pattern.js";

/** 建党100周年 says 2021: anniversaries whose first year everybody knows. */
const anniversaries: readonly (readonly [RegExp, number])[] = [
  [/(?:建党|中国共产党成立|党的百年)[0-9一二三四五六七八九十百]{0,4}/, 1921],
  [/(?:建国|新中国成立|中华人民共和国成立)/, 1949],
  [/改革开放/, 1978],
  [/红军长征胜利/, 1936],
];

const TOLD = new Pattern(
  /(建党|中国共产党成立|建国|新中国成立|中华人民共和国成立|改革开放|长征胜利)([0-9]{2,3}|[一二三四五六七八九]十|一?百)周年/g,
);
/** 2023年第二次联席会议在…召开, 召开2023年度联席会. */
const ANNUAL_MEETING = new Pattern(
  /(?:召开|举行)[^，,。；;\n]{0,16}?(20\d\d)年(?:度|第[一二三四]次)?[^，,。；;\n]{0,16}?联席会|(20\d\d)年(?:度|第[一二三四]次)?[^，,。；;\n]{0,16}?联席会议?[^，,。；;\n]{0,12}?(?:召开|举行)/,
);
/** 签订2023年度协作协议; a paper of several years (2024—2025年度) tells none. */
const ANNUAL_PAPER = new Pattern(
  /(?:签订|签署)(?:[^，,。；;—–~至到-]{0,30}[^，,。；;—–~至到0-9-])?《?(20\d\d)年度?(?![—–~至到-])[^，,。；;]{0,12}?协议/,
);

/** The year that an anniversary, or an annual agreement or meeting, in the text implies, for documents that print no other. */
export function anniversaryYear(text: string): number | null {
  const whole = { document: text, start: 0, text };
  for (const match of TOLD.matches(whole)) {
    const base = anniversaries.find(([name]) =>
      name.test(match[1] === "长征胜利" ? "红军长征胜利" : (match[1] ?? "")),
    )?.[1];
    const count = numberAt(match[2] ?? "", 0)?.value;
    if (base !== undefined && count !== undefined) return base + count;
  }
  // An annual meeting or paper is of the year in which it is held or signed; at the year's end they sign the next one's.
  const annual = ANNUAL_MEETING.exec(whole) ?? ANNUAL_PAPER.exec(whole);
  return annual === null ? editionYear(text) : Number(annual[1] ?? annual[2]);
}

/** 2020年东西部劳务协作专场招聘会, 2022年首个项目: what is held once a year, or the first of a year, names the year it is told in. */
const edition = new Pattern(
  /(?<![自从到至在早于0-9])(20\d\d)(?:年(?:度)?|(?![年个人名万亿元多余户亩家位公米吨册套台件条只头])(?=[一-龥]))(?:首[个批场次届]|(?=(?:[^\s，,。；;：:、\d]| (?=[一-龥])){0,30}?(?:推介活动|推广活动|主题活动|中国行|公益行|系列活动|专场活动|招聘月|交流大会|对接大会|合作大会|消费节|丰收节|洽谈会|培训班|研修班|招聘会|招聘活动|招聘周|推进会|座谈会|工作会|例会|展销会|推介会|年货节|消费月|活动周|交流会|博览会|夏令营|春风行动|启动仪式|对接活动|对接会)))/g,
);

/** The one year of such names, where no later year is printed. */
function editionYear(text: string): number | null {
  const named = new Set(edition.matches({ document: text, start: 0, text }).map((match) => Number(match[1])));
  const [only] = named;
  if (only === undefined || named.size !== 1) return null;
  // 谋划2024年项目 is said in 2023, 到2020年建设成为 long before.
  return matchesOf(
    /(?<!(?:谋划|储备|申报|制定|编制|启动)了?)(20\d\d)年(?!(?<=[到至]20\d\d年)(?:底|末)?[^，,。；;]{0,4}(?:建成|建设|力争|实现|达到|基本))/g,
    text,
  ).some((match) => Number(match[1]) > only)
    ? null
    : only;
}

const reported =
  /(20\d\d)年(?:度)?[^，,。；;\n]{0,30}(?:总结|工作情况|情况报告|情况的报告|情况汇报|综述|述职|工作回顾|大事记)/;

/** The year that a summary's title says it is of (某县2023年东西部协作工作总结); null for other papers. */
export function summaryYear(text: string): number | null {
  const year = reported.exec(text.trimStart().slice(0, 80))?.[1];
  return year === undefined ? null : Number(year);
}

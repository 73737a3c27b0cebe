import type { AnnotatedArticle } from "../annotation.js";
import { Pattern } from "../patterns/pattern.js";
import { genreOf } from "./genre.js";
import type { Genre } from "./genre-code.js";
import type { SentenceUnit } from "./sentence-units.js";

/* How papers part what they decide from what they intend and from what they only tell (议定事项, 下一步打算). */

/** What the part of a paper under a heading holds: decisions, intentions, or what a notice tells its readers to do. */
export type Part = "decided" | "intended" | "told" | null;

/** Titles of parts that hold decisions (minutes) or intentions (reports). */
const DECIDED = new Pattern(/(?:商定|议定|决定|同意)[^。]{0,8}事项|议定事项|会议(?:议定|决定)/);
const INTENDED = new Pattern(
  /下(?:一?步|阶段)[^。]{0,6}(?:打算|工作|计划|安排|重点)|(?:工作|与|和|及)打算(?=[。：:]?$)|^[一二三四五六七八九]、(?:存在[^。]{0,8}及(?:整改|改进)措施|整改(?:措施|打算)|改进措施)|(?:[一二三四]季度|下半年|下季度|下月)(?:重点)?(?:工作)?(?:打算|安排|计划|重点)|(?:20\d\d年|明年|来年|今后)[^。]{0,10}(?:打算|工作安排|工作思路|工作计划|重点工作|工作重点|主要任务|目标任务|重点任务|工作任务|工作举措)/,
);
/** 2024年，我们将重点做好以下工作： opens a list of intentions. */
const INTENDS_BELOW = new Pattern(
  /(?:将|要)[^。；;]{0,12}(?:做好|抓好|开展|推进)(?:以下|如下)[^。；;]{0,8}(?:工作|方面)[：:]$/,
);
/** What an intention is worded with in its list, without 将. */
export const INTENDS =
  /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]是|\d+[.．、])?(?:(?:20\d\d年|明年)[，,]?(?:计划|拟)|\d{1,2}月[^，,。]{0,6}前[，,]?|配合|倒排|全面|进一步|持续|大力|积极|深化|加快|推动|推进|抓紧|依托|围绕|聚焦|紧扣|对接|选派|举办|帮助|支持|争取|力争|组织|实施|引进|协调|完善|守牢|紧盯|瞄准|锚定|对标|突出|优化|提升|抢抓|严格|做[强大优实细]|统筹|盘活|畅通|放大|挖掘|兑现|对[^，,。]{3,20}进行|做好|办好|用好|继续|扩大|拓展|打造|建立|健全|落实|强化|加强|谋划|稳定|新[建增]|抓[好实]|建[成好]|办[好优]|申报|完成|巩固|启动|培育|开展|安排|投入|扩建|改造|招引|引导|动员|开拓|压实|全年|年内|[^，,。；;]{2,10}年内|每[月季半年]|与[^，,。]{2,16}(?:共建|合作|联合|签订|开展))[^。]*(?:\d|[一二三四五六七八九十]+[个家名所次期]|完善|调度|通报|约谈|机制|合作|共建|设立)/;
/** 请房山区在文旅引流方面给予支持: what a report asks at its end. */
export const OF_OTHERS = /(?:恳?请|希望)[^，,。；;]{0,4}[一-龥]{2,6}[省市州县区旗]/;
/** Heads of parts in papers: 二、…, 三、…. */
export const PART = /^[一二三四五六七八九十]{1,3}、/;
/** Words that open a list of decisions in its own lines: 会议明确：, 双方议定以下事项：. */
const DECIDES_BELOW = new Pattern(
  /(?:会议|双方|两地)[^。；;]{0,12}(?:明确|议定|决定|商定|同意|约定)[^。；;]{0,12}[：:]$/,
);
/** What a decision is worded with, without 将: 由…于2月底前提交, 增派…, 安排…, 各出500万元. */
export const DECIDES = new Pattern(
  /由[^，,。]{2,24}(?:牵头|负责|提交|组织)|前[^，,。]{0,6}(?:完成|提交|选派|增派|到位|签订|印发|建成)|增派|选派|安排|各出|不少于|不低于|列入|纳入|明确|组织|支持|建立|开展|每[年月季]|每[人户名家][^，,。]{0,6}(?:补|给|发)|结为|结对|[局委办府]须|下达/,
);
/** 8月20日前选派: a time limit before a deed. */
export const DEADLINE = new Pattern(/(?:月|日|底)前[^，,。；;]{0,4}(?:选派|完成|签署|安排|拨付|提交|建成|落实)/);
/** （一）加快共建园区建设。 heads what stands behind it in the paragraph. */
const SHORT_HEAD =
  /^(?:[（(]?[一二三四五六七八九十]+[）)、是]|[（(]?\d{1,2}[.．、）)])(?:(?!于|前|由|将|要)[^，,。；;：:\d]){2,16}。$/;
const ITEM_HEAD =
  /^(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])\s*关于[^。，,]{2,24}。$/;
/** 第三，强化保障，确保各项任务落地见效。 heads what a speech says behind it in the paragraph. */
const POINT_HEAD =
  /^(?:第[一二三四五六七八]|[一二三四五六七八]、)[，,、]?(?![^。]*(?:[\d一二三四五六七八九十]+[个家名万亿]|会议|要求|强调|[由将须]))[^。：:；;]{4,36}。$/;
/** 二、关于劳务协作。 in minutes: what stands behind it was decided. */
const DECIDES_ABOUT = /^[一二三四五六七八九十]{1,3}、关于(?![^。]{0,20}(?:情况|通报|听取|汇报))/;

/** Openers by which the paper itself states what is agreed or planned, nobody speaking. */
export const PLANNED = new Pattern(
  /^(?:按照|根据|按)(?:计划|协议|方案|约定|安排)|^(?:下一步|接下来|今后|下阶段)|(?:会议|双方|两地)(?:还)?(?:议定|商定|同意|强调|要求|决定|明确|约定|(?:指出|提出|认为)(?=[，,][^。]*(?:[，,]|^)要)|一致认为(?=[，,]要))/,
);
/** What an agreement told of in the news binds to: 根据协议，三年内每年…. */
export const BOUND = new Pattern(
  /^协议(?:还)?(?:明确|约定|规定|提出)[，,：:]|^(?:按照|根据|按)[^，,。]{0,8}协议[，,].{0,60}(?:年内|每年|每季|每月|今后|\d{4}年底前)/,
);
/** 双方一致同意建立季度会商机制, 商定每季度开一次调度会: agreed by both where the news tells it. */
export const BOTH_AGREED = new Pattern(
  /(?:局|会|委|府|司|院|校|集团)(?:会商|共同)?研究决定[，,]?(?=[为向从在由对给每拿增安])|(?:代表团|考察[团组]|客商|企业家|公司|集团|商会)[^。；;]{0,60}?[，,]决定(?=给予|支持|追加|增派|投资|加大)|(?<!经)(?:双方|两地|两[县市区]|^会上|^座谈会上)(?:[^。；;]{0,30}[，,])?(?:还|并|最后)?(?:一致同意|达成(?:一致|共识)(?=[：:])|商定|约定|议定|敲定)(?:了?[一二三四五六]件事)?[：:]?[^。]{0,12}(?:\d{1,2}月|建立|互派|每[年月季半]|今年|明年|下半年|年内|月底?前|共建|选派|由|一、|[一-龥]{2,14}(?:提供|负责|代理))/,
);
/** The sentence behind it goes on: 乙镇每年选送两名干部跟班学习. */
export const BOUND_TOO = /^[^，,。；;]{2,24}(?:每年|每季度?|每月|每学期|年内)[^，,。；;]{4,}/;
/** A paper that is nothing but what is to be done: 工作要点, 实施方案, 任务分工, alone or below the notice that sends it out. */
export function setsTasks(article: AnnotatedArticle): boolean {
  return (
    genreOf(article) === "plan" ||
    /(?:印发|分解|下达(?=[^。]*任务))[^。]{0,60}(?:要点|方案|(?<!项目|资金|投资)计划|任务分工|分工|责任清单|任务清单)[》〉）)]*的通知$/.test(
      article.title ?? "",
    )
  );
}
/** Parts of a plan in which nothing is to be done yet. */
const NO_TASKS = /指导思想|总体(?:要求|思路)|基本原则|背景|基本情况|现状|回顾|成效|依据|适用范围|附则/;
/** 各乡镇于3月10日前完成摸底, 在湖里区设立劳务工作站1个: a task of a plan, by its number, its limit or who has to do it. */
const TASK = new Pattern(/\d|[月日底年]前|由[^，,。]{2,16}(?:负责|牵头)|责任单位|牵头单位|每[年月季半周]|定期/);
const NO_TASK =
  /已|了(?!解)|以来|取得|为指导|如下|下设|兼任|领导小组(?:办公室)?(?:由|负责|组成)|现印发|本(?:方案|要点|办法)|联系[人电]|(?<!全)年(?:上半年|[一二三]季度)?完成了/;
/** True where a statement of a plan's part says what is to be done. */
export function isTask(unit: SentenceUnit): boolean {
  return (
    unit.text.length > 10 &&
    !/^[（(][^（()）]*[）)]$/.test(unit.text) &&
    /[。；;）)]$/.test(unit.text) &&
    TASK.test(unit) &&
    !NO_TASK.test(unit.text)
  );
}
/** Whom a notice tells what to do: 各镇各部门要…, 各牵头单位务必…. */
export const TOLD_TO_DO =
  /^(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]\s*)?(?:[^，,。]{0,16}[，,])?(?:各[^，,。]{1,24}|有关[^，,。]{1,12}|[你贵][局委办校院镇乡]|[^，,。]{2,12}(?:局|委|办|中心|单位|部门|学校|医院|企业|园区|[镇乡]|街道))(?:要|务必|须|应|将)/;
/** 二、支教期间由受援学校负责日常管理: who has to do it in an item of a notice. */
export const CHARGED =
  /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?请[你各][省市县区州旗镇乡局单委办][^，,。]{0,6}(?:严格|认真|抓紧|切实|加强|按|于|做好|尽快|强化)|^[（(]?[一二三四五六七八九十\d]+[）)、.．][^，,。]{0,14}由[^，,。]{2,16}(?:负责|牵头|承担|统筹|组织实施)/;
/** 由县商务局会同某公司开设专卖店: what minutes give somebody to do, wherever it stands. */
export const GIVES_TASK =
  /^(?:[（(]?[一二三四五六七八九十\d]+[)）、.．])?\s*由[^，,。]{2,24}(?:负责|牵头|会同|配合|组织|落实|承担|按)/;
/** 会议指出，…。各部门要主动作为: what the meeting goes on to say must be done. */
export const MEETING_TELLS = /^各[^，,。]{1,16}要|(?:^|[，,；;])(?:还|也|同时|更)?要(?!求|是|素|点|闻)/;
/** A notice's time limit: 12月25日前各镇各部门完成自查. */
export const NOTICE_LIMIT = new Pattern(/前[^，,。；;]{0,20}(?:完成|报送|提交|上报|到位|整改|落实)/);
/** What a notice threatens is no promise. */
export const SANCTION = new Pattern(/追责|问责|通报批评|严肃处理/);

/** What a meeting only heard or talked about is no decision. */
export const TALKED = new Pattern(
  /(?:进行|作|做)了?[^，,。]{0,6}(?:交流|讨论|研讨|沟通|磋商)|交换了?意见|听取了|通报了|传达学习|^[一二三四五六七八九十]、会[前后][，,]|实地(?:调研|察看|考察)了/,
);
/** A letter's item that proposes: 二、建议调整…. */
export const PROPOSES =
  /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?(?:同时)?(?:提请|建议|商请|拟请|请(?:贵[^，,。]{1,6}|帮助|协助|协调|支持|继续|予以?|给予)(?=[^。]{4}))/;
/** 一、我市同意列入今年计划: what a letter agrees to. */
export const AGREES =
  /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．][\s　]*)?(?:我[省市县区州旗盟镇乡局委院](?:(?:原则)?同意|拟|计划)|(?<=[）)、.．][\s　]*)(?:原则)?同意(?=[^。]*(?:\d|选派|安排|增[加派]|支持|提供|投入|承担|列入)))[^。]{6,}/;
/** What a party of an agreement takes on: 甲方每年安排…, 双方共同…. */
export const CLAUSE =
  /^(?:(?:说明|备注|其他)[：:])?(?:第[一二三四五六七八九十]+条[\s　]*)?(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]?)?(?:\d{4}年度?[，,]?)?(?:由)?(?:甲方|乙方|丙方|甲乙双方|双方|三方|互派)(?:[（(][^（()）]{2,24}[局委院校府会司镇][）)])?(?!代表|盖章|签字|[：:（(]|经[^，,]{0,6}协商|各执)[^。]{3,}(?:[。；;]|[，,]其中[：:])$/;

/** What an agreement sets as its goal, nobody named: 2024年，帮助某县农村劳动力实现就业420人. */
export const GOAL =
  /^(?:第[一二三四五六七八九十]+条[\s　]*)?(?:[（(]?[一二三四五六七八九十\d]+[)）、.．])?(?:20\d\d年度?(?:底前|内)?[，,]?)(?:共?新增|力争|帮助|协助|引导|引进|选派|互派|组织|采购|完成|实现|投入|安排|共建)[^。]*\d/;

/** The statement is the head of an item, and what it decides stands behind it in the paragraph. */
export function headsItem(article: AnnotatedArticle, unit: SentenceUnit, text: string): boolean {
  if (ITEM_HEAD.test(text)) return true;
  const paragraph = article.paragraphs[unit.paragraph];
  const rest = paragraph === undefined ? "" : article.text.slice(unit.span.end, paragraph.span.end).trim();
  if (unit.opens && rest.length > 24 && POINT_HEAD.test(text)) return true;
  return SHORT_HEAD.test(text) && rest.length > 8;
}

/**
 * The part of a paper that a statement opens or stays in; `head`: it is nothing but the part's heading (二、议定事项) and says
 * nothing itself.
 */
export function partUnder(
  unit: SentenceUnit,
  genre: Genre,
  part: Part,
  tasks = false,
): { readonly part: Part; readonly head: boolean } {
  const { text } = unit;
  // 会议议定：一、某项目由某局牵头，…。 is a decision, not the head of another part.
  const item =
    part === "decided" && PART.test(text) && text.length >= 20 && /[。；;]$/.test(text) && !TALKED.test(unit);
  let under = part;
  if (unit.opens && !item && (PART.test(text) || /^【[^】]{2,14}】$/.test(text) || unit.role === "heading")) {
    const decided = DECIDED.test(unit) || (genre === "minutes" && DECIDES_ABOUT.test(text));
    const told = genre === "notice" && /要求[。：:]?$/.test(text);
    under = decided
      ? "decided"
      : INTENDED.test(unit) || (tasks && !NO_TASKS.test(text))
        ? "intended"
        : told
          ? "told"
          : null;
    if (text.length < 30 && !/[。！!]$/.test(text)) return { part: under, head: true };
  }
  if (INTENDS_BELOW.test(unit)) return { part: "intended", head: true };
  if (DECIDES_BELOW.test(unit)) return { part: "decided", head: text.length < 30 };
  return { part: under, head: false };
}

/** （一）恳请支持产业园资金: what a report asks below its results; not of its own superiors. */
export const REPORT_ASKS =
  /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?(?:同时[，,]?)?恳请(?![省市县区州旗]?(?:委|政府|人民政府))/;
/** 双江镇提供厂房: behind the party, what it takes on in an agreement that names it instead of 甲方. */
const TAKES_ON =
  /^(?:人民政府|政府|方面)?[^，,。；;]{0,8}?(?:提供|安排|选派|组织|落实|负责|动员|推荐|支持|接收|承担|开展|建立|援助|帮助|协助|引导|采购|设立|拨付)/;
export function takesOn({ text, start }: SentenceUnit, party: { start: number; end: number } | undefined): boolean {
  if (party === undefined) return false;
  const lead = text.slice(0, party.start - start);
  return (
    /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?$/.test(lead) && TAKES_ON.test(text.slice(party.end - start))
  );
}

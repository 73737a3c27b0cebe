import type { ProjectMention } from "../annotation.js";
import type { DraftOf, Rule } from "../draft.js";
import type { EventDraft } from "../events/scene.js";
import { lexicon } from "../lexicon.js";
import { opposite, type Sides, sidesOf } from "../parties/sides.js";
import { furthest, stageAfter, stageAround } from "../projects/project-stage.js";
import { WorksByName } from "../projects/works-by-name.js";
import { type RepairedSpan, repairedSpan } from "../span.js";

type Project = DraftOf<"project">;

const INSTITUTION =
  /(?:医院|卫生院|保健院|中学|小学|学校|中学校|幼儿园|中心校|职教中心|职业教育中心|[一二三四五六七八九十]小|[高初]中|进修学院|卫生服务中心|保健[站所])$/;
/** Plants by heads of the list, which are works on either side. */
const LISTED_PLANT = new RegExp(
  `(?:${lexicon("project-heads")
    .flatMap(({ word }) => (word.endsWith("厂") ? [word] : []))
    .join("|")})$`,
);
/** The name only belongs to somebody's post (某小学校长某某), except where the school itself is paired or manned. */
const POST =
  /^(?!支教|支医|挂职|[^，,。]{0,4}“组团式”)(?:[^，,。；;的]{0,6}?)(?:党委书记|党支部书记|校长|副校长|院长|副院长|园长|党委|老师|教师|学生|医生|医师|主任|[^，,。]{0,6}主任|科室|宣传科)/;
/** Public halls, which many things are held in and which are seen on the way; the act of building one makes it a project. */
const HALL =
  /(?:图书馆|体育馆|客运站|枢纽站|博物馆|展览馆|纪念馆|陈列馆|美术馆|展示中心|文化馆|展厅|游客中心|服务大厅|人力资源市场|文化广场)$/;
const MADE =
  /[建捐]|揭牌|启用|开馆|改造|投资|投入|协作|帮扶|对口|援|项目|工程|[·—“]|交易|加工|直播|落成|奠基|专馆|升级/;
/** 在某某小学(隆重举行): only where something was held. */
const VENUE =
  /^校?(?:内|里|门前|大门口|操场上?|礼堂|广场|会议室|[^，,。；;、]{0,8}[室厅楼])?(?:隆重|顺利|成功|正式|同步)?(?:举行|举办|召开|开班|开幕|开营|开讲|启动|拉开)/;
/** 某某小学的40名学生到…: where they come from, unless they are given something. */
const ORIGIN =
  /^的?(?:[\d一二三四五六七八九十百]+[余多]?[名位])?[^，,。；;、的]{0,6}(?:学生|学子|师生|孩子们?|校友)[^，,。；;]{0,6}(?:启程|出发|前往|[远奔]?赴|来到|抵达|走进|乘|登上|踏上|参加|代表)|^的[一-龥]{2,4}等?\d*[余多]?[名位人]?(?:医护人员|医生|医师|护士|教师|老师)?[^，,。；;]{0,14}(?:进修|跟岗|跟班|培训|研修)/;
const SENDS = /^[^，,。；;]{0,60}(?:派出|选派|组派|派遣)/;
const ACTS = /揭牌|启用|奠基|破土动工|开工|竣工|投产|投用|开业|落成/g;
const HELPS =
  /改善|新建|改建|扩建|帮扶|资助|助学|捐|赠|[援发配]给|发放|受援|援[建助]|支教|支医|送教|送去|送上|对接(?![会活])[^，,。；;]{0,4}$|慰问|[命冠]名为|取名|分赴[^，,。；;]*$/;
/** Projects (项目): named works on either side, schools and hospitals of the helped side, with their milestones. */
export const project: Rule = {
  id: "project",
  version: 1,
  purpose: "A named work, or a school or hospital of the helped side that is supported, is a project.",
  apply(article, soFar) {
    const sides = sidesOf(article, soFar);
    const events = soFar.filter((draft): draft is EventDraft => draft.kind === "event");
    const titles = article.paragraphs.filter(
      (paragraph) => paragraph.role === "title" || paragraph.role === "subtitle",
    );
    const inTitle = (mention: ProjectMention, within: readonly { readonly span: RepairedSpan }[]) =>
      within.some(({ span }) => span.start <= mention.span.start && mention.span.end <= span.end) &&
      article.mentions.some(
        (other) =>
          other.kind === "project" && other !== mention && other.value.name.slice(-3) === mention.value.name.slice(-3),
      );
    const works = new WorksByName<ProjectMention>();
    for (const mention of article.mentions)
      if (mention.kind === "project" && !inTitle(mention, titles) && counts(sides, mention))
        works.add(mention.value.name, mention);
    const opened = openings(events);
    const regionOfStop = stopRegions(events);
    return works.all().map(({ name, mentions }) => draft(article.text, opened, regionOfStop, name, mentions));
  },
};

function counts(sides: Sides, mention: ProjectMention): boolean {
  const { name, listed = false } = mention.value;
  if (listed) return true;
  // 黄坪小学冠名为黄坪某某小学: another name of what was named before.
  if (/[冠更改]名为“?$/.test(sides.article.text.slice(Math.max(0, mention.span.start - 4), mention.span.start)))
    return false;
  // A zone of the helping side is where its firms come from; whoever works in its office is no news of it.
  if (/开发区$|工业区$|科技城$|市场$/.test(name)) {
    const around = sides.article.text.slice(mention.span.end, mention.span.end + 60);
    // 甲开发区管委会与乙工业园区管委会签订共建协议: a zone that signs is what the two sides build on.
    const signs =
      /^(?:管委会|管理委员会)?[^。；;]{0,44}?(?:签订|签署|签约|签下|结对|共建)/.test(around) &&
      (/^(?:管委会|管理委员会)?(?:[与和、]|分别)/.test(around) ||
        /[与和、][^，,。、与和]{0,10}$/.test(sides.article.text.slice(mention.span.start - 12, mention.span.start)));
    if (signs) return true;
    if (sideOf(sides, mention) === "east") return false;
    if (
      /^(?:管委会|党工委|[^，,。；;、]{0,6}局)/.test(sides.article.text.slice(mention.span.end, mention.span.end + 8))
    )
      return false;
  }
  // 东莞市某某玩具厂: a plant of the helping side by its own name is one of its firms.
  if (/厂$/.test(name) && !LISTED_PLANT.test(name) && sideOf(sides, mention) === "east") return false;
  const { text } = sides.article;
  const venue =
    /(?:在|于)$/.test(text.slice(Math.max(0, mention.span.start - 1), mention.span.start)) &&
    VENUE.test(text.slice(mention.span.end, mention.span.end + 16));
  if (venue && /(?:市场|广场|公园)$/.test(name)) return false;
  // 甲区人力资源公共服务中心与乙县就业服务中心联合举办…: an office that acts.
  if (
    /服务中心$/.test(name) &&
    /^(?:[与和同][^，,。；;]{2,24})?(?:联合|共同|主办|承办|举办|组织|工作人员|负责人|主任)/.test(
      text.slice(mention.span.end, mention.span.end + 32),
    )
  )
    return false;
  if (HALL.test(name)) return !venue && MADE.test(text.slice(mention.span.start - 12, mention.span.end + 12));
  if (!INSTITUTION.test(name)) return true;
  // 捐资助学仪式在某某中学举行: the school is the one that is helped.
  if (venue && !/捐|赠|助学|揭牌/.test(text.slice(Math.max(0, mention.span.start - 24), mention.span.start)))
    return false;
  // 援建了遵义地区规模最大的杨浦幼儿园: it bears the giver's name and stands on the other side.
  if (
    /[援捐]建(?!队|干部|项目|资金)[^，,。；;：:]*$|被?命名为“?$/.test(
      text.slice(Math.max(0, mention.span.start - 24), mention.span.start),
    )
  )
    return true;
  // “海东•无锡希望学校”: named after both sides.
  if (/[·•—]/.test(name)) return true;
  const relative = /^[县旗区市镇]/.test(name);
  const near = repairedSpan(Math.max(0, mention.span.start - 24), mention.span.end);
  const side =
    sideOf(sides, mention) ??
    (relative
      ? (sides.ofRank(name.charAt(0)) ?? homeOf(sides))
      : (sideBeside(sides, near) ?? (isHelped(sides, mention) ? "west" : null)));
  if (side !== "west") return false;
  // 系统上联某省人民医院: the province's own house is the one that is helped only where that is said.
  if (/(?:省|自治区)$/.test(mention.value.region ?? "") && !isHelped(sides, mention)) return false;
  const before = text.slice(Math.max(0, mention.span.start - 12), mention.span.start);
  if (
    ORIGIN.test(text.slice(mention.span.end, mention.span.end + 24)) &&
    !/[为给向对助](?:[^，,。；;]{0,8})$|赠|捐/.test(before)
  )
    return false;
  // 来自某县第二小学: where somebody comes from.
  if (/来自$/.test(text.slice(Math.max(0, mention.span.start - 2), mention.span.start))) return false;
  // 全市4家医院（…）派出12名医护人员: whoever sends is not the one that is helped.
  if (relative && SENDS.test(text.slice(mention.span.end, mention.span.end + 80))) return false;
  const after = text.slice(mention.span.end, mention.span.end + 12);
  if (!POST.test(after)) return true;
  const around = text.slice(Math.max(0, mention.span.start - 120), mention.span.end + 160);
  return (
    text.endsWith("担任", mention.span.start) ||
    (/结对|签订/.test(around) &&
      /^校长|^园长|^院长/.test(after) &&
      /与[^，,。、]{0,2}$/.test(text.slice(Math.max(0, mention.span.start - 3), mention.span.start)))
  );
}

/** The side of the place in the name: by the pairs of the document, else by the side of its province. */
function sideOf(sides: Sides, mention: ProjectMention): "east" | "west" | null {
  const { region } = mention.value;
  if (region === null) return null;
  const known = sides.ofPath(region);
  if (known !== null) return known;
  const place = sides.article.within("region", mention.span).find((item) => item.value.path === region);
  return place?.value.side ?? null;
}

/** 鹤山市调研组前往(龙水小学): behind a verb of going or giving stands what is the other side's. */
function sideBeside(sides: Sides, near: RepairedSpan): "east" | "west" | null {
  const region = sides.article.within("region", near).find((item) => sides.ofPath(item.value.path) !== null);
  const side = sides.ofPath(region?.value.path ?? null);
  if (region === undefined || side === null) return null;
  const between = sides.article.text.slice(region.span.end, near.end);
  return /前往|来到|走进|深入|到|赴|考察|参观|走访|向|给|为/.test(between) ? opposite(side) : side;
}

/** Nobody says whose school it is, but something is given to it or somebody sent there: that is the helped side's. */
function isHelped({ article: { text } }: Sides, { value: { name }, span }: ProjectMention): boolean {
  if (/级(?:中学|小学|学校|医院)$/.test(name)) return false;
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  return (
    HELPS.test(/[^。；;！!？?\n]*$/.exec(before)?.[0] ?? "") ||
    /^等?[^，,。；;]{0,8}(?:捐|赠|送[了来去上]|助学|购买|购置|配备|添置|安装)/.test(text.slice(span.end, span.end + 12))
  );
}

/** Whose 市第一人民医院 it is where both sides have a 市: the publisher's, where the paper names one; else the helped side's. */
function homeOf(sides: Sides): "east" | "west" {
  const { source } = sides.article;
  const east = sides.principal("east").map((path) => /([^省市县区旗]{2,})[省市州县区旗]$/.exec(path)?.[1] ?? "");
  return source !== null && east.some((stem) => stem !== "" && source.includes(stem)) ? "east" : "west";
}

function draft(
  text: string,
  opened: readonly Opening[],
  regionOfStop: ReadonlyMap<string, string>,
  name: string,
  mentions: readonly ProjectMention[],
): Project {
  const first = mentions[0];
  const milestones = mentions.flatMap((mention) => milestonesAt(opened, text, mention));
  return {
    kind: "project",
    key: `project:${first?.span.start ?? 0}`,
    name,
    region:
      mentions.map((mention) => mention.value.region).find((region) => region !== null) ??
      regionOfStop.get(name) ??
      null,
    stage:
      stageAfter(milestones.at(-1)?.type ?? "") ??
      furthest(mentions.map(({ span }) => stageAround(text, span.start, span.end))),
    milestones: [...new Map(milestones.map((row) => [`${row.type}${row.date}`, row])).values()],
    confidence: 0.8,
    inferred: [],
    evidence: mentions.map((mention) => mention.span),
  };
}

/** The region of the stop of that name, where the name itself says none: 在荔波县，…调研福利村卫生服务站. */
function stopRegions(events: readonly EventDraft[]): ReadonlyMap<string, string> {
  const regions = new Map<string, string>();
  for (const event of events)
    for (const { name, region } of event.stops) if (region !== null && !regions.has(name)) regions.set(name, region);
  return regions;
}

/** A place where an unveiling is told, and its object. */
interface Opening {
  readonly span: RepairedSpan;
  readonly event: EventDraft;
  readonly order: number;
  /** The furthest end of this place and all before it. */
  readonly reach: number;
}

/** Places of unveilings by where they begin, so that a project asks those around it and not all of a long document. */
function openings(events: readonly EventDraft[]): readonly Opening[] {
  const sorted = events
    .flatMap((event, order) =>
      event.type === "unveiling" && event.object !== null
        ? event.evidence.map((span) => ({ span, event, order, reach: 0 }))
        : [],
    )
    .sort((a, b) => a.span.start - b.span.start);
  let reach = 0;
  for (const opening of sorted) {
    reach = Math.max(reach, opening.span.end);
    opening.reach = reach;
  }
  return sorted;
}

/** The unveilings that are told around a name, in the order of the events. */
function unveiledAt(opened: readonly Opening[], at: RepairedSpan): readonly EventDraft[] {
  let low = 0;
  let high = opened.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((opened[middle]?.span.start ?? 0) <= at.start) low = middle + 1;
    else high = middle;
  }
  const around = new Map<number, EventDraft>();
  for (let i = low - 1; i >= 0; i--) {
    const opening = opened[i];
    if (opening === undefined || opening.reach < at.end) break;
    if (opening.span.end >= at.end) around.set(opening.order, opening.event);
  }
  return [...around].sort(([a], [b]) => a - b).map(([, event]) => event);
}

/** What an unveiling opened (its object) has there a milestone: the acts told after the name, 启用揭牌 are two. */
function milestonesAt(opened: readonly Opening[], text: string, mention: ProjectMention): Project["milestones"] {
  const { name } = mention.value;
  return unveiledAt(opened, mention.span).flatMap((event) => {
    if (event.object === null || !(event.object.includes(name) || name.includes(event.object))) return [];
    const acts = [...clauseAfter(text, mention.span.end).matchAll(ACTS)].map((match) => match[0]);
    return [...new Set(acts)].map((type) => ({
      type,
      date: event.start === event.end ? event.start : null,
      event: event.key,
    }));
  });
}

/** The words after the name up to the next project's clause. */
function clauseAfter(text: string, from: number): string {
  return /^[^。；;]{0,40}/.exec(text.slice(from, from + 40))?.[0] ?? "";
}

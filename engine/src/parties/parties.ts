import type { AnnotatedArticle, RegionMention } from "../annotation.js";
import type { Side } from "../fact.js";
import { withoutGoodsOrigins } from "./goods-origins.js";

/** A region as the document uses it: how often, where, and on which side of the cooperation. */
export interface Party {
  readonly path: string;
  readonly adcode: string | null;
  readonly level: RegionMention["value"]["level"];
  readonly side: Side | null;
  readonly inTitle: boolean;
  /** Mentions as a place of its own, in content (not furniture, not inside names, not as somebody's origin). */
  readonly mentions: readonly RegionMention[];
}

/** Behind or before a place these say that it is only where somebody or something comes from. */
const origin = /^(?:[0-9]{1,2}月[0-9]{1,2}日[讯电]|市民|居民|籍|人$|人民路|大道|路|街|新发地)/;
/** 浙江与四川省委关于东西部协作的会议精神: whose papers are studied. */
const spirit = /^(?:[省市州县区]?[委政]府?)?[^，,。；;、]{0,6}关于[^，,。；;]{0,16}?(?:精神|部署|要求|意见|决定)/;
const passing = /(?:挂任|毕业于|回到|来自|生于|曾任)$/;
/** 产品销往上海、广州: where goods go is no party. */
const sold =
  /(?:销往|远销|畅销|热销|卖到|卖往|运往|发往|运到|出口|行销)了?(?:全国)?(?:\p{Script=Han}{2,7}?[、和及])*$/u;
/** 来自张店区、周村区的28家企业: who was sent by them came on their part. */
const sentBy = /^[^，,。；;]{0,16}的(?:[^，,。；;]{0,4}\d+[多余]?[家名位个]|(?:爱心)?企业|志愿者|医生|专家|教师|干部)/;

/**
 * The regions of the article with their mentions in content, most named first. Furniture, bylines, names of
 * institutions and passing mentions do not count.
 */
export function partiesOf(article: AnnotatedArticle): readonly Party[] {
  let parties = known.get(article);
  if (parties === undefined) {
    parties = read(article);
    known.set(article, parties);
  }
  return parties;
}

const known = new WeakMap<AnnotatedArticle, readonly Party[]>();

function read(article: AnnotatedArticle): readonly Party[] {
  const byPath = new Map<string, { value: RegionMention["value"]; mentions: RegionMention[]; inTitle: boolean }>();
  for (const paragraph of article.paragraphs) {
    if (paragraph.role === "furniture" || paragraph.role === "byline" || paragraph.role === "meta") continue;
    const title = paragraph.role === "title" || paragraph.role === "subtitle";
    for (const mention of article.within("region", paragraph.span)) {
      if (mention.value.insideName) continue;
      const behind = article.text.slice(mention.span.end, mention.span.end + 24);
      if (origin.test(behind) || spirit.test(behind)) continue;
      if (
        mention.value.level !== "county" &&
        sold.test(article.text.slice(Math.max(0, mention.span.start - 24), mention.span.start))
      )
        continue;
      if (
        passing.test(article.text.slice(Math.max(0, mention.span.start - 4), mention.span.start)) &&
        !sentBy.test(behind)
      )
        continue;
      const entry = byPath.get(mention.value.path) ?? { value: mention.value, mentions: [], inTitle: false };
      entry.mentions.push(mention);
      // 云南|“开花洋芋”走出山沟: the heading of a column.
      entry.inTitle ||= title && !(mention.span.start === paragraph.span.start && /^\s?[|｜丨│]/.test(behind));
      byPath.set(mention.value.path, entry);
    }
  }
  const parties = [...byPath.values()]
    .map(({ value, mentions, inTitle }) => ({
      path: value.path,
      adcode: value.adcode,
      level: value.level,
      side: value.side,
      inTitle,
      mentions,
    }))
    .sort((a, b) => b.mentions.length - a.mentions.length);
  return withoutGoodsOrigins(article, parties);
}

/** Two regions that the text joins: 宝安区与都安县, 安亭镇、马陆镇分别结对狮山镇、插甸镇, 白云·平塘. */
export interface Joined {
  readonly east: RegionMention;
  readonly west: RegionMention;
  /** The sentence says that they are paired (结对, 签订, 协作 …), not only that they stand side by side. */
  readonly sure: boolean;
  readonly group: boolean;
  /** 闵行区与保山市正式建立结对帮扶关系: said of these two in so many words. */
  readonly became: boolean;
}

const link =
  /^(?:[^，,。；;、：:！!？?\s]{0,8}?)(?:分别|共同|全面|正式)?(?:与|和|同|的结对(?:单位|乡镇|街道|村|学校|医院)?|结对帮扶|结对|对口(?:帮扶|支援|协作|援助|合作)|帮扶|携手|牵手|迎来了?)(?:我[县区市州旗]|甲方|乙方|对方)?[“]?$/;
const adjacent = /^[“”]?(?:·|・|—{1,2}|－|–|-|↔|⇌|\+|\/)[“”]?$/;
/** 红原县由苍南、永嘉、平阳三县共同结对帮扶: behind those that help. */
const helping =
  /^(?:[一二两三四五六七八]个?[县区市州旗]{1,2})?(?:共同|分别|联合|负责)?(?:结对|对口|定点){0,2}(?:帮扶|支援)/;
const pairing =
  /结对|结[^，,。]{0,4}对子|签订|签署|签约|缔结|协作|共建|对口|帮扶|牵手|结成|结为|联席会议|座谈会|续签|携手|友好|合作/;

/** 闵行区与保山市正式建立东西部协作结对帮扶关系: said to be partners, whatever their levels. */
const BECAME =
  /^(?:正式|全面|先后)?(?:建立|结成|缔结|确立|结为)(?:了|起)?[^，,。；;]{0,10}(?:结对|对口|帮扶|协作|支援)[^，,。；;]{0,6}(?:关系|对子)/;

/** 东营酉阳稻田养蟹产业园: behind two places of both sides, what they have built together. */
const OF_BOTH = /^[一-龥]{0,10}(?:产业园|工业园|示范园|协作园|帮扶车间|扶贫车间)/;

/** Behind two places, what is only called after them. */
const THING = /^[一-龥]{2,12}?(?:展示中心|体验中心|博物馆|体育馆|大数据)/;

/** A run of regions of one side and one level: A、B和C. */
interface Run {
  readonly mentions: RegionMention[];
  readonly start: number;
  end: number;
}

/** Pairs that a sentence joins, by list against list, list against one, or one against one. */
export function joinedIn(article: AnnotatedArticle, sentence: { start: number; end: number }): readonly Joined[] {
  const { text } = article;
  const named = article.within("region", sentence);
  if (!ofBothSides(named)) return NOBODY;
  const mentions = named
    // 万源市草坝镇寨坝村: the village is what pairs, its town only says where it lies.
    .filter(
      (m) =>
        !m.value.insideName &&
        !(rank(m) === 3 && /^[一-龥]{1,5}?(?:村|社区)/.test(text.slice(m.span.end, m.span.end + 7))) &&
        // 北仑区作为宁波市强区结对帮扶美姑县: what a party is called beside.
        !/(?:作为|属于|隶属|地处)$/.test(text.slice(Math.max(0, m.span.start - 2), m.span.start)) &&
        // 宜宾市下辖的屏山县: whose county it is.
        !/^[下所]辖的?/.test(text.slice(m.span.end, m.span.end + 3)),
    );
  const runs: Run[] = [];
  for (const mention of mentions) {
    const last = runs[runs.length - 1];
    const first = last?.mentions[0];
    const between = last === undefined ? "" : text.slice(last.end, mention.span.start);
    if (
      last !== undefined &&
      first !== undefined &&
      (listed(text, last, mention, between) ||
        (first.value.side === mention.value.side &&
          first.value.level === mention.value.level &&
          /^(?:、|和|及|与|以及|\s?)$/.test(between)))
    ) {
      last.mentions.push(mention);
      last.end = mention.span.end;
    } else runs.push({ mentions: [mention], start: mention.span.start, end: mention.span.end });
  }
  // 甲镇与丙镇、乙镇与丁镇各开展互访: two such couples in a row are pairs, whatever the sentence is about.
  const couples = runs.filter((run, at) => {
    const next = runs[at + 1];
    const [a, b] = [run.mentions[0], next?.mentions[0]];
    return (
      a !== undefined &&
      b !== undefined &&
      next !== undefined &&
      a.value.side !== b.value.side &&
      rank(a) === rank(b) &&
      /^[与和]$/.test(text.slice(run.end, next.start)) &&
      /^(?:、|，|,)$/.test(text.slice(next.end, runs[at + 2]?.start ?? next.end))
    );
  });
  const said = couples.length > 0 || pairing.test(text.slice(sentence.start, sentence.end));
  const joined: Joined[] = [];
  for (let i = 0; i + 1 < runs.length; i++) {
    const a = runs[i];
    const b = runs[i + 1];
    const sideA = a?.mentions[0]?.value.side;
    const sideB = b?.mentions[0]?.value.side;
    if (a === undefined || b === undefined || sideA == null || sideB == null || sideA === sideB) continue;
    const between = text.slice(a.end, b.start);
    const dot = adjacent.test(between) || (between === "" && OF_BOTH.test(text.slice(b.end, b.end + 16)));
    // 北京·贵阳大数据应用展示中心: the name of a thing, where nobody cooperates.
    if (dot && THING.test(text.slice(b.end, b.end + 16)) && !said) continue;
    const helped = between === "由" && helping.test(text.slice(b.end, b.end + 14));
    // 天津、甘肃两地: counted together they are the two that the sentence is about.
    const both =
      a.mentions.length + b.mentions.length === 2 &&
      /^[、和与及]$/.test(between) &&
      /^两[地省市县区](?![级委直])/.test(text.slice(b.end, b.end + 3));
    // 小榄镇组团驻金石镇帮扶工作队: whose people are posted where.
    const posted = POSTED.test(between) && TEAM.test(text.slice(b.end, b.end + 14));
    // 深圳市主要负责百色、河池两市17个县的帮扶工作: who has taken on whose help.
    const charged = CHARGED.test(between) && CHARGE.test(text.slice(b.end, b.end + 16));
    if (!dot && !helped && !posted && !charged && !((said || /迎来了?$/.test(between)) && (both || link.test(between))))
      continue;
    const became = between.length < 2 && BECAME.test(text.slice(b.end, b.end + 24));
    const sameLevel = rank(a.mentions[0]) === rank(b.mentions[0]) || became;
    // 上海市、黑龙江省、青岛市对口支援夷陵区: who helps together is told as one.
    const together =
      (a.mentions.length > 2 && HELPS.test(between)) ||
      (b.mentions.length > 2 && HELPED.test(text.slice(b.end, b.end + 10)));
    const how = { sure: sameLevel || together, group: a.mentions.length > 1 || b.mentions.length > 1, became };
    if (a.mentions.length === b.mentions.length && (sameLevel || a.mentions.length === 1))
      a.mentions.forEach((m, k) => {
        const other = b.mentions[k];
        if (other !== undefined) joined.push(pair(m, other, sideA, { ...how, sure: dot || sameLevel }));
      });
    else if (a.mentions.length === 1 || b.mentions.length === 1)
      for (const m of a.mentions) for (const n of b.mentions) joined.push(pair(m, n, sideA, { ...how, group: true }));
    i++;
  }
  return joined;
}

/** Between two places and behind them: 深圳市主要负责百色、河池两市的帮扶工作. */
const CHARGED = /^(?:主要|具体)?(?:负责|承担)(?:对|与)?$/;
const CHARGE =
  /^(?:[两三四五六等]?[地市州县区]?(?:的?\d+个[县市区旗])?)的?(?:对口|结对|扶贫|东西部)*(?:帮扶|支援|协作)/;

const NOBODY: readonly Joined[] = [];

/** Between two places and behind them: 小榄镇组团驻金石镇帮扶工作队. */
const POSTED = /^(?:组团|[委政]府?)?(?:派驻|驻)$/;
const TEAM = /^[^，,。；;、]{0,8}(?:工作[队组]|帮扶[队组]|支教队|医疗队|联络组)(?!副?[组队]长|成员|党)/;

const HELPS = /^(?:分别|共同|先后)?(?:结对|对口|定点)(?:帮扶|支援|协作)$/;
/** Behind a list: 青岛与安顺、陇南、桑珠孜区等对口协作城市. */
const HELPED = /^等?(?:地|[一二三四五六七八九十\d]+[地市县区])?(?:的)?(?:结对|对口|受援)/;

/** One more of a list that mixes provinces, cities and counties (上海市、黑龙江省、青岛市), joined by 、 alone. */
function listed(text: string, { mentions }: Run, mention: RegionMention, between: string): boolean {
  const [first] = mentions;
  if (between !== "、" || first === undefined || (mention.value.side ?? first.value.side) !== first.value.side)
    return false;
  if (mentions.some((one) => mention.value.path.startsWith(one.value.path))) return false;
  return /^(?:、|等?(?:地|[一二三四五六七八九十\d]+[地市县区])?的?(?:结对|对口|受援))/.test(
    text.slice(mention.span.end, mention.span.end + 10),
  );
}

/** Most sentences name places of one side, or none. */
function ofBothSides(mentions: readonly RegionMention[]): boolean {
  let first: Side | null = null;
  for (const { value } of mentions) {
    if (value.side === null) continue;
    if (first !== null && value.side !== first) return true;
    first = value.side;
  }
  return false;
}

function pair(a: RegionMention, b: RegionMention, sideA: Side, how: Pick<Joined, "sure" | "group" | "became">): Joined {
  return sideA === "east" ? { east: a, west: b, ...how } : { east: b, west: a, ...how };
}

/** County and zone are one level of work, town and village another. */
export function rank(mention: RegionMention | undefined): number {
  const level = mention?.value.level;
  return level === "province" ? 0 : level === "city" ? 1 : level === "county" || level === "zone" ? 2 : 3;
}

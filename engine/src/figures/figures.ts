import type { AnnotatedArticle, QuantityMention, RegionMention } from "../annotation.js";
import { paragraphAt, sentenceAt } from "../document/paragraph-at.js";
import type { DraftOf } from "../draft.js";
import { type RepairedSpan, repairedSpan } from "../span.js";
import { countedOf } from "./counted.js";
import { partsOf } from "./figure-parts.js";
import { figureTime } from "./figure-time.js";

type FigureDraft = DraftOf<"figure">;

const atLeast = /^(?:不少于|不低于|至少|超过|突破|逾|超)$/;
/** Roads and pipes are built; a distance is walked, driven or lies between. */
const built = /[建修铺架埋]|硬化|改造|安装|管网|道路|公路|水渠|沟渠|路灯|里程|长/;
const walked = /相隔|相距|距离|跨越|行程|驱车|奔波|走了|往返|远在|海拔/;
const priced = /^(?:\/|每|一)(?:斤|公斤|个|只|株|瓶|盒|袋|亩地)/;

/**
 * True for a number that reports the work. Left out: durations, ordinals, a bare 三场 or 一批 in Chinese characters,
 * numbers of slogans (“四个一”), distances walked, prices per piece, 25万人民, numbers of the page's furniture.
 */
function reports(article: AnnotatedArticle, mention: QuantityMention): boolean {
  const { value, span } = mention;
  const { text } = article;
  if (value.measure === "duration" || value.ordinal || value.unit === "℃") return false;
  if (/第[\s　]$/.test(text.slice(Math.max(0, span.start - 2), span.start))) return false; // 第 9 期
  const behind = text.slice(span.end, span.end + 4);
  // 自评得分97分: what a paper gives itself. 总人口41.6万人: who lives there.
  const front = text.slice(Math.max(0, span.start - 8), span.start);
  if (value.unit === "分" && /(?:得分|评分|总分|自评|评定)[为是：:\s]*$/.test(front)) return false;
  if (value.baseUnit === "人" && /(?:总|常住|户籍)人口[为约达近有：:]*$/.test(front)) return false;
  if (value.baseUnit === "人" && /^(?:民|们|均|口|大|气|心)/.test(behind)) return false;
  // 25万各族群众 is the population; 带动25万群众 is not.
  if (
    value.baseUnit === "人" &&
    /[万亿]$/.test(value.unit) &&
    /^.{0,6}(?:群众|人口|居民|村民|老乡|儿女|百姓)/.test(text.slice(span.end, span.end + 10))
  ) {
    if (
      !/(?:带动|帮助|惠及|受益|覆盖|促进|解决|吸纳|转移|助力|培训|服务|使|让)[^，,。；;]{0,8}$/.test(
        text.slice(Math.max(0, span.start - 14), span.start),
      )
    )
      return false;
  }
  // 藏族占84%: who lives there.
  if (
    value.baseUnit === "%" &&
    /族(?:人口|群众)?约?占(?:比|总人口的?|全[县市区州]人口的?)?$/.test(
      text.slice(Math.max(0, span.start - 12), span.start),
    )
  )
    return false;
  if (!value.arabic) {
    const scaled = /^[万亿]/.test(value.unit);
    const large = value.base >= 100 && value.approx !== null;
    // 一千元, 十八点六吨: written out, but counted; 十元 and 十吨 are round words.
    const counted =
      (value.measure === "money" && value.base >= 100) ||
      !Number.isInteger(value.value) ||
      (/^(?:吨|公斤|辆|台|册|套)$/.test(value.unit) && value.value > 10);
    if (
      !(scaled || large || counted || value.baseUnit === "%" || (value.approx !== null && atLeast.test(value.approx)))
    )
      return false;
    if (value.to !== null) return false; // 五六万元, 三四十人: an estimate
  }
  const before = text.slice(Math.max(0, span.start - 8), span.start);
  if (value.baseUnit === "米" && walked.test(before)) return false;
  if (value.baseUnit === "米" && !built.test(text.slice(Math.max(0, span.start - 14), span.start) + behind))
    return false;
  if (value.measure === "money" && priced.test(behind)) return false;
  if (value.unit === "期" && /^(?:工程|项目|标准|厂房|建设|）|\))/.test(behind)) return false;
  if (/^(?:性|体化|站式|口气|家亲|流|带一路)/.test(behind)) return false;
  // 8个省市, 4市所辖: who takes part, not what was done; 八成新 is a quality, 9块一斤 a price.
  if (
    /^(?:个|县|市|区)$/.test(value.unit) &&
    /^(?:东|西)?部?(?:省|地级市|直辖市|市所|县(?:市区|[（(])|（区|\(区|（市|\(市|所辖)/.test(behind)
  )
    return false;
  // 52个挂牌督战县之一 ranks, 黄龙村2组 is an address, 宽3.5米 a measure of the thing.
  if (/^[^，,。；;、]{0,12}之一/.test(text.slice(span.end, span.end + 14))) return false;
  if (value.unit === "组" && (/[村社区]$/.test(before) || /^[村居]民/.test(behind))) return false;
  if (value.baseUnit === "米" && /(?:宽|厚|深|直径|高)(?:度|约)?$/.test(before)) return false;
  if (/^[块毛角]/.test(value.unit) && value.measure === "money" && value.base < 1000) return false;
  if (value.unit === "成" && behind.startsWith("新")) return false;
  return !slogan(text, span.start, span.end);
}

/** Inside short quotation marks that hold more than the amount: “3个100”行动. */
function slogan(text: string, start: number, end: number): boolean {
  const open = text.slice(Math.max(0, start - 8), start).lastIndexOf("“");
  if (open < 0 || text.slice(Math.max(0, start - 8) + open, start).includes("”")) return false;
  const close = text.slice(end, end + 8).indexOf("”");
  return close >= 0 && !/[，,。]/.test(text.slice(end, end + close));
}

/** The figures of an article in the order of print. */
export function figuresIn(article: AnnotatedArticle): readonly FigureDraft[] {
  const drafts: FigureDraft[] = [];
  /** Amounts seen before: places in `drafts`, so that drafts may be replaced as parts and evidence come in. */
  const firstOf = new Map<string, number[]>();
  for (const { sentence, mentions } of bySentence(article)) {
    const parts = partsOf(article.text, sentence.start, mentions);
    /** Where each mention of the sentence stands among the drafts. */
    const places: number[] = [];
    let previous: string | null = null;
    mentions.forEach((mention, index) => {
      const total = parts.get(index);
      const whole = total === undefined ? undefined : places[total];
      const of = countedOf(
        article,
        sentence,
        mention,
        previous,
        whole === undefined ? null : (drafts[whole]?.of ?? null),
      );
      previous = of;
      const at = place(article, drafts, firstOf, sentence, mention, of);
      places.push(at);
      const sum = whole === undefined ? undefined : drafts[whole];
      const key = `figure:${at}`;
      if (whole !== undefined && sum !== undefined && whole !== at && !sum.includes.includes(key))
        drafts[whole] = { ...sum, includes: [...sum.includes, key] };
    });
  }
  return drafts;
}

/** The numbers that report the work, sentence by sentence; a range is two entries. */
function bySentence(
  article: AnnotatedArticle,
): readonly { sentence: RepairedSpan; mentions: readonly QuantityMention[] }[] {
  const groups: { sentence: RepairedSpan; mentions: QuantityMention[] }[] = [];
  for (const mention of article.mentions) {
    if (mention.kind !== "quantity" || !reports(article, mention)) continue;
    const paragraph = paragraphAt(article, mention.span.start);
    if (paragraph === null || /furniture|meta|byline/.test(paragraph.role)) continue;
    const sentence = sentenceAt(paragraph, mention.span.start);
    let group = groups[groups.length - 1];
    if (group === undefined || group.sentence.start !== sentence.start) {
      group = { sentence, mentions: [] };
      groups.push(group);
    }
    group.mentions.push(...ends(mention));
  }
  return groups;
}

/** 5000—6000元 is 5000元 and 6000元. */
function ends(mention: QuantityMention): readonly QuantityMention[] {
  const { to, value, base } = mention.value;
  if (to === null || value === 0) return [mention];
  const upper = Number(((base / value) * to).toPrecision(15));
  return [
    { ...mention, value: { ...mention.value, to: null } },
    { ...mention, value: { ...mention.value, value: to, base: upper, to: null } },
  ];
}

/** Where the figure stands among the drafts: an amount told again is evidence of the first one. */
function place(
  article: AnnotatedArticle,
  drafts: FigureDraft[],
  firstOf: Map<string, number[]>,
  sentence: RepairedSpan,
  mention: QuantityMention,
  of: string,
): number {
  const key = `${mention.value.measure}:${mention.value.base}:${mention.value.baseUnit}`;
  const seen = firstOf.get(key) ?? [];
  const twin = seen.slice(0, 12).find((at) => repeats(drafts[at]?.of ?? "", of, mention));
  const first = twin === undefined ? undefined : drafts[twin];
  if (twin !== undefined && first !== undefined) {
    drafts[twin] = { ...first, evidence: [...first.evidence, mention.span] };
    return twin;
  }
  const at = drafts.length;
  drafts.push(make(article, sentence, mention, of, at));
  seen.push(at);
  firstOf.set(key, seen);
  return at;
}

/** The same amount of the same thing again: sums and large counts repeat, small counts (3家) usually do not. */
function repeats(first: string, of: string, mention: QuantityMention): boolean {
  const { measure, base } = mention.value;
  if (measure === "money" && base >= 1_000_000) return alike(first, of) || base % 1_000_000 !== 0;
  if (measure === "percent" || base < 100) return plainly(first) === plainly(of);
  return alike(first, of);
}

/** 18名人才中 and 18名人才, 一、先进集体（5个） and 5个先进集体 count the same. */
const plainly = (of: string): string => of.replace(/^[一二三四五六七八九十]+、|中$/g, "");

function alike(a: string, b: string): boolean {
  for (let i = 0; i + 1 < a.length; i++) if (b.includes(a.slice(i, i + 2))) return true;
  return false;
}

function make(
  article: AnnotatedArticle,
  sentence: { start: number; end: number },
  mention: QuantityMention,
  of: string,
  number: number,
): FigureDraft {
  const { value, span } = mention;
  const { text } = article;
  // What a number is said of stands near it; a table pasted as one sentence may hold thousands.
  const near = Math.max(sentence.start, span.start - 300);
  const regions = article.within("region", repairedSpan(near, Math.min(sentence.end, span.end + 60)));
  const { period, accumulation } = figureTime(article, near, mention);
  return {
    key: `figure:${number}`,
    kind: "figure",
    confidence: value.arabic ? 0.92 : 0.75,
    inferred: [],
    evidence: [span],
    value: value.value,
    unit: value.unit,
    base: value.base,
    baseUnit: value.baseUnit,
    measure: value.measure === "duration" ? "other" : value.measure,
    of,
    approx: value.approx,
    period,
    accumulation,
    scope: scopeOf(regions, span.start),
    includes: [],
    change:
      /(同比|环比|较上年|比上年)[^，,。；;]{0,6}$/.exec(text.slice(Math.max(near, span.start - 14), span.start))?.[1] ??
      null,
  };
}

/** Whose: the regions printed before the number in its sentence; several stay unsplit. */
function scopeOf(regions: readonly RegionMention[], before: number): readonly string[] {
  const paths = regions.filter((r) => !r.value.insideName && r.span.end <= before).map((r) => r.value.path);
  return [...new Set(paths)];
}

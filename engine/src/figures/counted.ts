import type { AnnotatedArticle, QuantityMention } from "../annotation.js";
import { matchesOf } from "../patterns/pattern.js";
import { isHan } from "../patterns/plain-character.js";
import { repairedSpan } from "../span.js";

const mark = /[，,。；;：:！!？?（）()“”《》\s]/;
/** Words at which the thing counted ends when it follows its number: 6名医生一一握手 counts 医生. */
const cutAfter =
  /(?:提升(?!工程|项目|行动|班)|往返|拔地|带着|直接|双向|遍地|前来|陆续|先后|相继|成为|奔赴|走上|住上|搬[进入]|用上|吃上|喝上|找到|得到|拥有|顺利|稳定(?!岗|就)|持续|有序|家门口|一一|逐一|专门|面向|通过|正在?|座谈|围|走进|抵达|免费|当|从|装修|现场|提供|结成|结对|结|养|免|与|和|在|到|(?<!结)对(?!口|接|象|子)|(?<!意|方|导|去|动)向|按|分[三两]|参加|参与|参训|组成|签订|签署|签约|来自|来|分别|共同|用于|支持|帮助|建设|投入|落户|开展|赴|前往|举行|被|将|已|以上|左右|增收|实现|受益|受惠|达成|投资|建立|跨越|咨询|带来|搭乘|运送|提交|返回|开启|共(?=[组建同])|内均|内(?=$)|纳入|入选|成功|基本|都(?=[有是在能将要])|送[进到往上去]|赠送|运抵|发放|签约|成立|进行|为|给|由|均|及|以及|等|、|的|一个|逐|每|就|也|还|需|主动|全部|以|户均|人均|不等).*$/u;
/** Verbs in front of the thing counted: they say what was done with it. */
const verb =
  /(?:共建|捐赠|捐助|捐建|捐资|捐款|出资|投入|安排|拨付|落实|统筹|到位|完成|实施|新建|建成|援建|建设|引进|引导|举办|开展|组织|组建|救助|资助|培训|培养|通过|转移|依托|利用|运用|选派|派出|派驻|派遣|提供|获得|包括|引入|联系|率队|率领|带领|动员|协调|认定|采购|帮助销售|销售|帮助|实现|带动|吸纳|惠及|签订|达成|筹集|募集|争取|支持|发放|设立|打造|购置|修建|新增|累计|共计|合计|总计|共|达到|达|为|是|有|约|近|超过?|突破|预计|可|已|再|含|即|每年|每月|送上|拿出|变成|留下|满足|解决|折合(?:人民币)?|卖出|用|花|付给|奖励|补助|资助|带来|增加|减少|提高|下降|增长|占|按|给予|由|(?<!意|方|导|去|动)向|把|将|与|和|在|(?<!结)对(?!口|接|象|子)|到(?!账|岗|户|期|店|访)|从|了|的(?!$)|会上|其中|同时|目前|今年|去年|全年|年内|以来)/gu;
const rateVerb = /(?:增长|提高|下降|上升|降低|减少|增加|增幅|翻)了?$/;
const verbAfter =
  /^(?:的?(?:共[计有]?(?=[0-9约近])|合计|总计|赴|前往|抵达|来到|建设|用于|支持|帮助|参加|参与|参训|组成|签订|签约|与|和|在|到|对|向|等|左右|以上|以内|以下|不等|就近|就地|就业(?![岗困帮基人车])|脱贫(?![户人村县劳群家监不])|增加|减少|提高|增长|上升|下降|基本|并|将|已|被|为|给|由|均|及|以及|增收|受益|实现|购置|购买|援建|改造|资助|奖励|补助|分|按|作为|元|内|多|余|来|起|一个|每))/u;

/**
 * The phrase that says what is counted: behind the number where a noun follows (47个帮扶项目), before it where the number
 * ends the clause (实施帮扶项目47个, 投入财政帮扶资金6120万元). A part of a whole that prints only whose it is (其中都安7200万元)
 * takes the rest from the whole, a number that follows another in a list (1200册、60件) from the one before.
 */
export function countedOf(
  article: AnnotatedArticle,
  sentence: { start: number; end: number },
  mention: QuantityMention,
  previous: string | null,
  whole: string | null,
): string {
  const { text } = article;
  const { measure } = mention.value;
  const from = mention.span.start;
  const party = measure === "people" ? delegation.exec(text.slice(Math.max(sentence.start, from - 10), from)) : null;
  if (party !== null) return partyOf(article, party[0], from);
  const before = phraseBefore(article, sentence.start, from);
  const rate = measure === "percent" ? rateOf(text, sentence.start, from) : null;
  if (rate !== null) return rate;
  const after =
    measure === "percent" ? "" : phraseAfter(text, behindList(article, mention, sentence.end), sentence.end);
  const counter = measure === "people" || measure === "count" || measure === "other";
  if (measure === "money" || measure === "area") {
    const given = givenAfter(text, mention.span.end, sentence.end);
    if (given !== null) return given;
  }
  const genitive =
    text[mention.span.end] === "的" &&
    !/^的[^，,。；;]{0,6}(?:成果|成绩|成效|目标|任务|规模|好成绩)/.test(
      text.slice(mention.span.end, mention.span.end + 10),
    );
  if (after !== "" && (counter || genitive || before === "")) return after;
  if (measure === "percent" && rateVerb.test(before)) {
    const rate = rateVerb.exec(before)?.[0] ?? "";
    const own = before.slice(0, -rate.length).replace(/(?:同比|环比|[较比].{0,4}|平均)$/, "");
    return (own.length >= 2 ? own : (previous ?? "")) + rate.replace("了", "");
  }
  // 财政帮扶资金：2021年3800万元，2022年4100万元; 引进企业：12家.
  if (/^(?:[12]\d{3}年度?|其中)?$/.test(before)) {
    const label = labelBefore(text, sentence.start, from);
    if (label !== null) return label;
  }
  const place = article.within("region", repairedSpan(Math.max(sentence.start, from - 60), from)).at(-1);
  const stripped = nounOf(before);
  // 丰都农产品: whose it is stands in `scope`.
  const printed = place === undefined ? "" : text.slice(place.span.start, place.span.end);
  const noun =
    printed !== "" &&
    stripped.startsWith(printed) &&
    stripped.length > printed.length + 1 &&
    stripped[printed.length] !== "籍"
      ? stripped.slice(printed.length)
      : stripped;
  // 分3期, 已售1299.2亿元: one syllable is what was done, and the thing stands before it.
  if (noun === "" || deedAlone.test(noun)) return previous ?? after;
  // 都安7200万元、大化6400万元: only whose it is; the thing stands in the figure before.
  if (whole !== null && noun.length <= 4 && !whole.includes(noun) && !noun.includes(whole.slice(-2)))
    return noun + whole;
  // 由96人增加到188人
  if (previous !== null && /^(?:增加|减少|提高|提升|上升|下降|增至|增长)到?$/.test(noun)) return previous;
  return noun;
}

const deedAlone = /^[分发送看收开提办能把却售设管降末种招领占]$/;

/** What a line or a part of a list names before its colon, where only years and numbers stand between that and a number. */
function labelBefore(text: string, from: number, to: number): string | null {
  const label =
    /(?:^|[\s；;。，,、•●*·-])([^\s；;。，,、：:•●*0-9]{2,14})[：:](?:[^。；;：:\p{Script=Han}]|[年度其中万亿元]|约|近)*$/u.exec(
      text.slice(Math.max(from, to - 60), to),
    );
  return label?.[1] === undefined ? null : nounOf(label[1]);
}

/** 考察团一行16人, 副县长顾某一行9人: the party that travels. */
const delegation = /(?:\p{Script=Han}{0,2}[团组队])?一行(?:共|约)?$/u;

function partyOf(article: AnnotatedArticle, printed: string, to: number): string {
  const start = to - printed.length;
  const leader = article.within("person", repairedSpan(Math.max(0, start - 8), start)).at(-1);
  const led = leader?.span.end === start ? article.text.slice(leader.span.start, start) : "";
  return led + printed.replace(/(?:共|约)$/, "");
}

/** 资金使用率74.14%, 就业率稳定在90%: the rate with its own name, whatever verb stands in it. */
function rateOf(text: string, from: number, to: number): string | null {
  const before = text.slice(Math.max(from, to - 20), to);
  const named =
    /(?:^|[，,。；;：:、（(的]|平均|其中)?([^，,。；;：:、（()）\s0-9的]{1,9}(?:率|占比|比例|比重))(?:稳定|保持|维持|已|分别|均|在|达到|达|为|约|超过|超|近|至|到|高)*$/.exec(
      before,
    );
  if (named?.[1] === undefined) return null;
  // 22个省份扶贫项目开工率: whose rates they are is counted, the rate is not.
  const start = named.index + named[0].indexOf(named[1]);
  return /[0-9]/.test(before[start - 1] ?? "") ? named[1].replace(counted, "") || null : named[1];
}

/** 9省市消费扶贫, 22个省份扶贫项目: whose it is, behind its number. */
const counted =
  /^(?:余|多)?个?(?:省区市|省份|省市|市州|地市|县市区|区县|县区|省|市|区|县|乡镇|村)(?=\p{Script=Han}{2})/u;

/** 14批917人次, 4期164人: the thing stands behind the last number of the run. */
function behindList(article: AnnotatedArticle, mention: QuantityMention, to: number): number {
  let { end } = mention.span;
  for (let run = 0; run < 3; run++) {
    const next = article.within("quantity", repairedSpan(end, Math.min(to, end + 16)))[0];
    if (next === undefined || next.span.start !== end || next.value.measure === "percent") break;
    end = next.span.end;
  }
  return end;
}

/** 提供1000万元援助款, 200平方米菇棚, 5万元基础设施建设资金: what the amount is, printed behind it; 10万元用于助学. */
function givenAfter(text: string, from: number, to: number): string | null {
  const behind = text.slice(from, Math.min(to, from + 20));
  const noun =
    /^的?([^，,。；;：:、（()）“”\s0-9的]{0,10}?(?:资金|援助款|捐款|善款|款物|款项|奖金|慰问金|助学金|奖学金|基金|补贴|补助|经费|物资|费用|保费|订单|贷款|货款|工资|收入|大棚|菇棚|厂房|基地|车间|果园|茶园))(?![项链])/.exec(
      behind,
    );
  const name = noun?.[1]?.replace(/^(?:用于|作为|帮扶用|的)/, "");
  if (name !== undefined && !/^(?:用|投|建|新|支持|购|实施|带|到|对|与|和|给|向|为)/.test(name)) return name;
  if (/[，,：:；;]$/.test(text.slice(from - 12, from).replace(/[0-9.万亿元约近]+$/, ""))) {
    return /^用于([^，,。；;：:、\s]{2,12})/.exec(behind)?.[1] ?? null;
  }
  return null;
}

function phraseAfter(text: string, begin: number, to: number): string {
  // 200名“优秀员工”: a name in quotation marks is the thing.
  const from = text[begin] === "“" ? begin + 1 : begin;
  let end = from;
  while (end < to && end - from < 24 && (isHan(text.charCodeAt(end)) || !mark.test(text[end] ?? ""))) end++;
  const raw = text.slice(from, end);
  if (raw === "" || raw.startsWith("、")) return "";
  // 145名到陕西挂职的干部
  const sent =
    /^[^、0-9]{0,12}(?:挂职|面向|针对|来自|参加|参训|在|到|从|由|赴)[^、0-9]{1,12}的(\p{Script=Han}{2,6})/u.exec(
      raw,
    )?.[1];
  if (sent !== undefined) return sent.slice(0, 1) + sent.slice(1).replace(cutAfter, "");
  if (verbAfter.test(raw)) return "";
  const phrase = raw.replace(/^的/, "").replace(/[0-9].*$/, "");
  // 15个补短板、强弱项的协作项目
  const described = /、.*的([^的、]{2,8})$/.exec(phrase)?.[1];
  if (described !== undefined) return described;
  return phrase.slice(0, 1) + phrase.slice(1).replace(cutAfter, "");
}

/** From the last mark, or the last number of the same list, to the number. */
function phraseBefore(article: AnnotatedArticle, from: number, to: number): string {
  const { text } = article;
  let start = to;
  while (
    start > from &&
    to - start < 24 &&
    (isHan(text.charCodeAt(start - 1)) || !/[，,。；;：:！!？?\s]/.test(text[start - 1] ?? ""))
  )
    start--;
  const numbers = article.within("quantity", repairedSpan(start, to));
  const last = numbers[numbers.length - 1];
  if (last !== undefined) start = last.span.end;
  // The giver's name is not what is given.
  const giver = article.within("organisation", repairedSpan(start, to)).at(-1);
  if (giver !== undefined && giver.span.end < to && !/^[（(]/.test(text.slice(giver.span.end, to)))
    start = giver.span.end;
  return text
    .slice(start, to)
    .replace(/^[、和及与的]/, "")
    .replace(/^[^0-9]{0,6}[0-9]+(?=[个省市区县地])/, "")
    .replace(counted, "")
    .replace(/[（(][^（()）]{1,6}[）)]/g, "")
    .replace(/[“”（）()]/g, "")
    .replace(
      /(?:超过|突破|不少于|不低于|不超过|达到|达|约|近|超|逾|共|为|到|至|满|仅|最高|各|的|了|有|占|由|分别|不足|低于|高于)+$/,
      "",
    );
}

/** What stands behind the last verb; the verb itself where nothing does (捐赠10万元). */
function nounOf(printed: string): string {
  const phrase = printed.replace(/(?:由|从)(?:去年|上年|[0-9]{4}年)?度?的?$/, "");
  const each = /每[^，,、每]{1,4}$/.exec(phrase);
  if (each !== null) return each[0];
  let end = 0;
  let deed = "";
  for (const match of matchesOf(verb, phrase)) {
    const behind = match.index + match[0].length;
    // 补助资金, 培训经费: the deed is part of the name.
    if (/^(?:补助|奖励|资助|救助|培训|采购)$/.test(match[0]) && /^(?:资金|经费|款|费|物资)/.test(phrase.slice(behind)))
      continue;
    // 农产品销售2亿元: a verb right before the number leaves the thing in front of it.
    if (behind === phrase.length && match.index - end >= 2)
      return tidy(phrase.slice(end, match.index)) + (match[0].length >= 2 ? match[0] : "");
    end = behind;
    deed = match[0].length >= 2 ? match[0] : deed;
  }
  const rest = tidy(phrase.slice(end));
  if (rest.length >= 2) return rest;
  // 培训684人次, 出资200万元: the deed is what is counted.
  return deed + rest !== "" ? deed + rest : phrase.slice(-6);
}

/** 花椒、油橄榄等农特产品 is 农特产品; long phrases keep their end, where Chinese has the head. */
function tidy(noun: string): string {
  const head = noun
    .replace(/^[、，,]+|^(?:[12][0-9])?[0-9]{2}年度?/, "")
    .replace(/(?:一行|等)$/, "")
    .replace(/^.*等(?=..)/u, "")
    .replace(/^(?:并|还|先后|即|其中|一行|共同|现场|本次|此次)+(?=..)/u, "");
  return head.length > 14 ? head.slice(-14) : head;
}

import type { AnnotatedArticle, QuantityMention } from "./annotation.js";

/** What a number counts, and whether it is a part (其中) of the figure before it. */
export interface Counted {
  readonly of: string;
  readonly part: boolean;
}

const ends = /[，,。；;：:！!？?（）()“”\s]/;
/** Verbs and connectives at which the thing counted ends when it follows its number. */
const cutAfter =
  /(?:与|和|在|到|对|向|参加|参与|组成|签订|签署|签约|来自|分别|共同|用于|支持|帮助|建设|投入|落户|开展|赴|前往|举行|被|将|已|以上|左右|增收|实现|受益|进行|为|给|由|均|及|以及|等|、).*$/u;
const cutBefore =
  /^.*?(?:今年以来|近年来|目前|截至目前|其中|同时|会上|活动中|仪式上|共计|累计|全年|合计|总计|共|先后|再|已|将|并|还|又|现场)/u;
/** Verbs in front of the thing counted: they say what was done with it. */
const verbs =
  /^(?:投入|安排|捐赠|捐助|拨付|落实|统筹|到位|完成|实施|新建|建成|援建|建设|引进|新引进|引导|举办|开展|组织|培训|选派|派出|派驻|提供|采购|帮助|实现|带动|吸纳|惠及|签订|达成|筹集|募集|争取|支持|发放|设立|打造|达|为|约|近|超|有|是|从|到|至|向|的|了)+/u;
const verbAfter =
  /^(?:的?(?:建设|用于|支持|帮助|参加|参与|组成|签订|签约|与|和|在|到|对|向|等|左右|以上|以内|以下|不等|并|，|将|已|被|为|给|由|均|及|以及|增收|受益|实现|购置|购买|援建|改造|资助|奖励|补助|分|按|作为|元|内|多|余|来|起))/u;

/**
 * The phrase that says what is counted: behind the number where a noun follows (47个帮扶项目), before it where the number
 * ends the clause (实施帮扶项目47个, 投入财政帮扶资金6120万元). A part that prints only whose it is (其中都安7200万元) takes
 * the thing from the figure before it.
 */
export function countedOf(
  article: AnnotatedArticle,
  sentence: { start: number; end: number },
  mention: QuantityMention,
  previous: string | null,
): Counted {
  const { text } = article;
  const from = mention.span.start;
  const after = phraseAfter(text, mention.span.end, sentence.end);
  const before = phraseBefore(text, sentence.start, from);
  const part = /其中[^，。；]*$/.test(text.slice(Math.max(sentence.start, from - 20), from));
  const counter =
    mention.value.measure === "people" || mention.value.measure === "count" || mention.value.measure === "other";
  if (after !== "" && (counter || /^的/.test(text.slice(mention.span.end, mention.span.end + 1))))
    return { of: after, part };
  if (mention.value.measure === "money" && after !== "" && before.length < 3) return { of: after, part };
  if (before === "" && previous !== null) return { of: previous, part };
  if (part && previous !== null && before.length <= 4) return { of: before + previous, part };
  return { of: before === "" ? after : before, part };
}

function phraseAfter(text: string, from: number, to: number): string {
  let end = from;
  while (end < to && end - from < 24 && !ends.test(text[end] ?? "")) end++;
  const raw = text.slice(from, end);
  if (raw === "" || verbAfter.test(raw)) return "";
  return raw
    .replace(/^的/, "")
    .replace(/[0-9].*$/, "")
    .replace(cutAfter, "")
    .replace(/的$/, "");
}

function phraseBefore(text: string, from: number, to: number): string {
  let start = to;
  while (start > from && to - start < 24 && !/[，,。；;：:！!？?\s（(]/.test(text[start - 1] ?? "")) start--;
  let raw = text.slice(start, to).replace(/^.*[）)”]/, (m) => (m.length < to - start ? "" : m));
  raw = raw.replace(/(?:超过|突破|不少于|不低于|不超过|达到|达|约|近|超|逾|共|为|至|满|仅|最高)+$/, "");
  // A list before it (、): only its last item, unless the item is short (教师、医生).
  const cut = cutBefore.exec(raw);
  let phrase = cut === null ? raw : raw.slice(cut[0].length);
  if (phrase === "" && cut !== null) phrase = cut[0].replace(/^.*(?:其中|会上|同时)/, "");
  const noun = phrase
    .replace(/^.*[0-9][0-9.,]*(?:[万亿]?(?:元|人次|人|名|个|家|户|所|项|亩|吨))(?:[、和]|(?=.))/u, "")
    .replace(verbs, "");
  return noun === "" ? phrase.slice(-10) : noun;
}

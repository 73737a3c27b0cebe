import type { AnnotatedArticle } from "../annotation.js";
import type { Side } from "../fact.js";
import { numberAt } from "../numbers/chinese-number.js";
import { Pattern } from "../patterns/pattern.js";
import { repairedSpan } from "../span.js";

/** One statement of when a pairing began, as drafted (evidence is a place in the repaired text). */
export interface Since {
  readonly statement: string;
  readonly from: string | null;
  readonly inferred: boolean;
  readonly speaker: string | null;
  readonly side: Side | null;
  readonly evidence: { readonly start: number; readonly end: number };
}

const n = "[0-9一二三四五六七八九十两]{1,3}";
/** 第三个年头, 第8个年头; 过去三年多来, 六年来; 自2017年起, 2016年结对以来; 携手共建六载. */
const forms = new Pattern(
  new RegExp(
    `第(?<nth>${n})(?:个)?(?:年头|年)|(?:过去|近|这)?(?<years>${n})(?:个)?年(?<more>多)?(?:来|以来)|自(?<year>[12][0-9]{3})年(?:[0-9]{1,2}月)?(?:起|以来|开始|结对)|(?<since>[12][0-9]{3})年(?:[0-9]{1,2}月)?(?:结对|建立|确定|缔结|开展)[^，,。；;]{0,8}(?:以来|关系)|(?<span>${n})载`,
    "g",
  ),
);
/** The sentence must be about the tie between the two, not about a plan or a programme. */
const about = /结对|协作|帮扶|缔结|携手|牵手|结缘|对口|山海|情谊|支持|帮助|共建|合作|同行/;

/**
 * Statements of the beginning, per pair: what is said (第三个年头 in 2023 began in 2021, 过去三年多 about 2020), by whom,
 * for which pair: the one whose two regions the sentence or the sentences just before it name. Host and guest may
 * differ; both statements stay.
 */
export function sinceStatements(
  article: AnnotatedArticle,
  pairs: readonly { readonly east: string; readonly west: string }[],
): ReadonlyMap<number, readonly Since[]> {
  const out = new Map<number, Since[]>();
  const year = yearHere(article);
  let sides: ReadonlyMap<string, Side> | null = null;
  for (const paragraph of article.paragraphs) {
    if (paragraph.role !== "body" && paragraph.role !== "caption") continue;
    let speaker: string | null = null;
    /** Sentences before this one were asked who speaks in them. */
    let heard = 0;
    for (const [index, sentence] of paragraph.sentences.entries()) {
      if (!forms.mayOccur(article.text, sentence.start, sentence.end)) continue;
      const text = article.text.slice(sentence.start, sentence.end);
      if (!about.test(text)) continue;
      // Nobody gives more than a few beginnings in one sentence.
      const told = { document: article.text, start: sentence.start, text: text.slice(0, 2000) };
      for (const match of forms.matches(told).slice(0, 4)) {
        for (; heard <= index; heard++) {
          const asked = paragraph.sentences[heard];
          speaker = (asked === undefined ? null : speakerOf(article, asked)) ?? speaker;
        }
        sides ??= speakerSides(article);
        const g = match.groups ?? {};
        const near = repairedSpan(sentence.start, Math.min(sentence.end, sentence.start + 2000));
        const named = article.within("region", near).map((m) => m.value.path);
        const before = article
          .within("region", repairedSpan(Math.max(paragraph.span.start, sentence.start - 600), near.end))
          .map((m) => m.value.path);
        const which = pairs.findIndex((p) => named.includes(p.east) && named.includes(p.west));
        const fallback = pairs.findIndex(
          (p) => named.includes(p.west) || (before.includes(p.west) && named.includes(p.east)),
        );
        const at = which >= 0 ? which : fallback >= 0 ? fallback : pairs.length === 1 ? 0 : -1;
        if (at < 0) continue;
        const start = sentence.start + match.index;
        const from = beginning(g, year);
        const list = out.get(at) ?? [];
        const inferred = g.year === undefined && g.since === undefined;
        // 自2017年起 … 已携手六载: the count only says the printed year again.
        const known = list.some((s) => !s.inferred && s.evidence.start >= sentence.start && s.from === String(from));
        if (inferred && known) continue;
        list.push({
          statement: match[0],
          from: from === null ? null : String(from),
          inferred,
          speaker,
          side: speaker === null ? null : (sides.get(speaker) ?? null),
          evidence: repairedSpan(start, start + match[0].length),
        });
        out.set(at, list);
      }
    }
  }
  return out;
}

/** The year the words count from: the published one, else the first that a date of the text has. */
function yearHere(article: AnnotatedArticle): number | null {
  if (article.published !== null) return Number(article.published.slice(0, 4));
  for (const mention of article.mentions)
    if (mention.kind === "date" && mention.value.start !== null && /^\d{4}/.test(mention.value.start))
      return Number(mention.value.start.slice(0, 4));
  return null;
}

function beginning(g: { readonly [name: string]: string | undefined }, year: number | null): number | null {
  if (g.year !== undefined) return Number(g.year);
  if (g.since !== undefined) return Number(g.since);
  const count = numberAt(g.nth ?? g.years ?? g.span ?? "", 0)?.value;
  if (count === undefined || year === null) return null;
  // The third year in 2023 is 2021 to 2023; three years ago is 2020.
  return g.nth !== undefined ? year - count + 1 : year - count;
}

const speech = /^(?:[^，,。；;：:“]{0,6}?)(?:表示|说|指出|介绍|强调|认为|回应|坦言)/;

function speakerOf(article: AnnotatedArticle, sentence: { start: number; end: number }): string | null {
  for (const person of article.within("person", repairedSpan(sentence.start, sentence.end)))
    if (speech.test(article.text.slice(person.span.end, person.span.end + 10))) return person.value.name;
  return null;
}

/** The side of the region whose post a person holds, by name. */
function speakerSides(article: AnnotatedArticle): ReadonlyMap<string, Side> {
  const sideOf = new Map<string, Side>();
  const homes = new Map<string, Set<Side>>();
  for (const mention of article.mentions) {
    if (mention.kind !== "region" || mention.value.side === null) continue;
    sideOf.set(mention.value.path, mention.value.side);
    const word = mention.value.path.slice(-1);
    homes.set(word, (homes.get(word) ?? new Set()).add(mention.value.side));
  }
  const out = new Map<string, Side>();
  for (const mention of article.mentions) {
    if (mention.kind !== "attribution" || out.has(mention.value.person)) continue;
    const own = mention.value.region === null ? undefined : sideOf.get(mention.value.region);
    // 区委书记 without a place: all the text's 区 are on one side.
    const word = /^(?:副|常务副)?([省市州县区旗镇乡])/.exec(mention.value.title ?? "")?.[1] ?? "";
    const only = [...(homes.get(word) ?? [])];
    const side = own ?? (mention.value.region === null && only.length === 1 ? only[0] : undefined);
    if (side !== undefined) out.set(mention.value.person, side);
  }
  return out;
}

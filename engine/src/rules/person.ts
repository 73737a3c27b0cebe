import type { AnnotatedArticle, AttributionMention } from "../annotation.js";
import { paragraphAt, sentenceAt } from "../document/paragraph-at.js";
import type { DraftOf, Rule } from "../draft.js";
import type { Side } from "../fact.js";
import { type Party, partiesOf } from "../parties/parties.js";
import { type RepairedSpan, repairedSpan } from "../span.js";

type PersonDraft = DraftOf<"person">;

const attending =
  /参加|出席|陪同|率队?|带队|带领|主持|与会|会见|座谈|走访|调研|考察|签[约订字]|揭牌|表示|说|指出|介绍|讲话|致辞|发言|汇报|通报|推介/;
const leaderTitle = /总书记|国家主席|总理/;
const historical = /烈士|英雄|将军|先烈/;

/**
 * People (人员), one per name: the fullest chain of posts that the text prints, each post with its region, the side of
 * that region, and the part: who attended, who is only named (national leaders, the dead), who is of the byline.
 */
export const person: Rule = {
  id: "person",
  version: 1,
  purpose: "A name with the posts that lists and appositions give it; posts without a place belong to the list's.",
  apply(article) {
    const byName = new Map<string, AttributionMention[]>();
    for (const mention of article.mentions) {
      if (mention.kind !== "attribution" || (!mention.value.byline && inFurniture(article, mention.span))) continue;
      const list = byName.get(mention.value.person);
      if (list === undefined) byName.set(mention.value.person, [mention]);
      else list.push(mention);
    }
    const again = new Map<string, RepairedSpan[]>();
    for (const mention of article.mentions) {
      if (mention.kind !== "person" || !byName.has(mention.value.name)) continue;
      const list = again.get(mention.value.name) ?? [];
      list.push(mention.span);
      again.set(mention.value.name, list);
    }
    const parties = partiesOf(article);
    const sides = new Map<string, Side>();
    for (const party of parties) if (party.side !== null) sides.set(party.path, party.side);
    const home = homes(article, parties);
    const beginnings = new Set([...byName.keys()].flatMap((name) => (name.length >= 4 ? [name.slice(0, 2)] : [])));
    return [...byName]
      .filter(([name, attributions]) => !isPartOf(name, attributions, beginnings, again))
      .map(([name, attributions]) => draft(article, name, attributions, again.get(name) ?? [], sides, home));
  },
};

/**
 * What is only the beginning of a longer name, or a name with the next word: 吉克老师 beside 吉克阿呷, and 牛满仓追着 beside 牛满仓. Only
 * where nothing else says that it is a name.
 */
function isPartOf(
  name: string,
  attributions: readonly AttributionMention[],
  beginnings: ReadonlySet<string>,
  again: ReadonlyMap<string, readonly RepairedSpan[]>,
): boolean {
  if (attributions.length > 1) return false;
  if (name.length === 2 && beginnings.has(name)) return true;
  const shorter = name.slice(0, -1);
  return name.length >= 3 && attributions[0]?.value.title === null && (again.get(shorter)?.length ?? 0) > 1;
}

/** Level word → the one region that a post with that word alone (区委书记, 县领导) can mean in this document. */
type Homes = ReadonlyMap<string, string>;

/**
 * 区委书记 without a place is the publisher's: the region of that level in the page's source (白云时事, 县融媒体中心), else
 * the only one of that level that the document names, else the only one in its title.
 */
function homes(article: AnnotatedArticle, parties: readonly Party[]): Homes {
  const out = new Map<string, string>();
  for (const word of ["自治区", "省", "市", "州", "县", "区", "旗", "镇", "乡", "街道"]) {
    const own = parties.filter((p) => p.path.endsWith(word) && p.level !== "zone");
    const only =
      onlyOne(own) ??
      onlyOne(own.filter((p) => p.mentions.some((m) => named(article, m.span)))) ??
      onlyOne(own.filter((p) => p.inTitle));
    if (only !== null) out.set(word, only.path);
  }
  return out;
}

function onlyOne(list: readonly Party[]): Party | null {
  return list.length === 1 ? (list[0] ?? null) : null;
}

/** True where the short form of a place stands in the source's name. */
function named(article: AnnotatedArticle, span: RepairedSpan): boolean {
  if (article.source === null) return false;
  const stem = article.text.slice(span.start, span.end).replace(/(?:自治)?[省市州县区旗镇乡]$/, "");
  return stem.length >= 2 && article.source?.includes(stem) === true;
}

function draft(
  article: AnnotatedArticle,
  name: string,
  attributions: readonly AttributionMention[],
  again: readonly RepairedSpan[],
  sides: ReadonlyMap<string, Side>,
  home: Homes,
): PersonDraft {
  const [fullest] =
    attributions.length === 1
      ? attributions
      : [...attributions].sort(
          (a, b) =>
            Number(a.value.byline) - Number(b.value.byline) || score(b) - score(a) || a.span.start - b.span.start,
        );
  // 贵局局长: whose office it is, as a letter says it.
  const title =
    fullest?.value.title?.replace(/^[贵我本][局委办院校厅会行](?=(?:党委|党组)?副?[局主院校厅会行书])/, "") ?? null;
  const posts = fullest?.value.posts ?? [];
  const word = /^(?:副|常务副)?(自治区|省|市|州|县|区|旗|镇|乡|街道)/.exec(title ?? "")?.[1] ?? "";
  const printed = fullest?.value.region ?? attributions.find((a) => a.value.region !== null)?.value.region ?? null;
  const region = printed ?? home.get(word) ?? null;
  const byline = fullest?.value.byline === true;
  const named = leaderTitle.test(title ?? "") || historical.test(title ?? "");
  const present = () => again.some((span) => attending.test(sentenceAround(article, span)));
  return {
    key: `person:${name}`,
    kind: "person",
    confidence: title === null ? 0.8 : byline ? 0.97 : 0.95,
    inferred: region !== null && printed === null ? ["region", "side"] : [],
    evidence: unique([...attributions.map((a) => a.span), ...again]),
    name,
    title,
    posts,
    region,
    organisation: posts.find((post) => post.organisation !== null)?.organisation ?? null,
    side: region === null ? null : sideOf(region, sides),
    part: byline ? "byline" : named ? "named" : present() ? "attended" : "named",
  };
}

/** Posts are many and printed early: the chain with most of them, then the longest, is the fullest. */
function score(attribution: AttributionMention): number {
  return attribution.value.posts.length * 100 + Math.min(attribution.value.title?.length ?? 0, 40);
}

function sideOf(region: string, sides: ReadonlyMap<string, Side>): Side | null {
  const own = sides.get(region);
  if (own !== undefined) return own;
  for (const [path, side] of sides) if (path.startsWith(region) || region.startsWith(path)) return side;
  return null;
}

function sentenceAround(article: AnnotatedArticle, span: RepairedSpan): string {
  const paragraph = paragraphAt(article, span.start);
  if (paragraph === null || paragraph.role === "furniture") return "";
  const sentence = sentenceAt(paragraph, span.start);
  return article.text.slice(sentence.start, sentence.end);
}

function inFurniture(article: AnnotatedArticle, span: RepairedSpan): boolean {
  return paragraphAt(article, span.start)?.role === "furniture";
}

function unique(spans: readonly RepairedSpan[]): readonly RepairedSpan[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const out: RepairedSpan[] = [];
  for (const { start, end } of sorted) {
    let before = out.length - 1;
    while (before >= 0 && out[before]?.start === start && out[before]?.end !== end) before--;
    if (before < 0 || out[before]?.start !== start) out.push(repairedSpan(start, end));
  }
  return out;
}

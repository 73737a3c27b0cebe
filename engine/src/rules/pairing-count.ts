import type { AnnotatedArticle, QuantityMention } from "../annotation.js";
import type { DraftOf, Rule } from "../draft.js";
import type { PartyType, Side } from "../fact.js";
import { lexicon } from "../lexicon.js";
import { type RepairedSpan, repairedSpan } from "../span.js";

type PairingCount = DraftOf<"pairing_count">;

interface Counted {
  readonly type: PartyType;
  readonly mention: QuantityMention;
  readonly end: number;
}

const paired = /结对|结成|结为|对子|结亲/;
/** What turns from the one side's list to the other's: 与某县28个镇, 结对我县9所学校. */
const turn = /[与和同]|结对|对口|帮扶/;
const deictic = /我[省市县区州旗镇]|当地|对方|西部|东部|两县|三县/;

/**
 * A roster told in prose (结对名册): 8个镇街、78所学校与甲、乙两县28个镇、75所学校结对. One fact per sentence; each side with
 * its own count of each type, null where the sentence prints only the other's. Said of all its counties together
 * (`scope`) and never split between them.
 */
export const pairingCount: Rule = {
  id: "pairing-count",
  version: 1,
  purpose: "Counts of units on both sides of a sentence about pairing are the roster's two counts per type.",
  apply(article, soFar) {
    const drafts: PairingCount[] = [];
    const sides = new Map<string, Side>();
    for (const draft of soFar) if (draft.kind === "region" && draft.side !== null) sides.set(draft.path, draft.side);
    for (const paragraph of article.paragraphs) {
      if (paragraph.role !== "body" && paragraph.role !== "caption") continue;
      for (const sentence of paragraph.sentences) {
        const draft = read(article, sentence, sides, drafts.length);
        if (draft !== null) drafts.push(draft);
      }
    }
    return drafts;
  },
};

function read(
  article: AnnotatedArticle,
  sentence: RepairedSpan,
  sides: ReadonlyMap<string, Side>,
  number: number,
): PairingCount | null {
  const { text } = article;
  if (!paired.test(text.slice(sentence.start, sentence.end))) return null;
  const counted = article.within("quantity", sentence).flatMap((mention): Counted[] => {
    const noun = nounAt(text, mention);
    return noun === null || mention.value.ordinal || !mention.value.arabic ? [] : [{ mention, ...noun }];
  });
  const lists: readonly [Counted[], Counted[]] = [[], []];
  let side: 0 | 1 = 0;
  counted.forEach((item, at) => {
    const before = counted[at - 1];
    if (before !== undefined) {
      const gap = text.slice(before.end, item.mention.span.start);
      const place =
        article.within("region", repairedSpan(before.end, item.mention.span.start)).length > 0 || deictic.test(gap);
      if (side === 0 && turn.test(gap) && (place || /结对/.test(gap))) side = 1;
      else if (side === 1 && /[，,；;]/.test(gap) && !place) side = 0;
    }
    const list = lists[side];
    if (!list.some((c) => c.type === item.type)) list.push(item);
  });
  const [first, second] = lists;
  if (first.length === 0 || second.length === 0) return null;
  const sideOfFirst = subjectSide(article, sentence, first[0], sides);
  if (sideOfFirst === null) return null;
  const types = [...new Set([...first, ...second].map((c) => c.type))];
  const count = (list: readonly Counted[]) =>
    types.map((type) => {
      const item = list.find((c) => c.type === type);
      const unit = item ?? [...first, ...second].find((c) => c.type === type);
      return { type, count: item?.mention.value.value ?? null, unit: unit?.mention.value.unit ?? "个" };
    });
  const [east, west] = sideOfFirst === "east" ? [first, second] : [second, first];
  const subject = article
    .within("region", repairedSpan(sentence.start, first[0]?.mention.span.start ?? sentence.start))
    .at(-1);
  const said = repairedSpan(subject?.span.start ?? sentence.start, sentence.end);
  const regions = article.within("region", said).filter((m) => !m.value.insideName);
  const until = /截至/.test(text.slice(sentence.start, sentence.end)) ? article.within("date", sentence)[0] : undefined;
  const last = second[second.length - 1] ?? first[0];
  return {
    key: `pairing_count:${number}`,
    kind: "pairing_count",
    confidence: 0.9,
    inferred: ["counted"],
    evidence: [repairedSpan(first[0]?.mention.span.start ?? sentence.start, last?.end ?? sentence.end)],
    east: count(east),
    west: count(west),
    scope: [...new Set(regions.map((m) => m.value.path))],
    counted: "distinct",
    asOf: until?.value.end ?? null,
  };
}

let nouns: readonly { readonly word: string; readonly type: string }[] | null = null;

/** The kind of unit that a number counts: 8个镇街, 78所学校, 68个村, 28个镇. */
function nounAt(text: string, mention: QuantityMention): { type: PartyType; end: number } | null {
  nouns ??= [...lexicon("roster-nouns")].sort((a, b) => b.word.length - a.word.length);
  const behind = text.slice(mention.span.end, mention.span.end + 12).replace(/^(?:有关|相关|省级|市级|区级|县级)/, "");
  const cut = text.slice(mention.span.end, mention.span.end + 12).length - behind.length;
  const noun = nouns.find((n) => behind.startsWith(n.word));
  if (noun === undefined) return null;
  return { type: noun.type as PartyType, end: mention.span.end + cut + noun.word.length };
}

/** The side of the region that the first list belongs to: printed before it, or the other one than the second list's. */
function subjectSide(
  article: AnnotatedArticle,
  sentence: RepairedSpan,
  first: Counted | undefined,
  sides: ReadonlyMap<string, Side>,
): Side | null {
  if (first === undefined) return null;
  const sideOf = (path: string, own: Side | null) => sides.get(path) ?? own;
  const before = article.within("region", repairedSpan(sentence.start, first.mention.span.start)).at(-1);
  if (before !== undefined) return sideOf(before.value.path, before.value.side);
  const behind = article.within("region", repairedSpan(first.end, sentence.end))[0];
  const other = behind === undefined ? null : sideOf(behind.value.path, behind.value.side);
  return other === null ? null : other === "east" ? "west" : "east";
}

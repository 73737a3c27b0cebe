import type { AnnotatedArticle, RegionMention } from "../annotation.js";
import { paragraphAt } from "../document/paragraph-at.js";
import type { DraftOf, Rule } from "../draft.js";
import { acts } from "../parties/acting-party.js";
import { countyOf, printedWithCounty } from "../parties/county-of-town.js";
import { letterProvinces } from "../parties/letter-provinces.js";
import { type Party, partiesOf } from "../parties/parties.js";
import { partyRegion } from "../parties/party-region.js";

type RegionDraft = DraftOf<"region">;

/**
 * Regions that are parties, or were visited (涉及地区). Counties and zones count wherever the text speaks of them; a city
 * or province only where it acts itself: in a pairing, in the title, or as the only name of its side; a town only in a
 * pairing. A delegation's city or province and the one it travels to act too. A city that merely stands in front of its county (河池市 in 赴河池市都安县) or in a post does not.
 */
export const region: Rule = {
  id: "region",
  version: 1,
  purpose:
    "A county that the text speaks of, and a city, province or town that acts in it, is a party or a place visited.",
  apply(article, soFar) {
    const parties = partiesOf(article);
    const paired = new Set(soFar.flatMap((d) => (d.kind === "pairing" ? [d.east, d.west] : [])));
    const sides = new Map<string, "east" | "west">();
    for (const draft of soFar) {
      if (draft.kind !== "pairing") continue;
      sides.set(draft.east, "east");
      sides.set(draft.west, "west");
    }
    const drafts = parties
      .filter((party) => paired.has(party.path) || acts(article, party, parties, inTitle(article, party), paired))
      .map(
        (party): RegionDraft => ({
          ...partyRegion(party, paired.has(party.path) ? 0.97 : party.inTitle ? 0.93 : 0.85),
          side: sides.get(party.path) ?? party.side,
        }),
      );
    drafts.push(...ofPairs(article, paired, sides, drafts));
    const known = new Set(drafts.map((d) => d.path));
    const houses = [...ofInstitutions(article, drafts, known), ...ofDestinations(article, known)];
    const all = onceEach([...drafts, ...countiesOfTowns(article, parties, known), ...houses]);
    return onceEach([...all, ...byLetter(article, all)]);
  },
};

/** A county of a town that is also the county of a hospital is one party: as the first of them tells. */
function onceEach(drafts: readonly RegionDraft[]): readonly RegionDraft[] {
  const paths = new Set<string>();
  return drafts.filter(({ path }) => !paths.has(path) && paths.add(path));
}

/** 拟挂任凯里市委常委、副市长: a county of a pair that the text names in posts and offices only is a party all the same. */
function ofPairs(
  article: AnnotatedArticle,
  paired: ReadonlySet<string>,
  sides: ReadonlyMap<string, "east" | "west">,
  drafts: readonly RegionDraft[],
): readonly RegionDraft[] {
  const known = new Set(drafts.map(({ path }) => path));
  const settled = new Set(drafts.map(({ side }) => side));
  const named = new Map<string, RegionMention[]>();
  for (const mention of article.mentions) {
    if (mention.kind !== "region") continue;
    const { path, level, side } = mention.value;
    // 某市中医院与某县中医医院: the city of a pair, where its side has nobody else.
    const alone = level === "city" && side !== null && !settled.has(side);
    if ((level === "county" || alone) && paired.has(path) && !known.has(path))
      named.set(path, [...(named.get(path) ?? []), mention]);
  }
  return [...named].map(([path, mentions]) => ({
    key: `region:${path}`,
    kind: "region",
    confidence: 0.8,
    inferred: ["adcode"],
    evidence: mentions.map((m) => m.span),
    path,
    adcode: mentions[0]?.value.adcode ?? null,
    side: sides.get(path) ?? mentions[0]?.value.side ?? null,
  }));
}

/** 福建省代表团来宁考察, 沪滇协作: the province of a letter, where its side has nobody else. */
function byLetter(article: AnnotatedArticle, drafts: readonly RegionDraft[]): readonly RegionDraft[] {
  return letterProvinces(article, drafts).map(({ region, side, spans }) => ({
    key: `region:${region.path}`,
    kind: "region",
    confidence: 0.7,
    inferred: ["adcode", "path"],
    evidence: spans,
    path: region.path,
    adcode: region.adcode,
    side,
  }));
}

/**
 * 绍兴市柯桥区人民医院专家走进马边: where a side has no party of its own, the county of its hospital, school or office that the
 * text names again and again is the one that acts.
 */
function ofInstitutions(
  article: AnnotatedArticle,
  drafts: readonly RegionDraft[],
  known: ReadonlySet<string>,
): readonly RegionDraft[] {
  const out: RegionDraft[] = [];
  for (const side of ["east", "west"] as const) {
    if (drafts.some((d) => d.side === side) || !drafts.some((d) => d.side !== null)) continue;
    const named = new Map<string, RegionMention[]>();
    for (const mention of article.mentions) {
      if (mention.kind !== "region" || mention.value.side !== side) continue;
      const role = paragraphAt(article, mention.span.start)?.role ?? "furniture";
      if (mention.value.level !== "county" || known.has(mention.value.path) || role === "furniture") continue;
      // 作者：昌平区派驻阿荣旗挂职干部: the byline says where somebody is posted.
      const posted = /meta|byline/.test(role) && postedThere(article, mention);
      if (posted || (mention.value.insideName && !/meta|byline/.test(role)))
        named.set(mention.value.path, [
          ...(named.get(mention.value.path) ?? []),
          ...(posted ? [mention, mention] : [mention]),
        ]);
    }
    for (const [path, mentions] of named) {
      const [first] = mentions;
      if (mentions.length < 2 || first === undefined) continue;
      out.push({
        key: `region:${path}`,
        kind: "region",
        confidence: 0.7,
        inferred: ["adcode"],
        evidence: [...new Set(mentions)].map((m) => m.span),
        path,
        adcode: first.value.adcode,
        side,
      });
    }
  }
  return out;
}

function postedThere({ text }: AnnotatedArticle, { span }: RegionMention): boolean {
  return /(?:派驻|选派到|援派|支援|挂职)$/.test(text.slice(Math.max(0, span.start - 4), span.start));
}

/** In front of a hospital or a school that somebody is sent to. */
const sentTo = /(?:赴|到达|抵达|前往|进驻|入驻|奔赴|援助|支援|帮扶)了?(?:受援的?|对口的?|结对的?)?$/;

/** 赴金川县人民医院对口支援, 抵达某县第一中学: where posted staff are sent, though the text names the county in the house's name only. */
function ofDestinations(article: AnnotatedArticle, known: ReadonlySet<string>): readonly RegionDraft[] {
  const out = new Map<string, RegionDraft>();
  for (const mention of article.mentions) {
    if (mention.kind !== "region" || !mention.value.insideName || mention.value.level !== "county") continue;
    const { path, adcode, side } = mention.value;
    const { start, end } = mention.span;
    if (known.has(path) || out.has(path) || !/^(?:body|title)$/.test(paragraphAt(article, start)?.role ?? "")) continue;
    if (!sentTo.test(article.text.slice(Math.max(0, start - 8), start))) continue;
    if (!/^[^，,。；;：:、]{0,8}(?:医院|卫生院|中学|小学|幼儿园|职校)/.test(article.text.slice(end, end + 14)))
      continue;
    out.set(path, {
      key: `region:${path}`,
      kind: "region",
      confidence: 0.7,
      inferred: ["adcode"],
      evidence: [mention.span],
      path,
      adcode,
      side: side ?? null,
    });
  }
  return [...out.values()];
}

/** 来到贞丰县珉谷镇, 南海区西樵镇结对雷山县大塘镇: a county that is named only in front of its towns is where it all happens. */
function countiesOfTowns(
  article: AnnotatedArticle,
  parties: readonly Party[],
  known: ReadonlySet<string>,
): readonly RegionDraft[] {
  const out = new Map<string, RegionDraft>();
  for (const town of parties) {
    if (town.level !== "township") continue;
    const printed = printedWithCounty(article, town);
    const [first] = printed;
    if (first === undefined) continue;
    const county = countyOf(town, article.text.slice(first.span.start, first.span.end));
    const { path, adcode } = county ?? { path: "", adcode: null };
    if (adcode === null || adcode.length < 6 || known.has(path) || out.has(path)) continue;
    out.set(path, {
      key: `region:${path}`,
      kind: "region",
      confidence: 0.75,
      inferred: ["adcode"],
      evidence: printed.map((m) => m.span),
      path,
      adcode,
      side: town.side,
    });
  }
  return [...out.values()];
}

/** How many of a party's mentions stand in titles. */
function inTitle(article: AnnotatedArticle, party: Party): number {
  return party.mentions.filter((m) => /title/.test(paragraphAt(article, m.span.start)?.role ?? "")).length;
}

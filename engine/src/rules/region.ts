import type { AnnotatedArticle } from "../annotation.js";
import type { DraftOf, Rule } from "../draft.js";
import { paragraphAt } from "../paragraph-at.js";
import { type Party, partiesOf } from "../parties.js";

type RegionDraft = DraftOf<"region">;

/**
 * Regions that are parties, or were visited (涉及地区). Counties and zones count wherever the text speaks of them; a city
 * or province only where it acts itself: in a pairing, in the title, or as the only name of its side; a town only in a
 * pairing. A city that merely stands in front of its county (河池市 in 赴河池市都安县) or in a post does not.
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
    return parties
      .filter((party) => paired.has(party.path) || acts(article, party, parties, inTitle(article, party)))
      .map(
        (party): RegionDraft => ({
          key: `region:${party.path}`,
          kind: "region",
          confidence: paired.has(party.path) ? 0.97 : party.inTitle ? 0.93 : 0.85,
          inferred: party.adcode === null ? [] : ["adcode"],
          evidence: party.mentions.map((m) => m.span),
          path: party.path,
          adcode: party.adcode,
          side: sides.get(party.path) ?? party.side,
        }),
      );
  },
};

/** How many of a party's mentions stand in titles. */
function inTitle(article: AnnotatedArticle, party: Party): number {
  return party.mentions.filter((m) => /title/.test(paragraphAt(article, m.span.start)?.role ?? "")).length;
}

/** 在东莞开展招商, 会议在江门召开: a place where something was done; not 将在丽水举办. */
function worksThere(article: AnnotatedArticle, party: Party): boolean {
  return party.mentions.some(({ span }) => {
    const before = article.text.slice(Math.max(0, span.start - 16), span.start);
    const clause = before.slice(
      Math.max(before.lastIndexOf("，"), before.lastIndexOf(","), before.lastIndexOf("。")) + 1,
    );
    const behind = article.text.slice(span.end, span.end + 3);
    return (
      /在$/.test(clause) &&
      !/[将拟要]|计划|争取/.test(clause) &&
      /^(?:开展|考察|参观|召开|举行|实地|调研|签)/.test(behind)
    );
  });
}

function acts(article: AnnotatedArticle, party: Party, parties: readonly Party[], titles: number): boolean {
  if (party.level === "county" || party.level === "zone") return true;
  if (party.level === "township" || party.level === "village") return false;
  const below = parties.filter((p) => p !== party && p.path.startsWith(party.path) && p.level !== "city");
  if (party.level === "province") return party.inTitle || (party.mentions.length >= 4 && below.length === 0);
  if (party.level === "city" && worksThere(article, party)) return true;
  // 赴黔东南揽才 in the title, three of its counties in the text: the counties are the places.
  if (party.inTitle) return below.length === 0 || party.mentions.length > titles;
  return (
    below.length === 0 &&
    !parties.some((p) => p.side === party.side && p !== party && (p.level === "county" || p.inTitle))
  );
}

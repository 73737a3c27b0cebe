import type { DraftOf, Rule } from "../draft.js";
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
      .filter((party) => paired.has(party.path) || acts(party, parties))
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

function acts(party: Party, parties: readonly Party[]): boolean {
  if (party.level === "county" || party.level === "zone") return true;
  if (party.level === "township" || party.level === "village") return false;
  const below = parties.filter((p) => p !== party && p.path.startsWith(party.path) && p.level !== "city");
  if (party.level === "province") return party.inTitle || (party.mentions.length >= 4 && below.length === 0);
  if (party.inTitle) return true;
  return (
    below.length === 0 &&
    !parties.some((p) => p.side === party.side && p !== party && (p.level === "county" || p.inTitle))
  );
}

import type { PersonFact } from "@shanhai/engine";
import type { DocumentFrame, DocumentPair, Home } from "./document-frame.js";
import { pathWithin } from "./region-path.js";
import { regionId } from "./values/ids.js";

/** True for people of the cooperation: not a byline, and of a side or present (邓恩铭 in a memorial hall is neither). */
export function takesPart(fact: PersonFact): boolean {
  return fact.part === "attended" || (fact.part === "named" && fact.side !== null);
}

/**
 * The party that a post belongs to: that of its place, else that of the delegation he leads (区委书记何某某带领代表团),
 * else the only party of the person's side, else none.
 */
export function postHome(frame: DocumentFrame, fact: PersonFact, place: string | null): Home | null {
  const path = place ?? fact.region;
  if (path !== null) {
    const parties = frame.pairs
      .flatMap((pair) => [pair.east, pair.west])
      .filter((party) => pathWithin(path, party.path));
    const nearest = [...parties].sort((a, b) => b.path.length - a.path.length)[0];
    return frame.partyHome(nearest ?? frame.party(path));
  }
  const visitors = frame.held("visit").find((event) => event.lead === fact.name)?.visitor ?? [];
  if (visitors.length === 1 && visitors[0] !== undefined) return frame.partyHome(frame.party(visitors[0]));
  const side = fact.side;
  if (side === null) return null;
  const own = [...new Map(frame.pairs.map((pair) => [pair[side].path, pair[side]])).values()];
  return own.length === 1 && own[0] ? frame.partyHome(own[0]) : null;
}

/** What tells people of one name apart: the posts, the regions (as ids of their rows) and the side that a document shows. */
export function personTraits(frame: DocumentFrame, fact: PersonFact): { readonly [trait: string]: readonly string[] } {
  const places = [fact.region, ...fact.posts.map((post) => post.region)].filter((path) => path !== null);
  const regions = frame.of("region").filter(({ path }) => places.some((place) => pathWithin(place, path)));
  const nearest = places.flatMap(
    (place) =>
      regions.filter(({ path }) => pathWithin(place, path)).sort((a, b) => b.path.length - a.path.length)[0] ?? [],
  );
  return {
    title: fact.posts.map((post) => post.title),
    region: [...new Set(nearest.map(({ adcode, path }) => regionId(adcode, path)))],
    side: fact.side === null ? [] : [fact.side],
  };
}

/**
 * Whether somebody belongs to a leg: those of the leg's own places or of a place around it (a prefecture's man goes
 * with every county), and the side that all legs share. 罗甸's leader does not attend in 平塘.
 */
export function belongsTo(fact: PersonFact, pair: DocumentPair | null): boolean {
  const path = fact.region ?? fact.posts.find((post) => post.region !== null)?.region ?? null;
  if (pair === null || path === null) return true;
  return [pair.east.path, pair.west.path].some((party) => pathWithin(path, party) || pathWithin(party, path));
}

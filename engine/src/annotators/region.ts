import type { RegionMention } from "../annotation.js";
import type { Annotator } from "../annotator.js";
import { lexicon } from "../lexicon.js";
import { cooperationHints } from "../regions/cooperation-hints.js";
import { provinceOf, type Region } from "../regions/region.js";
import { scanRegions } from "../regions/region-scan.js";
import { Context, type ResolvedHit, resolveRegions } from "../regions/resolve-regions.js";
import { scanTowns } from "../regions/town-scan.js";
import { repairedSpan } from "../span.js";

let sides: ReadonlyMap<string, "east" | "west"> | null = null;

/** General membership of a province: which side it is on in 东西部协作; null for provinces that take no part. */
export function sideOf(region: Region): "east" | "west" | null {
  sides ??= new Map(lexicon("province-sides").map((row) => [row.code, row.side as "east" | "west"]));
  return sides.get(provinceOf(region).adcode?.slice(0, 2) ?? "") ?? null;
}

/**
 * Names of places by the dated table: full names, names in use (松桃县, 黔南州), short names (罗甸) where the document
 * carries the full one, towns of the counties that it names. Ambiguity is settled in regions/resolve-regions.ts.
 */
export const region: Annotator = {
  id: "region",
  purpose: "finds printed names of provinces, cities, counties, towns and zones by the table of divisions",
  annotate(article) {
    const { text } = article;
    const printed = scanRegions(text);
    const hints = cooperationHints(text);
    const context = new Context(printed, hints);
    const hits = resolveRegions(text, printed, context);
    const towns = scanTowns(text, hits, context, hints);
    const mentions: RegionMention[] = [];
    for (const hit of hits) if (!isCovered(hit, towns)) mentions.push(mention(hit));
    for (const town of towns) mentions.push(mention(town));
    return mentions;
  },
};

/** True where a town's mention starts at the hit: its county is part of that mention. */
function isCovered(hit: ResolvedHit, towns: readonly ResolvedHit[]): boolean {
  let low = 0;
  let high = towns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((towns[middle]?.end ?? 0) < hit.end) low = middle + 1;
    else high = middle;
  }
  const town = towns[low];
  return town !== undefined && town.start <= hit.start && hit.end <= town.end;
}

function mention(hit: ResolvedHit): RegionMention {
  return {
    kind: "region",
    span: repairedSpan(hit.start, hit.end),
    by: "region",
    value: {
      path: hit.region.path,
      adcode: hit.region.adcode,
      level: hit.region.level,
      side: sideOf(hit.region),
      insideName: false,
    },
  };
}

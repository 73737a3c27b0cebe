import type { RegionMention } from "../annotation.js";
import type { Annotator } from "../annotator.js";
import { lexicon } from "../lexicon.js";
import { provinceOf, type Region, regionIndex, regionPath } from "../regions/region-index.js";
import { type ResolvedHit, resolveRegions, scanRegions } from "../regions/region-scan.js";
import { scanTowns } from "../regions/town-scan.js";
import { repairedSpan } from "../span.js";

const cooperation =
  /([京津沪苏浙闽鲁粤辽])([蒙甘陕青川宁渝桂黔滇藏新疆贵陇冀鄂湘吉])(?=协作|扶贫|劳务|消费|产业|携手|两省|两地|干部|合作|情|同心|结对|帮扶|东西部|党政|职教|乡村|一家亲)/g;

let provinces: ReadonlyMap<string, Region> | null = null;

function provincesByLetter(): ReadonlyMap<string, Region> {
  const byCode = new Map<string, Region>();
  for (const region of regionIndex().regions)
    if (region.level === "province" && region.until === null) byCode.set(region.adcode?.slice(0, 2) ?? "", region);
  const out = new Map<string, Region>();
  for (const { word, code } of lexicon("region-abbreviations")) {
    const region = byCode.get(code);
    if (region !== undefined) out.set(word, region);
  }
  return out;
}

/** 粤桂协作, 沪滇协作: the provinces that a cooperation's name tells; hints for ambiguous names, not parties. */
export function cooperationProvinces(text: string): readonly Region[] {
  provinces ??= provincesByLetter();
  const found = new Set<Region>();
  for (const match of text.matchAll(cooperation)) {
    for (const letter of [match[1], match[2]]) {
      const region = provinces.get(letter ?? "");
      if (region !== undefined) found.add(region);
    }
  }
  return [...found];
}

let sides: ReadonlyMap<string, "east" | "west"> | null = null;

/** General membership of a province: which side it is on in 东西部协作; null for provinces that take no part. */
export function sideOf(region: Region): "east" | "west" | null {
  sides ??= new Map(lexicon("province-sides").map((row) => [row.code, row.side as "east" | "west"]));
  return sides.get(provinceOf(region).adcode?.slice(0, 2) ?? "") ?? null;
}

/**
 * Names of places by the dated table: full names, names in use (松桃县, 黔南州), short names (罗甸) where the document
 * carries the full one, towns of the counties that it names. Ambiguity is settled in regions/region-scan.ts.
 */
export const region: Annotator = {
  id: "region",
  purpose: "finds printed names of provinces, cities, counties, towns and zones by the table of divisions",
  annotate(article) {
    const hits = resolveRegions(article.text, scanRegions(article.text), cooperationProvinces(article.text));
    const towns = scanTowns(article.text, hits);
    const mentions: RegionMention[] = [];
    const covered = (hit: ResolvedHit) => isCovered(hit, towns);
    for (const hit of hits) if (!covered(hit)) mentions.push(mention(hit));
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
      path: regionPath(hit.region),
      adcode: hit.region.adcode,
      level: hit.region.level,
      side: sideOf(hit.region),
      insideName: false,
    },
  };
}

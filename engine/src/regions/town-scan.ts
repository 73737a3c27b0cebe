import { type Region, regionIndex } from "./region-index.js";
import type { ResolvedHit } from "./region-scan.js";

const longest = 10;

/** Ends of names of town level: 镇, 乡, 街道, 苏木; 街道 is read as one. */
function endsTown(text: string, i: number): number {
  const c = text[i];
  if (c === "镇" || c === "乡") return i + 1;
  if (c === "街" && text[i + 1] === "道") return i + 2;
  if (c === "苏" && text[i + 1] === "木") return i + 2;
  return -1;
}

/** The region and, for a county, the city above it, whose direct towns (东莞, 中山, 嘉峪关) count too. */
function townsInReach(active: ReadonlySet<Region>): Map<string, Region[]> {
  const byName = new Map<string, Region[]>();
  const index = regionIndex();
  for (const region of active) {
    for (const town of index.towns(region)) {
      const list = byName.get(town.name);
      if (list === undefined) byName.set(town.name, [town]);
      else list.push(town);
    }
  }
  return byName;
}

/**
 * Towns (乡镇街道) of the counties that the document names. A name shared by towns of two of them (太平镇) goes to the
 * county printed right before it, else to the last one printed; a name printed right after a county that the table does
 * not know (a town of after 2023) is taken as the county's with no code.
 */
export function scanTowns(text: string, hits: readonly ResolvedHit[]): readonly ResolvedHit[] {
  const active = new Set(hits.map((h) => h.region));
  const byName = townsInReach(active);
  const towns: ResolvedHit[] = [];
  const seen = new Map<Region, number>();
  let next = 0;
  let last: ResolvedHit | null = null;
  let before: ResolvedHit | null = null;
  for (let i = 1; i < text.length; i++) {
    while (next < hits.length && (hits[next]?.end ?? 0) <= i) {
      before = last;
      last = hits[next++] ?? null;
      if (last !== null) seen.set(last.region, next);
    }
    const end = endsTown(text, i);
    if (end < 0) continue;
    const floor = Math.max(0, end - longest, towns[towns.length - 1]?.end ?? 0);
    let found: ResolvedHit | null = null;
    for (let start = floor; start <= i - 1 && found === null; start++) {
      const named = byName.get(text.slice(start, end));
      if (named === undefined) continue;
      const region = latest(named, seen);
      // 东莞市石龙镇 is one mention; 闽侯县南通镇 too, though 南通 alone is a city.
      const county = [last, before].find((h) => h !== null && h.end === start && h.region === region.parent);
      found = { start: county?.start ?? start, end, region };
    }
    const county = last?.region;
    if (
      found === null &&
      last !== null &&
      county !== undefined &&
      (county.level === "county" || regionIndex().towns(county).length > 0) &&
      i - last.end >= 1 &&
      i - last.end <= 3 &&
      !/[、，。的和与及各个两三四五六七八九十村]/.test(text.slice(last.end, i))
    ) {
      const region: Region = {
        adcode: null,
        name: text.slice(last.end, end),
        level: "township",
        parent: county,
        until: null,
      };
      byName.set(region.name, [region]);
      found = { start: last.start, end, region };
    }
    if (found !== null) {
      towns.push(found);
      i = end - 1;
    }
  }
  return towns;
}

/** Of towns with one name, the one whose county was printed last; before any was printed, the first of the table. */
function latest(named: readonly Region[], seen: ReadonlyMap<Region, number>): Region {
  const order = (town: Region) => (town.parent === null ? 0 : (seen.get(town.parent) ?? 0));
  return named.reduce((best, town) => (order(town) > order(best) ? town : best));
}

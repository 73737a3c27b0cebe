import { contains, type NamedForm, provinceOf, type Region, regionIndex } from "./region-index.js";

/** A printed place name with the regions it may be, as found from left to right, longest form first. */
export interface RegionHit {
  readonly start: number;
  readonly end: number;
  readonly named: readonly NamedForm[];
}

/** 北京市场, 上海市民: the 市 belongs to the next word; the stem is read instead. */
const swallowsNext = (text: string, end: number): boolean => /[场民]/.test(text[end] ?? "") && text[end - 1] === "市";

/** All names of provinces, cities, counties and zones in a text; linear in its length. */
export function scanRegions(text: string): readonly RegionHit[] {
  const { forms, lengths, begins } = regionIndex();
  const hits: RegionHit[] = [];
  let i = 0;
  while (i < text.length - 1) {
    if (begins[text.charCodeAt(i)] === 0) {
      i++;
      continue;
    }
    const candidates = lengths.get(text.slice(i, i + 2));
    let step = 1;
    if (candidates !== undefined) {
      for (const length of candidates) {
        const named = forms.get(text.slice(i, i + length));
        if (named === undefined || swallowsNext(text, i + length)) continue;
        hits.push({ start: i, end: i + length, named });
        step = length;
        break;
      }
    }
    i += step;
  }
  return hits;
}

/** A name decided for one region. */
export interface ResolvedHit {
  readonly start: number;
  readonly end: number;
  readonly region: Region;
}

/**
 * Decides ambiguous names (鼓楼区 ×4, 白云区 ×2) by the document's own context, in this order: a printed parent right
 * before the name; the cities, then the provinces that unambiguous names of the document lie in (`hints` adds provinces read
 * from 粤黔 and the like); a division in force before an abolished one; the higher level. Short forms of counties
 * (罗甸, 都安) count only where the document also has the full name, right after a printed parent, or where people travel
 * to them more than once (来高陵对接, 赴高陵).
 */
export function resolveRegions(
  text: string,
  hits: readonly RegionHit[],
  hints: readonly Region[],
): readonly ResolvedHit[] {
  const weight = new Map<Region, number>();
  const weigh = (region: Region, by: number) => {
    for (let r: Region | null = region; r !== null; r = r.parent) weight.set(r, (weight.get(r) ?? 0) + by);
  };
  for (const hint of hints) weigh(hint, 0.5);
  for (const hit of hits) {
    const strong = hit.named.filter((n) => !n.weak);
    const first = strong[0];
    if (strong.length === 1 && first !== undefined && hit.named.length === 1) weigh(first.region, 1);
  }
  const near = (region: Region): number => {
    let score = 0;
    for (let r = region.parent; r !== null; r = r.parent)
      score += Math.min(weight.get(r) ?? 0, 50) * (r.level === "city" ? 100 : 1);
    if (region.parent === null) score += weight.get(region) ?? 0;
    return score;
  };
  /** True where the city or the province is named by more than the region itself. */
  const elsewhere = (region: Region): boolean => {
    const own = weight.get(region) ?? 0;
    for (let r = region.parent; r !== null; r = r.parent) if ((weight.get(r) ?? 0) > own) return true;
    return false;
  };
  const rank = (r: Region): number =>
    (r.until === null ? 0 : -1000) + near(r) * 10 + (r.level === "province" ? 2 : r.level === "city" ? 1 : 0);
  const best = (regions: readonly Region[]): Region | null => {
    let top: Region | null = null;
    let tie = false;
    for (const r of regions) {
      if (top === null || rank(r) > rank(top)) [top, tie] = [r, false];
      else if (rank(r) === rank(top)) tie = true;
    }
    return tie && top !== null && near(top) === 0 ? null : top;
  };

  // First pass: names in full form and names after a printed parent; these make regions active.
  const chosen = new Map<RegionHit, Region>();
  const active = new Set<Region>();
  const decided = new Map<string, Region | null>();
  hits.forEach((hit, at) => {
    const before = at > 0 ? hits[at - 1] : undefined;
    const parent = before !== undefined && before.end === hit.start ? chosen.get(before) : undefined;
    const children =
      parent === undefined ? [] : hit.named.filter((n) => n.region !== parent && contains(parent, n.region));
    const child = best(children.map((n) => n.region)) ?? children[0]?.region;
    if (child !== undefined) {
      chosen.set(hit, child);
      active.add(child);
      return;
    }
    // A parent written before it in full may itself be ambiguous: 吉林 + 朝阳区; the pair decides the first.
    const strong = hit.named.filter((n) => !n.weak).map((n) => n.region);
    if (strong.length === 0) return;
    // 扎西彭措和县委常委: a name of two characters counts only where its city or province is named too.
    if (hit.end - hit.start === 2 && strong.every((r) => r.level === "county" && !elsewhere(r))) return;
    const key = `${strong.map((r) => r.adcode ?? r.name).join()}`;
    let region = decided.get(key);
    if (region === undefined) {
      region = best(strong);
      decided.set(key, region);
    }
    if (region === null) return;
    chosen.set(hit, region);
    active.add(region);
  });
  for (const region of lone(hits, text)) active.add(region);
  // An ambiguous full name that was once printed with its parent is that one everywhere.
  for (const hit of hits) {
    const known = hit.named.filter((n) => active.has(n.region)).map((n) => n.region);
    const now = chosen.get(hit);
    if (known.length === 0 || (now !== undefined && active.has(now) && known.length === 1)) continue;
    const byChain = now !== undefined && hit.named.length === 1 ? now : best(known);
    if (byChain !== null && (now === undefined || hit.named.every((n) => n.weak))) chosen.set(hit, byChain);
  }
  const resolved: ResolvedHit[] = [];
  for (const hit of hits) {
    const region = chosen.get(hit);
    if (region === undefined) continue;
    const last = resolved[resolved.length - 1];
    if (last !== undefined && last.end === hit.start && last.region !== region && contains(last.region, region))
      resolved[resolved.length - 1] = { start: last.start, end: hit.end, region };
    else resolved.push({ start: hit.start, end: hit.end, region });
  }
  return resolved;
}

const travelled = /(?:赴|来|抵达|走进|到访)$/;

/** Counties that the text calls by their short name alone: one county in the country has it, and people travel there. */
function lone(hits: readonly RegionHit[], text: string): readonly Region[] {
  const seen = new Map<Region, { count: number; travelled: boolean }>();
  for (const hit of hits) {
    const only = hit.named[0];
    if (hit.named.length !== 1 || only === undefined || !only.weak || only.region.level !== "county") continue;
    const entry = seen.get(only.region) ?? { count: 0, travelled: false };
    const before = text.slice(Math.max(0, hit.start - 3), hit.start);
    seen.set(only.region, { count: entry.count + 1, travelled: entry.travelled || travelled.test(before) });
  }
  return [...seen].filter(([, { count, travelled }]) => count > 1 && travelled).map(([region]) => region);
}

/** The share of a text's resolved names per province, most named first. */
export function provincesBy(hits: readonly ResolvedHit[]): readonly Region[] {
  const count = new Map<Region, number>();
  for (const hit of hits) count.set(provinceOf(hit.region), (count.get(provinceOf(hit.region)) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1]).map(([region]) => region);
}

import { partnersOf } from "./cooperation-hints.js";
import { contains, provinceOf, type Region } from "./region.js";
import { regionIndex } from "./region-index.js";
import type { RegionHit } from "./region-scan.js";
import { townIndex } from "./town-index.js";

/** A name decided for one region. */
export interface ResolvedHit {
  readonly start: number;
  readonly end: number;
  readonly region: Region;
}

/** How much a document speaks of places: what settles ambiguous names. */
export class Context {
  readonly #weight = new Map<Region, number>();
  readonly #partner = new Map<Region, number>();
  /** Provinces whose part in the cooperation that the text speaks of only an ambiguous name can take. */
  readonly #wanted = new Set<Region>();

  /** `cooperating`: the text speaks of two sides that work together (东西部协作, 结对帮扶). */
  constructor(hits: readonly RegionHit[], hints: readonly Region[], cooperating: boolean) {
    for (const hint of hints) this.#weigh(hint, 0.5);
    for (const { named } of hits) {
      const [only] = named;
      if (named.length === 1 && only !== undefined && !only.weak) this.#weigh(only.region, 1);
    }
    for (const region of [...this.#weight.keys()]) {
      if (region.level !== "province") continue;
      for (const [other, since2021] of partnersOf(region))
        this.#partner.set(other, Math.max(this.#partner.get(other) ?? 0, since2021 ? 0.2 : 0.1));
    }
    if (!cooperating) return;
    // A province's own name (广东某某公司) names no party of a county.
    const told = new Set<Region>();
    for (const { named } of hits) {
      const [only] = named;
      if (named.length === 1 && only !== undefined && only.region.level !== "province")
        told.add(provinceOf(only.region));
    }
    for (const province of told)
      for (const [partner] of partnersOf(province)) {
        // Both sides are told of: nothing is wanted.
        if (told.has(partner)) {
          this.#wanted.clear();
          return;
        }
        this.#wanted.add(partner);
      }
  }

  /**
   * The one of several that lies with the other side, where no name that is clear lies there: 白云区 helping 罗甸县 is in
   * 广州, not in 贵阳 beside it, unless the text names 贵阳.
   */
  otherSide(named: readonly Region[]): Region | null {
    if (this.#wanted.size === 0 || named.length < 2) return null;
    const there = named.filter((r) => r.until === null && this.#wanted.has(provinceOf(r)));
    const beside = named.some((r) => !there.includes(r) && r.parent !== null && this.of(r.parent) > 0);
    return there.length === 1 && !beside ? (there[0] ?? null) : null;
  }

  #weigh(region: Region, by: number): void {
    for (let r: Region | null = region; r !== null; r = r.parent) this.#weight.set(r, (this.#weight.get(r) ?? 0) + by);
  }

  of(region: Region): number {
    return this.#weight.get(region) ?? 0;
  }

  /**
   * How near a region is to what the document names: by its city first, then by its province, last by a province that is
   * paired with one of the document's (西湖区 beside 青川县 is in 杭州, not in 南昌).
   */
  near(region: Region): number {
    let score = 0;
    for (let r = region.parent; r !== null; r = r.parent)
      score += Math.min(this.of(r), 50) * (r.level === "city" ? 100 : 1) + (this.#partner.get(r) ?? 0);
    return region.parent === null ? score + this.of(region) : score;
  }

  /** True where the city or the province is named by more than the region itself. */
  elsewhere(region: Region): boolean {
    const own = this.of(region);
    for (let r = region.parent; r !== null; r = r.parent) if (this.of(r) > own) return true;
    return false;
  }

  /** The region that the document most likely means; null where nothing speaks for one of several. */
  best(named: readonly Region[]): Region | null {
    let top: Region | null = null;
    let most = Number.NEGATIVE_INFINITY;
    let tie = false;
    for (const region of named) {
      // 江苏淮安清江浦区: of a city and its own county of that name, the city.
      if (named.length > 1 && named.some((other) => other !== region && contains(other, region))) continue;
      const rank =
        (region.until === null ? 0 : -1000) +
        this.near(region) * 10 +
        (region.level === "province" ? 2 : region.level === "city" ? 1 : 0);
      if (rank > most) [top, most, tie] = [region, rank, false];
      else if (rank === most) tie = true;
    }
    return tie && top !== null && this.near(top) === 0 ? null : top;
  }
}

/**
 * Decides ambiguous names (鼓楼区 ×4, 白云区 ×2) by the document's own context, in this order: a printed parent right
 * before the name; the side that a cooperation lacks without it; the cities, then the provinces that unambiguous names of
 * the document lie in (hints from 粤黔 and the like count half); a division in force before an abolished one; the higher level. Short forms of counties (罗甸, 都安)
 * count only where the document also has the full name, right after a printed parent, or where people travel to them or
 * work with them more than once (来高陵对接, 赴高陵).
 */
export function resolveRegions(text: string, hits: readonly RegionHit[], context: Context): readonly ResolvedHit[] {
  // First pass: names in full form and names after a printed parent; these make regions active.
  const chosen: (Region | undefined)[] = new Array(hits.length);
  const active = new Set<Region>();
  const decided = new Map<readonly unknown[], Region | null>();
  const alone = saidAlone(hits, text);
  hits.forEach((hit, at) => {
    const { named } = hit;
    const before = hits[at - 1];
    const parent = before !== undefined && before.end === hit.start ? chosen[at - 1] : undefined;
    if (parent !== undefined) {
      const children = named.filter((n) => n.region !== parent && contains(parent, n.region)).map((n) => n.region);
      const child = context.best(children) ?? children[0] ?? formerOf(parent, text.slice(hit.start, hit.end));
      if (child !== undefined) {
        chosen[at] = child;
        active.add(child);
        return;
      }
    }
    // A parent written before it in full may itself be ambiguous: 吉林 + 朝阳区; the pair decides the first.
    let region = decided.get(named);
    if (region === undefined) {
      const strong = named.filter((n) => !n.weak).map((n) => n.region);
      // 扎西彭措和县委常委: a name of two characters counts only where its city or province is named too.
      const short = hit.end - hit.start === 2;
      region =
        strong.length === 0 ||
        (short && strong.every((r) => r.level === "county" && !context.elsewhere(r) && !alone.has(r)))
          ? null
          : (context.otherSide(strong) ?? context.best(strong));
      if (!short) decided.set(named, region);
    }
    if (region === null) return;
    chosen[at] = region;
    active.add(region);
  });
  for (const region of lone(hits, text)) active.add(region);
  for (const region of listedBeside(hits, chosen, text)) active.add(region);
  // 武进·紫阳共建, 余杭—苍溪协作: what is joined to a region in force by a dot or a dash is one too.
  hits.forEach((hit, at) => {
    const behind = hits[at + 1];
    if (behind === undefined || !/^(?:·|•|—{1,2}|－|–|-)$/.test(text.slice(hit.end, behind.start))) return;
    for (const [one, other] of [
      [at, at + 1],
      [at + 1, at],
    ] as const) {
      const [only] = hits[one]?.named ?? [];
      const partner = chosen[other] ?? hits[other]?.named.find((n) => active.has(n.region))?.region;
      if (chosen[one] !== undefined || hits[one]?.named.length !== 1 || only === undefined) continue;
      if (only.region.until !== null) continue;
      const paired = partnersOf(provinceOf(only.region)).map(([province]) => province);
      if (partner === undefined || !paired.includes(provinceOf(partner))) continue;
      active.add(only.region);
    }
  });
  // An ambiguous full name that was once printed with its parent is that one everywhere.
  hits.forEach(({ named }, at) => {
    const now = chosen[at];
    if (named.length === 1) {
      const only = named[0]?.region;
      if (now === undefined && only !== undefined && active.has(only)) chosen[at] = only;
      return;
    }
    const known = named.filter((n) => active.has(n.region)).map((n) => n.region);
    if (known.length === 0 || (now !== undefined && active.has(now) && known.length === 1)) return;
    const best = context.best(known);
    if (best !== null && (now === undefined || named.every((n) => n.weak))) chosen[at] = best;
  });
  const resolved: ResolvedHit[] = [];
  hits.forEach((hit, at) => {
    const region = chosen[at];
    if (region === undefined) return;
    const last = resolved[resolved.length - 1];
    if (last !== undefined && last.end === hit.start && last.region !== region && contains(last.region, region))
      resolved[resolved.length - 1] = { start: last.start, end: hit.end, region };
    else resolved.push({ start: hit.start, end: hit.end, region });
  });
  return resolved;
}

/** 广州市东山区: what the printed parent had once, though elsewhere one in force has the name. */
function formerOf(parent: Region, name: string): Region | undefined {
  const [only, ...others] = regionIndex()
    .abolished(name)
    .filter((region) => region.parent === parent);
  return others.length > 0 ? undefined : only;
}

/** Behind 礼县 or 和县 these may make the 县 another word's: 省委和|县委, 形成|县域. */
const joinedBehind = /^[委政级城域直里内外乡镇村长级属]/;

/** Counties of two characters that a text names by nothing else (礼县花椒, 来到康县): time and again as a word of its own. */
function saidAlone(hits: readonly RegionHit[], text: string): ReadonlySet<Region> {
  const count = new Map<Region, number>();
  for (const { named, start, end } of hits) {
    const [only] = named;
    // Short forms (罗甸) and what is no county are not asked for.
    if (end - start !== 2 || named.length !== 1 || only === undefined || only.weak) continue;
    if (only.region.level !== "county" || only.region.until !== null) continue;
    if (/^[和与及成形开建全各该我本邻]/.test(text.slice(start, end)) || joinedBehind.test(text.charAt(end))) continue;
    count.set(only.region, (count.get(only.region) ?? 0) + 1);
  }
  const often = new Set<Region>();
  for (const [region, times] of count) if (times > 2) often.add(region);
  return often;
}

const travelled = /(?:赴|来|抵达|走进|到访|(?<!救)援|[到又]去|去[过了])$/;
/** 为秀山捐赠救护车, 从宁海来这里挂职, 慈溪籍: who was given to, and where somebody came from. */
const given = /^[为向给](?:捐|赠|送)|^从来|^.籍/;
/** What stands behind a county that works with another: 高陵·施甸东西部协作, 余杭—苍溪结对. */
const joined = /^[·•—－–-]{1,2}\p{Script=Han}{2,8}?(?:东西部|党政|对口|协作|结对)/u;

/** 对高陵近年来的帮扶表示感谢, 感谢高陵长期以来的支持: who helps. */
const thanked =
  /^(?:(?:近|多|长期以|一直以)年?来[^，,。]{0,3})?的?(?:大力|倾情|无私|真情)?(?:帮扶|支持|支援|援助|帮助)/;

/** 苍南党政代表团: who travelled. */
const delegates =
  /^(?:(?:党政|政府|经贸|人大|政协)?(?:代表团|考察团|考察组|调研组|党政团)|(?:对口)?(?:援[疆藏青]|支援|帮扶|协作)(?:前方)?(?:工作组|工作队|指挥部|指挥所))/;

const TOWN_ENDS = ["镇", "乡", "街道"];

/** 桐乡乌镇, 昆山千灯镇: behind the short name stands one of the county's own towns. */
function ownTownBehind(county: Region, text: string, end: number): boolean {
  const near = text.slice(end, end + 9);
  if (!/^\p{Script=Han}{1,7}?(?:[镇乡]|街道|苏木)/u.test(near)) return false;
  return townIndex()
    .of(county)
    .some(({ name }) => near.startsWith(name));
}

/**
 * Counties that the text calls by their short name alone: one in the country has it, and people travel there, or one of
 * its towns stands right behind.
 */
function lone(hits: readonly RegionHit[], text: string): readonly Region[] {
  const seen = new Map<Region, { count: number; sure: boolean }>();
  const placed = new Set<Region>();
  for (const { named, start, end: hitEnd } of hits) {
    const only = named[0];
    if (named.length !== 1 || only === undefined || !only.weak || only.region.level !== "county") continue;
    if (only.region.until !== null) continue;
    // 嘉定区华亭镇 … 华亭代表团: a town of the text is called so, not the 华亭 elsewhere.
    if (TOWN_ENDS.some((end) => text.includes(`${text.slice(start, hitEnd)}${end}`))) continue;
    if (!placed.has(only.region) && ownTownBehind(only.region, text, hitEnd)) placed.add(only.region);
    const entry = seen.get(only.region) ?? { count: 0, sure: false };
    const sure =
      entry.sure ||
      travelled.test(text.slice(Math.max(0, start - 3), start)) ||
      joined.test(text.slice(hitEnd, hitEnd + 16)) ||
      given.test(text.charAt(start - 1) + text.charAt(hitEnd)) ||
      (thanked.test(text.slice(hitEnd, hitEnd + 12)) && /[对谢]/.test(text.charAt(start - 1))) ||
      delegates.test(text.slice(hitEnd, hitEnd + 6));
    seen.set(only.region, { count: entry.count + 1, sure });
  }
  return [
    ...[...seen]
      .filter(([region, { count, sure }]) => (count > 1 && sure) || placed.has(region))
      .map(([region]) => region),
    ...counted(hits, text),
  ];
}

/** Behind a list of short names: how many counties it is of. */
const COUNTED = /^等?(?:\d+|[两二三四五六七八九十]+)个?(?:[县区市旗]|县区|区县|县市)(?![委长级])/;

/** 大理州漾濞、永平等5个县: in a list whose first name stands behind its parent, the others are its neighbours. */
function listedBeside(
  hits: readonly RegionHit[],
  chosen: readonly (Region | undefined)[],
  text: string,
): readonly Region[] {
  const found: Region[] = [];
  for (let at = 1; at < hits.length; at++) {
    if (!COUNTED.test(text.slice(hits[at]?.end, (hits[at]?.end ?? 0) + 8))) continue;
    let first = at;
    while (first > 0 && /^[、和与及]$/.test(text.slice(hits[first - 1]?.end, hits[first]?.start))) first--;
    const parent = chosen[first]?.level === "county" ? chosen[first]?.parent : null;
    if (parent == null || chosen[first - 1] !== parent || hits[first - 1]?.end !== hits[first]?.start) continue;
    for (let next = first + 1; next <= at; next++) {
      const one = hits[next]?.named.find(({ region }) => region.parent === parent && region.until === null);
      if (one !== undefined) found.push(one.region);
    }
  }
  return found;
}

/** 苍南、永嘉、平阳三县: as many short names in a row as the word behind them counts. */
function counted(hits: readonly RegionHit[], text: string): readonly Region[] {
  const found: Region[] = [];
  for (let at = 1; at < hits.length; at++) {
    const told = /^([两二三四五六七八])个?(?:[县区市州旗地]|区县|县区|县市|市县)(?![委长级])/.exec(
      text.slice(hits[at]?.end, (hits[at]?.end ?? 0) + 4),
    );
    if (told === null) continue;
    const number = "二三四五六七八".indexOf(told[1] === "两" ? "二" : (told[1] ?? "")) + 2;
    const row = hits.slice(Math.max(0, at + 1 - number), at + 1);
    const linked = row.every((hit, k) => k === 0 || /^[、和与及]$/.test(text.slice(row[k - 1]?.end, hit.start)));
    const regions = row.map(({ named }) =>
      named.find(({ region }) => region.until === null && region.level === "county"),
    );
    // 荣成、文登两地 are somewhere; 惠城、册亨两地 are the two sides.
    const apart = told[0].endsWith("地") ? new Set(regions.map((one) => one && provinceOf(one.region))).size > 1 : true;
    if (
      apart &&
      row.length === number &&
      linked &&
      row.every(({ named }, k) => named.length === 1 && regions[k] !== undefined)
    )
      for (const one of regions) if (one !== undefined) found.push(one.region);
  }
  return found;
}

import { type Region, unlistedTown } from "./region.js";
import type { Context, ResolvedHit } from "./resolve-regions.js";
import { type TownIndex, townIndex } from "./town-index.js";

const longest = 10;

/** Ends of names of town level: 镇, 乡, 街道, 苏木; 街道 is read as one. -1 where none ends. */
function endsTown(text: string, i: number): number {
  const c = text.charCodeAt(i);
  if (c === 0x9547 || c === 0x4e61) return i + 1;
  if (c === 0x8857) return text.charCodeAt(i + 1) === 0x9053 ? i + 2 : -1;
  if (c === 0x82cf) return text.charCodeAt(i + 1) === 0x6728 ? i + 2 : -1;
  return -1;
}

/** 榕江乡镇, 某县城镇, 某县古镇: kinds of towns, no town of that name. */
const COMMON = /^(?:[集城小重强名古老]|[辖城]区)$|乡$|^(?:结对|受援|帮扶|对口|相关|有关|贫困|部分)/;

/** 历下区|建筑新村街道, 徐汇区|湖南路街道: streets of more than three characters end so. */
const STREETS = /(?:新村|路|广场|公园)街道$/;

/** What a town acts in, behind its name: 凤岗镇党委书记, 樟木头镇代表团. */
const acts = /^(?:党|政府|人民政府|人大|代表团|考察团|镇长|乡长|领导|一行|副镇长|赴|率|与|和|·|—|－|-)/;

/**
 * Towns (乡镇街道) of the counties that the document names. A name shared by towns of two of them (太平镇) goes to the
 * county printed right before it, else to the last one printed; a name printed right after a county that the table does
 * not know (a town of after 2023) is taken as the county's with no code. A town that acts without its county printed
 * anywhere (凤岗镇党委书记) is the one that the document's cities, provinces and their partners point to.
 */
export function scanTowns(
  text: string,
  hits: readonly ResolvedHit[],
  context: Context,
  hinted: readonly Region[],
): readonly ResolvedHit[] {
  const towns: ResolvedHit[] = [];
  const active = new Set<Region>();
  for (const { region } of hits) active.add(region);
  for (const region of hinted) active.add(region);
  const isActive = (county: Region): boolean => active.has(county);
  const seen = new Map<Region, number>();
  const unlisted = new Map<string, Region>();
  const alone = new Map<string, Region | null>();
  let index: TownIndex | null = null;
  let next = 0;
  let last: ResolvedHit | null = null;
  let before: ResolvedHit | null = null;
  let floor = 0;
  for (let i = 1; i < text.length; i++) {
    const end = endsTown(text, i);
    const group = end < 0 && endsGroupHead(text, i);
    if (end < 0 && !group) continue;
    index ??= townIndex();
    while (next < hits.length && (hits[next]?.end ?? 0) <= i) {
      before = last;
      last = hits[next++] ?? null;
      if (last !== null) seen.set(last.region, next);
    }
    let found: ResolvedHit | null = null;
    if (group) {
      found = groupHead(
        text,
        Math.max(floor, last?.end ?? 0),
        i,
        (name) =>
          latest(index?.named(name, 0, name.length, isActive) ?? [], seen) ??
          (index === null || !text.includes(name) ? null : lonely(index, name, context)),
      );
      if (found === null) continue;
      if (found.region.parent !== null) active.add(found.region.parent);
      const city: ResolvedHit | null = last;
      const start = city?.end === found.start && city.region === found.region.parent ? city.start : found.start;
      towns.push({ ...found, start });
      floor = found.end;
      continue;
    }
    for (let start = Math.max(floor, end - longest); start <= i - 1 && found === null; start++) {
      const named = index.named(text, start, end - start, isActive);
      const known = named.length === 0 ? unlisted.get(text.slice(start, end)) : latest(named, seen);
      if (known === undefined) continue;
      // 东莞市石龙镇 is one mention; 闽侯县南通镇 too, though 南通 alone is a city.
      const county = [last, before].find((h) => h !== null && h.end === start && h.region === known.parent);
      found = { start: county?.start ?? start, end, region: known };
    }
    // 建德市将给予|乡城县: the sign is another place's.
    // 章镇|镇, 河乡|乡: the name goes on to the next sign where the county has such a town.
    const longer = last === null ? -1 : endsTown(text, end);
    const goesOn = longer > 0 && index.named(text, last?.end ?? i, longer - (last?.end ?? i), isActive).length > 0;
    const taken = goesOn || (hits[next]?.start ?? Number.POSITIVE_INFINITY) <= i;
    // 龙江镇|镇长: what lies behind a town that was just read is no town of the county before it.
    if (found === null && !taken && last !== null && last.end >= floor && i - last.end >= 1 && i - last.end <= 5) {
      const county = last.region;
      const between = text.slice(last.end, i);
      if (
        (county.level === "county" || index.of(county).length > 0) &&
        !COMMON.test(between) &&
        // 金平县结对乡镇, 某县受援乡镇: kinds of towns; 岷县书写乡村振兴新篇章: the 乡 begins a word.
        text[end] !== "镇" &&
        !(text[i] === "乡" && /[村亲愁情音土]/.test(text[end] ?? "")) &&
        (between.length <= 3 || STREETS.test(text.slice(last.end, end))) &&
        !/[、，,。的和与及各个村将给把赴\s—–\-·（）()“”《》]|^[两三四五六七八九十]+$/.test(between.replace(/新村$/, ""))
      ) {
        const region = unlistedTown(text.slice(last.end, end), county);
        unlisted.set(region.name, region);
        found = { start: last.start, end, region };
      }
    }
    if (found === null && acts.test(text.slice(end, end + 4))) {
      for (let start = Math.max(floor, end - longest); start <= i - 2 && found === null; start++) {
        const name = text.slice(start, end);
        let region = alone.get(name);
        if (region === undefined) {
          region = lonely(index, name, context);
          alone.set(name, region);
        }
        if (region !== null) {
          if (region.parent !== null) active.add(region.parent);
          found = { start, end, region };
        }
      }
    }
    if (found !== null) {
      towns.push(found);
      floor = found.end;
      i = end - 1;
    }
  }
  return towns;
}

/** True in front of 组团 that a town's short name may head: 塘厦|组团; not 组团式, 组团赴. */
function endsGroupHead(text: string, i: number): boolean {
  return text.charCodeAt(i) === 0x7ec4 && text.charCodeAt(i + 1) === 0x56e2 && text[i + 2] !== "式";
}

/** 东莞市|塘厦|组团: the town after which a group of towns is called. */
function groupHead(
  text: string,
  floor: number,
  end: number,
  read: (name: string) => Region | null,
): ResolvedHit | null {
  for (const length of [3, 2]) {
    const start = end - length;
    if (start < floor) continue;
    for (const kind of ["镇", "街道"]) {
      const region = read(text.slice(start, end) + kind);
      if (region !== null) return { start, end, region };
    }
  }
  return null;
}

/** The one town of a name that lies where the document looks: its city, province or a paired province is named. */
function lonely(index: TownIndex, name: string, context: Context): Region | null {
  if (index.bearers(name, 0, name.length) === 0) return null;
  const near = index
    .named(name, 0, name.length, (county) => context.near(county) > 0 || context.of(county) > 0)
    .filter((town) => town.until === null);
  let top: Region | null = null;
  let most = 0;
  let tie = false;
  for (const town of near) {
    const score = context.near(town);
    if (score > most) [top, most, tie] = [town, score, false];
    else if (score === most) tie = true;
  }
  return tie ? null : top;
}

/** Of towns with one name, the one whose county was printed last; before any was printed, the first of the table. */
function latest(named: readonly Region[], seen: ReadonlyMap<Region, number>): Region | undefined {
  let best: Region | undefined;
  let most = -1;
  for (const town of named) {
    const order = town.parent === null ? 0 : (seen.get(town.parent) ?? 0);
    if (order > most) [best, most] = [town, order];
  }
  return best;
}

import { cooperationHints, speaksOfCooperation } from "./cooperation-hints.js";
import { scanCorps } from "./corps-scan.js";
import type { Region } from "./region.js";
import { regionIndex } from "./region-index.js";
import { scanRegions } from "./region-scan.js";
import { Context, type ResolvedHit, resolveRegions } from "./resolve-regions.js";
import { scanTowns } from "./town-scan.js";
import { scanZones } from "./zone-scan.js";

/** A place in a text, decided for one division. Offsets are half-open UTF-16 offsets. */
export interface RegionReading {
  readonly start: number;
  readonly end: number;
  /** Official names in full, province first, as they were when the printed name was in force: 湖北省襄樊市. */
  readonly path: string;
  /** 6 digits, 9 for towns; null for zones and for what is older than the lists. */
  readonly adcode: string | null;
  readonly level: Region["level"];
  /** Path of what has the ground of an abolished division now (湖北省襄阳市), where one alone has it; else null. */
  readonly now: string | null;
}

/**
 * All places of a Simplified text by the dated table: full names, names in use (松桃县), short names where the text carries
 * them, abbreviations of names that are abolished, towns of the counties named. Ambiguous names (鼓楼区, 太平镇) are settled
 * by the whole text that is given, so give a document and not a sentence of it.
 *
 *   readRegions("毕节地区威宁县")[0] // path "贵州省毕节市威宁彝族回族苗族自治县"
 */
export function readRegions(text: string): readonly RegionReading[] {
  const hits = regionHits(text);
  return (hits.length > 0 ? hits : alone(text)).map(({ start, end, region }) => ({
    start,
    end,
    path: region.path,
    adcode: region.adcode,
    level: region.level,
    now: successorPath(region),
  }));
}

const address = /^\p{Script=Han}{2,8}?(?:路|街|大道|巷|弄)(?:[0-9０-９一二三四五六七八九十]|\p{Script=Han}{0,6}交)/u;

/** A cell that holds nothing but a short name which one division alone has (莱芜), or an address that begins with it. */
function alone(text: string): readonly ResolvedHit[] {
  const cell = text.trim();
  const [first] = address.test(cell) ? scanRegions(cell) : [];
  const name = first?.start === 0 ? cell.slice(0, first.end) : cell;
  const [only, ...others] = name.length > 8 ? [] : regionIndex().named(name);
  if (only === undefined || others.length > 0) return [];
  const start = text.indexOf(name);
  return [{ start, end: start + name.length, region: only.region }];
}

/** Path of what has the ground of an abolished division now. */
function successorPath(region: Region): string | null {
  if (region.successor === null) return null;
  return regionIndex().byCode(withoutZeros(region.successor))?.path ?? null;
}

function withoutZeros(code: string): string {
  return code.replace(/(?:00){1,2}$/, "");
}

/**
 * The division of a code of GB/T 2260 (6 digits), as it was on a day (YYYY-MM-DD or YYYY-MM; today without one). Codes that
 * were given up since 1983 are known, with what has their ground now; null for what was no code.
 *
 *   readRegionCode("440125") // path "广东省增城县", until "1992-12", now "广东省广州市增城区"
 */
export function readRegionCode(
  code: string,
  day?: string,
): { readonly path: string; readonly until: string | null; readonly now: string | null } | null {
  const region = /^\d{6}$/.test(code) ? regionIndex().coded(withoutZeros(code), day?.slice(0, 7)) : null;
  return region === null ? null : { path: region.path, until: region.until, now: successorPath(region) };
}

/** The places of a text with their divisions, in order, each place once. */
export function regionHits(text: string): readonly ResolvedHit[] {
  const printed = scanRegions(text).filter((hit) => !isNickname(text, hit.start, hit.end));
  const hints = cooperationHints(text);
  const context = new Context(printed, hints, speaksOfCooperation(text));
  const hits = resolveRegions(text, printed, context).filter((hit, at, all) => !inStreet(text, all[at - 1], hit));
  const towns = scanTowns(text, hits, context, hints);
  const zones = [...scanZones(text, hits), ...scanCorps(text, hits)].sort((a, b) => a.start - b.start);
  const apart = zones.length === 0 ? towns : towns.filter((town) => !isCovered(town, zones));
  return [...hits.filter((hit) => !isCovered(hit, towns) && !isCovered(hit, zones)), ...apart, ...zones].sort(
    (a, b) => a.start - b.start,
  );
}

/** 石首市…建设路香港城西街, 合川区洛阳溪街89号: in an address, the name of a street that begins like a place elsewhere. */
function inStreet(text: string, before: ResolvedHit | undefined, { start, end, region }: ResolvedHit): boolean {
  if (before === undefined || end - start > 3 || start - before.end > 16) return false;
  if (region.path.slice(0, 3) === before.region.path.slice(0, 3)) return false;
  return (
    /^\p{Script=Han}{1,2}(?:路|大?街|巷)(?:[0-9０-９]|[，,。；;、\s）)]|$)/u.test(text.slice(end, end + 6)) &&
    /^[\p{Script=Han}\p{N}]*$/u.test(text.slice(before.end, start))
  );
}

/** 小佛山, 小凉山, 小上海: what is only called after a place. */
function isNickname(text: string, start: number, end: number): boolean {
  return (
    text.charAt(start - 1) === "小" &&
    end - start === 2 &&
    !/[大中]$/.test(text.slice(Math.max(0, start - 2), start - 1))
  );
}

/**
 * True where a town's mention starts at the hit or before it and reaches into it: the county is part of that mention, or
 * the name is none (松湖镇|江西省 is not 镇江).
 */
function isCovered(hit: ResolvedHit, towns: readonly ResolvedHit[]): boolean {
  let low = 0;
  let high = towns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((towns[middle]?.end ?? 0) <= hit.start) low = middle + 1;
    else high = middle;
  }
  const town = towns[low];
  if (town === undefined || town.start > hit.start) return false;
  return hit.end <= town.end || town.start < hit.start;
}

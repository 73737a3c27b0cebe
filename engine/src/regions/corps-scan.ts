import { type Region, unlistedTown } from "./region.js";
import { regionIndex } from "./region-index.js";
import type { ResolvedHit } from "./resolve-regions.js";

const NUMBER = "(?:十[一二三四]?|[一二三四五六七八九])";
const DIVISION = new RegExp(`(?:新疆生产建设兵团|兵团)?(?:第|农)?(${NUMBER})师`, "g");
const FULL = new RegExp(`(?:新疆生产建设兵团|兵团)(?:第|农)?(${NUMBER})师`, "g");
/** Behind a division: its city, of whom the text goes on to speak (第七师胡杨河市). */
const CITY = /^([（(](?:[^（()）]{0,12}[）)])?)?[一-龥]{2,4}市/;
/** Behind a division: its farm (第六师奇台农场). */
const FARM = /^[^的各属所和与、，,。\s]{1,4}?(?:农场|牧场)/;

/**
 * Divisions of the corps in 新疆 and their farms (兵团第十二师, 第六师奇台农场), which no list of divisions has. A division with a city
 * is that city in a text that says so. Short forms (十二师, 奇台农场) count where the text names the division as the corps'.
 */
export function scanCorps(text: string, hits: readonly ResolvedHit[]): readonly ResolvedHit[] {
  if (!text.includes("兵团")) return [];
  const province = regionIndex().byCode("65");
  if (province === null) return [];
  const corps = { ...province, path: "新疆生产建设兵团" };
  const startingAt = new Map(hits.map((hit) => [hit.start, hit]));
  const divisions = new Map<string, Region>();
  for (const { 1: number = "", index, 0: printed } of text.matchAll(FULL)) {
    const end = index + printed.length;
    const behind = CITY.exec(text.slice(end, end + 20));
    const city = behind === null ? undefined : startingAt.get(end + (behind[1]?.length ?? 0));
    if (city?.region.level === "county") divisions.set(number, city.region);
    else if (!divisions.has(number))
      divisions.set(number, { ...unlistedTown(`第${number}师`, corps), parent: province, level: "city" });
  }
  const found: ResolvedHit[] = [];
  const farms = new Map<string, Region>();
  for (const { 1: number = "", index, 0: printed } of text.matchAll(DIVISION)) {
    const division = divisions.get(number);
    const end = index + printed.length;
    // 第七师胡杨河市 is one place; 十二师范学院 none.
    if (division === undefined || /^[范傅资]/.test(text.slice(end)) || startingAt.has(end)) continue;
    const [farm] = FARM.exec(text.slice(end, end + 7)) ?? [];
    if (farm === undefined) found.push({ start: index, end, region: division });
    else {
      const region = farms.get(farm) ?? { ...unlistedTown(farm, division), path: division.path + farm };
      farms.set(farm, region);
      found.push({ start: index, end: end + farm.length, region });
    }
  }
  for (const [farm, region] of farms)
    for (let at = text.indexOf(farm); at >= 0; at = text.indexOf(farm, at + 1))
      if (!found.some(({ start, end }) => start <= at && at < end))
        found.push({ start: at, end: at + farm.length, region });
  return found.sort((a, b) => a.start - b.start);
}

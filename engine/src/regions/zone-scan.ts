import { type Region, unlistedZone } from "./region.js";
import type { ResolvedHit } from "./resolve-regions.js";

/** What a functional zone is called behind its city, and how texts shorten it. */
const KIND =
  /^((?:[^、，,。；;：:\s县区市镇乡的和与在及等]{2,4}?)??)(经济(?:技术)?开发区|高新(?:技术)?(?:产业)?开发区|经开区|高新区)/;
const SHORT: readonly (readonly [long: RegExp, forms: readonly string[]])[] = [
  [/^经/, ["经济技术开发区", "经济开发区", "经开区", "开发区"]],
  [/^高新/, ["高新技术产业开发区", "高新技术开发区", "高新区"]],
];

/** Behind a zone these say that it works with somebody itself; a park that is visited, or whose head attends, does not. */
const BEHIND =
  /^(?:党政)?(?:代表团|考察团|考察组)|^(?:对口|结对|帮扶|捐)|^[与和同][^，,。；;、]{2,14}(?:两地|双方|签|结对|结成|协作|共建|携手)|^向[^，,。；;]{2,16}(?:捐|赠)/;
const THANKED = /^[^，,。；;]{0,8}(?:支持|帮扶|帮助|支援)/;

/**
 * Functional zones (功能区) that the table lacks, printed behind their prefecture (无锡蠡园经济开发区): where the text has them
 * act as one side, all their mentions, the short ones too (蠡园开发区).
 */
export function scanZones(text: string, hits: readonly ResolvedHit[]): readonly ResolvedHit[] {
  if (!/开发区|经开区|高新区/.test(text)) return [];
  const zones = new Map<string, Region>();
  const idle = new Set<string>();
  const endingAt = new Map<number, ResolvedHit>();
  for (const hit of hits) {
    const { end, region } = hit;
    endingAt.set(end, hit);
    if (region.level !== "city") continue;
    const [name, stem = "", kind = ""] = KIND.exec(text.slice(end, end + 14)) ?? [];
    if (name === undefined) continue;
    const own = stem === "" ? region.name.replace(/市$/, "") : stem;
    const forms = SHORT.find(([long]) => long.test(kind))?.[1] ?? [];
    const names = [kind, ...forms].map((form) => own + form);
    if (names.some((one) => zones.has(one)) || idle.has(own + kind)) continue;
    if (!names.some((one) => acts(text, one))) {
      idle.add(own + kind);
      continue;
    }
    const zone = unlistedZone(own + kind, region);
    for (const one of names) zones.set(one, zone);
  }
  const found = new Map<number, ResolvedHit>();
  for (const [name, region] of zones)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const city = endingAt.get(at);
      const start = city?.region === region.parent ? city.start : at;
      const known = found.get(start);
      if (known === undefined || known.end < at + name.length)
        found.set(start, { start, end: at + name.length, region });
    }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function acts(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const behind = text.slice(at + name.length, at + name.length + 24);
    if (BEHIND.test(behind)) return true;
    if (/[对谢]$/.test(text.slice(Math.max(0, at - 1), at)) && THANKED.test(behind)) return true;
  }
  return false;
}

import type { RegionMention } from "../annotation.js";

/** The regions that touch a stretch, by binary search over their starts. */
export function regionsBetween(regions: readonly RegionMention[], from: number, to: number): readonly RegionMention[] {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((regions[middle]?.span.end ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const out: RegionMention[] = [];
  for (let k = low; k < regions.length; k++) {
    const region = regions[k];
    if (region === undefined || region.span.start > to) break;
    out.push(region);
  }
  return out;
}

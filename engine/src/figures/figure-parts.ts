import type { QuantityMention } from "../annotation.js";

const opening = /(?:其中|含|包括)[^。；;]*$/;

/**
 * Which figures of a sentence are parts (其中) of which: for each part its place in the list, and the place of its total.
 * The total is the nearest amount before 其中 that is in the same unit and not smaller; the first part brings along those
 * that follow it in the list (其中小学18人、初中12人、高中1人), over a comma only where all together make the total.
 */
export function partsOf(text: string, from: number, mentions: readonly QuantityMention[]): ReadonlyMap<number, number> {
  const parts = new Map<number, number>();
  mentions.forEach((mention, at) => {
    // A share (其中线上占三成) is no part of a rate.
    if (parts.has(at) || mention.value.measure === "percent") return;
    const before = mentions[at - 1];
    const since = before === undefined ? Math.max(from, mention.span.start - 30) : before.span.end;
    if (before === undefined || !opening.test(text.slice(since, mention.span.start))) return;
    const total = totalBefore(mentions, at, parts);
    if (total === null) return;
    parts.set(at, total);
    for (const follower of followers(text, mentions, at, mentions[total]?.value.base ?? 0)) parts.set(follower, total);
  });
  return parts;
}

function totalBefore(
  mentions: readonly QuantityMention[],
  at: number,
  parts: ReadonlyMap<number, number>,
): number | null {
  const part = mentions[at]?.value;
  for (let k = at - 1; k >= Math.max(0, at - 4); k--) {
    const value = mentions[k]?.value;
    if (part === undefined || value === undefined || parts.has(k) || value.baseUnit !== part.baseUnit) continue;
    if (value.measure === part.measure && value.base >= part.base) return k;
  }
  return null;
}

function followers(
  text: string,
  mentions: readonly QuantityMention[],
  first: number,
  total: number,
): readonly number[] {
  const unit = mentions[first]?.value.baseUnit;
  const found: number[] = [];
  let sum = mentions[first]?.value.base ?? 0;
  let sure = 0;
  for (let k = first + 1; k < mentions.length; k++) {
    const [before, mention] = [mentions[k - 1], mentions[k]];
    if (before === undefined || mention === undefined || mention.value.baseUnit !== unit) break;
    const gap = text.slice(before.span.end, mention.span.start);
    if (gap.length > 30 || /[。；;]|其中/.test(gap)) break;
    sum += mention.value.base;
    if (sum > total * 1.0001) break;
    found.push(k);
    const listed = gap.startsWith("、") && !/[，,]/.test(gap);
    if ((listed && sure === found.length - 1) || sum >= total * 0.9999) sure = found.length;
  }
  return found.slice(0, sure);
}

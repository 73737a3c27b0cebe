import type { SecrecyMark } from "./extraction.js";
import type { PositionMap } from "./position-map.js";

/** Marks of secrecy (密级) in a repaired text, with their places in the raw one. */
export function secrecyMarks(text: string, map: PositionMap): readonly SecrecyMark[] {
  const marks: SecrecyMark[] = [];
  for (const match of text.matchAll(/^[ \t\u3000]*(绝密|机密|秘密)[★☆]/gm)) {
    const end = match.index + match[0].length;
    marks.push({
      level: match[1] as SecrecyMark["level"],
      raw: map.toRaw({ start: end - match[0].trimStart().length, end }),
    });
  }
  return marks;
}

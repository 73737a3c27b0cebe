import type { AnnotatedArticle } from "../annotation.js";
import type { PrintedMention } from "../extraction.js";
import { repairedSpan } from "../span.js";
import type { PositionMap } from "../text/position-map.js";

/**
 * The mentions of an article as the public line prints them: places and quotes in the raw text, values as they are.
 * `offset`: how much less its places are than the document's (segments.ts).
 */
export function printedMentions(
  article: AnnotatedArticle,
  raw: string,
  map: PositionMap,
  offset: number,
): readonly PrintedMention[] {
  return article.mentions.map(({ kind, span, value }) => {
    const { start, end } = map.toRaw(repairedSpan(span.start + offset, span.end + offset));
    return { kind, start, end, quote: raw.slice(start, end), value };
  });
}

import type { AnnotatedArticle } from "./annotation.js";
import type { PrintedMention } from "./extraction.js";
import type { PositionMap } from "./position-map.js";

/** The mentions of an article as the public line prints them: places and quotes in the raw text, values as they are. */
export function printedMentions(article: AnnotatedArticle, raw: string, map: PositionMap): readonly PrintedMention[] {
  return article.mentions.map(({ kind, span, value }) => {
    const { start, end } = map.toRaw(span);
    return { kind, start, end, quote: raw.slice(start, end), value };
  });
}

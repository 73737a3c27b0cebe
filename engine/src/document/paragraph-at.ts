import type { Article, Paragraph } from "../annotation.js";
import type { RepairedSpan } from "../span.js";

/** The paragraph that a place lies in, by binary search; null between paragraphs. */
export function paragraphAt(article: Article, at: number): Paragraph | null {
  const found = search(article.paragraphs, at, (paragraph) => paragraph.span);
  return found !== null && at < found.span.end ? found : null;
}

/** The sentence of a paragraph that a place lies in; the whole paragraph where it has none (titles, captions). */
export function sentenceAt(paragraph: Paragraph, at: number): RepairedSpan {
  const found = search(paragraph.sentences, at, (sentence) => sentence);
  return found !== null && at < found.end ? found : paragraph.span;
}

/** The last item that starts at or before a place. */
function search<T>(items: readonly T[], at: number, span: (item: T) => RepairedSpan): T | null {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && span(item).start <= at) low = middle + 1;
    else high = middle;
  }
  return items[low - 1] ?? null;
}

import type { Article, Paragraph } from "../annotation.js";
import type { Page } from "../article.js";
import { repairedSpan } from "../span.js";
import { genreOfPage } from "./genre.js";

/** A stretch of a long article as an article of its own; its places are `offset` less than the document's. */
export interface Segment {
  readonly article: Article;
  readonly offset: number;
}

/** No article or paper of this field has as many characters; what has is many of them one behind the other (汇编, 年鉴). */
const longest = 300_000;
/** Characters of a segment: names and days are seldom taken up again from farther back. */
const segmentSize = 60_000;

/** Whether an article is read in several segments. */
export function isLong({ text }: Pick<Page, "text">): boolean {
  return text.length > longest;
}

/**
 * Very long articles in segments of whole paragraphs, so that memory holds the mentions of one of them, however long the
 * document: each has the head of the document (title, source, day, genre). What refers back over more than a segment's
 * length (a surname alone, 当日) is read as if the document began there. Every other article is one segment.
 */
export function* segmentsOf({ furniture: _, ...page }: Page): Generator<Segment> {
  if (!isLong(page)) {
    yield { article: { ...page, paragraphs: [...page.paragraphs] }, offset: 0 };
    return;
  }
  const genre = genreOfPage(page);
  let held: Paragraph[] = [];
  let offset = 0;
  const cut = (to: number): Segment => {
    const segment = { article: segmentOf(page, held, offset, to, genre), offset };
    offset = to;
    held = [];
    return segment;
  };
  for (const paragraph of page.paragraphs) {
    for (const part of partsOf(paragraph)) {
      if (held.length > 0 && part.span.end - offset > segmentSize) yield cut(part.span.start);
      held.push(part);
    }
  }
  if (held.length > 0) yield cut(page.text.length);
}

/** A paragraph by itself; one that is longer than a segment at the ends of its sentences. */
function partsOf(paragraph: Paragraph): readonly Paragraph[] {
  if (paragraph.span.end - paragraph.span.start <= segmentSize) return [paragraph];
  const parts: Paragraph[] = [];
  let start = paragraph.span.start;
  let first = 0;
  paragraph.sentences.forEach((sentence, at) => {
    const next = paragraph.sentences[at + 1];
    if (next === undefined || next.end - start <= segmentSize) return;
    const sentences = paragraph.sentences.slice(first, at + 1);
    parts.push({ ...paragraph, span: repairedSpan(start, sentence.end), sentences });
    start = next.start;
    first = at + 1;
  });
  parts.push({
    ...paragraph,
    span: repairedSpan(start, paragraph.span.end),
    sentences: paragraph.sentences.slice(first),
  });
  return parts;
}

function segmentOf(
  { text, title, source, published, publishedSpan }: Omit<Page, "furniture">,
  paragraphs: readonly Paragraph[],
  from: number,
  to: number,
  genre: NonNullable<Article["genre"]>,
): Article {
  const inside = publishedSpan !== null && publishedSpan.start >= from && publishedSpan.end <= to;
  return {
    // A copy: every rule reads it character by character, and a slice would be read through the whole.
    text: Buffer.from(text.slice(from, to), "utf16le").toString("utf16le"),
    paragraphs: paragraphs.map((paragraph) => ({
      role: paragraph.role,
      span: repairedSpan(paragraph.span.start - from, paragraph.span.end - from),
      sentences: paragraph.sentences.map(({ start, end }) => repairedSpan(start - from, end - from)),
    })),
    title,
    source,
    published,
    publishedSpan: inside ? repairedSpan(publishedSpan.start - from, publishedSpan.end - from) : null,
    genre,
  };
}

import type { Article, Paragraph } from "./annotation.js";
import { type RepairedSpan, repairedSpan } from "./span.js";

/** Reads the structure of a repaired text: paragraphs with their roles, sentences, title, source and date. */
export function readArticle(text: string): Article {
  const paragraphs: Paragraph[] = [];
  let title: string | null = null;
  for (const match of text.matchAll(/[^\r\n]*[^\s][^\r\n]*/g)) {
    const line = match[0];
    const start = match.index + (line.length - line.trimStart().length);
    const end = match.index + line.trimEnd().length;
    const span = repairedSpan(start, end);
    const role = title === null && paragraphs.length === 0 && !/[。；]/.test(line) ? "title" : "body";
    if (role === "title") title = text.slice(start, end);
    paragraphs.push({ span, role, sentences: role === "body" ? sentences(text, span) : [] });
  }
  return { text, paragraphs, title, source: null, published: null, publishedSpan: null };
}

function sentences(text: string, span: RepairedSpan): readonly RepairedSpan[] {
  const out: RepairedSpan[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/[^。！？]+[。！？]*[”’」』]*/g)) {
    out.push(repairedSpan(span.start + match.index, span.start + match.index + match[0].length));
  }
  return out;
}

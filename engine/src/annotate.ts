import type { AnnotatedArticle, Article } from "./annotation.js";

/** Finds the mentions in an article. */
export function annotate(article: Article): AnnotatedArticle {
  return { ...article, mentions: [], within: () => [] };
}

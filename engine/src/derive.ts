import type { AnnotatedArticle } from "./annotation.js";
import type { Genre } from "./extraction.js";
import type { Fact } from "./fact.js";
import type { Issue } from "./issue.js";
import type { PositionMap } from "./position-map.js";

/** What derivation needs besides the article: the raw text and the way back to it, and the document's hash for ids. */
export interface Origin {
  readonly raw: string;
  readonly map: PositionMap;
  readonly sha256: string;
}

/** Concludes facts from mentions. */
export function derive(
  _article: AnnotatedArticle,
  _origin: Origin,
): { readonly genre: Genre; readonly facts: readonly Fact[]; readonly issues: readonly Issue[] } {
  return { genre: "other", facts: [], issues: [] };
}

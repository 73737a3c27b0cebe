import type { Article, Mention, MentionKind, MentionOfKind } from "./annotation.js";

/** What earlier annotators found, by kind and in order of their start. */
export interface Found {
  of<K extends MentionKind>(kind: K): readonly MentionOfKind<K>[];
}

/**
 * Finds mentions of a kind (or of kinds that one grammar yields together). Annotators propose and may overlap; they run
 * in the order of annotators/index.ts and see what earlier ones found. Linear in the text, never throws.
 */
export interface Annotator {
  /** The file's name. */
  readonly id: string;
  /** One sentence: what it finds by what. */
  readonly purpose: string;
  annotate(article: Article, found: Found): readonly Mention[];
}

/** Merges, marks or drops mentions after all annotators ran; in the order of refiners/index.ts. */
export interface Refiner {
  readonly id: string;
  readonly purpose: string;
  refine(article: Article, mentions: readonly Mention[]): readonly Mention[];
}

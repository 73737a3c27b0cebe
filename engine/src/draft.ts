import type { AnnotatedArticle } from "./annotation.js";
import type { Fact, FactKind } from "./fact.js";
import type { RepairedSpan } from "./span.js";

/**
 * A fact as a rule makes it: places are spans of the repaired text, other facts are named by draft keys.
 * The runner (derive.ts) turns spans into raw evidence through the position map, keys into ids, and computes ids.
 */
type Drafted<T> = T extends { readonly start: number; readonly end: number; readonly quote: string }
  ? RepairedSpan
  : T extends readonly (infer Item)[]
    ? readonly Drafted<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Drafted<T[Key]> }
      : T;

export type DraftOf<K extends FactKind> = Drafted<Omit<Extract<Fact, { kind: K }>, "id" | "rule">> & {
  /** Unique within the document; other drafts name it in `within`, `includes`, `respondsTo`. */
  readonly key: string;
};

export type Draft = { [K in FactKind]: DraftOf<K> }[FactKind];

/** One rule: annotations → drafts. Rules run in the order of rules/index.ts and see what earlier ones drafted. */
export interface Rule {
  /** The file's name; stored in `rule` as `id@version`. */
  readonly id: string;
  readonly version: number;
  /** One sentence: what it concludes from what. */
  readonly purpose: string;
  apply(article: AnnotatedArticle, soFar: readonly Draft[]): readonly Draft[];
}

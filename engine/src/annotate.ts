import type { AnnotatedArticle, Article, Mention, MentionKind, MentionOfKind } from "./annotation.js";
import type { Found } from "./annotator.js";
import { annotators } from "./annotators/index.js";
import { refiners } from "./refiners/index.js";
import type { RepairedSpan } from "./span.js";

/** Finds the mentions in an article: the ordered annotators propose, the ordered refiners merge and drop. */
export function annotate(article: Article): AnnotatedArticle {
  const collected: Mention[] = [];
  const found = new MentionIndex([]);
  for (const annotator of annotators) {
    const proposed = annotator.annotate(article, found);
    for (const mention of proposed) collected.push(mention);
    found.add(proposed);
  }
  let mentions: readonly Mention[] = inOrder(collected);
  for (const refiner of refiners) mentions = refiner.refine(article, mentions);
  const index = new MentionIndex(inOrder([...mentions]));
  return new Annotated(article, index);
}

/** One shape for every document: rules ask it at every turn. */
class Annotated implements AnnotatedArticle {
  readonly text: string;
  readonly paragraphs: Article["paragraphs"];
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
  readonly publishedSpan: RepairedSpan | null;
  declare readonly genre?: NonNullable<Article["genre"]>;
  readonly mentions: readonly Mention[];
  readonly #index: MentionIndex;

  constructor(article: Article, index: MentionIndex) {
    this.text = article.text;
    this.paragraphs = article.paragraphs;
    this.title = article.title;
    this.source = article.source;
    this.published = article.published;
    this.publishedSpan = article.publishedSpan;
    if (article.genre !== undefined) this.genre = article.genre;
    this.mentions = index.all;
    this.#index = index;
  }

  within<K extends MentionKind>(kind: K, span: RepairedSpan): readonly MentionOfKind<K>[] {
    return this.#index.within(kind, span);
  }
}

const byStart = (a: Mention, b: Mention): number => a.span.start - b.span.start || b.span.end - a.span.end;

/** Sorts in place; most lists are in order as they were found. */
function inOrder<T extends Mention>(list: T[]): T[] {
  for (let at = 1; at < list.length; at++) {
    const before = list[at - 1];
    const mention = list[at];
    if (before !== undefined && mention !== undefined && byStart(before, mention) > 0) return list.sort(byStart);
  }
  return list;
}

/** Mentions by kind, so that a question about a span costs a binary search. */
class MentionIndex implements Found {
  readonly #byKind = new Map<MentionKind, Mention[]>();

  constructor(readonly all: readonly Mention[]) {
    this.#enter(all);
  }

  /** Takes further mentions in; lists that were handed out stay as they were. */
  add(mentions: readonly Mention[]): void {
    const grown = new Set<Mention[]>();
    for (const mention of mentions) {
      let list = this.#byKind.get(mention.kind);
      if (list === undefined || !grown.has(list)) {
        list = list === undefined ? [] : [...list];
        this.#byKind.set(mention.kind, list);
        grown.add(list);
      }
      list.push(mention);
    }
    for (const list of grown) inOrder(list);
  }

  #enter(mentions: readonly Mention[]): void {
    for (const mention of mentions) {
      const list = this.#byKind.get(mention.kind);
      if (list === undefined) this.#byKind.set(mention.kind, [mention]);
      else list.push(mention);
    }
  }

  of<K extends MentionKind>(kind: K): readonly MentionOfKind<K>[] {
    return (this.#byKind.get(kind) ?? []) as unknown as readonly MentionOfKind<K>[];
  }

  within<K extends MentionKind>(kind: K, span: RepairedSpan): readonly MentionOfKind<K>[] {
    const list = this.of(kind);
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.span.start ?? 0) < span.start) low = middle + 1;
      else high = middle;
    }
    const inside: MentionOfKind<K>[] = [];
    for (let i = low; i < list.length; i++) {
      const mention = list[i];
      if (mention === undefined || mention.span.start >= span.end) break;
      if (mention.span.end <= span.end) inside.push(mention);
    }
    return inside;
  }
}

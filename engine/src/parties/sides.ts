import type { AnnotatedArticle, RegionMention } from "../annotation.js";
import type { Draft } from "../draft.js";
import type { Side } from "../fact.js";
import type { RepairedSpan } from "../span.js";

/**
 * Who stands on which side of the cooperation (东部、西部) in one document: the helping east and the helped west.
 * Regions carry their side from the annotators; drafts of pairings fill in what a mention alone does not say.
 */
export class Sides {
  readonly #ofPath = new Map<string, Side>();
  readonly #ofPerson = new Map<string, Side>();
  readonly #count = new Map<string, number>();
  readonly #level = new Map<string, RegionMention["value"]["level"]>();
  readonly #below = new Map<string, Side | null>();
  readonly #county = new Map<string, string>();
  readonly #principal = new Map<string, readonly string[]>();
  readonly #paths: Record<Side, string[]> = { east: [], west: [] };
  readonly #paired = new Set<string>();

  constructor(
    readonly article: AnnotatedArticle,
    drafts: readonly Draft[],
  ) {
    for (const draft of drafts) {
      if (draft.kind === "region" && draft.side !== null) this.#ofPath.set(draft.path, draft.side);
      if (draft.kind !== "pairing") continue;
      this.#ofPath.set(draft.east, "east");
      this.#ofPath.set(draft.west, "west");
      this.#paired.add(draft.east).add(draft.west);
    }
    for (const mention of article.mentions) {
      if (mention.kind !== "region" || mention.value.insideName) continue;
      const { path, side } = mention.value;
      if (side !== null && !this.#ofPath.has(path)) this.#ofPath.set(path, side);
      this.#count.set(path, (this.#count.get(path) ?? 0) + 1);
      this.#level.set(path, mention.value.level);
    }
    for (const [path, side] of this.#ofPath) this.#paths[side].push(path);
    for (const draft of drafts) {
      if (draft.kind !== "person" || this.#ofPerson.has(draft.name)) continue;
      const side = draft.side ?? this.ofPath(draft.region);
      if (side !== null) this.#ofPerson.set(draft.name, side);
    }
  }

  ofPath(path: string | null): Side | null {
    if (path === null) return null;
    const known = this.#ofPath.get(path) ?? this.#below.get(path);
    if (known !== undefined) return known;
    let longest = "";
    for (const other of this.#ofPath.keys())
      if (path.startsWith(other) && other.length > longest.length) longest = other;
    const side = this.#ofPath.get(longest) ?? null;
    this.#below.set(path, side);
    return side;
  }

  /** The side whose parties are of this rank (县, 区, 市) where those of the other are not: 县财政局 among a 县 and a 区. */
  ofRank(rank: string): Side | null {
    const has = (side: Side) => this.#paths[side].some((path) => path.endsWith(rank));
    if (!/^[县区市州旗]$/.test(rank) || has("east") === has("west")) return null;
    return has("east") ? "east" : "west";
  }

  /** A party of the document's pairings, not only named beside them. */
  paired(path: string | undefined): boolean {
    return path !== undefined && this.#paired.has(path);
  }

  ofPerson(name: string | null): Side | null {
    return name === null ? null : (this.#ofPerson.get(name) ?? null);
  }

  /** Regions that are parties or places, named inside a stretch, in order; not those inside names of institutions. */
  regionsIn(span: RepairedSpan): readonly RegionMention[] {
    return this.article.within("region", span).filter((mention) => !mention.value.insideName);
  }

  /** The nearest party of a stretch by any naming, inside names of institutions too (德化县第三实验小学). */
  sideNear(span: RepairedSpan): Side | null {
    const mention = this.article.within("region", span).find((item) => this.ofPath(item.value.path) !== null);
    return mention === undefined ? null : this.ofPath(mention.value.path);
  }

  /** The side of the last party named in a stretch, inside names of firms too (天津某某牧业有限公司). */
  sideBefore(span: RepairedSpan): Side | null {
    const mention = this.article.within("region", span).findLast((item) => this.ofPath(item.value.path) !== null);
    return mention === undefined ? null : this.ofPath(mention.value.path);
  }

  /** Their paths, once each, without those that only lead to a deeper one (河池市 before 都安县). */
  pathsIn(span: RepairedSpan, side: Side | null = null): readonly string[] {
    const paths = this.regionsIn(span)
      .map((mention) => mention.value.path)
      .filter((path) => side === null || this.ofPath(path) === side);
    return deepest(paths);
  }

  /** The county-level region of a town or village that the document speaks of; the path itself when it speaks of none. */
  county(path: string): string {
    if (!/(?:镇|乡|街道|村|社区)$/.test(path)) return path;
    const known = this.#county.get(path);
    if (known !== undefined) return known;
    let best = "";
    // Towns that are paired are parties themselves; the county printed in front of them is not.
    const own = this.#paired.has(path) ? this.#paired : this.#ofPath.keys();
    for (const other of [...this.#count.keys(), ...own])
      if (
        other.length < path.length &&
        path.startsWith(other) &&
        /(?:县|区|旗|市)$/.test(other) &&
        other.length > best.length
      )
        best = other;
    const found = best === "" ? path : best;
    this.#county.set(path, found);
    return found;
  }

  /** The one side whose parties are of a level (市 of 市人民医院); null where both or none are. */
  ofLevel(word: string): Side | null {
    const [east, west] = [this.principal("east", word).length > 0, this.principal("west", word).length > 0];
    return east === west ? null : east ? "east" : "west";
  }

  /** The side of a printed phrase that begins with a region's short name: 虎门等镇区党政领导. */
  ofPhrase(phrase: string): Side | null {
    for (const path of this.#ofPath.keys()) {
      const stem = /([^省市州县区旗镇乡]{2,})(?:镇|乡|街道|县|区|旗|市|州|新区)$/.exec(path)?.[1];
      if (stem !== undefined && phrase.startsWith(stem)) return this.ofPath(path);
    }
    return null;
  }

  /**
   * The side's party of the whole document when nothing nearer says it: the most often named county-level region. `word`
   * asks for one of a level (省 for 我省, 县 for 我县).
   */
  principal(side: Side, word = ""): readonly string[] {
    const key = `${side}${word}`;
    const known = this.#principal.get(key);
    if (known !== undefined) return known;
    const found = this.#mostNamed(side, word);
    this.#principal.set(key, found);
    return found;
  }

  #mostNamed(side: Side, word: string): readonly string[] {
    const known = this.#paths[side].filter(
      (path) => this.#count.has(path) && this.#level.get(path) !== "village" && path.endsWith(word),
    );
    if (word !== "" && known.length === 0) return [];
    const rank = (path: string): number => {
      const level = this.#level.get(path);
      // A text about two provinces (两省区联席会议) names their cities as places.
      const frame =
        this.#paired.has(path) && ![...this.#paired].some((other) => other !== path && other.startsWith(path));
      return (
        (level === "province" ? (frame ? 1.5 : 0.1) : level === "township" ? 0.6 : 1) * (this.#count.get(path) ?? 0)
      );
    };
    const best = [...known].sort((a, b) => rank(b) - rank(a))[0] ?? this.#paths[side][0];
    return best === undefined ? [] : [best];
  }
}

/** The sides of a document as its drafts of regions, pairings and people stand; built once for all rules that ask. */
export function sidesOf(article: AnnotatedArticle, drafts: readonly Draft[]): Sides {
  const settled = drafts.filter(({ kind }) => kind === "region" || kind === "pairing" || kind === "person").length;
  const known = built.get(article);
  if (known?.settled === settled) return known.sides;
  const sides = new Sides(article, drafts);
  built.set(article, { settled, sides });
  return sides;
}

const built = new WeakMap<AnnotatedArticle, { readonly settled: number; readonly sides: Sides }>();

/** Drops repeated paths and those that are the beginning of another. */
export function deepest(paths: readonly string[]): readonly string[] {
  const distinct = [...new Set(paths)];
  return distinct.filter((path) => !distinct.some((other) => other !== path && other.startsWith(path)));
}

export function opposite(side: Side): Side {
  return side === "east" ? "west" : "east";
}

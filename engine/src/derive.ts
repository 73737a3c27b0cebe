import { hash } from "node:crypto";
import type { AnnotatedArticle } from "./annotation.js";
import { impossibleDays } from "./dates/impossible-day.js";
import { genreOf } from "./document/genre.js";
import type { Draft, Rule } from "./draft.js";
import type { Genre } from "./extraction.js";
import type { Evidence, Fact } from "./fact.js";
import { calibrated, type Sureness } from "./facts/confidence.js";
import { canonical, shapeOf } from "./facts/draft-shape.js";
import { distinct, join } from "./facts/joined-facts.js";
import { evidenceAt, PackedFacts } from "./facts/packed-facts.js";
import type { Issue } from "./issue.js";
import { issue } from "./issue-codes.js";
import type { RawPart } from "./reader.js";
import { documentPaper } from "./rules/document-paper.js";
import { rules as allRules } from "./rules/index.js";
import { type RepairedSpan, repairedSpan } from "./span.js";
import type { PositionMap } from "./text/position-map.js";

/** What derivation needs besides the article: the raw text and the way back to it, and the document's hash for ids. */
export interface Origin {
  readonly raw: string;
  readonly map: Pick<PositionMap, "toRaw">;
  readonly sha256: string;
  /** Parts of the file (pages, table cells), which evidence names. */
  readonly parts?: readonly RawPart[];
}

/**
 * Runs the rules in their order, then turns drafts into facts: repaired spans become raw evidence, keys become ids,
 * ids are hashes of content, and drafts that say the same become one fact with all their evidence. At last the strength
 * that each rule gave becomes the share of such facts that were right (`sure`).
 * Throws on a broken rule (key used twice, reference to nothing, quote that is no slice), never because of the input.
 */
export function derive(
  article: AnnotatedArticle,
  origin: Origin,
  rules: readonly Rule[] = allRules,
  sure: Sureness = calibrated,
): { readonly genre: Genre; readonly facts: readonly Fact[]; readonly issues: readonly Issue[] } {
  const derivation = new Derivation(origin, rules, false, true);
  derivation.add(article, 0);
  return { genre: genreOf(article), facts: [...derivation.facts(sure)], issues: derivation.issues };
}

/**
 * The facts of a document, segment by segment (segments.ts): what several say is one fact. `long`: there will be so many
 * that they are kept as bytes until they are asked for.
 */
export class Derivation {
  readonly #facts = new Map<string, Fact>();
  /** Evidence of what was said more than once. */
  readonly #evidence = new Map<string, Evidence[]>();
  readonly #packed: PackedFacts | null;
  readonly issues: Issue[] = [];

  constructor(
    readonly origin: Origin,
    readonly rules: readonly Rule[],
    long = false,
    /** A key used twice is a fault of a rule: thrown where rules are tried, the first draft stands where a document is read. */
    readonly strict = false,
  ) {
    this.#packed = long ? new PackedFacts(origin.raw, origin.parts ?? []) : null;
  }

  /** Takes in a segment whose places are `offset` less than the document's; in their order. */
  add(article: AnnotatedArticle, offset: number): void {
    const { map, ...rest } = this.origin;
    const toRaw = (span: RepairedSpan) => map.toRaw(repairedSpan(span.start + offset, span.end + offset));
    const origin: Origin = offset === 0 ? this.origin : { ...rest, map: { toRaw } };
    // A paper has one head; the segments behind the first have it from there.
    const rules = offset === 0 ? this.rules : this.rules.filter(({ id }) => id !== documentPaper.id);
    const drafts: Draft[] = [];
    const madeBy: string[] = [];
    const keys = new Set<string>();
    for (const rule of rules) {
      const name = `${rule.id}@${rule.version}`;
      for (const draft of rule.apply(article, drafts)) {
        if (keys.has(draft.key)) {
          if (this.strict) throw new Error(`draft key ${draft.key} is used twice`);
          continue;
        }
        keys.add(draft.key);
        drafts.push(draft);
        madeBy.push(name);
      }
    }
    const idOf = new Map<string, string>();
    const ids: string[] = [];
    for (const draft of drafts) {
      const id = factId(origin.sha256, draft);
      ids.push(id);
      idOf.set(draft.key, id);
    }
    drafts.forEach((draft, index) => {
      const fact = finish(origin, idOf, draft, ids[index] ?? "", madeBy[index] ?? "");
      if (this.#packed !== null) {
        this.#packed.add(fact);
        return;
      }
      const earlier = this.#facts.get(fact.id);
      if (earlier === undefined) this.#facts.set(fact.id, fact);
      else this.#repeat(earlier, fact);
    });
    for (const { start, end } of impossibleDays(article.text))
      this.issues.push(
        issue("fact/impossible_date", origin.map.toRaw(repairedSpan(start, end)), {
          text: article.text.slice(start, end),
        }),
      );
  }

  /** Said again: the surer of both, its evidence with what was said before; put together once, at the end. */
  #repeat(earlier: Fact, fact: Fact): void {
    const rows = this.#evidence.get(fact.id) ?? [...earlier.evidence];
    for (const row of fact.evidence) rows.push(row);
    this.#evidence.set(fact.id, rows);
    this.#facts.set(fact.id, join({ ...earlier, evidence: [] }, { ...fact, evidence: [] }));
  }

  /** Facts of a short document with the evidence of all their statements. */
  *#whole(): Generator<Fact> {
    for (const fact of this.#facts.values()) {
      const rows = this.#evidence.get(fact.id);
      yield rows === undefined ? fact : { ...fact, evidence: distinct(rows) };
    }
  }

  /**
   * The facts one by one, in the order in which they were first said, as sure as such facts are right; asked at the end,
   * and of a short document once.
   */
  *facts(sure: Sureness): Generator<Fact> {
    for (const fact of this.#packed?.values() ?? this.#whole()) yield surely(fact, sure);
  }
}

/**
 * SHA-256 (hex) of document hash, kind and normalised values. Not of rule, version, confidence, evidence nor references
 * to other facts, so that a better rule, or a fact beside it, does not change what a clerk has already decided about.
 */
export function factId(documentHash: string, draft: Draft): string {
  return hash("sha256", `${documentHash}\n${canonical(draft)}`);
}

/** One draft as a fact. The shapes are the same but for evidence and references, which is what `Drafted` states. */
function finish(origin: Origin, idOf: ReadonlyMap<string, string>, draft: Draft, id: string, rule: string): Fact {
  const fact: Record<string, unknown> = { id, rule };
  copyInto(fact, origin, idOf, draft, "key");
  return fact as unknown as Fact;
}

/** The strength that the rule gave becomes how sure the fact is; the fact is ours alone here. */
function surely(
  fact: { readonly rule: string; confidence: number; readonly evidence: readonly unknown[] },
  sure: Sureness,
) {
  fact.confidence = sure(fact.rule, fact.confidence, fact.evidence.length);
  return fact as unknown as Fact;
}

/** Field by field: spans become evidence, keys become ids, what holds neither is taken over as it is. */
function copyInto(
  target: Record<string, unknown>,
  origin: Origin,
  idOf: ReadonlyMap<string, string>,
  source: object,
  without = "",
): void {
  const { names, roles } = shapeOf(source);
  const fields = source as Readonly<Record<string, unknown>>;
  for (let at = 0; at < names.length; at++) {
    const name = names[at] ?? "";
    if (name === without) continue;
    const value = fields[name];
    if (value === null || (typeof value !== "object" && typeof value !== "string")) target[name] = value;
    else if (roles[at] === "evidence") target[name] = evidenceOf(origin, value);
    else target[name] = resolve(origin, idOf, value, roles[at] === "reference");
  }
}

function resolve(origin: Origin, idOf: ReadonlyMap<string, string>, value: unknown, reference: boolean): unknown {
  if (typeof value === "string") return reference ? referred(idOf, value) : value;
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value))
    return isPlain(value, reference) ? value : value.map((item) => resolve(origin, idOf, item, reference));
  const copy: Record<string, unknown> = {};
  copyInto(copy, origin, idOf, value);
  return copy;
}

/** A list of which nothing is to be resolved. */
function isPlain(list: readonly unknown[], reference: boolean): boolean {
  for (const item of list) if (item !== null && (reference || typeof item === "object")) return false;
  return true;
}

function referred(idOf: ReadonlyMap<string, string>, key: string): string {
  const id = idOf.get(key);
  if (id === undefined) throw new Error(`a draft refers to ${key}, which no rule made`);
  return id;
}

function evidenceOf(origin: Origin, value: unknown): unknown {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return quoted(origin, value as RepairedSpan);
  const rows = (value as readonly RepairedSpan[]).map((span) => quoted(origin, span));
  return distinct(rows);
}

/** Evidence in the raw text; widened by a unit where the place would split a surrogate pair. */
function quoted(origin: Origin, span: RepairedSpan): Evidence {
  const place = origin.map.toRaw(span);
  const start = splitsPair(origin.raw, place.start) ? place.start - 1 : place.start;
  const end = splitsPair(origin.raw, place.end) ? place.end + 1 : place.end;
  const evidence = evidenceAt(origin.raw, origin.parts ?? [], start, end);
  if (evidence.quote.length !== end - start || end === start) throw new Error(`no quote at ${start}..${end}`);
  return evidence;
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (!(before >= 0xd800 && before < 0xdc00)) return false;
  const after = text.charCodeAt(at);
  return after >= 0xdc00 && after < 0xe000;
}

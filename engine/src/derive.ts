import { hash } from "node:crypto";
import type { AnnotatedArticle } from "./annotation.js";
import { calibrated, type Sureness } from "./confidence.js";
import { impossibleDays } from "./dates/impossible-day.js";
import type { Draft, Rule } from "./draft.js";
import type { Genre } from "./extraction.js";
import type { Evidence, Fact } from "./fact.js";
import { genreOf } from "./genre.js";
import type { Issue } from "./issue.js";
import { issue } from "./issue-codes.js";
import { distinct, join, REFERENCES } from "./joined-facts.js";
import { evidenceAt, PackedFacts } from "./packed-facts.js";
import type { PositionMap } from "./position-map.js";
import type { RawPart } from "./reader.js";
import { documentPaper } from "./rules/document-paper.js";
import { rules as allRules } from "./rules/index.js";
import { type RepairedSpan, repairedSpan } from "./span.js";

/** What derivation needs besides the article: the raw text and the way back to it, and the document's hash for ids. */
export interface Origin {
  readonly raw: string;
  readonly map: Pick<PositionMap, "toRaw">;
  readonly sha256: string;
  /** Parts of the file (pages, table cells), which evidence names. */
  readonly parts?: readonly RawPart[];
}

/** Fields that say how the fact was found, not what it says. */
const PROVENANCE: ReadonlySet<string> = new Set(["key", "rule", "confidence", "inferred", "evidence"]);

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
  const derivation = new Derivation(origin, rules);
  derivation.add(article, 0);
  return { genre: genreOf(article), facts: [...derivation.facts(sure)], issues: derivation.issues };
}

/**
 * The facts of a document, segment by segment (segments.ts): what several say is one fact. `long`: there will be so many
 * that they are kept as bytes until they are asked for.
 */
export class Derivation {
  readonly #facts = new Map<string, Fact>();
  readonly #packed: PackedFacts | null;
  readonly issues: Issue[] = [];

  constructor(
    readonly origin: Origin,
    readonly rules: readonly Rule[],
    long = false,
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
    for (const rule of rules) {
      for (const draft of rule.apply(article, drafts)) {
        drafts.push(draft);
        madeBy.push(`${rule.id}@${rule.version}`);
      }
    }
    const idOf = new Map<string, string>();
    for (const draft of drafts) {
      if (idOf.has(draft.key)) throw new Error(`draft key ${draft.key} is used twice`);
      idOf.set(draft.key, factId(origin.sha256, draft));
    }
    drafts.forEach((draft, index) => {
      const fact = finish(origin, idOf, draft, madeBy[index] ?? "");
      if (this.#packed !== null) {
        this.#packed.add(fact);
        return;
      }
      const earlier = this.#facts.get(fact.id);
      this.#facts.set(fact.id, earlier === undefined ? fact : join(earlier, fact));
    });
    for (const { start, end } of impossibleDays(article.text))
      this.issues.push(
        issue("fact/impossible_date", origin.map.toRaw(repairedSpan(start, end)), {
          text: article.text.slice(start, end),
        }),
      );
  }

  /**
   * The facts one by one, in the order in which they were first said, as sure as such facts are right; asked at the end,
   * and of a short document once.
   */
  *facts(sure: Sureness): Generator<Fact> {
    for (const fact of (this.#packed ?? this.#facts).values()) yield surely(fact, sure);
  }
}

/**
 * SHA-256 (hex) of document hash, kind and normalised values. Not of rule, version, confidence, evidence nor references
 * to other facts, so that a better rule, or a fact beside it, does not change what a clerk has already decided about.
 */
export function factId(documentHash: string, draft: Draft): string {
  return hash("sha256", `${documentHash}\n${canonical(draft)}`);
}

/** JSON with sorted keys and without provenance and references: two drafts that say the same are one string. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== "object") return printed(value);
  let out = "";
  if (Array.isArray(value)) {
    for (const item of value) out += out === "" ? canonical(item) : `,${canonical(item)}`;
    return `[${out}]`;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name of identityOf(Object.keys(fields)))
    out += `${out === "" ? "" : ","}"${name}":${canonical(fields[name])}`;
  return `{${out}}`;
}

/** The fields that say what a fact says, sorted. Drafts have few shapes: each is sorted once. */
function identityOf(names: readonly string[]): readonly string[] {
  const shape = names.join();
  let sorted = identities.get(shape);
  if (sorted === undefined) {
    sorted = names.filter((name) => !REFERENCES.has(name) && !PROVENANCE.has(name)).sort();
    identities.set(shape, sorted);
  }
  return sorted;
}

const identities = new Map<string, readonly string[]>();

/** As JSON prints it; most values need no escape. */
function printed(value: unknown): string {
  if (typeof value === "string" && !ESCAPED.test(value)) return `"${value}"`;
  return JSON.stringify(value) ?? "null";
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** One draft as a fact. The shapes are the same but for evidence and references, which is what `Drafted` states. */
function finish(origin: Origin, idOf: ReadonlyMap<string, string>, draft: Draft, rule: string): Fact {
  const fact: Record<string, unknown> = { id: idOf.get(draft.key), rule };
  copyInto(fact, origin, idOf, draft as unknown as Readonly<Record<string, unknown>>, "key");
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
  source: Readonly<Record<string, unknown>>,
  without = "",
): void {
  for (const name of Object.keys(source)) {
    if (name === without) continue;
    const value = source[name];
    target[name] = name === "evidence" ? evidenceOf(origin, value) : resolve(origin, idOf, value, REFERENCES.has(name));
  }
}

function resolve(origin: Origin, idOf: ReadonlyMap<string, string>, value: unknown, reference: boolean): unknown {
  if (typeof value === "string") return reference ? referred(idOf, value) : value;
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    const plain = value.every((item) => item === null || (typeof item !== "object" && !reference));
    return plain ? value : value.map((item) => resolve(origin, idOf, item, reference));
  }
  const copy: Record<string, unknown> = {};
  copyInto(copy, origin, idOf, value as Readonly<Record<string, unknown>>);
  return copy;
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

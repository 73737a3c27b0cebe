import { hash } from "node:crypto";
import { annotate } from "./annotate.js";
import { readPage } from "./article.js";
import { Derivation } from "./derive.js";
import { genreOfPage } from "./document/genre.js";
import { secrecyIssues, secrecyMarks } from "./document/secrecy.js";
import { isLong, segmentsOf } from "./document/segments.js";
import { DocumentReading } from "./document-reading.js";
import type { Extraction, Furniture, PrintedMention, Reading, Source } from "./extraction.js";
import { calibrated, type Sureness } from "./facts/confidence.js";
import { printedMentions } from "./facts/printed-mentions.js";
import type { Issue } from "./issue.js";
import type { RawText, Reader } from "./reader.js";
import { readers } from "./readers/index.js";
import { type Repaired, repair as repairText } from "./repair.js";
import { repairs } from "./repairs/index.js";
import { rules } from "./rules/index.js";
import { rawSpan } from "./span.js";
import { engineVersion } from "./version.js";

/**
 * The whole engine: bytes → raw text → repaired text (with the map back) → article → mentions → facts.
 * Pure and deterministic; trouble in the input comes back as issues, nothing is thrown for it. `sure` turns the strength
 * of a fact's evidence into its confidence; only what measures the engine asks for another than the calibrated one.
 * Of a very long document all facts are much; {@link extractionLine} never holds them at once.
 */
export function extract(source: Source, sure: Sureness = calibrated): Reading {
  const { raw, ...about } = readAbout(source);
  const repaired = repairRaw(raw);
  const { head, derivation, issues, mentions, furniture, secrecy } = derived(about, raw, repaired);
  const extraction = { ...head, facts: [...derivation.facts(sure)], issues, ...mentions };
  return new DocumentReading(extraction, repaired, furniture, secrecy);
}

/** A document and what stands in place of its own id, null for that. */
export interface LineSource {
  readonly source: Source;
  readonly id: string | null;
}

/**
 * The extraction as the line of JSON that `shanhai extract --jsonl` prints, in pieces: of a very long document neither all
 * facts nor the line are ever held. Nor are its bytes once they are read, if nobody else keeps what `hand` returns.
 */
export function* extractionLine(hand: () => LineSource): Generator<string> {
  const { head, derivation, issues, mentions, id } = readThrough(hand);
  const [before = "", behind = ""] = JSON.stringify({
    ...head,
    ...(id === null ? {} : { id }),
    facts: [],
    issues,
    ...mentions,
  }).split(NO_FACTS);
  let piece = `${before}${NO_FACTS.slice(0, -1)}`;
  let first = true;
  for (const fact of derivation.facts(calibrated)) {
    piece += `${first ? "" : ","}${JSON.stringify(fact)}`;
    first = false;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}]${behind}`;
}

/** As JSON prints them; inside a text the quotation marks would be escaped. */
const NO_FACTS = '"facts":[]';
/** Characters of a piece of the line. */
const PIECE = 1 << 16;

/** All but what shows the repairs on a page, which holds the text of every step. */
function readThrough(hand: () => LineSource) {
  const { raw, id, ...about } = handedOver(hand);
  const { text, map, damage, issues } = repairRaw(raw);
  return { id, ...derived(about, raw, { text, map, damage, issues }) };
}

/** The bytes are free when this has returned. */
function handedOver(hand: () => LineSource) {
  const { source, id } = hand();
  return { id, ...readAbout(source) };
}

/** What stays of a source when its bytes have been read. */
interface About {
  readonly reader: Reader;
  readonly name: string;
  readonly sha256: string;
  readonly withMentions: boolean;
}

function readAbout(source: Source): About & { readonly raw: RawText } {
  const { reader, raw } = read(source);
  const withMentions = source.mentions === true;
  return { reader, raw, name: source.name, sha256: hash("sha256", source.bytes), withMentions };
}

function derived(
  { reader, name, sha256, withMentions }: About,
  raw: RawText,
  repaired: Pick<Repaired, "text" | "map" | "damage" | "issues">,
) {
  const apart = (raw.furniture ?? []).map(({ start, end, kind }) => ({
    span: repaired.map.toRepaired(rawSpan(start, end)),
    kind,
  }));
  const page = readPage(repaired.text, raw.stated, apart);
  // Before the segments: triggers of the whole text are found once, and not beside all that is known at the end.
  const secrecy = secrecyMarks(repaired.text, repaired.map);
  const origin = { raw: raw.text, map: repaired.map, sha256, parts: raw.parts ?? [] };
  const derivation = new Derivation(origin, rules, isLong(page));
  const printed: PrintedMention[] = [];
  for (const segment of segmentsOf(page)) {
    const annotated = annotate(segment.article);
    derivation.add(annotated, segment.offset);
    if (withMentions) printed.push(...printedMentions(annotated, raw.text, repaired.map, segment.offset));
  }
  const furniture: Furniture[] = page.furniture.map(({ span, kind }) => ({ raw: repaired.map.toRaw(span), kind }));
  const head: Omit<Extraction, "facts" | "issues"> = {
    contract: 1,
    engine: engineVersion,
    id: name.replace(/^.*[/\\]/, "").replace(/(?<=.)\.[^.]*$/, ""),
    title: page.title,
    source: page.source,
    published: page.published,
    genre: genreOfPage(page),
    raw: {
      reader: reader.id,
      version: reader.version,
      encoding: raw.encoding,
      ...(raw.choice === undefined ? {} : { choice: raw.choice }),
      length: raw.text.length,
      sha256,
    },
    damage: repaired.damage.map(({ repair, count }) => ({ repair, count })),
  };
  const issues: readonly Issue[] = [
    ...raw.issues.filter((each) => !isMended(each, repaired.text)),
    ...secrecyIssues(secrecy),
    ...repaired.issues,
    ...derivation.issues,
  ];
  const mentions = withMentions ? { mentions: printed } : {};
  return { head, derivation, issues, mentions, furniture, secrecy };
}

/** Chinese that showed as other letters is Chinese once it is repaired. */
function isMended({ code }: Issue, text: string): boolean {
  return code === "reader/no_chinese" && /\p{Script=Han}/u.test(text);
}

/** Reading and repair alone: what `shanhai repair` prints. */
export function repair(source: Source): Repaired {
  return repairRaw(read(source).raw);
}

/** Where the format says where paragraphs end, none is put together from lines. */
function repairRaw(raw: RawText): Repaired {
  const fitting = raw.wholeLines === true ? repairs.filter(({ id }) => id !== "broken-lines") : repairs;
  return repairText(raw.text, fitting);
}

function read(source: Source) {
  const reader = readers.find((candidate) => candidate.takes(source));
  if (reader === undefined) throw new Error("the last reader takes everything");
  return { reader, raw: reader.read(source) };
}

import { hash } from "node:crypto";
import { annotate } from "./annotate.js";
import { readArticle } from "./article.js";
import { calibrated, type Sureness } from "./confidence.js";
import { Derivation } from "./derive.js";
import type { Furniture, PrintedMention, Reading, Source } from "./extraction.js";
import { genreOf } from "./genre.js";
import type { Issue } from "./issue.js";
import { printedMentions } from "./printed-mentions.js";
import type { RawText } from "./reader.js";
import { readers } from "./readers/index.js";
import { type Repaired, repair as repairText } from "./repair.js";
import { repairs } from "./repairs/index.js";
import { rules } from "./rules/index.js";
import { secrecyIssues, secrecyMarks } from "./secrecy.js";
import { segmentsOf } from "./segments.js";
import { rawSpan } from "./span.js";
import { engineVersion } from "./version.js";

/**
 * The whole engine: bytes → raw text → repaired text (with the map back) → article → mentions → facts.
 * Pure and deterministic; trouble in the input comes back as issues, nothing is thrown for it. `sure` turns the strength
 * of a fact's evidence into its confidence; only what measures the engine asks for another than the calibrated one.
 */
export function extract(source: Source, sure: Sureness = calibrated): Reading {
  const { reader, raw } = read(source);
  const repaired = repairRaw(raw);
  const apart = (raw.furniture ?? []).map(({ start, end, kind }) => ({
    span: repaired.map.toRepaired(rawSpan(start, end)),
    kind,
  }));
  const article = readArticle(repaired.text, raw.stated, apart);
  const sha256 = hash("sha256", source.bytes);
  const origin = { raw: raw.text, map: repaired.map, sha256, parts: raw.parts ?? [] };
  const derivation = new Derivation(origin, rules);
  const mentions: PrintedMention[] = [];
  for (const segment of segmentsOf(article)) {
    const annotated = annotate(segment.article);
    derivation.add(annotated, segment.offset);
    if (source.mentions === true) mentions.push(...printedMentions(annotated, raw.text, repaired.map, segment.offset));
  }
  const furniture: Furniture[] = [...article.furnitureKinds].map(([paragraph, kind]) => ({
    raw: repaired.map.toRaw(paragraph.span),
    kind,
  }));
  const secrecy = secrecyMarks(repaired.text, repaired.map);
  return {
    extraction: {
      contract: 1,
      engine: engineVersion,
      id: source.name.replace(/^.*[/\\]/, "").replace(/(?<=.)\.[^.]*$/, ""),
      title: article.title,
      source: article.source,
      published: article.published,
      genre: genreOf(article),
      raw: {
        reader: reader.id,
        version: reader.version,
        encoding: raw.encoding,
        ...(raw.choice === undefined ? {} : { choice: raw.choice }),
        length: raw.text.length,
        sha256,
      },
      damage: repaired.damage.map(({ repair, count }) => ({ repair, count })),
      facts: derivation.facts(sure),
      issues: [
        ...raw.issues.filter((each) => !isMended(each, repaired.text)),
        ...secrecyIssues(secrecy),
        ...repaired.issues,
        ...derivation.issues,
      ],
      ...(source.mentions === true ? { mentions } : {}),
    },
    raw: raw.text,
    repaired: repaired.text,
    get edits() {
      return repaired.edits;
    },
    furniture,
    secrecy,
  };
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

import type { AnnotatedArticle } from "../annotation.js";
import { genreOf } from "../document/genre.js";
import type { Sides } from "../parties/sides.js";
import type { Speaker, Utterance } from "./speech.js";

/** A speech to those who are sent out, taught or honoured exhorts them; elsewhere what a leader says must be done is promised. */
export function sendsOff({ title }: AnnotatedArticle): boolean {
  return title === null || /欢送|出征|启程|动员|送行|培训|开班|结业|表彰|迎新/.test(title);
}

/** A speech, or the report that somebody gives of his own work (述职报告). */
export function isSpoken(article: AnnotatedArticle): boolean {
  return genreOf(article) === "speech" || /述职|履职报告/.test(article.title ?? "");
}

/** Who holds a speech (讲话): the first person named above its text. */
export function oratorOf(article: AnnotatedArticle, sides: Sides): Speaker | null {
  const body = article.paragraphs.find(({ role, sentences }) => role === "body" && sentences.length > 0);
  const first = article.mentions.find(({ kind }) => kind === "person");
  if (first?.kind !== "person" || first.value.surnameOnly || first.span.start >= (body?.span.end ?? 0)) return null;
  if (
    body !== undefined &&
    first.span.start >= body.span.start &&
    /[。]/.test(article.text.slice(body.span.start, body.span.end))
  )
    return null;
  return { name: first.value.name, side: sides.ofPerson(first.value.name), kind: "person" };
}

/** 刚才，某某同志通报了进展，讲得都很好。 ends with its statement: whoever is named in a speech, the orator speaks on. */
export function wordsOfOrator(utterance: Utterance): Utterance {
  const others = utterance.attributions.length > 0 || utterance.unit.quoted;
  return others || utterance.speaker === null ? utterance : { ...utterance, speaker: null };
}

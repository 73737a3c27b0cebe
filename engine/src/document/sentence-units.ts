import type { AnnotatedArticle, Article, Paragraph } from "../annotation.js";
import type { Stretch } from "../patterns/pattern.js";
import { isPlain } from "../patterns/plain-character.js";
import { type RepairedSpan, repairedSpan } from "../span.js";

/**
 * One statement of the text (句): like a sentence, but speech inside quotation marks is cut at its own full stops, because
 * `“A。B。”他说。` holds two statements and an attribution. Never cut at `；`: 一是…；二是… is one statement.
 */
export interface SentenceUnit extends Stretch {
  readonly span: RepairedSpan;
  /** Index into `article.paragraphs`. */
  readonly paragraph: number;
  readonly role: Paragraph["role"];
  /** True for the first unit of its paragraph. */
  readonly opens: boolean;
  /** It begins inside a quotation, or with its opening mark. */
  readonly quoted: boolean;
  /** Number of the outermost quotation that it begins in (document-wide), else null: units of one speech share it. */
  readonly quotation: number | null;
  /** The quotation that is still open at its end, else null. */
  readonly endsIn: number | null;
}

const OPENING = "“「『";
const CLOSING = "”」』";
const STOPS = "。！？!?";
/** What may follow a full stop and still belong to its statement. */
const TRAILING = `${CLOSING}’）)】`;
/** Roles whose text tells something; titles repeat the body and furniture is not the article. */
const TOLD: ReadonlySet<Paragraph["role"]> = new Set(["body", "caption", "table", "heading"]);

/** Cuts the telling paragraphs into statements, in order. One pass; nesting is a counter, so its depth costs nothing. */
export function sentenceUnits(article: Article): readonly SentenceUnit[] {
  const units: SentenceUnit[] = [];
  let quotations = 0;
  article.paragraphs.forEach((paragraph, index) => {
    if (!TOLD.has(paragraph.role)) return;
    let start = paragraph.span.start;
    let depth = 0;
    let current: number | null = null;
    let opens = true;
    let begun: { quoted: boolean; quotation: number | null } | null = null;
    const opensTerm = (at: number): boolean => termAt(article.text, at, paragraph.span.end);
    const cut = (end: number): void => {
      const span = trimmed(article.text, start, end);
      if (span !== null && begun !== null) {
        const { quoted, quotation } = begun;
        units.push({
          document: article.text,
          start: span.start,
          text: article.text.slice(span.start, span.end),
          span,
          paragraph: index,
          role: paragraph.role,
          opens,
          quoted,
          quotation,
          endsIn: current,
        });
        opens = false;
      }
      start = end;
      begun = null;
    };
    for (let at = paragraph.span.start; at < paragraph.span.end; at++) {
      if (begun !== null && isPlain(article.text.charCodeAt(at))) continue;
      const char = article.text.charAt(at);
      if (OPENING.includes(char)) {
        depth++;
        if (depth === 1) current = quotations++;
      }
      if (begun === null && char.trim() !== "") {
        const speech = depth > 0 && !(depth === 1 && OPENING.includes(char) && opensTerm(at));
        begun = { quoted: speech, quotation: speech ? current : null };
      }
      if (CLOSING.includes(char) && depth > 0 && --depth === 0) current = null;
      if (!STOPS.includes(char) && !(char === "…" && begun?.quoted === true && trailsOff(article.text, at))) continue;
      let end = at + 1;
      while (end < paragraph.span.end && (STOPS + TRAILING).includes(article.text.charAt(end))) {
        if (CLOSING.includes(article.text.charAt(end)) && depth > 0 && --depth === 0) current = null;
        end++;
      }
      cut(end);
      at = end - 1;
    }
    cut(paragraph.span.end);
  });
  return units;
}

/** “欢迎你们……”5月11日，…: a quote that trails off has ended where the tale goes on without a comma. */
function trailsOff(text: string, at: number): boolean {
  return /^…”(?![的地得，,、。；;：:！!？?])/.test(text.slice(at, at + 3));
}

/**
 * A name in quotation marks at the head of a statement (“功夫家嫂”劳务协作站在某县揭牌) is no speech: it is short, closes
 * without a stop or comma inside, and what follows goes on with it.
 */
function termAt(text: string, at: number, end: number): boolean {
  return /^[“「『][^“”「」『』，,。！？!?；;：:]{1,24}[”」』](?![，,。！？!?；;：:\s])./.test(
    text.slice(at, Math.min(end, at + 30)),
  );
}

/** Units, cut once per article however many rules ask. */
export function unitsOf(article: AnnotatedArticle): readonly SentenceUnit[] {
  const known = cutBefore.get(article);
  if (known !== undefined) return known;
  const units = sentenceUnits(article);
  cutBefore.set(article, units);
  return units;
}

const cutBefore = new WeakMap<AnnotatedArticle, readonly SentenceUnit[]>();

function trimmed(text: string, start: number, end: number): RepairedSpan | null {
  while (start < end && text.charAt(start).trim() === "") start++;
  while (end > start && text.charAt(end - 1).trim() === "") end--;
  return end > start ? repairedSpan(start, end) : null;
}

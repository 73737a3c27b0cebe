import type { Paragraph } from "../annotation.js";
import { type RepairedSpan, repairedSpan } from "../span.js";
import type { Line } from "./article-head.js";
import { sentencesOf } from "./sentences.js";

type Role = Paragraph["role"];

/** A line as its place: a very long document has a hundred thousand of them, whose texts need not all be there at once. */
export class PageLine implements Line {
  constructor(
    readonly document: string,
    readonly start: number,
    readonly end: number,
  ) {}

  /** With its text, which is cut out of the document's once. */
  read(): Line {
    const { document, start, span, text } = this;
    return { document, start, span, text };
  }

  get text(): string {
    return this.document.slice(this.start, this.end);
  }

  get span(): RepairedSpan {
    return repairedSpan(this.start, this.end);
  }
}

/** The lines that are not blank, without the space around them. */
export function linesOf(text: string): readonly PageLine[] {
  const lines: PageLine[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const whole = match[0];
    const trimmed = whole.trim();
    if (trimmed === "") continue;
    const start = match.index + (whole.length - whole.trimStart().length);
    lines.push(new PageLine(text, start, start + trimmed.length));
  }
  return lines;
}

/** The paragraphs of a page, one for each line; kept as places, and made, with their sentences, as they are read. */
export class Paragraphs implements Iterable<Paragraph> {
  readonly #text: string;
  /** Start and end of each. */
  readonly #places: Int32Array;
  readonly #roles: readonly Role[];

  constructor(text: string, lines: readonly PageLine[], roles: readonly Role[]) {
    this.#text = text;
    this.#places = new Int32Array(lines.length * 2);
    for (const [at, { start, end }] of lines.entries()) {
      this.#places[at * 2] = start;
      this.#places[at * 2 + 1] = end;
    }
    this.#roles = roles;
  }

  /** The text of the first paragraph of a role, empty for none. */
  first(role: Role): string {
    const at = this.#roles.indexOf(role);
    return at < 0 ? "" : this.#text.slice(this.#places[at * 2], this.#places[at * 2 + 1]);
  }

  *[Symbol.iterator](): Generator<Paragraph> {
    for (const [at, role] of this.#roles.entries()) {
      const span = repairedSpan(this.#places[at * 2] ?? 0, this.#places[at * 2 + 1] ?? 0);
      const hasSentences = role === "body" || role === "caption" || role === "heading" || role === "table";
      yield { span, role, sentences: hasSentences ? sentencesOf(this.#text, span) : [] };
    }
  }
}

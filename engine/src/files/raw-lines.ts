import type { RawPart, RawText } from "../reader.js";
import { readingLimits } from "./reading-limits.js";

/** Where a line belongs: the part of the file, and what kind of furniture it is when it is set apart. */
export interface LinePlace {
  readonly part?: string;
  readonly furniture?: string;
}

/**
 * Gathers the raw text that a reader makes, line by line, with the part each stretch comes from and what is set apart.
 * Blank lines are left out, a cell's or line's own line ends become spaces, and characters that no text can hold (NUL,
 * halves of surrogate pairs) become �. Beyond the limit of characters nothing is added, and `full` says so.
 */
export class RawLines {
  readonly #lines: string[] = [];
  readonly #parts: RawPart[] = [];
  readonly #furniture: { start: number; end: number; kind: string }[] = [];
  #length = 0;
  full = false;

  /** A line of its own. */
  line(text: string, place: LinePlace = {}): void {
    this.pieces([{ text, ...(place.part === undefined ? {} : { part: place.part }) }], "", place.furniture);
  }

  /** A table row: its cells joined by tabs, each a part of its own. Empty cells keep their place. */
  row(cells: readonly { readonly text: string; readonly part?: string }[], furniture?: string): void {
    this.pieces(cells, "\t", furniture);
  }

  /** A line made of pieces from different parts: a paragraph that runs over a page. */
  pieces(
    pieces: readonly { readonly text: string; readonly part?: string }[],
    between: string,
    furniture?: string,
  ): void {
    const clean = pieces.map(({ text, part }) => ({ text: cleaned(text), part }));
    if (clean.every(({ text }) => text === "")) return;
    const start = this.#length + (this.#lines.length === 0 ? 0 : 1);
    if (start + clean.reduce((sum, { text }) => sum + text.length + 1, 0) > readingLimits.characters) {
      this.full = true;
      return;
    }
    let at = start;
    for (const [index, { text, part }] of clean.entries()) {
      if (index > 0) at += between.length;
      if (part !== undefined && text !== "") this.#part(at, at + text.length, part);
      at += text.length;
    }
    this.#lines.push(clean.map(({ text }) => text).join(between));
    if (furniture !== undefined) this.#furniture.push({ start, end: at, kind: furniture });
    this.#length = at;
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  finish(): Required<Pick<RawText, "text" | "parts" | "furniture" | "wholeLines">> {
    return {
      wholeLines: true,
      text: this.#lines.join("\n"),
      parts: this.#parts,
      furniture: this.#furniture,
    };
  }

  /** Stretches of one part that follow each other are one. */
  #part(start: number, end: number, part: string): void {
    const last = this.#parts.at(-1);
    if (last !== undefined && last.part === part && start - last.end <= 1)
      this.#parts[this.#parts.length - 1] = { ...last, end };
    else this.#parts.push({ start, end, part });
  }
}

function cleaned(text: string): string {
  const flat = text.replace(/[\r\n\t\v\f\u2028\u2029]+/g, " ").trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that a text must not hold
  return /[\u0000-\u001f]|\p{Cs}/u.test(flat) ? flat.replace(/[\u0000-\u001f]|\p{Cs}/gu, "\ufffd") : flat;
}

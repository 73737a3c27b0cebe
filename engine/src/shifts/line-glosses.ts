import { isHan } from "../patterns/plain-character.js";
import { pinyinLetters } from "./readings.js";

const gloss = new RegExp(`^[(（]?(${pinyinLetters})\\s?[)）]`, "u");

/** The glosses of a line, with their opening bracket or without: asked once a place, however many readings pass there. */
export class LineGlosses {
  readonly #known: (RegExpExecArray | null | undefined)[] = [];

  constructor(readonly line: string) {}

  at(index: number): RegExpExecArray | null {
    // It begins with a letter or a bracket; most of a line is neither.
    if (isHan(this.line.charCodeAt(index))) return null;
    let found = this.#known[index];
    if (found === undefined) {
      found = gloss.exec(this.line.slice(index, index + 10));
      this.#known[index] = found;
    }
    return found;
  }
}

import { pinyinLetters } from "./readings.js";
import { isHan } from "./word-lattice.js";

const gloss = new RegExp(`^[(（]?(${pinyinLetters})\\s?[)）]`, "u");

/** The glosses of a line, with their opening bracket or without: asked once a place, however many readings pass there. */
export class LineGlosses {
  readonly #known = new Map<number, RegExpExecArray | null>();

  constructor(readonly line: string) {}

  at(index: number): RegExpExecArray | null {
    let found = this.#known.get(index);
    if (found === undefined) {
      // It begins with a letter or a bracket; most of a line is neither.
      found = isHan(this.line.charCodeAt(index)) ? null : gloss.exec(this.line.slice(index, index + 10));
      this.#known.set(index, found);
    }
    return found;
  }
}

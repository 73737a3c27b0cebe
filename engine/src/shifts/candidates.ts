import { isHan } from "../patterns/plain-character.js";
import { scriptTable } from "../text/simplified-characters.js";
import { repairModel } from "./repair-model.js";

const unknownHanCost = 17.5;
/** A character that costs more than this alone is mostly part of a word: standing alone costs it as much again as it is above. */
const aloneFrom = 7;

/** What a Chinese character costs as a word of its own, of which it costs `single` in running text. */
export function aloneCost(single: number): number {
  return Math.min(unknownHanCost, single + Math.max(0, single - aloneFrom));
}

/** Most that a name's beginning may cost to be thought of: with a character that no word has it is as unlikely. */
export const unlikelyName = unknownHanCost;

/**
 * Characters of which one is to be chosen, with what is asked of each: all lie side by side, as they are tried behind
 * hundreds of readings at a damaged place.
 */
export class Candidates {
  readonly units: Uint16Array;
  /** Their Simplified forms. */
  readonly plain: Uint16Array;
  /** The form's id, 0 for one that no word has; cost as a word of its own, -1 for what is no Chinese character; in a given name. */
  readonly ids: Uint16Array;
  readonly alone: Float64Array;
  readonly given: Float64Array;
  /** As {@link scriptTable} counts them. */
  readonly script: Uint8Array;
  /** Places of those that are no Chinese characters. */
  readonly markPlaces: readonly number[];
  /** What the likeliest of the others from a place on costs as a word of its own. */
  readonly least: Float64Array;

  constructor(readonly characters: string) {
    const { simplified, script } = scriptTable();
    const model = repairModel();
    const { length } = characters;
    this.units = new Uint16Array(length);
    this.plain = new Uint16Array(length);
    this.ids = new Uint16Array(length);
    this.alone = new Float64Array(length);
    this.given = new Float64Array(length);
    this.script = new Uint8Array(length);
    for (let at = 0; at < length; at++) {
      const unit = characters.charCodeAt(at);
      const plain = simplified[unit] ?? unit;
      this.units[at] = unit;
      this.plain[at] = plain;
      this.script[at] = script[unit] ?? 0;
      this.alone[at] = isHan(plain) ? aloneCost(model.single(plain)) : -1;
      this.ids[at] = isHan(plain) ? model.id(plain) : 0;
      this.given[at] = isHan(plain) ? model.given(plain) : 0;
    }
    this.markPlaces = [...this.alone.keys()].filter((at) => (this.alone[at] ?? 0) < 0);
    this.least = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
    for (let at = length - 1; at >= 0; at--) {
      const own = this.alone[at] ?? 0;
      const behind = this.least[at + 1] ?? 0;
      this.least[at] = own < 0 ? behind : Math.min(own, behind);
    }
  }

  get length(): number {
    return this.units.length;
  }

  /** Those that are no Chinese characters. */
  get marks(): string {
    return this.#split().marks;
  }

  /** The others. */
  get han(): Candidates {
    return this.#split().han;
  }

  #parts: { readonly marks: string; readonly han: Candidates } | undefined;

  #split(): { readonly marks: string; readonly han: Candidates } {
    if (this.#parts === undefined) {
      const of = (isMark: boolean) =>
        [...this.characters].filter((_, at) => (this.alone[at] ?? 0) < 0 === isMark).join("");
      this.#parts = { marks: of(true), han: new Candidates(of(false)) };
    }
    return this.#parts;
  }
}

/** A list that is asked for by a byte, made at the first question. */
export function candidatesBy(make: (byte: number) => string): (byte: number) => Candidates {
  const made: (Candidates | undefined)[] = [];
  return (byte) => {
    let found = made[byte];
    if (found === undefined) {
      found = new Candidates(make(byte));
      made[byte] = found;
    }
    return found;
  };
}

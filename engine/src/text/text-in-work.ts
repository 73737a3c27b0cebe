import { textOfUnits, unitsOf } from "./text-units.js";

/** A text that repairs go on changing: as a string or as its code units, each made of the other when it is asked for. */
export class TextInWork {
  #text: string | null;
  #units: Uint16Array<ArrayBuffer> | null = null;
  #size: number;

  constructor(text: string) {
    this.#text = text;
    this.#size = text.length;
  }

  get size(): number {
    return this.#size;
  }

  get text(): string {
    this.#text ??= textOfUnits(this.units, this.#size);
    return this.#text;
  }

  /** Code units, from the first on; behind the text stands anything. Of one text in work at a time. */
  get units(): Uint16Array<ArrayBuffer> {
    this.#units ??= unitsOf(this.text);
    return this.#units;
  }

  /** Puts another text in its place. */
  become(text: string): void {
    this.#text = text;
    this.#units = null;
    this.#size = text.length;
  }

  /** Takes out stretches, given by starts and ends in turn. */
  remove(stretches: Int32Array): void {
    const { units } = this;
    let to = stretches[0] ?? this.#size;
    for (let at = 0; at < stretches.length; at += 2) {
      const next = stretches[at + 2] ?? this.#size;
      for (let from = stretches[at + 1] ?? 0; from < next; from++) units[to++] = units[from] ?? 0;
    }
    this.#text = null;
    this.#size = to;
  }
}

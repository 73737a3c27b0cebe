const words = ["同志", "的", "由", "科", "岁的", "是", "·", "•"] as const;

/** The words that readers of names look for. */
export type Sought = (typeof words)[number];

/**
 * Where a word stands next in a text. Asked with rising places, the text is searched once per word, however many items
 * and paragraphs ask; a reader that asks 同志 of every item costs nothing where nobody is called so.
 */
export class NextPlace {
  readonly #from = new Int32Array(words.length).fill(-1);
  readonly #next = new Int32Array(words.length).fill(-1);

  constructor(readonly text: string) {}

  /** The first place of the word at or behind `from`; the text's length where there is none. */
  of(word: Sought, from: number): number {
    const at = words.indexOf(word);
    const known = this.#next[at] ?? -1;
    if (known >= from && (this.#from[at] ?? 0) <= from) return known;
    const found = this.text.indexOf(word, from);
    const next = found < 0 ? this.text.length : found;
    this.#next[at] = next;
    this.#from[at] = from;
    return next;
  }

  /** A dot of names written by sound stands in a stretch. */
  dotWithin(from: number, to: number): boolean {
    return this.of("·", from) < to || this.of("•", from) < to;
  }
}

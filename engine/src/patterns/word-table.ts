/**
 * Words in a text, looked up without making strings: an open hash table over places in a source text. One name may belong
 * to many rows. Names are two to `longest` characters long.
 */
export class WordTable {
  /** Longest name that is kept. */
  static readonly longest = 24;
  /** Per slot: start and length of the name in the source, and its first entry; start -1 for an empty slot. */
  readonly #starts: Int32Array;
  readonly #lengths: Uint8Array;
  readonly #heads: Int32Array;
  readonly #mask: number;
  /** Entries: value and the next entry of the same name, -1 at the end. */
  #values: Int32Array;
  #nexts: Int32Array;
  #entries = 0;
  /** Length of the word that longestEntry found last. */
  lastLength = 0;
  /** Bit set of lengths by a hash of the first two characters: most places of a text are passed by it alone. */
  readonly #begins: Int32Array;
  /** One byte per character: 1 where a word begins with it. */
  readonly first: Uint8Array;
  readonly #prefixes = new Int32Array(WordTable.longest + 1);

  /** Empty with room for so many entries, or with the columns of a table of the same source. */
  constructor(
    readonly source: string,
    content: number | WordColumns,
  ) {
    const columns = typeof content === "number" ? emptyColumns(content) : content;
    this.#starts = columns.starts;
    this.#lengths = columns.lengths;
    this.#heads = columns.heads;
    this.#values = columns.values;
    this.#nexts = columns.nexts;
    this.#begins = columns.begins;
    this.first = columns.first;
    this.#mask = columns.starts.length - 1;
  }

  /** What a table of the same source is made of again; nothing can be added to that one. */
  columns(): WordColumns {
    return {
      starts: this.#starts,
      lengths: this.#lengths,
      heads: this.#heads,
      values: this.#values.slice(0, this.#entries),
      nexts: this.#nexts.slice(0, this.#entries),
      begins: this.#begins,
      first: this.first,
    };
  }

  /** A table of words whose values are their places in the list. */
  static of(words: readonly string[]): WordTable {
    const table = new WordTable(words.join(""), words.length);
    let at = 0;
    words.forEach((word, index) => {
      table.add(at, word.length, index);
      at += word.length;
    });
    return table;
  }

  /** Adds a value to the name that stands at a place of the source; values of a name keep their order. */
  add(start: number, length: number, value: number): void {
    if (length < 2 || length > WordTable.longest) return;
    const { source } = this;
    let hash = 0;
    for (let i = start; i < start + length; i++) hash = (Math.imul(hash, 31) + source.charCodeAt(i)) | 0;
    let slot = mix(hash) & this.#mask;
    while ((this.#starts[slot] ?? -1) >= 0) {
      if (this.#lengths[slot] === length && this.#same(source, start, this.#starts[slot] ?? 0, length)) break;
      slot = (slot + 1) & this.#mask;
    }
    if (this.#entries === this.#values.length) this.#grow();
    const entry = this.#entries++;
    this.#values[entry] = value;
    this.#nexts[entry] = -1;
    if (this.#starts[slot] === -1) {
      this.#starts[slot] = start;
      this.#lengths[slot] = length;
      this.#heads[slot] = entry;
      const pair = pairOf(source.charCodeAt(start), source.charCodeAt(start + 1));
      this.#begins[pair] = (this.#begins[pair] ?? 0) | (1 << length);
      this.first[source.charCodeAt(start)] = 1;
      return;
    }
    let last = this.#heads[slot] ?? 0;
    while ((this.#nexts[last] ?? -1) >= 0) last = this.#nexts[last] ?? 0;
    this.#nexts[last] = entry;
  }

  /** First entry of the name `text[start, start + length)`, -1 where there is none. */
  find(text: string, start: number, length: number): number {
    if (length < 2 || (this.lengthsAt(text, start) & (1 << length)) === 0) return -1;
    let hash = 0;
    for (let i = start; i < start + length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    return this.#lookup(text, start, length, hash);
  }

  /** Lengths of names that may begin at a place, as a bit set: bit n for length n. Zero for most places. */
  lengthsAt(text: string, start: number): number {
    const first = text.charCodeAt(start);
    if (this.first[first] !== 1) return 0;
    return this.#begins[pairOf(first, text.charCodeAt(start + 1))] ?? 0;
  }

  /**
   * The longest name at a place that `fits`, as [length, first entry]; null where there is none. `lengths` is what
   * lengthsAt said.
   */
  longestAt(text: string, start: number, lengths: number, fits: (end: number) => boolean): [number, number] | null {
    const top = this.#hashPrefixes(text, start, lengths, text.length);
    const prefixes = this.#prefixes;
    for (let length = top; length >= 2; length--) {
      if ((lengths & (1 << length)) === 0) continue;
      const entry = this.#lookup(text, start, length, prefixes[length] ?? 0);
      if (entry >= 0 && fits(start + length)) return [length, entry];
    }
    return null;
  }

  /** Hashes all beginnings at a place, up to the longest of `lengths` that ends by `to`, whose length it gives. */
  #hashPrefixes(text: string, start: number, lengths: number, to: number): number {
    const prefixes = this.#prefixes;
    const top = Math.min(31 - Math.clz32(lengths), to - start);
    let hash = 0;
    for (let length = 1; length <= top; length++) {
      hash = (Math.imul(hash, 31) + text.charCodeAt(start + length - 1)) | 0;
      prefixes[length] = hash;
    }
    return top;
  }

  /** Length of the longest word at a place that ends by `to`; 0 where there is none. */
  longest(text: string, start: number, to = text.length): number {
    const entry = this.longestEntry(text, start, to);
    return entry < 0 ? 0 : this.lastLength;
  }

  /** First entry of the longest word at a place that ends by `to`, -1 where there is none; its length is `lastLength`. */
  longestEntry(text: string, start: number, to: number): number {
    const lengths = this.lengthsAt(text, start);
    if (lengths === 0) return -1;
    const top = this.#hashPrefixes(text, start, lengths, to);
    const prefixes = this.#prefixes;
    for (let length = top; length >= 2; length--) {
      if ((lengths & (1 << length)) === 0) continue;
      const entry = this.#lookup(text, start, length, prefixes[length] ?? 0);
      if (entry < 0) continue;
      this.lastLength = length;
      return entry;
    }
    return -1;
  }

  has(word: string): boolean {
    return this.find(word, 0, word.length) >= 0;
  }

  value(entry: number): number {
    return this.#values[entry] ?? 0;
  }

  next(entry: number): number {
    return this.#nexts[entry] ?? -1;
  }

  #lookup(text: string, start: number, length: number, hash: number): number {
    let slot = mix(hash) & this.#mask;
    while ((this.#starts[slot] ?? -1) >= 0) {
      if (this.#lengths[slot] === length && this.#same(text, start, this.#starts[slot] ?? 0, length))
        return this.#heads[slot] ?? -1;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  #same(text: string, start: number, own: number, length: number): boolean {
    for (let i = 0; i < length; i++) if (text.charCodeAt(start + i) !== this.source.charCodeAt(own + i)) return false;
    return true;
  }

  #grow(): void {
    const values = new Int32Array(this.#values.length * 2);
    const nexts = new Int32Array(values.length);
    values.set(this.#values);
    nexts.set(this.#nexts);
    [this.#values, this.#nexts] = [values, nexts];
  }
}

/** The inside of a table: see {@link WordTable.columns}. */
export type WordColumns = Readonly<
  Record<"starts" | "heads" | "values" | "nexts" | "begins", Int32Array> & Record<"lengths" | "first", Uint8Array>
>;

function emptyColumns(capacity: number): WordColumns {
  let size = 1024;
  while (size < capacity * 2) size *= 2;
  return {
    starts: new Int32Array(size).fill(-1),
    lengths: new Uint8Array(size),
    heads: new Int32Array(size),
    values: new Int32Array(capacity + 16),
    nexts: new Int32Array(capacity + 16),
    begins: new Int32Array(0x8000),
    first: new Uint8Array(0x10000),
  };
}

const mix = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 4;
const pairOf = (a: number, b: number): number => (Math.imul(a, 0x9e35) ^ b) & 0x7fff;

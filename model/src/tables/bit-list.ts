const PAGE = 1 << 16;

/** A set of row numbers, one bit each: of a million rows 128 KB. */
export class BitList {
  readonly #pages: Uint8Array[];
  #size: number;

  constructor(pages: readonly Uint8Array[] = [], size = 0) {
    this.#pages = [...pages];
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  /** As plain data, to pass between threads. */
  get packed(): { readonly pages: readonly Uint8Array[]; readonly size: number } {
    return { pages: this.#pages, size: this.#size };
  }

  add(at: number): void {
    const page = Math.floor(at / PAGE);
    while (this.#pages.length <= page) this.#pages.push(new Uint8Array(PAGE / 8));
    const bits = this.#pages[page];
    const byte = (at % PAGE) >> 3;
    const bit = 1 << (at & 7);
    if (bits === undefined || ((bits[byte] ?? 0) & bit) !== 0) return;
    bits[byte] = (bits[byte] ?? 0) | bit;
    this.#size += 1;
  }

  has(at: number): boolean {
    const bits = this.#pages[Math.floor(at / PAGE)];
    return bits !== undefined && ((bits[(at % PAGE) >> 3] ?? 0) & (1 << (at & 7))) !== 0;
  }
}

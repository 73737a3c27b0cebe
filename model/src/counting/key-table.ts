/** No row has this number. */
export const NONE = 0xffffffff;

/** 64 bits of a text, well mixed (cyrb53 with all its bits kept). */
export function textBits(text: string): readonly [number, number] {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [one >>> 0, two >>> 0];
}

/** Rows by 64-bit keys in open addressing; with up to two numbers each. */
export class KeyTable {
  #high = new Uint32Array(1 << 12);
  #low = new Uint32Array(1 << 12);
  #row = new Uint32Array(1 << 12).fill(NONE);
  first: Float32Array;
  second: Uint32Array;
  #count = 0;

  constructor(private readonly numbers: 0 | 2) {
    this.first = new Float32Array(numbers === 0 ? 0 : 1 << 12);
    this.second = new Uint32Array(numbers === 0 ? 0 : 1 << 12);
  }

  /** False where the key was taken before. */
  take(high: number, low: number, row: number): boolean {
    const slot = this.slotOf(high, low);
    if (this.#row[slot] !== NONE) return false;
    this.put(slot, high, low, row, 0, 0);
    return true;
  }

  has(high: number, low: number): boolean {
    return this.#row[this.slotOf(high, low)] !== NONE;
  }

  rowIn(slot: number): number {
    return this.#row[slot] ?? NONE;
  }

  slotOf(high: number, low: number): number {
    const size = this.#row.length;
    let slot = ((high ^ Math.imul(low, 0x9e3779b1)) >>> 0) % size;
    while (this.#row[slot] !== NONE && (this.#high[slot] !== high || this.#low[slot] !== low)) slot = (slot + 1) % size;
    return slot;
  }

  put(slot: number, high: number, low: number, row: number, first: number, second: number): void {
    const fresh = this.#row[slot] === NONE;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#row[slot] = row;
    if (this.numbers === 2) {
      this.first[slot] = first;
      this.second[slot] = second;
    }
    if (!fresh) return;
    this.#count += 1;
    if (this.#count > this.#row.length * 0.8) this.#grow();
  }

  *rows(): Generator<number> {
    for (const row of this.#row) if (row !== NONE) yield row;
  }

  #grow(): void {
    const [high, low, row, first, second] = [this.#high, this.#low, this.#row, this.first, this.second];
    const size = Math.ceil(row.length * 1.6) | 1;
    this.#high = new Uint32Array(size);
    this.#low = new Uint32Array(size);
    this.#row = new Uint32Array(size).fill(NONE);
    if (this.numbers === 2) {
      this.first = new Float32Array(size);
      this.second = new Uint32Array(size);
    }
    for (let at = 0; at < row.length; at += 1) {
      if (row[at] === NONE) continue;
      const slot = this.slotOf(high[at] ?? 0, low[at] ?? 0);
      this.#high[slot] = high[at] ?? 0;
      this.#low[slot] = low[at] ?? 0;
      this.#row[slot] = row[at] ?? NONE;
      if (this.numbers === 2) {
        this.first[slot] = first[at] ?? 0;
        this.second[slot] = second[at] ?? 0;
      }
    }
  }
}

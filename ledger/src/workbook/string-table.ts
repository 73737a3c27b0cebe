import { tooFull } from "./zip-parts.js";

const blockSize = 1 << 22;
const perPage = 1 << 15;
const cached = 1 << 13;

/**
 * The different texts of a workbook (shared strings) as UTF-8 in large blocks: a labour roster has three million of
 * them, which as strings of the language would need gigabytes. Found by number in any order; what is asked for often
 * is kept ready.
 */
export class StringTable {
  readonly #blocks: Buffer[] = [];
  /** Where each text begins: block × blockSize + offset, in pages, so that growing copies nothing. */
  readonly #starts: Uint32Array[] = [];
  readonly #limit: number;
  readonly #ready: (string | undefined)[] = new Array(cached);
  readonly #readyFor = new Int32Array(cached).fill(-1);
  readonly #struck = new Set<number>();
  #used = blockSize;
  #bytes = 0;
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get count(): number {
    return this.#count;
  }

  add(text: string, struck = false): void {
    const size = Buffer.byteLength(text);
    this.#bytes += size;
    if (this.#bytes > this.#limit) throw tooFull("文字总量", "amount of text", `${Math.round(this.#limit / 1e6)} MB`);
    if (this.#used + size > blockSize) {
      this.#blocks.push(Buffer.allocUnsafeSlow(Math.max(blockSize, size)));
      this.#used = 0;
    }
    const block = this.#blocks.length - 1;
    this.#blocks[block]?.write(text, this.#used);
    const page = Math.floor(this.#count / perPage);
    let starts = this.#starts[page];
    if (starts === undefined) {
      starts = new Uint32Array(perPage * 2);
      this.#starts.push(starts);
    }
    const at = (this.#count % perPage) * 2;
    starts[at] = block * blockSize + this.#used;
    starts[at + 1] = size;
    if (struck) this.#struck.add(this.#count);
    this.#used += size;
    this.#count++;
  }

  /** The text of this number; empty for a number that the table does not have. */
  get(index: number): string {
    const slot = index & (cached - 1);
    if (this.#readyFor[slot] === index) return this.#ready[slot] ?? "";
    const starts = this.#starts[Math.floor(index / perPage)];
    if (starts === undefined || !(index >= 0 && index < this.#count)) return "";
    const start = starts[(index % perPage) * 2] ?? 0;
    const size = starts[(index % perPage) * 2 + 1] ?? 0;
    const block = this.#blocks[Math.floor(start / blockSize)];
    const offset = start % blockSize;
    const text = block === undefined ? "" : block.toString("utf8", offset, offset + size);
    this.#ready[slot] = text;
    this.#readyFor[slot] = index;
    return text;
  }

  struck(index: number): boolean {
    return this.#struck.has(index);
  }
}

/** The answer of a thread to a batch: pieces of bytes, read in their order while more may be on their way. */
export class ThreadAnswer implements AsyncIterable<Uint8Array> {
  readonly #waiting: Uint8Array[] = [];
  #done = false;
  #error: unknown = null;
  #wake: (() => void) | null = null;
  /** Pieces that came so far. */
  count = 0;

  add(piece: Uint8Array): void {
    this.count++;
    this.#waiting.push(piece);
    this.#wake?.();
  }

  end(): void {
    this.#done = true;
    this.#wake?.();
  }

  /** What was begun cannot be ended: its reader is told. */
  fail(error: unknown): void {
    this.#error = error;
    this.end();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      const piece = this.#waiting.shift();
      if (piece !== undefined) yield piece;
      else if (!this.#done) await new Promise<void>((resolve) => (this.#wake = resolve));
      else if (this.#error !== null) throw this.#error;
      else return;
    }
  }
}

/** The answer of a thread to a batch: pieces of bytes, read in their order while more may be on their way. */
export class ThreadAnswer implements AsyncIterable<Uint8Array> {
  readonly #waiting: { readonly bytes: Uint8Array; readonly used: () => void }[] = [];
  #done = false;
  #error: unknown = null;
  #wake: (() => void) | null = null;
  /** Pieces that came so far, and those whose reader is not done with them. */
  count = 0;
  unread = 0;

  /** `used` is told when the reader asks for what follows. */
  add(bytes: Uint8Array, used = () => {}): void {
    this.count++;
    this.unread++;
    this.#waiting.push({ bytes, used });
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
      if (piece !== undefined) {
        yield piece.bytes;
        this.unread--;
        piece.used();
      } else if (!this.#done) await new Promise<void>((resolve) => (this.#wake = resolve));
      else if (this.#error !== null) throw this.#error;
      else return;
    }
  }
}

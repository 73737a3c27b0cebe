/** Pieces on their way: one that is written while the next one is made. */
const MOST = 2;
/** Bytes of a piece's memory: those of a text that answer-lines.ts takes for one. Only what is written to takes room. */
const PIECE = 1_500_000;

/**
 * The memory of the pieces of an answer, which go to the thread that writes them and come back. That one seldom looks for
 * garbage, and would hold all that it has written; and a reader that is slow holds back the thread that makes them.
 */
export class PieceMemory {
  readonly #free: ArrayBuffer[] = [];
  #underWay = 0;
  #wake: (() => void) | null = null;

  /** Until one more piece may be on its way. */
  async room(): Promise<void> {
    while (this.#underWay >= MOST) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  /** The bytes of a text, in memory that is given away. */
  encoded(text: string): Uint8Array<ArrayBuffer> {
    this.#underWay++;
    if (text.length * 3 > PIECE) return new Uint8Array(Buffer.from(text, "utf8"));
    const memory = this.#free.pop() ?? Buffer.allocUnsafeSlow(PIECE).buffer;
    return new Uint8Array(memory, 0, Buffer.from(memory).write(text, "utf8"));
  }

  giveBack(memory: ArrayBuffer): void {
    this.#underWay--;
    if (memory.byteLength === PIECE) this.#free.push(memory);
    this.#wake?.();
  }
}

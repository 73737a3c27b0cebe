import { KeyTable, textBits } from "@shanhai/model";

/**
 * Whose rows of a roll went by before the batch that is being made: persons with a second job are counted anew, all others
 * need no look at what stands. Kept as 64 bits each: where two have the same, one is said to be there that is not, which costs
 * a look and changes nothing.
 */
export class MetSubjects {
  readonly #batches = new KeyTable(0);
  #batch = 0;
  #again = new Set<string>();

  add(subject: string): void {
    const [high, low] = textBits(subject);
    if (this.#batches.take(high, low, this.#batch)) return;
    if (this.#batches.rowIn(this.#batches.slotOf(high, low)) !== this.#batch) this.#again.add(subject);
  }

  /** The subjects of this batch that batches before it, or rows before the first one, are about too; then the next one begins. */
  end(): readonly string[] {
    const again = [...this.#again];
    this.#again = new Set();
    this.#batch += 1;
    return again;
  }
}

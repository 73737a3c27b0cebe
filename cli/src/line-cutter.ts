import type { LineBatch } from "./line-batch.js";
import { LineMemory } from "./line-memory.js";

const NEW_LINE = 0x0a;
/** A longer line is no document of this field: 50 MB as base64. */
const LONGEST_LINE = 70_000_000;

/**
 * Cuts a stream of bytes into batches of whole lines, without decoding them. A line over 70 MB is replaced by an empty
 * object, which its reader refuses in words, so that an endless line cannot fill the memory. Nothing of a chunk is kept:
 * the next one may lie in its memory.
 */
export class LineCutter {
  /** Whole lines that do not fill a batch yet. */
  readonly #whole = new LineMemory(1_000_000);
  /** The line that has not ended. */
  readonly #open = new LineMemory(LONGEST_LINE);
  #line = 1;
  /** Inside a line that is too long: thrown away up to its end. */
  #skipping = false;

  constructor(readonly batchBytes: number) {}

  /** The batches that are full with this chunk. */
  push(chunk: Uint8Array): LineBatch[] {
    let rest = chunk;
    if (this.#skipping) {
      const end = rest.indexOf(NEW_LINE);
      if (end < 0) return [];
      this.#skipping = false;
      this.#whole.add(refused());
      rest = rest.subarray(end + 1);
    }
    const end = rest.indexOf(NEW_LINE) + 1;
    const long = this.#open.size + (end === 0 ? rest.length : end);
    if (long > LONGEST_LINE) {
      this.#open.take();
      this.#skipping = true;
      const batches = this.#cut();
      return end === 0 ? batches : [...batches, ...this.push(rest.subarray(end - 1))];
    }
    if (end === 0) {
      this.#open.add(rest);
      return [];
    }
    const batches: LineBatch[] = [];
    if (this.#open.size > 0) {
      this.#open.add(rest.subarray(0, end));
      rest = rest.subarray(end);
      if (long > this.batchBytes) batches.push(...this.#cut(), this.#alone());
      else this.#whole.add(this.#open.view());
    }
    const last = rest.lastIndexOf(NEW_LINE) + 1;
    this.#whole.add(rest.subarray(0, last));
    if (this.#whole.size >= this.batchBytes) batches.push(...this.#cut());
    this.#open.add(rest.subarray(last));
    return batches;
  }

  /** What is left at the end of the stream, its last line perhaps without an end. */
  end(): LineBatch[] {
    if (this.#skipping) this.#whole.add(refused());
    if (this.#open.size > this.batchBytes) return [...this.#cut(), this.#alone()];
    this.#whole.add(this.#open.view());
    return this.#cut();
  }

  /** The whole lines held in pieces of about a batch each; a line that is longer than one is alone in its own. */
  #cut(): LineBatch[] {
    const bytes = this.#whole.view();
    const batches: LineBatch[] = [];
    for (let at = 0; at < bytes.length; ) {
      const full = Math.min(bytes.length - 1, at + this.batchBytes);
      const end = bytes.indexOf(NEW_LINE, full);
      const begun = bytes.lastIndexOf(NEW_LINE, full - 1) + 1;
      const until = begun > at && end - begun > this.batchBytes ? begun : end < 0 ? bytes.length : end + 1;
      const lines = bytes.subarray(at, until);
      batches.push({ first: this.#line, bytes: new Uint8Array(lines) });
      for (let next = lines.indexOf(NEW_LINE); next >= 0; next = lines.indexOf(NEW_LINE, next + 1)) this.#line++;
      at = until;
    }
    return batches;
  }

  /** The open line, which has ended, by itself and not copied. */
  #alone(): LineBatch {
    return { first: this.#line++, bytes: this.#open.take() };
  }
}

function refused(): Buffer {
  return Buffer.from("{}\n");
}

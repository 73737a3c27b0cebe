import type { LineBatch } from "./answer-lines.js";

const NEW_LINE = 0x0a;
/** A longer line is no document of this field: 50 MB as base64. */
const LONGEST_LINE = 70_000_000;

/**
 * Cuts a stream of bytes into batches of whole lines, without decoding them. A line over 70 MB is replaced by an empty
 * object, which its reader refuses in words, so that an endless line cannot fill the memory.
 */
export class LineCutter {
  #parts: Buffer[] = [];
  #size = 0;
  #line = 1;
  /** Inside a line that is too long: thrown away up to its end. */
  #skipping = false;

  constructor(readonly batchBytes: number) {}

  /** The batches that are full with this chunk. */
  push(chunk: Buffer): LineBatch[] {
    let rest = chunk;
    if (this.#skipping) {
      const end = rest.indexOf(NEW_LINE);
      if (end < 0) return [];
      this.#skipping = false;
      this.#add(Buffer.from("{}\n"));
      rest = rest.subarray(end + 1);
    }
    const last = rest.lastIndexOf(NEW_LINE);
    if (last < 0) {
      this.#add(rest);
      if (this.#size <= LONGEST_LINE) return [];
      const batch = this.#wholeLines();
      this.#parts = [];
      this.#size = 0;
      this.#skipping = true;
      return batch === null ? [] : [batch];
    }
    this.#add(rest.subarray(0, last + 1));
    const full = this.#size >= this.batchBytes;
    const batches: LineBatch[] = full ? this.#cut() : [];
    this.#add(rest.subarray(last + 1));
    return batches;
  }

  /** What is left at the end of the stream, its last line perhaps without an end; null when nothing is. */
  end(): LineBatch | null {
    if (this.#skipping) this.#add(Buffer.from("{}\n"));
    return this.#size === 0 ? null : this.#batch(Buffer.concat(this.#parts));
  }

  #add(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#parts.push(bytes);
    this.#size += bytes.length;
  }

  /** Everything held (whole lines) in pieces of about a batch each; a line that is longer than one is alone in its own. */
  #cut(): LineBatch[] {
    const bytes = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    const batches: LineBatch[] = [];
    for (let at = 0; at < bytes.length; ) {
      const full = Math.min(bytes.length - 1, at + this.batchBytes);
      const end = bytes.indexOf(NEW_LINE, full);
      const begun = bytes.lastIndexOf(NEW_LINE, full - 1) + 1;
      const until = begun > at && end - begun > this.batchBytes ? begun : end < 0 ? bytes.length : end + 1;
      batches.push(this.#batch(bytes.subarray(at, until)));
      at = until;
    }
    return batches;
  }

  /** The whole lines in front of a line that grew too long; null when there are none. */
  #wholeLines(): LineBatch | null {
    const bytes = Buffer.concat(this.#parts);
    const last = bytes.lastIndexOf(NEW_LINE);
    return last < 0 ? null : this.#batch(bytes.subarray(0, last + 1));
  }

  #batch(bytes: Buffer): LineBatch {
    const first = this.#line;
    for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) this.#line += 1;
    // A long line that fills its memory is not copied once more.
    const own = bytes.length === bytes.buffer.byteLength;
    return { first, bytes: own ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes) };
  }
}

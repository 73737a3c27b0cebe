import type { LineBatch } from "./line-batch.js";

const NEW_LINE = 0x0a;
/** A longer line is no document of this field: 50 MB as base64. */
const LONGEST_LINE = 70_000_000;

/**
 * Cuts a stream of bytes into batches of whole lines, without decoding them. A line over 70 MB is replaced by an empty
 * object, which its reader refuses in words, so that an endless line cannot fill the memory. Chunks are taken over.
 */
export class LineCutter {
  /** Whole lines that do not fill a batch yet. */
  readonly #whole = new Held();
  /** The line that has not ended. */
  readonly #open = new Held();
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
      this.#whole.add(refused());
      rest = rest.subarray(end + 1);
    }
    const end = rest.indexOf(NEW_LINE) + 1;
    if (end === 0) {
      this.#open.add(rest);
      if (this.#open.size <= LONGEST_LINE) return [];
      this.#open.take();
      this.#skipping = true;
      return this.#cut();
    }
    const batches: LineBatch[] = [];
    if (this.#open.size + end > this.batchBytes && this.#open.size > 0) {
      this.#open.add(rest.subarray(0, end));
      batches.push(...this.#cut(), this.#alone());
      rest = rest.subarray(end);
    } else for (const part of this.#open.take()) this.#whole.add(part);
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
    for (const part of this.#open.take()) this.#whole.add(part);
    return this.#cut();
  }

  /** The whole lines held in pieces of about a batch each; a line that is longer than one is alone in its own. */
  #cut(): LineBatch[] {
    const bytes = Buffer.concat(this.#whole.take());
    const batches: LineBatch[] = [];
    for (let at = 0; at < bytes.length; ) {
      const full = Math.min(bytes.length - 1, at + this.batchBytes);
      const end = bytes.indexOf(NEW_LINE, full);
      const begun = bytes.lastIndexOf(NEW_LINE, full - 1) + 1;
      const until = begun > at && end - begun > this.batchBytes ? begun : end < 0 ? bytes.length : end + 1;
      const lines = bytes.subarray(at, until);
      batches.push({ first: this.#line, parts: [owned(lines)] });
      for (let next = lines.indexOf(NEW_LINE); next >= 0; next = lines.indexOf(NEW_LINE, next + 1)) this.#line++;
      at = until;
    }
    return batches;
  }

  /** The open line, which has ended, by itself; its parts are not copied. */
  #alone(): LineBatch {
    return { first: this.#line++, parts: this.#open.take().map(owned) };
  }
}

/** Parts of the stream, with their length. */
class Held {
  #parts: Buffer[] = [];
  size = 0;

  add(part: Buffer): void {
    if (part.length === 0) return;
    this.#parts.push(part);
    this.size += part.length;
  }

  take(): Buffer[] {
    const parts = this.#parts;
    this.#parts = [];
    this.size = 0;
    return parts;
  }
}

function refused(): Buffer {
  return Buffer.from("{}\n");
}

/** The bytes in memory of their own, which can be handed to another thread. */
function owned(bytes: Buffer): Uint8Array {
  return bytes.length === bytes.buffer.byteLength ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);
}

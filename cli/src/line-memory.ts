/// <reference lib="es2024.arraybuffer" />

/** Bytes that are asked for at once. */
const STEP = 1 << 20;

/**
 * Bytes of the stream that grow where they lie: what is reserved takes no room before it is written to. A very long line is
 * handed to another thread as it is, and given back to the system as soon as it is read; memory of the usual kind would be
 * copied while it grows, and kept by the process for what comes next.
 */
export class LineMemory {
  #bytes: Uint8Array<ArrayBuffer> | null = null;
  size = 0;

  /** `most`: how many bytes are expected at most; more are copied into a larger one. */
  constructor(readonly most: number) {}

  add(part: Uint8Array): void {
    if (part.length === 0) return;
    const size = this.size + part.length;
    let bytes = this.#bytes ?? reserved(this.most);
    const { buffer } = bytes;
    if (size > buffer.maxByteLength) {
      bytes = reserved(size * 2);
      bytes.buffer.resize(size);
      bytes.set(new Uint8Array(buffer, 0, this.size));
    } else if (size > buffer.byteLength) buffer.resize(Math.min(buffer.maxByteLength, size + STEP));
    bytes.set(part, this.size);
    this.#bytes = bytes;
    this.size = size;
  }

  /** What was added, in memory that nobody else has; nothing is held any more. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes ?? new Uint8Array(0);
    if (bytes.buffer.resizable) bytes.buffer.resize(this.size);
    this.#bytes = null;
    this.size = 0;
    return bytes;
  }

  /** What was added, until something is added again; nothing is held any more. */
  view(): Buffer {
    const { size } = this;
    this.size = 0;
    return this.#bytes === null ? Buffer.alloc(0) : Buffer.from(this.#bytes.buffer, 0, size);
  }
}

/** Gives back the memory of bytes that were {@link LineMemory.take taken}; others are left to the garbage collector. */
export function release({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.resizable) buffer.resize(0);
}

function reserved(most: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new ArrayBuffer(0, { maxByteLength: most }));
}

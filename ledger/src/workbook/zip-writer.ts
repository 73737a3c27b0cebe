import { once } from "node:events";
import { constants, crc32, createDeflateRaw } from "node:zlib";

/** Where a zip goes, piece by piece; waits while the reader is slower. */
export type ByteSink = (bytes: Uint8Array) => void | Promise<void>;

interface WrittenEntry {
  readonly name: Buffer;
  readonly offset: number;
  crc: number;
  packed: number;
  unpacked: number;
}

/** 4 GiB less one: what the plain zip format can count. */
const mostBytes = 0xffff_ffff;
/** Names are UTF-8; sizes stand behind the data, because they are not known before it. */
const flags = 0x0808;
/** 1980-01-01: a file that is made twice from the same rows is the same file. */
const date = 0x0021;

/** Writes a zip package in one pass and constant memory. The same parts give the same bytes. */
export class ZipWriter {
  readonly #sink: ByteSink;
  readonly #entries: WrittenEntry[] = [];
  #offset = 0;

  constructor(sink: ByteSink) {
    this.#sink = sink;
  }

  /** One part, deflated as its pieces come. */
  async add(name: string, pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>): Promise<void> {
    const entry: WrittenEntry = { name: Buffer.from(name), offset: this.#offset, crc: 0, packed: 0, unpacked: 0 };
    this.#entries.push(entry);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(date, 12);
    head.writeUInt16LE(entry.name.length, 26);
    await this.#put(Buffer.concat([head, entry.name]));
    const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED, chunkSize: 1 << 17 });
    const done = this.#drain(deflate, entry);
    // A failure of the sink ends the pipe: it is told by `done`, whoever waits for the other end.
    done.catch(() => deflate.destroy());
    for await (const piece of pieces) {
      const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
      entry.crc = crc32(bytes, entry.crc);
      entry.unpacked += bytes.length;
      if (deflate.destroyed) break;
      if (!deflate.write(bytes)) await Promise.race([once(deflate, "drain"), done]);
    }
    deflate.end();
    await done;
    if (entry.unpacked > mostBytes || this.#offset > mostBytes) throw new RangeError(`zip part over 4 GiB: ${name}`);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(0x08074b50, 0);
    tail.writeUInt32LE(entry.crc, 4);
    tail.writeUInt32LE(entry.packed, 8);
    tail.writeUInt32LE(entry.unpacked, 12);
    await this.#put(tail);
  }

  /** Writes the directory; nothing can be added after it. */
  async end(): Promise<void> {
    const start = this.#offset;
    for (const entry of this.#entries) {
      const line = Buffer.alloc(46);
      line.writeUInt32LE(0x02014b50, 0);
      line.writeUInt16LE(20, 4);
      line.writeUInt16LE(20, 6);
      line.writeUInt16LE(flags, 8);
      line.writeUInt16LE(8, 10);
      line.writeUInt16LE(date, 14);
      line.writeUInt32LE(entry.crc, 16);
      line.writeUInt32LE(entry.packed, 20);
      line.writeUInt32LE(entry.unpacked, 24);
      line.writeUInt16LE(entry.name.length, 28);
      line.writeUInt32LE(entry.offset, 42);
      await this.#put(Buffer.concat([line, entry.name]));
    }
    const last = Buffer.alloc(22);
    last.writeUInt32LE(0x06054b50, 0);
    last.writeUInt16LE(this.#entries.length, 8);
    last.writeUInt16LE(this.#entries.length, 10);
    last.writeUInt32LE(this.#offset - start, 12);
    last.writeUInt32LE(start, 16);
    await this.#put(last);
  }

  async #drain(deflate: AsyncIterable<Buffer>, entry: WrittenEntry): Promise<void> {
    for await (const bytes of deflate) {
      entry.packed += bytes.length;
      await this.#put(bytes);
    }
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#offset += bytes.length;
    await this.#sink(bytes);
  }
}

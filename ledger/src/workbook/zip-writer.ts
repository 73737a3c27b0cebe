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

/** 4 GiB less one: what the plain zip format can count; beyond it the directory counts in 64 bits. */
const mostBytes = 0xffff_ffff;
/** Entries that the plain directory can count. */
const mostEntries = 0xffff;
/** Names are UTF-8; sizes stand behind the data, because they are not known before it. */
const flags = 0x0808;
/** 1980-01-01: a file that is made twice from the same rows is the same file. */
const FIRST_DAY = { year: 1980, month: 1, day: 1 };

/** Pieces of a part as they come: text or bytes. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Writes a zip package in one pass and constant memory, as many parts and as large a whole as one likes; a single part keeps
 * under 4 GiB. The same parts give the same bytes.
 */
export class ZipWriter {
  readonly #sink: ByteSink;
  readonly #entries: WrittenEntry[] = [];
  readonly #date: number;
  #offset = 0;

  /** `day`: what every part is dated. `begin`: bytes that stand before the first part, where a zip follows something else. */
  constructor(
    sink: ByteSink,
    {
      day = FIRST_DAY,
      begin = 0,
    }: {
      readonly day?: { readonly year: number; readonly month: number; readonly day: number };
      readonly begin?: number;
    } = {},
  ) {
    this.#sink = sink;
    this.#date = ((day.year - 1980) << 9) | (day.month << 5) | day.day;
    this.#offset = begin;
  }

  /** One part, deflated as its pieces come. `packed`: it is compressed already (photos, films), and is carried as it is. */
  async add(name: string, pieces: Pieces, packed = false): Promise<void> {
    const entry: WrittenEntry = { name: Buffer.from(name), offset: this.#offset, crc: 0, packed: 0, unpacked: 0 };
    this.#entries.push(entry);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(this.#date, 12);
    head.writeUInt16LE(entry.name.length, 26);
    await this.#put(Buffer.concat([head, entry.name]));
    const deflate = createDeflateRaw({
      level: packed ? constants.Z_NO_COMPRESSION : constants.Z_BEST_SPEED,
      chunkSize: 1 << 17,
    });
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
    if (entry.unpacked > mostBytes || entry.packed > mostBytes) throw new RangeError(`zip part over 4 GiB: ${name}`);
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
    for (const entry of this.#entries) await this.#put(directoryLine(entry, this.#date));
    const [size, count] = [this.#offset - start, this.#entries.length];
    const large = start > mostBytes || size > mostBytes || count > mostEntries;
    if (large) await this.#put(largeEnd(start, size, count));
    const last = Buffer.alloc(22);
    last.writeUInt32LE(0x06054b50, 0);
    last.writeUInt16LE(large ? mostEntries : count, 8);
    last.writeUInt16LE(large ? mostEntries : count, 10);
    last.writeUInt32LE(large ? mostBytes : size, 12);
    last.writeUInt32LE(large ? mostBytes : start, 16);
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

/** One part in the directory; where it begins beyond 4 GiB, the place stands in the field of 64 bits (APPNOTE 4.5.3). */
function directoryLine(entry: WrittenEntry, date: number): Buffer {
  const far = entry.offset > mostBytes;
  const line = Buffer.alloc(46);
  line.writeUInt32LE(0x02014b50, 0);
  line.writeUInt16LE(far ? 45 : 20, 4);
  line.writeUInt16LE(far ? 45 : 20, 6);
  line.writeUInt16LE(flags, 8);
  line.writeUInt16LE(8, 10);
  line.writeUInt16LE(date, 14);
  line.writeUInt32LE(entry.crc, 16);
  line.writeUInt32LE(entry.packed, 20);
  line.writeUInt32LE(entry.unpacked, 24);
  line.writeUInt16LE(entry.name.length, 28);
  line.writeUInt32LE(far ? mostBytes : entry.offset, 42);
  if (!far) return Buffer.concat([line, entry.name]);
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(entry.offset), 4);
  line.writeUInt16LE(extra.length, 30);
  return Buffer.concat([line, entry.name, extra]);
}

/** The end of a directory that the plain one cannot tell, and where it stands (APPNOTE 4.3.14, 4.3.15). */
function largeEnd(start: number, size: number, count: number): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(start + size), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

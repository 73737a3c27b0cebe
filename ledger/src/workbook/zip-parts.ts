import { pipeline, Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from "yauzl";
import { LedgerError } from "../error-codes.js";
import { type PackageSource, packageSource } from "./package-file.js";
import { largestPart, mostEntries, type WorkbookLimits } from "./workbook-limits.js";

const STORED = 0;
const DEFLATED = 8;
const PIECE = 128 << 10;

/**
 * The parts of a zip package (.xlsx, .docx) by name, unpacked as they are read. Names are compared without letter case,
 * leading slash and with \ as /, as careless programs write them. What is unpacked is counted over all parts, whatever
 * the directory says. A broken package is WORKBOOK_DAMAGED, a locked one WORKBOOK_ENCRYPTED.
 */
export class ZipParts {
  readonly #zip: ZipFile;
  readonly #source: PackageSource;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: WorkbookLimits;
  #unpacked = 0;

  private constructor(
    zip: ZipFile,
    source: PackageSource,
    entries: ReadonlyMap<string, Entry>,
    limits: WorkbookLimits,
  ) {
    this.#zip = zip;
    this.#source = source;
    this.#entries = entries;
    this.#limits = limits;
  }

  /** Opens the bytes, or the file at a path. Close it. */
  static async open(from: Uint8Array | string, limits: WorkbookLimits): Promise<ZipParts> {
    const source = await whole(packageSource(from));
    const opening = fromRandomAccessReaderPromise(source.reader, source.size, { autoClose: false });
    opening.catch(() => source.reader.close(() => undefined));
    const zip = await whole(opening);
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) {
        if (entries.size >= mostEntries) throw tooFull("文件个数", "entries", mostEntries);
        const name = plainName(entry.fileName);
        if (!entries.has(name)) entries.set(name, entry);
      }
    } catch (error) {
      zip.close();
      throw error instanceof LedgerError ? error : new LedgerError("WORKBOOK_DAMAGED", {}, { cause: error });
    }
    return new ZipParts(zip, source, entries, limits);
  }

  /** Names of all entries, as they are compared. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(plainName(name));
  }

  entry(name: string): Entry | null {
    return this.#entries.get(plainName(name)) ?? null;
  }

  /** The chunks of a part; nothing for one that is not there. */
  async *chunks(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(plainName(name));
    if (entry === undefined) return;
    if (entry.isEncrypted()) throw new LedgerError("WORKBOOK_ENCRYPTED");
    const stream = await this.#unpacking(entry);
    let size = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length;
        this.#unpacked += chunk.length;
        if (this.#unpacked > this.#limits.unpacked) {
          throw tooFull("展开后的大小", "unpacked size", `${Math.round(this.#limits.unpacked / 1e6)} MB`);
        }
        yield chunk;
      }
      if (size !== entry.uncompressedSize) throw new LedgerError("WORKBOOK_DAMAGED");
    } catch (error) {
      throw error instanceof LedgerError ? error : new LedgerError("WORKBOOK_DAMAGED", {}, { cause: error });
    }
  }

  /** In pieces of 128 KB: of the 16 KB that zlib gives unasked a large sheet has forty thousand. */
  async #unpacking(entry: Entry): Promise<Readable> {
    const { compressionMethod, compressedSize } = entry;
    if (compressionMethod !== DEFLATED && compressionMethod !== STORED) throw new LedgerError("WORKBOOK_DAMAGED");
    const { fileDataStart } = await whole(this.#zip.readLocalFileHeaderPromise(entry, { minimal: true }));
    const packed = Readable.from(this.#source.pieces(fileDataStart, fileDataStart + compressedSize), {
      objectMode: false,
    });
    if (compressionMethod === STORED) return packed;
    // Its errors come out of the last stream.
    return pipeline(packed, createInflateRaw({ chunkSize: PIECE }), () => undefined);
  }

  /** A part's bytes; null for one that is not there. For parts of bounded size: rows are read in chunks. */
  async bytes(name: string): Promise<Buffer | null> {
    if (!this.has(name)) return null;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.chunks(name)) {
      size += chunk.length;
      if (size > largestPart) throw tooFull("单个部分的大小", "size of one part", `${largestPart / 1e6} MB`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  /** A part's text, in the encoding that its byte order mark says; null for one that is not there. */
  async text(name: string): Promise<string | null> {
    const bytes = await this.bytes(name);
    return bytes === null ? null : xmlDecoder(bytes).decode(bytes);
  }

  close(): void {
    this.#zip.close();
  }
}

/** UTF-8 unless a byte order mark says otherwise. */
export function xmlDecoder(start: Uint8Array): InstanceType<typeof TextDecoder> {
  const little = start[0] === 0xff && start[1] === 0xfe;
  const big = start[0] === 0xfe && start[1] === 0xff;
  return new TextDecoder(little ? "utf-16le" : big ? "utf-16be" : "utf-8");
}

/** What one workbook may not become, as a refusal. */
export function tooFull(what: string, whatEn: string, limit: string | number): LedgerError {
  return new LedgerError("WORKBOOK_TOO_FULL", { what, what_en: whatEn, limit });
}

async function whole<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new LedgerError("WORKBOOK_DAMAGED", {}, { cause: error });
  }
}

function plainName(name: string): string {
  return name
    .replaceAll("\\", "/")
    .replace(/^\.?\/+/, "")
    .toLowerCase();
}

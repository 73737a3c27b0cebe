import { type FileHandle, open } from "node:fs/promises";
import { RandomAccessReader } from "yauzl";

/** What is read of a package at a time. */
const PIECE = 64 << 10;

/** The bytes of a package: its directory is read by yauzl, what is packed in it by `pieces`. */
export interface PackageSource {
  readonly size: number;
  readonly reader: RandomAccessReader;
  /** What stands from `start` to before `end`. */
  pieces(start: number, end: number): AsyncGenerator<Buffer>;
}

/**
 * A package as a file. yauzl's own stream of a file ends the process where it is left early while another read of the file is
 * on its way ("reading 'fd'" of null, thrown in a callback that nobody can catch): here a read that nobody waits for comes to
 * its end, and only then is the file closed.
 */
class PackageFile extends RandomAccessReader implements PackageSource {
  readonly #file: FileHandle;

  constructor(
    file: FileHandle,
    readonly size: number,
  ) {
    super();
    this.#file = file;
  }

  get reader(): RandomAccessReader {
    return this;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, read: number) => void,
  ): void {
    this.#file.read(buffer, offset, length, position).then(
      ({ bytesRead }) => callback(null, bytesRead),
      (error: Error) => callback(error, 0),
    );
  }

  override close(callback: (error: Error | null) => void): void {
    this.#file.close().then(() => callback(null), callback);
  }

  async *pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      const length = Math.min(PIECE, end - at);
      const { buffer, bytesRead } = await this.#file.read(Buffer.allocUnsafe(length), 0, length, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }
}

/** A package as bytes. */
class PackageBytes extends RandomAccessReader implements PackageSource {
  readonly #bytes: Buffer;

  constructor({ buffer, byteOffset, byteLength }: Uint8Array) {
    super();
    this.#bytes = Buffer.from(buffer, byteOffset, byteLength);
  }

  get size(): number {
    return this.#bytes.length;
  }

  get reader(): RandomAccessReader {
    return this;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, read: number) => void,
  ): void {
    const read = this.#bytes.copy(buffer, offset, position, position + length);
    setImmediate(callback, null, read);
  }

  override close(callback: (error: Error | null) => void): void {
    setImmediate(callback, null);
  }

  async *pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; at += PIECE) yield this.#bytes.subarray(at, Math.min(end, at + PIECE));
  }
}

/** Closed by the zip that is opened on it. */
export async function packageSource(source: Uint8Array | string): Promise<PackageSource> {
  if (typeof source !== "string") return new PackageBytes(source);
  const file = await open(source, "r");
  return new PackageFile(file, (await file.stat()).size);
}

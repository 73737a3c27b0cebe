import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What an export's directory holds besides `files/`; written last, so that an export without it is incomplete. */
export const MANIFEST = "manifest.json";

export interface Manifest {
  readonly format: 1;
  readonly made_at: string;
  /** The last migration of the program that made it. */
  readonly migration: number;
  readonly tables: readonly ExportedTable[];
  readonly files: number;
  readonly heads: number;
  readonly rows: number;
}

export interface ExportedTable {
  readonly name: string;
  /** The file in `tables/`, without its ending: the table's name, or another one for more rows of it. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
}

/** A head as the table prints it; `hash` as `\\x…`. */
export interface ExportedHead {
  readonly scope_id: string;
  readonly origin: string;
  readonly seq: number;
  readonly hash: string;
}

/** JSON lines of one table. */
export function tablePath(directory: string, file: string): string {
  return join(directory, "tables", `${file}.jsonl`);
}

/** Writes lines in big pieces and hashes them. */
export class LineWriter {
  readonly #file: FileHandle;
  readonly #hash = createHash("sha256");
  #piece = "";
  rows = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async create(path: string): Promise<LineWriter> {
    return new LineWriter(await open(path, "wx", 0o600));
  }

  async write(line: string): Promise<void> {
    this.rows += 1;
    this.#piece += `${line}\n`;
    if (this.#piece.length > 1_000_000) await this.#flush();
  }

  /** Makes it durable and gives the SHA-256. */
  async end(): Promise<string> {
    await this.#flush();
    await this.#file.sync();
    await this.#file.close();
    return this.#hash.digest("hex");
  }

  /** Closes it when the export failed. */
  async abandon(): Promise<void> {
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#piece, "utf8");
    this.#piece = "";
    this.#hash.update(bytes);
    await this.#file.writeFile(bytes);
  }
}

/** SHA-256 of a file, read as a stream. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest("hex");
}

export function fileLines(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
}

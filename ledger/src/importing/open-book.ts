import { stat } from "node:fs/promises";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { documentVisible } from "../intake/documents.js";
import { loadDocumentRow } from "../intake/stored-document.js";
import { bookOfHeads, rosterHeadsAt, rosterHeadsOf } from "../roster/open-heads.js";
import type { SheetHead } from "../roster/roster-job.js";
import type { Book } from "../workbook/book.js";
import { packedCells } from "../workbook/packed-cells.js";
import { readBook } from "../workbook/read-book.js";

/** A stored workbook, read. */
export interface OpenBook {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  /** Of a large workbook only the first rows of each sheet. */
  readonly book: Book;
  /**
   * Set where the workbook is better not held: its rows are read from here as they go by. `whole`: what cannot be read so may
   * still be read whole.
   */
  readonly large: { readonly path: string; readonly heads: readonly SheetHead[]; readonly whole: boolean } | null;
}

/** A preview is asked for again with every choice: the last books stay read. */
const MOST_KEPT = 2;
/** An .xlsx whose rows take more bytes, packed (some 10,000 rows), is read as they go by; in memory 20,000 of them were a gigabyte and more. */
const LARGE_BYTES = 1_000_000;
/** What cannot be read row by row, or is better not, is still read whole up to here. */
const WHOLE_BYTES = 6_000_000;

interface ReadBook {
  readonly book: Book;
  readonly heads: readonly SheetHead[] | null;
  readonly size?: number;
}

/** A workbook whose bytes went to the thread and came back unread. */
export class UnreadBook extends Error {
  constructor(
    readonly refusal: LedgerError,
    readonly bytes: Uint8Array,
  ) {
    super(refusal.message, { cause: refusal });
  }
}

/** Opens stored workbooks; keeps the last few in memory, by their hash. */
export class Books {
  private readonly kept = new Map<string, Promise<ReadBook>>();

  constructor(
    private readonly largeBytes: number = LARGE_BYTES,
    private readonly wholeBytes: number = WHOLE_BYTES,
  ) {}

  /** Reads a workbook that comes in and keeps it: its preview is asked for next. A large one gives its bytes back. */
  async read(
    sha256: string,
    bytes: Uint8Array,
    name: string,
  ): Promise<{ readonly book: Book; readonly bytes: Uint8Array }> {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const size = isZip && isPackage(name) && bytes.byteLength > this.largeBytes ? await packedCells(bytes) : 0;
    if (size > this.largeBytes) {
      const { heads, bytes: back } = await rosterHeadsOf(bytes, name);
      if (heads instanceof LedgerError) {
        if (heads.code === "ROSTER_MERGED" && size <= this.wholeBytes) return this.readHeld(sha256, back, name);
        throw new UnreadBook(heads, back);
      }
      const book = bookOfHeads(heads, name, sha256);
      this.keep(sha256, Promise.resolve({ book, heads, size }));
      return { book, bytes: back };
    }
    return this.readHeld(sha256, bytes, name);
  }

  private async readHeld(sha256: string, bytes: Uint8Array, name: string) {
    const reading = readBook(bytes, name).then((book) => ({ book, heads: null }));
    this.keep(sha256, reading);
    return { book: (await reading).book, bytes };
  }

  /** SHEET_IMPORT_MISSING where there is none to see. */
  async open(desk: Desk, actor: Actor, documentId: string): Promise<OpenBook> {
    const row = await loadDocumentRow(desk.database, documentId);
    if (row === null || row.erased || !(await documentVisible(desk, actor, documentId)))
      throw new LedgerError("SHEET_IMPORT_MISSING");
    return this.openKept(desk, row);
  }

  /** A file that is kept by its hash, whether or not it is a document; who calls says that the actor may see it. */
  async openKept(
    desk: Desk,
    { id, name, sha256 }: { readonly id: string; readonly name: string; readonly sha256: string },
  ): Promise<OpenBook> {
    const { book, heads, size = 0 } = await (this.kept.get(sha256) ?? this.readKept(desk, sha256, name));
    const large = heads === null ? null : { path: desk.keptPath(sha256), heads, whole: size <= this.wholeBytes };
    return { id, name, sha256, book, large };
  }

  /**
   * Reads a large workbook into memory after all, because it is no roster: `readBook` refuses what does not fit. It is the one
   * that `open` gives from then on.
   */
  async openWhole(desk: Desk, { id, name, sha256 }: OpenBook): Promise<OpenBook> {
    const reading = this.readWhole(desk, sha256, name);
    this.kept.delete(sha256);
    this.keep(sha256, reading);
    return { id, name, sha256, book: (await reading).book, large: null };
  }

  private async readWhole(desk: Desk, sha256: string, name: string): Promise<ReadBook> {
    const bytes = await desk.keptFile(sha256);
    if (bytes === null) throw new LedgerError("SHEET_IMPORT_MISSING");
    return { book: await readBook(bytes, name), heads: null };
  }

  private async readKept(desk: Desk, sha256: string, name: string): Promise<ReadBook> {
    const path = desk.keptPath(sha256);
    const file = await stat(path).then(
      (found) => found.size,
      () => null,
    );
    if (file === null) throw new LedgerError("SHEET_IMPORT_MISSING");
    const size = isPackage(name) && file > this.largeBytes ? await packedCells(path) : 0;
    const whole = () => this.readWhole(desk, sha256, name);
    const reading =
      size > this.largeBytes
        ? rosterHeadsAt(path, name).then(
            (heads) => ({ book: bookOfHeads(heads, name, sha256), heads, size }),
            (error: unknown) => {
              const merged = error instanceof LedgerError && error.code === "ROSTER_MERGED" && size <= this.wholeBytes;
              if (!merged) throw error;
              return whole();
            },
          )
        : whole();
    this.keep(sha256, reading);
    return reading;
  }

  private keep(sha256: string, reading: Promise<ReadBook>): void {
    this.kept.set(sha256, reading);
    reading.catch(() => this.kept.delete(sha256));
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }
}

/** Formats whose rows can be read as they go by. */
function isPackage(name: string): boolean {
  return /\.(?:xlsx|xlsm)$/iu.test(name.trim());
}

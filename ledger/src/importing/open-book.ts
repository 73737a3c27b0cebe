import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { documentVisible } from "../intake/documents.js";
import { loadDocumentRow } from "../intake/stored-document.js";
import type { Book } from "../workbook/book.js";
import { readBook } from "../workbook/read-book.js";

/** A stored workbook, read. */
export interface OpenBook {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly book: Book;
}

/** A preview is asked for again with every choice: the last books stay read. */
const MOST_KEPT = 2;

/** Opens stored workbooks; keeps the last few in memory, by their hash. */
export class Books {
  private readonly kept = new Map<string, Promise<Book>>();

  /** Reads a workbook that comes in and keeps it: its preview is asked for next. */
  read(sha256: string, bytes: Uint8Array, name: string): Promise<Book> {
    const reading = readBook(bytes, name);
    this.kept.set(sha256, reading);
    reading.catch(() => this.kept.delete(sha256));
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return reading;
  }

  /** SHEET_IMPORT_MISSING where there is none to see. */
  async open(desk: Desk, actor: Actor, documentId: string): Promise<OpenBook> {
    const row = await loadDocumentRow(desk.database, documentId);
    if (row === null || row.erased || !(await documentVisible(desk, actor, documentId)))
      throw new LedgerError("SHEET_IMPORT_MISSING");
    const { id, name, sha256 } = row;
    const before = this.kept.get(sha256);
    if (before !== undefined) return { id, name, sha256, book: await before };
    const bytes = await desk.keptFile(sha256);
    if (bytes === null) throw new LedgerError("SHEET_IMPORT_MISSING");
    return { id, name, sha256, book: await this.read(sha256, bytes, name) };
  }
}

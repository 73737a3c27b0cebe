import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import type { FieldValue } from "@shanhai/model";
import type { Values } from "../command.js";
import { LedgerError } from "../error-codes.js";
import type { ReadyRow } from "./ready-row.js";

/** Rows of one piece: as much as is in memory. */
const PIECE = 500;
const HEAD = 4;

/**
 * The rows that a preview read and understood, for the import that accepts it: some 300 bytes a row in a file without a name,
 * which is gone with the process whatever happens to it, so that none is ever stale and no private word outlives an erasure
 * or a crash. Nothing depends on it: without it the workbook is read again.
 */
export class RowSpool {
  #open = true;
  /** Set when the preview has written all of it. */
  size = 0;

  private constructor(
    readonly file: number,
    private readonly path: string,
  ) {}

  /** Beside a kept file. */
  static beside(path: string): RowSpool {
    const own = `${path}.${randomUUID()}`;
    const file = openSync(own, "wx+", 0o600);
    const spool = new RowSpool(file, own);
    spool.#unlink();
    return spool;
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    closeSync(this.file);
    this.#unlink();
  }

  /** A file system that keeps the name of an open file loses it when it is closed. */
  #unlink(): void {
    try {
      rmSync(this.path, { force: true });
    } catch (error) {
      if (this.#open) return;
      throw error;
    }
  }
}

/** Rows of one sheet in the order of the file. */
export interface SpooledRows {
  readonly form: string;
  readonly sheet: string;
  readonly rows: readonly ReadyRow[];
}

/** Skipped rows have their reason instead of 0, those that another follows from have that one, those sent out before their mark. */
type Packed = readonly [
  at: number,
  nth: number,
  subject: string,
  part: string,
  title: string,
  skip: 0 | ReadyRow["skip"],
  after: 0 | ReadyRow,
  mark: 0 | string,
];
const PACKED = 8;

/** Writes rows into the file of a spool, which another thread holds open. */
export class SpoolWriter {
  readonly #file: number;
  #rows: ReadyRow[] = [];
  #form = "";
  #sheet = "";
  #size = 0;

  constructor(file: number) {
    this.#file = file;
  }

  add(form: string, sheet: string, row: ReadyRow): void {
    if (sheet !== this.#sheet || form !== this.#form || this.#rows.length === PIECE) this.#flush();
    this.#form = form;
    this.#sheet = sheet;
    this.#rows.push(row);
  }

  /** How many bytes there are in all. */
  end(): number {
    this.#flush();
    return this.#size;
  }

  #flush(): void {
    if (this.#rows.length === 0) return;
    const seen = new Set<string>();
    for (const { values } of this.#rows) for (const key in values) seen.add(key);
    const fields = [...seen];
    const rows = this.#rows.map(({ at, nth, subject, part, title, skip, after, mark, values }) => {
      const packed: unknown[] = [at, nth, subject, part, title, skip ?? 0, after ?? 0, mark ?? 0];
      for (const key of fields) packed.push(values[key] ?? null);
      return packed;
    });
    const text = JSON.stringify({ form: this.#form, sheet: this.#sheet, fields, rows });
    const piece = Buffer.allocUnsafe(HEAD + text.length * 3);
    const length = piece.write(text, HEAD);
    piece.writeUInt32LE(length);
    this.#write(piece.subarray(0, HEAD + length));
    this.#rows = [];
  }

  #write(bytes: Buffer): void {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at, bytes.length - at, this.#size + at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw new LedgerError("DISK_FULL", {}, { cause: error });
      throw error;
    }
    this.#size += bytes.length;
  }
}

/** The rows of a spool, a piece at a time. */
export function* spooledRows({ file, size }: Pick<RowSpool, "file" | "size">): Generator<SpooledRows> {
  const head = Buffer.allocUnsafe(HEAD);
  for (let at = 0; at < size; ) {
    readFully(file, head, at);
    const piece = Buffer.allocUnsafe(head.readUInt32LE());
    readFully(file, piece, at + HEAD);
    at += HEAD + piece.length;
    const { form, sheet, fields, rows } = JSON.parse(piece.toString("utf8")) as {
      readonly form: string;
      readonly sheet: string;
      readonly fields: readonly string[];
      readonly rows: readonly Packed[];
    };
    yield { form, sheet, rows: rows.map((packed) => unpacked(packed, fields)) };
  }
}

function unpacked(packed: Packed, fields: readonly string[]): ReadyRow {
  const [at, nth, subject, part, title, skip, following, mark] = packed;
  const values: { [field: string]: FieldValue } = {};
  for (let of = 0; of < fields.length; of += 1) {
    const value = (packed as readonly unknown[])[PACKED + of] as FieldValue;
    if (value !== null) values[fields[of] ?? ""] = value;
  }
  const after = following === 0 ? null : following;
  return {
    at,
    nth,
    subject,
    part,
    title,
    skip: skip === 0 ? null : skip,
    ...(mark === 0 ? {} : { mark }),
    values: values as Values,
    cells: null,
    after,
  };
}

function readFully(file: number, into: Buffer, from: number): void {
  for (let at = 0; at < into.length; ) {
    const read = readSync(file, into, at, into.length - at, from + at);
    if (read === 0) throw new Error("the rows of the preview end too early");
    at += read;
  }
}

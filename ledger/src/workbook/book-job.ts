import type { ErrorCode, ErrorParams } from "../error-codes.js";
import type { BookFormat, BookIssue } from "./book.js";
import type { PackedRow, PackedSheet } from "./packed-book.js";
import type { ReadBytes } from "./read-bytes.js";

/** What a reading thread is given; it owns the bytes from then on. */
export interface BookJob {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the reading thread says, in this order: head, then each sheet with its rows, end; or why it cannot. */
export type BookReply =
  | {
      readonly kind: "head";
      readonly format: BookFormat;
      readonly issues: readonly BookIssue[];
      readonly secrecy: ReadBytes["secrecy"];
    }
  | { readonly kind: "sheet"; readonly sheet: PackedSheet }
  | { readonly kind: "rows"; readonly rows: readonly PackedRow[] }
  | { readonly kind: "end" }
  | { readonly kind: "refused"; readonly code: ErrorCode; readonly params: ErrorParams }
  | { readonly kind: "failed"; readonly failure: string };

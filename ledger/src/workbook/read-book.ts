import { createHash } from "node:crypto";
import { LedgerError } from "../error-codes.js";
import { passSecrecyDoor, refuseSecretName } from "../intake/secrecy-door.js";
import type { Book } from "./book.js";
import type { BookReply } from "./book-job.js";
import { BookThread } from "./book-thread.js";
import { bookOf, type PackedRow, type PackedSheet } from "./packed-book.js";
import { bookLimits } from "./workbook-limits.js";

/** Limits of one reading thread. */
export interface BookReading {
  readonly ms: number;
  /** Old-space limit in MB. */
  readonly memory: number;
}

const usual: BookReading = { ms: 60_000, memory: 1_024 };

/** A thread that has read a larger file is not kept: what it holds is given back to the machine. */
const smallBook = 4_000_000;

/**
 * Reads a workbook (.xlsx, .xls, .et, .csv; by its bytes, whatever it is called) in a thread apart with limits on
 * size, time and memory. Marks of secrecy at its head stop it before anybody has seen a cell. Refusals are
 * LedgerErrors: DOCUMENT_SECRET, WORKBOOK_ENCRYPTED, _DAMAGED, _FORMAT, _EMPTY, _TOO_LARGE, _TOO_FULL, _TIMED_OUT,
 * _OUT_OF_MEMORY. For rosters of hundreds of thousands of rows: `streamRows`.
 */
export async function readBook(bytes: Uint8Array, name: string, limits: BookReading = usual): Promise<Book> {
  refuseSecretName(name);
  if (bytes.byteLength > bookLimits.bytes) {
    const size = (bytes.byteLength / 1e6).toFixed(1);
    throw new LedgerError("WORKBOOK_TOO_LARGE", { size, limit: bookLimits.bytes / 1e6 });
  }
  const sheets: (PackedSheet & { readonly rows: PackedRow[] })[] = [];
  let head: Extract<BookReply, { kind: "head" }> | null = null;
  await new Promise<void>((resolve, reject) => {
    const thread = BookThread.take(limits.memory);
    const end = (refusal: LedgerError | null) => {
      clearTimeout(timer);
      thread.done(refusal === null && bytes.byteLength <= smallBook);
      if (refusal === null) resolve();
      else reject(refusal);
    };
    const timer = setTimeout(() => {
      end(new LedgerError("WORKBOOK_TIMED_OUT", { seconds: Math.max(1, Math.round(limits.ms / 1000)) }));
    }, limits.ms);
    const hear = (reply: BookReply) => {
      if (reply.kind === "head") {
        head = reply;
        try {
          passSecrecyDoor({ secrecy: reply.secrecy.map((level) => ({ level })) });
        } catch (error) {
          end(error as LedgerError);
        }
      } else if (reply.kind === "sheet") sheets.push({ ...reply.sheet, rows: [] });
      else if (reply.kind === "rows") sheets.at(-1)?.rows.push(...reply.rows);
      else if (reply.kind === "end") end(null);
      else if (reply.kind === "refused") end(new LedgerError(reply.code, reply.params));
      else end(new LedgerError("WORKBOOK_UNREADABLE", {}, { cause: new Error(reply.failure) }));
    };
    const broke = (error: Error & { readonly code?: string }) => {
      const full = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      end(
        full
          ? new LedgerError("WORKBOOK_OUT_OF_MEMORY", { limit: limits.memory })
          : new LedgerError("WORKBOOK_UNREADABLE", {}, { cause: error }),
      );
    };
    thread.read({ name, bytes: new Uint8Array(bytes) }, hear, broke);
  });
  const { format, issues } = head ?? { format: "csv" as const, issues: [] };
  return bookOf({ format, issues, sheets }, name, createHash("sha256").update(bytes).digest("hex"));
}

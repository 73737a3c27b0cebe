import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import { type ErrorCode, type ErrorParams, LedgerError } from "../error-codes.js";
import { passSecrecyDoor, refuseSecretName } from "../intake/secrecy-door.js";
import type { Book, BookFormat, BookIssue } from "./book.js";
import { bookOf, type PackedRow, type PackedSheet } from "./packed-book.js";
import type { ReadBytes } from "./read-bytes.js";
import { bookLimits } from "./workbook-limits.js";

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

/** Limits of one reading thread. */
export interface BookReading {
  readonly ms: number;
  /** Old-space limit in MB. */
  readonly memory: number;
}

const usual: BookReading = { ms: 60_000, memory: 1_024 };

/**
 * Reads a workbook (.xlsx, .xls, .et, .csv; by its bytes, whatever it is called) in a thread of its own with limits on
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
    const copy = new Uint8Array(bytes);
    const worker = new Worker(new URL("./book-worker.js", import.meta.url), {
      workerData: { name, bytes: copy } satisfies BookJob,
      transferList: [copy.buffer],
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
      env: {},
      execArgv: [],
    });
    const end = (refusal: LedgerError | null) => {
      clearTimeout(timer);
      void worker.terminate();
      if (refusal === null) resolve();
      else reject(refusal);
    };
    const timer = setTimeout(() => {
      end(new LedgerError("WORKBOOK_TIMED_OUT", { seconds: Math.max(1, Math.round(limits.ms / 1000)) }));
    }, limits.ms);
    worker.on("message", (reply: BookReply) => {
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
    });
    worker.on("error", (error: Error & { readonly code?: string }) => {
      const full = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      end(
        full
          ? new LedgerError("WORKBOOK_OUT_OF_MEMORY", { limit: limits.memory })
          : new LedgerError("WORKBOOK_UNREADABLE", {}, { cause: error }),
      );
    });
    worker.on("exit", () => end(new LedgerError("WORKBOOK_UNREADABLE")));
  });
  const { format, issues } = head ?? { format: "csv" as const, issues: [] };
  return bookOf({ format, issues, sheets }, name, createHash("sha256").update(bytes).digest("hex"));
}

import { parentPort } from "node:worker_threads";
import { LedgerError } from "../error-codes.js";
import type { BookJob, BookReply } from "./book-job.js";
import { readBytes } from "./read-bytes.js";

/**
 * The thread that reads workbooks, one after the other. Bytes are held in its memory only: nothing here writes a file or
 * a line of log. Rows go back in portions, so that the asking thread is never held for long.
 */
const portion = 4_000;

async function work({ bytes, name }: BookJob, answer: (reply: BookReply) => void): Promise<void> {
  const { book, secrecy } = await readBytes(bytes, name);
  answer({ kind: "head", format: book.format, issues: book.issues, secrecy });
  for (const { rows, ...sheet } of book.sheets) {
    answer({ kind: "sheet", sheet: { ...sheet, rows: [] } });
    let cells = 0;
    let from = 0;
    for (const [at, [, row]] of rows.entries()) {
      cells += row.length;
      if (cells < portion) continue;
      answer({ kind: "rows", rows: rows.slice(from, at + 1) });
      from = at + 1;
      cells = 0;
    }
    if (from < rows.length) answer({ kind: "rows", rows: rows.slice(from) });
  }
  answer({ kind: "end" });
}

const port = parentPort;
port?.on("message", (job: BookJob) => {
  work(job, (reply) => port.postMessage(reply)).catch((error: unknown) => {
    const known = error instanceof LedgerError;
    const reply: BookReply = known
      ? { kind: "refused", code: error.code, params: error.params }
      : { kind: "failed", failure: error instanceof Error ? (error.stack ?? error.name) : "unknown" };
    port.postMessage(reply);
  });
});

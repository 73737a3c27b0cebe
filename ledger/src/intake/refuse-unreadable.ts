import type { Reading } from "@shanhai/engine";
import { LedgerError } from "../error-codes.js";

/** Refuses a reading that has nothing to keep, each reason with its own text. */
export function refuseUnreadable({ raw, repaired, extraction }: Reading): void {
  if (raw.trim() === "" && extraction.issues.some((issue) => issue.code === "reader/empty"))
    throw new LedgerError("DOCUMENT_EMPTY");
  if (extraction.issues.some((issue) => issue.code === "reader/binary") || raw.includes("\u0000"))
    throw new LedgerError("DOCUMENT_BINARY");
  const error = extraction.issues.find((issue) => issue.severity === "error");
  if (error?.code === "reader/looks_like") throw new LedgerError("DOCUMENT_BINARY", {}, { detail: error.message });
  if (error !== undefined) throw new LedgerError("DOCUMENT_UNREADABLE", {}, { detail: error.message });
  // A lone surrogate has no UTF-8 form, so that the database could not give the text back.
  if (/\p{Cs}/u.test(raw)) throw new LedgerError("DOCUMENT_BINARY");
  if (raw.trim() === "") throw new LedgerError("DOCUMENT_EMPTY");
  if (!/\p{Script=Han}/u.test(repaired))
    throw new LedgerError("DOCUMENT_NO_CHINESE", { encoding: extraction.raw.encoding ?? "?" });
  refuseMovedQuotes({ raw, extraction });
}

/** A quote that is not the raw text's own words at its place is broken code, and nothing of it is stored. */
function refuseMovedQuotes({ raw, extraction }: Pick<Reading, "raw" | "extraction">): void {
  for (const fact of extraction.facts) {
    if (fact.evidence.length === 0) throw new Error(`${fact.rule} made a fact without evidence`);
    for (const { start, end, quote } of fact.evidence) {
      if (raw.slice(start, end) !== quote) throw new Error(`${fact.rule}: quote and place ${start}–${end} differ`);
    }
  }
}

import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { loadDocumentRow } from "../intake/stored-document.js";

/**
 * What a refused write means for somebody who checks a document: that it was withdrawn meanwhile (by whom, when), or
 * that what was shown is no longer what would be written. Other errors stay what they are.
 */
export async function refuseStale(desk: Desk, documentId: string, error: unknown): Promise<unknown> {
  if (
    !(error instanceof LedgerError) ||
    !["VERSION_STALE", "ROW_EXISTS", "ROW_MISSING", "REFERENCE_MISSING"].includes(error.code)
  )
    return error;
  const withdrawn = (await loadDocumentRow(desk.database, documentId))?.withdrawn;
  if (withdrawn != null) return new LedgerError("DOCUMENT_WITHDRAWN", { who: withdrawn.who, at: withdrawn.at });
  return new LedgerError("PLAN_CHANGED", {}, { cause: error });
}

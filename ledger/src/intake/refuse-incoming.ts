import { LedgerError } from "../error-codes.js";
import { isWorkbookName } from "../importing/workbook-document.js";
import { READING_LIMITS } from "./reading.js";
import { refuseSecretName } from "./secrecy-door.js";

/**
 * What can be said of a file by its name and its size, before a byte of it is read: a name that is a mark of secrecy, and a
 * document larger than is read (workbooks are read row by row and may be larger). The same refusals as of the file itself.
 */
export function refuseIncoming(name: string, size: number | null): void {
  refuseSecretName(name);
  const limit = READING_LIMITS.bytes;
  if (size === null || size <= limit || isWorkbookName(name)) return;
  throw new LedgerError("DOCUMENT_TOO_LARGE", { size: (size / 1e6).toFixed(1), limit: (limit / 1e6).toFixed(1) });
}

import { type FileKind, fileKind } from "../files/file-kind.js";
import { noText } from "../files/no-text.js";
import { issue } from "../issue-codes.js";
import type { Reader } from "../reader.js";

/**
 * Knows pictures, archives, programs, recordings and documents of other kinds by their first bytes, and says what they
 * are and what to do, instead of showing their bytes as text.
 */
export const unreadFormat: Reader = {
  id: "unread-format",
  version: 2,
  takes: ({ bytes }) => kindOf(bytes) !== null,
  read({ bytes }) {
    const kind = kindOf(bytes);
    return noText(kind === null ? issue("reader/binary") : issue("reader/looks_like", null, { ...kind }));
  },
};

/** Signs of two letters also begin texts: they count only where the bytes behind them are no text. */
function kindOf(bytes: Uint8Array): FileKind | null {
  const kind = fileKind(bytes);
  if (kind === null) return null;
  const isText = bytes.subarray(0, 512).every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 13);
  return isText && !/RTF|PostScript/.test(kind.what.en) ? null : kind;
}

import { decode } from "../decode.js";
import { issue } from "../issue-codes.js";
import type { Reader } from "../reader.js";

/** Plain text in any of the encodings that decode.ts knows: BOM removed, line ends untouched. */
export const text: Reader = {
  id: "text",
  version: 1,
  takes: () => true,
  read(source) {
    if (source.bytes.length === 0) return { text: "", encoding: null, issues: [issue("reader/empty")], stated: {} };
    const decoded = decode(source.bytes, source.encoding);
    return { text: decoded.text, encoding: decoded.encoding, issues: [], stated: {} };
  },
};

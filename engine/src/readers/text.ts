import { decodeSource, decodingIssues } from "../decoding/decode.js";
import { issue } from "../issue-codes.js";
import type { Reader } from "../reader.js";

/** Plain text in any of the encodings that decode.ts knows: BOM removed, line ends untouched. */
export const text: Reader = {
  id: "text",
  version: 2,
  takes: () => true,
  read(source) {
    if (source.bytes.length === 0) return { text: "", encoding: null, issues: [issue("reader/empty")], stated: {} };
    if ((source.encoding ?? "auto") === "auto" && isBinary(source.bytes))
      return { text: "", encoding: null, issues: [issue("reader/binary")], stated: {} };
    const decoded = decodeSource(source);
    const issues = [...decodingIssues(decoded, source.encoding)];
    if (!/\p{Script=Han}/u.test(decoded.text)) issues.push(issue("reader/no_chinese"));
    const { text: all, encoding, encodings, forced } = decoded;
    return { text: all, encoding, choice: { encodings, forced }, issues, stated: {} };
  },
};

/** Many control bytes, and not the zero bytes that UTF-16 text has beside its ASCII: a picture, an archive, a program. */
function isBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 8_192);
  let control = 0;
  let zeroEven = 0;
  let zeroOdd = 0;
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) {
      if (at % 2 === 0) zeroEven++;
      else zeroOdd++;
    } else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) control++;
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return false;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return false;
  const zeros = zeroEven + zeroOdd;
  const lopsided = Math.min(zeroEven, zeroOdd) * 20 < zeros;
  // The high bytes of UTF-16 Chinese are not zero, so its zero bytes are few and all on one side.
  return control > end * 0.1 || (zeros > 0 && !lopsided) || zeros > end * 0.6;
}

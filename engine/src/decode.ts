import { characterModel } from "./character-model.js";
import { isPrivateUse } from "./cp936.js";
import type { Issue } from "./issue.js";
import { issue } from "./issue-codes.js";
import { scriptTable } from "./simplified-characters.js";
import { isHan } from "./word-lattice.js";

/** Bytes as text: which encoding was taken, how sure that is (0–1), and how many places could not be decoded. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly score: number;
  readonly unreadable: number;
}

/** The encodings that a text of this field comes in. `gbk` is never used: on Node it is not the web's GB18030. */
export const encodings = ["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof encodings)[number];

const labels = new Map<string, Encoding>([
  ...encodings.map((name): [string, Encoding] => [name, name]),
  ["utf8", "utf-8"],
  ["gbk", "gb18030"],
  ["gb2312", "gb18030"],
  ["cp936", "gb18030"],
  ["big5-hkscs", "big5"],
  ["utf-16", "utf-16le"],
]);

/** The encoding that a label from outside names, null for one that is not read here. */
export function encodingOf(label: string): Encoding | null {
  return labels.get(label.trim().toLowerCase().replaceAll("_", "-")) ?? null;
}

/** Bytes looked at for the choice. */
const sample = 65_536;

/**
 * Decodes bytes: a forced encoding is obeyed; else a byte order mark, then strict UTF-8, then the one of GB18030, Big5
 * and UTF-16 that gives the most common characters. The byte order mark is not part of the text.
 */
export function decode(bytes: Uint8Array, forced?: Encoding): Decoded {
  if (forced !== undefined) return read(bytes, forced, 1);
  const marked = byteOrderMark(bytes);
  if (marked !== null) return read(bytes, marked, 1);
  try {
    return {
      text: new TextDecoder("utf-8", { fatal: true }).decode(bytes),
      encoding: "utf-8",
      score: 1,
      unreadable: 0,
    };
  } catch {
    // Not UTF-8, or cut off inside a character: the scores decide.
  }
  const start = bytes.subarray(0, sample);
  const scored = encodings
    .map((encoding) => ({ encoding, score: commonness(new TextDecoder(encoding).decode(start, { stream: true })) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined) throw new Error("there is always an encoding to try");
  const lead = best.score - (second?.score ?? -1);
  return read(bytes, best.encoding, Math.max(0, Math.min(0.99, best.score * 0.6 + Math.min(0.4, lead))));
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33 ? "gb18030" : null;
}

function read(bytes: Uint8Array, encoding: Encoding, score: number): Decoded {
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, "");
  let unreadable = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) unreadable++;
  return { text, encoding, score, unreadable };
}

/** Share of common characters, less what no text holds: −1 to 1. */
function commonness(text: string): number {
  const model = characterModel();
  const { simplified } = scriptTable();
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isHan(unit)) sum += model.single(simplified[unit] ?? unit) < 11.5 ? 1 : -0.5;
    else if (unit === 0xfffd || isPrivateUse(unit) || (unit < 0x20 && unit !== 9 && unit !== 10 && unit !== 13))
      sum -= 3;
    else if (unit < 0x80) sum += 0.5;
    else if (
      (unit >= 0x3000 && unit < 0x3020) ||
      (unit >= 0xff00 && unit < 0xff5f) ||
      (unit >= 0x2010 && unit < 0x2030)
    )
      sum += 1;
    else sum -= 0.5;
  }
  return text.length === 0 ? 0 : Math.max(-1, sum / text.length);
}

/** What a user should know of a decoding: nothing for plain UTF-8, the choice and its score for everything else. */
export function decodingIssues(decoded: Decoded): readonly Issue[] {
  const issues: Issue[] = [];
  const values = { encoding: decoded.encoding.toUpperCase(), score: Math.round(decoded.score * 100) };
  if (decoded.score < 0.6) issues.push(issue("decode/uncertain", null, values));
  else if (decoded.encoding !== "utf-8") issues.push(issue("decode/encoding", null, values));
  if (decoded.unreadable > 0) issues.push(issue("decode/unreadable", null, { count: decoded.unreadable }));
  return issues;
}

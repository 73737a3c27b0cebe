import { isUtf8, transcode } from "node:buffer";
import type { EncodingChoice } from "../extraction.js";
import type { Issue } from "../issue.js";
import { issue } from "../issue-codes.js";
import { type Encoding, type EncodingScore, encodingScores, encodings } from "./encoding-scores.js";

/** Bytes as text: which encoding was taken, how sure that is (0–1), and how many places could not be decoded. */
export interface Decoded extends EncodingChoice {
  readonly text: string;
  readonly encoding: Encoding;
  readonly score: number;
  readonly unreadable: number;
}

const labels = new Map<string, Encoding>([
  ...encodings.map((name): [string, Encoding] => [name, name]),
  ["utf8", "utf-8"],
  ["unicode-1-1-utf-8", "utf-8"],
  ["gbk", "gb18030"],
  ["x-gbk", "gb18030"],
  ["gb2312", "gb18030"],
  ["gb-2312", "gb18030"],
  ["gb2312-80", "gb18030"],
  ["euc-cn", "gb18030"],
  ["cp936", "gb18030"],
  ["ms936", "gb18030"],
  ["windows-936", "gb18030"],
  ["big5-hkscs", "big5"],
  ["cp950", "big5"],
  ["x-x-big5", "big5"],
  ["utf-16", "utf-16le"],
  ["utf16", "utf-16le"],
  ["unicode", "utf-16le"],
]);

/** The encoding that a label from outside names, null for one that is not read here. */
export function encodingOf(label: string): Encoding | null {
  return labels.get(label.trim().toLowerCase().replaceAll("_", "-")) ?? null;
}

/** The label of a source that asks for automatic detection, as a chooser gives it. */
const automatic = "auto";

/**
 * Decodes the bytes of a source as it asks for (`encoding`: a label, `auto` or nothing), else as the bytes and what the
 * format says of itself (`stated`) tell.
 */
export function decodeSource(
  { bytes, encoding }: { readonly bytes: Uint8Array; readonly encoding?: string },
  stated: string | null = null,
): Decoded {
  const asked = encoding === undefined || encoding === automatic ? null : encodingOf(encoding);
  return decode(bytes, asked ?? undefined, stated === null ? null : encodingOf(stated));
}

/**
 * Decodes bytes: a forced encoding is obeyed; else a byte order mark, then strict UTF-8, then the one of GB18030, Big5
 * and UTF-16 whose text is the likeliest. What the format says of itself is believed where the bytes leave a doubt.
 * The byte order mark is not part of the text. What was not forced is found anew every time, with the same result.
 */
export function decode(bytes: Uint8Array, forced?: Encoding, stated: Encoding | null = null): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return read(bytes, forced ?? marked, certainly(marked), forced !== undefined);
  const strict = strictUtf8(bytes);
  if (forced !== undefined) {
    const scores = strict !== null && han.test(strict) ? certainly("utf-8") : rounded(encodingScores(bytes));
    return read(bytes, forced, scores, true, forced === "utf-8" ? strict : null);
  }
  // Few bytes above ASCII can be UTF-8 by chance, and UTF-16 text can be made of ASCII bytes: then the scores decide.
  if (strict !== null && isPlainly(strict)) {
    return { text: strict, encoding: "utf-8", score: 1, unreadable: 0, encodings: certainly("utf-8"), forced: false };
  }
  const scores = encodingScores(bytes);
  const best = scores[0]?.encoding ?? "utf-8";
  const doubtful = (scores[0]?.score ?? 0) < 0.9;
  return read(bytes, doubtful && stated !== null ? stated : best, rounded(scores), false);
}

/** Chinese, nothing but ASCII, or so many characters above ASCII that no other encoding has them by chance. */
function isPlainly(text: string): boolean {
  if (/\p{Script=Han}|^[\n\r\t -\x7e]*$/u.test(text)) return true;
  return (text.match(/[\u0080-\uffff]/g)?.length ?? 0) >= 6;
}

const han = /\p{Script=Han}/u;
/** The text of bytes that are strict UTF-8, null of others; in a quarter of the time of `TextDecoder` for Chinese. */
function strictUtf8(bytes: Uint8Array): string | null {
  // Not UTF-8, or cut off inside a character: the scores decide.
  if (!isUtf8(bytes)) return null;
  // In the memory of its characters alone, where that counts for more than time.
  if (bytes.length > LARGE) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  return transcode(bytes, "utf8", "utf16le").toString("utf16le");
}

/** Bytes of a text that no article has. */
const LARGE = 1 << 20;

/** Every encoding with its score: a byte order mark leaves no doubt, nor does strict UTF-8 with Chinese in it. */
function certainly(known: Encoding): readonly EncodingScore[] {
  let scores = certain.get(known);
  if (scores === undefined) {
    const others = encodings.filter((encoding) => encoding !== known);
    scores = [{ encoding: known, score: 1 }, ...others.map((encoding) => ({ encoding, score: 0 }))];
    certain.set(known, scores);
  }
  return scores;
}

const certain = new Map<Encoding, readonly EncodingScore[]>();

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33 ? "gb18030" : null;
}

function rounded(scores: readonly EncodingScore[]): readonly EncodingScore[] {
  return scores.map(({ encoding, score }) => ({ encoding, score: Math.round(score * 1000) / 1000 }));
}

/** `decoded`: the text where it was decoded before. */
function read(
  bytes: Uint8Array,
  encoding: Encoding,
  scores: readonly EncodingScore[],
  forced: boolean,
  decoded: string | null = null,
): Decoded {
  const text = (decoded ?? new TextDecoder(encoding).decode(bytes)).replace(/^\ufeff/, "");
  let unreadable = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) unreadable++;
  const score = scores.find((each) => each.encoding === encoding)?.score ?? 0;
  return { text, encoding, score, unreadable, encodings: scores, forced };
}

/** What a user should know of a decoding: nothing for plain UTF-8, the choice and its score for everything else. */
export function decodingIssues(decoded: Decoded, asked?: string): readonly Issue[] {
  const issues: Issue[] = [];
  const values = { encoding: decoded.encoding.toUpperCase(), score: Math.round(decoded.score * 100) };
  if (decoded.forced) issues.push(issue("decode/forced", null, values));
  else if (decoded.score < 0.6) issues.push(issue("decode/uncertain", null, values));
  else if (decoded.encoding !== "utf-8") issues.push(issue("decode/encoding", null, values));
  if (asked !== undefined && asked !== automatic && !decoded.forced)
    issues.push(issue("decode/unknown_encoding", null, { encoding: asked }));
  if (decoded.unreadable > 0) issues.push(issue("decode/unreadable", null, { count: decoded.unreadable }));
  return issues;
}

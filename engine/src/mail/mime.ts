import { decode, encodingOf } from "../decoding/decode.js";

/** One part of a mail: its headers by lower-case name, its bytes with the transfer encoding undone. */
export interface MailPart {
  /** `text/plain`, in lower case. */
  readonly type: string;
  readonly charset: string | null;
  /** Name of the file, for an attachment or a picture; null for text of the mail. */
  readonly name: string | null;
  readonly isAttachment: boolean;
  readonly header: (name: string) => string | null;
  readonly body: Uint8Array;
  readonly parts: readonly MailPart[];
}

const deepest = 12;
const mostParts = 500;
const longestHeader = 64_000;

/** Reads a mail (RFC 5322, MIME) or a page saved as one (.mht). Broken parts are read as far as they go. */
export function readMail(bytes: Uint8Array): MailPart {
  return readPart(bytes, 0, { left: mostParts });
}

function readPart(bytes: Uint8Array, depth: number, budget: { left: number }): MailPart {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = headEnd(text);
  const headers = headersOf(text.subarray(0, Math.min(end.head, longestHeader)));
  const header = (name: string) => headers.get(name) ?? null;
  const contentType = header("content-type") ?? "text/plain";
  const type = (/^\s*([\w.+-]+\/[\w.+-]+)/.exec(contentType)?.[1] ?? "text/plain").toLowerCase();
  const disposition = header("content-disposition") ?? "";
  const name = parameter(disposition, "filename") ?? parameter(contentType, "name");
  const raw = text.subarray(end.body);
  const boundary = parameter(contentType, "boundary");
  const isInner = type.startsWith("multipart/") && boundary !== null && depth < deepest;
  const body = isInner ? raw : transferred(raw, (header("content-transfer-encoding") ?? "").trim().toLowerCase());
  const pieces = isInner
    ? split(raw, boundary, budget)
    : type === "message/rfc822" && depth < deepest && budget.left-- > 0
      ? [body]
      : [];
  return {
    type,
    charset: parameter(contentType, "charset"),
    name,
    isAttachment: /^\s*attachment/i.test(disposition) || (name !== null && !type.startsWith("text/")),
    header,
    body: isInner ? new Uint8Array() : body,
    parts: pieces.map((piece) => readPart(piece, depth + 1, budget)),
  };
}

/** Where the headers end and the body begins: at the first blank line. */
function headEnd(text: Buffer): { readonly head: number; readonly body: number } {
  const plain = text.indexOf("\n\n");
  const windows = text.indexOf("\r\n\r\n");
  if (windows >= 0 && (plain < 0 || windows < plain)) return { head: windows, body: windows + 4 };
  return plain >= 0 ? { head: plain, body: plain + 2 } : { head: text.length, body: text.length };
}

function headersOf(head: Buffer): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const unfolded = head.toString("latin1").replace(/\r?\n[ \t]+/g, " ");
  for (const line of unfolded.split(/\r?\n/)) {
    const match = /^([!-9;-~]+):\s*(.*)$/.exec(line);
    if (match === null) continue;
    const name = (match[1] ?? "").toLowerCase();
    if (!found.has(name)) found.set(name, headerText(match[2] ?? ""));
  }
  return found;
}

/** A header's text: encoded words (RFC 2047) and bytes that were not encoded at all. */
export function headerText(latin: string): string {
  const words = /=\?([\w-]+)(?:\*[\w-]+)?\?([bBqQ])\?([^?]*)\?=/g;
  let out = "";
  let at = 0;
  /** Words of one charset, of which the next one may go on in the middle of a character. */
  const held: { charset: string; bytes: Buffer }[] = [];
  const flush = () => {
    for (const { charset, bytes } of held.splice(0)) out += decode(bytes, encodingOf(charset) ?? undefined).text;
  };
  for (const match of latin.matchAll(words)) {
    const between = latin.slice(at, match.index);
    // White space between encoded words is no part of the text, and a character may be cut between them.
    if (held.length === 0 || between.trim() !== "") {
      flush();
      out += plainHeader(between);
    }
    const charset = (match[1] ?? "").toLowerCase();
    const inside = match[3] ?? "";
    const bytes = /b/i.test(match[2] ?? "")
      ? Buffer.from(inside, "base64")
      : unquoted(Buffer.from(inside.replaceAll("_", " "), "latin1"));
    const before = held.at(-1);
    if (before?.charset === charset) before.bytes = Buffer.concat([before.bytes, bytes]);
    else {
      flush();
      held.push({ charset, bytes: Buffer.from(bytes) });
    }
    at = match.index + match[0].length;
  }
  flush();
  return out + plainHeader(latin.slice(at));
}

function plainHeader(latin: string): string {
  return /[\u0080-\u00ff]/.test(latin) ? decode(Buffer.from(latin, "latin1")).text : latin;
}

/** A parameter of a header, also in the form of RFC 2231 (`filename*=utf-8''%E5…`, `filename*0=`). */
function parameter(header: string, name: string): string | null {
  const extended = new RegExp(`[;\\s]${name}\\*=\\s*"?([\\w-]*)'[\\w-]*'([^";\\s]+)`, "i").exec(header);
  if (extended !== null) return percented(extended[2] ?? "", extended[1] ?? "");
  const pieces = [...header.matchAll(new RegExp(`[;\\s]${name}\\*(\\d+)(\\*?)=\\s*(?:"([^"]*)"|([^;\\s]+))`, "gi"))];
  if (pieces.length > 0) {
    const joined = pieces
      .sort((a, b) => Number(a[1]) - Number(b[1]))
      .map((piece) => piece[3] ?? piece[4] ?? "")
      .join("");
    const charset = /^([\w-]+)'[\w-]*'(.*)$/.exec(joined);
    return charset === null ? joined : percented(charset[2] ?? "", charset[1] ?? "");
  }
  const plain = new RegExp(`[;\\s]${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, "i").exec(header);
  return plain === null ? null : (plain[1] ?? plain[2] ?? null);
}

function percented(text: string, charset: string): string {
  const bytes = Buffer.from(
    text.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
  return decode(bytes, encodingOf(charset) ?? undefined).text;
}

function split(raw: Buffer, boundary: string, budget: { left: number }): readonly Uint8Array[] {
  const mark = Buffer.from(`--${boundary}`, "latin1");
  const pieces: Uint8Array[] = [];
  let start = -1;
  for (let at = raw.indexOf(mark); at >= 0; at = raw.indexOf(mark, at + mark.length)) {
    if (at > 0 && raw[at - 1] !== 10) continue;
    if (start >= 0 && budget.left-- > 0) pieces.push(raw.subarray(start, at));
    const line = raw.indexOf("\n", at);
    if (line < 0 || raw.toString("latin1", at + mark.length, at + mark.length + 2) === "--") {
      start = -1;
      break;
    }
    start = line + 1;
  }
  // The last part of a mail that was cut off.
  if (start >= 0 && start < raw.length && budget.left-- > 0) pieces.push(raw.subarray(start));
  return pieces;
}

function transferred(raw: Buffer, encoding: string): Uint8Array {
  if (encoding === "base64") return Buffer.from(raw.toString("latin1").replace(/[^A-Za-z0-9+/=]/g, ""), "base64");
  return encoding === "quoted-printable" ? unquoted(raw) : raw;
}

/** Undoes quoted-printable. */
function unquoted(raw: Buffer): Buffer {
  const out = Buffer.alloc(raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at] ?? 0;
    if (byte !== 0x3d) out[length++] = byte;
    else if (raw[at + 1] === 10) at++;
    else if (raw[at + 1] === 13 && raw[at + 2] === 10) at += 2;
    else {
      const value = Number.parseInt(raw.toString("latin1", at + 1, at + 3), 16);
      if (/^[0-9a-fA-F]{2}$/.test(raw.toString("latin1", at + 1, at + 3))) {
        out[length++] = value;
        at += 2;
      } else out[length++] = byte;
    }
  }
  return out.subarray(0, length);
}

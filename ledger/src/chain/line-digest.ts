import { hash } from "node:crypto";
import { identifier } from "../schema/record-columns.js";
import type { KeptRecord } from "../schema/record-set.js";
import { canonicalJson, canonicalText } from "./canonical-json.js";

const [TAB, NEWLINE, QUOTE, BACKSLASH, NULL_MARK] = [9, 10, 34, 92, 78];
const BLOCK = 64;
const UUID = 36;

/** What of a record its lines depend on, as plain data that a thread can be given. */
export interface LineShape {
  readonly name: string;
  readonly salted: boolean;
  readonly fields: readonly { readonly key: string; readonly type: string; readonly personal: boolean }[];
}

/** Null for a record with fields of several values, which COPY prints otherwise than JSON. */
export function lineShape({ definition, salted }: KeptRecord): LineShape | null {
  const { name, fields } = definition;
  if (fields.some(({ type }) => ["texts", "references", "list"].includes(type))) return null;
  const plain = fields.map(({ key, type, personal }) => ({ key, type, personal: personal === true }));
  return { name, salted, fields: plain.sort((a, b) => (a.key < b.key ? -1 : 1)) };
}

/** The columns of a line. */
export function lineColumns({ salted, fields }: LineShape): string {
  return ["seq", "id", ...(salted ? ["salt"] : []), ...fields.map(({ key }) => key)].map(identifier).join(", ");
}

/** A field in the order of canonical JSON. */
interface LineField {
  readonly name: Buffer;
  readonly flag: boolean;
  /** What stands before the value under its HMAC; null for a field that is not personal. */
  readonly personal: Buffer | null;
}

/**
 * `rowDigest` of rows as COPY prints them: from bytes to bytes, without a string or an object for each of thirty million
 * values. Knows nothing of erased values: a digest that differs is looked at by `rowDigest`.
 */
export class LineDigest {
  /** Of the line that was read last. */
  seq = "";
  id = "";
  digest = "";
  readonly #fields: readonly LineField[];
  readonly #salted: boolean;
  readonly #beforeId = Buffer.from('{"id":"', "latin1");
  readonly #afterId: Buffer;
  readonly #inner = Buffer.alloc(BLOCK);
  readonly #outer = Buffer.alloc(BLOCK + 32);
  #text = Buffer.allocUnsafe(8192);
  #message = Buffer.allocUnsafe(8192);
  #used = 0;

  constructor({ name, salted, fields }: LineShape, scopeId: string) {
    this.#salted = salted;
    this.#fields = fields.map(({ key, type, personal }) => ({
      name: Buffer.from(`${canonicalJson(key)}:`),
      flag: type === "flag",
      personal: personal ? Buffer.from(`[${canonicalText(name)},${canonicalText(key)},`) : null,
    }));
    this.#afterId = Buffer.from(`","record":${canonicalText(name)},"scope":${canonicalText(scopeId)},"values":{`);
  }

  /** Digests the line that begins at `at`; gives where the next one begins. */
  read(lines: Buffer, at: number): number {
    const end = lines.indexOf(NEWLINE, at);
    if (end < 0) throw new Error("a line of COPY without an end");
    this.#room((end - at) * 6 + this.#fields.length * 128 + 512);
    let from = lines.indexOf(TAB, at);
    this.seq = lines.toString("latin1", at, from);
    at = from + 1;
    this.id = lines.toString("latin1", at, at + UUID);
    this.#used = 0;
    this.#put(this.#beforeId);
    this.#used += lines.copy(this.#text, this.#used, at, at + UUID);
    this.#put(this.#afterId);
    from = at + UUID + 1;
    if (this.#salted) from = this.#key(lines, from);
    let first = true;
    for (const field of this.#fields) {
      if (lines[from] === BACKSLASH && lines[from + 1] === NULL_MARK) {
        from += 3;
        continue;
      }
      if (!first) this.#text[this.#used++] = 44;
      first = false;
      this.#put(field.name);
      from = field.personal === null ? this.#plain(lines, from, field.flag) : this.#hidden(lines, from, field.personal);
    }
    this.#text[this.#used++] = 125;
    this.#text[this.#used++] = 125;
    this.digest = hash("sha256", this.#text.subarray(0, this.#used), "hex");
    return end + 1;
  }

  #put(bytes: Buffer): void {
    const text = this.#text;
    let used = this.#used;
    for (let at = 0; at < bytes.length; at += 1) text[used++] = bytes[at] ?? 0;
    this.#used = used;
  }

  #plain(lines: Buffer, from: number, flag: boolean): number {
    if (flag) {
      this.#used += this.#text.write(lines[from] === 116 ? "true" : "false", this.#used, "latin1");
      return from + 2;
    }
    const next = jsonOf(lines, from, this.#text, this.#used);
    this.#used = written;
    return next;
  }

  /** A personal value as its HMAC under the row's salt. */
  #hidden(lines: Buffer, from: number, before: Buffer): number {
    const message = this.#message;
    message.set(this.#inner, 0);
    message.set(before, BLOCK);
    const next = jsonOf(lines, from, message, BLOCK + before.length);
    message[written++] = 93;
    this.#outer.write(hash("sha256", message.subarray(0, written), "binary"), BLOCK, "latin1");
    const text = this.#text;
    this.#used += text.write('{"hmac":"', this.#used, "latin1");
    this.#used += text.write(hash("sha256", this.#outer, "hex"), this.#used, "latin1");
    this.#used += text.write('"}', this.#used, "latin1");
    return next;
  }

  /** The salt as the two keys of an HMAC; a row without one has an empty key. */
  #key(lines: Buffer, from: number): number {
    this.#inner.fill(0x36);
    this.#outer.fill(0x5c, 0, BLOCK);
    if (lines[from + 1] === NULL_MARK) return from + 3;
    let at = from + 3;
    for (let byte = 0; byte < BLOCK && lines[at] !== TAB; byte += 1, at += 2) {
      const value = (nibble(lines[at] ?? 0) << 4) | nibble(lines[at + 1] ?? 0);
      this.#inner[byte] = value ^ 0x36;
      this.#outer[byte] = value ^ 0x5c;
    }
    if (lines[at] !== TAB) throw new RangeError("a salt is longer than a block");
    return at + 1;
  }

  #room(bytes: number): void {
    if (this.#text.length >= bytes) return;
    this.#text = Buffer.allocUnsafe(bytes * 2);
    this.#message = Buffer.allocUnsafe(bytes * 2);
  }
}

/** Where `jsonOf` stopped writing: two numbers without an object for each of millions of values. */
let written = 0;

/** Writes a value as a JSON text; gives where the next one begins. Most have nothing in them to be escaped. */
function jsonOf(lines: Buffer, from: number, to: Buffer, start: number): number {
  let at = from;
  let put = start;
  to[put++] = QUOTE;
  for (;;) {
    const byte = lines[at] ?? NEWLINE;
    if (byte === TAB || byte === NEWLINE) break;
    if (byte < 32 || byte === QUOTE || byte === BACKSLASH) return escapedJson(lines, from, to, start);
    to[put++] = byte;
    at += 1;
  }
  to[put++] = QUOTE;
  written = put;
  return at + 1;
}

function escapedJson(lines: Buffer, from: number, to: Buffer, start: number): number {
  let end = from;
  while (lines[end] !== TAB && lines[end] !== NEWLINE) end += 1;
  const text = lines
    .toString("utf8", from, end)
    .replace(/\\(.)/gsu, (_whole: string, sign: string) => ESCAPED[sign] ?? sign);
  written = start + to.write(canonicalText(text), start);
  return end + 1;
}

const ESCAPED: { readonly [sign: string]: string } = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

function nibble(digit: number): number {
  return digit < 58 ? digit - 48 : digit - 87;
}

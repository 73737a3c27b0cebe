import { readingLimits } from "../files/reading-limits.js";
import { decodeStream } from "./pdf-filters.js";
import { type Decrypt, emptyPasswordKey } from "./pdf-key.js";
import { PdfLexer } from "./pdf-lexer.js";
import {
  isDictionary,
  type PdfDictionary,
  PdfName,
  PdfReference,
  PdfStream,
  type PdfValue,
  PdfWord,
} from "./pdf-object.js";

interface Place {
  readonly offset: number;
  /** The stream of objects that holds it, null for one of its own. */
  readonly inside: PdfStream | null;
}

const mostTrailers = 60;
const mostStreamObjects = 200_000;

/**
 * The objects of a PDF file. They are found by looking through the file rather than by its table of places: the table
 * is what broken, cut and mended files have wrong, and of an object that is there twice the later one counts, as the
 * format says. Throws nothing; what cannot be read is null.
 */
export class PdfFile {
  readonly #places = new Map<number, Place>();
  readonly #known = new Map<number, PdfValue>();
  readonly #trailers: PdfDictionary[] = [];
  #decrypt: Decrypt | null = null;
  readonly #likelyPages = new Set<number>();
  #noEndFrom = Number.POSITIVE_INFINITY;
  #left: number = readingLimits.unpacked;
  /** Opens only with a password. */
  readonly locked: boolean = false;

  constructor(readonly bytes: Uint8Array) {
    const streams = this.#scan();
    const encrypted = this.#fromTrailers("Encrypt");
    if (isDictionary(encrypted)) {
      const id = this.#fromTrailers("ID");
      const first = Array.isArray(id) ? this.resolve(id[0]) : null;
      this.#decrypt = emptyPasswordKey(encrypted, first instanceof Uint8Array ? first : new Uint8Array(), (value) =>
        this.resolve(value),
      );
      this.locked = this.#decrypt === null;
      this.#known.clear();
    }
    if (!this.locked) for (const [number, offset] of streams) this.#openObjectStream(number, offset);
  }

  get root(): PdfDictionary | null {
    const root = this.#fromTrailers("Root");
    return isDictionary(root) ? root : null;
  }

  /** Objects that look like pages, in the order of their numbers: for files whose tree of pages is lost. */
  *likelyPages(): Generator<PdfValue> {
    const packed = [...this.#places].filter(([, { inside }]) => inside !== null).map(([number]) => number);
    const numbers = [...this.#likelyPages, ...packed].sort((a, b) => a - b);
    for (const number of numbers.slice(0, readingLimits.entries)) yield this.resolve(new PdfReference(number));
  }

  /** The object that a reference stands for (through several, if need be); other values are themselves. */
  resolve(value: PdfValue | undefined): PdfValue {
    let found: PdfValue = value ?? null;
    for (let step = 0; found instanceof PdfReference && step < 16; step++) found = this.#load(found.number);
    return found instanceof PdfReference ? null : found;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.resolve(value);
    return isDictionary(found) ? found : found instanceof PdfStream ? found.dictionary : new Map();
  }

  /** The bytes of a stream with its filters undone; null for pictures and when the file has unpacked too much. */
  data(stream: PdfStream): Uint8Array | null {
    if (this.#left <= 0) return null;
    const plain =
      this.#decrypt === null || stream.owner < 0 ? stream.bytes : this.#tryDecrypt(stream.bytes, stream.owner);
    const data = decodeStream(plain, stream.dictionary, (value) => this.resolve(value), this.#left);
    this.#left -= data?.length ?? 0;
    return data;
  }

  /** More was packed into the file than is unpacked. */
  get full(): boolean {
    return this.#left <= 0;
  }

  #tryDecrypt(bytes: Uint8Array, owner: number): Uint8Array {
    try {
      return this.#decrypt?.(bytes, owner) ?? bytes;
    } catch {
      return new Uint8Array();
    }
  }

  #fromTrailers(key: string): PdfValue {
    for (const trailer of [...this.#trailers].reverse()) {
      const value = this.resolve(trailer.get(key));
      if (value !== null) return value;
    }
    return null;
  }

  /** Finds every `12 0 obj` and every trailer; returns the streams that hold further objects. */
  #scan(): ReadonlyMap<number, number> {
    const streams = new Map<number, number>();
    const buffer = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    for (let at = buffer.indexOf("obj"); at >= 0; at = buffer.indexOf("obj", at + 3)) {
      const before = buffer.toString("latin1", Math.max(0, at - 24), at);
      const match = /(?:^|[^\d])(\d{1,10})\s+\d{1,5}\s+$/.exec(before);
      if (match === null) continue;
      const number = Number(match[1]);
      const offset = at + 3;
      this.#places.set(number, { offset, inside: null });
      const head = buffer.toString("latin1", offset, offset + 400);
      if (/\/Type\s*\/ObjStm/.test(head)) streams.set(number, offset);
      else streams.delete(number);
      if (/\/Type\s*\/Page(?!s)/.test(head)) this.#likelyPages.add(number);
      if (/\/Type\s*\/XRef/.test(head)) this.#trailer(offset);
    }
    for (let at = buffer.indexOf("trailer"); at >= 0; at = buffer.indexOf("trailer", at + 7)) this.#trailer(at + 7);
    return streams;
  }

  #trailer(offset: number): void {
    if (this.#trailers.length >= mostTrailers) return;
    const found = new PdfLexer(this.bytes, offset).next();
    if (isDictionary(found)) this.#trailers.push(found);
  }

  #openObjectStream(number: number, offset: number): void {
    const stream = this.#read(number, offset);
    if (!(stream instanceof PdfStream)) return;
    const data = this.data(stream);
    if (data === null) return;
    const first = this.resolve(stream.dictionary.get("First"));
    const count = this.resolve(stream.dictionary.get("N"));
    const lexer = new PdfLexer(data);
    const inside = new PdfStream(new Map(), data, -1);
    for (let index = 0; index < Math.min(Number(count) || 0, mostStreamObjects); index++) {
      const own = lexer.next();
      const at = lexer.next();
      if (typeof own !== "number" || typeof at !== "number") return;
      const before = this.#places.get(own);
      // Of two versions the later in the file counts.
      if (before !== undefined && before.inside === null && before.offset > offset) continue;
      this.#places.set(own, { offset: (Number(first) || 0) + at, inside });
    }
  }

  #load(number: number): PdfValue {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const place = this.#places.get(number);
    if (place === undefined) return null;
    // Set first, so that an object that leads to itself ends.
    this.#known.set(number, null);
    const value =
      place.inside === null
        ? this.#read(number, place.offset)
        : plain(new PdfLexer(place.inside.bytes, place.offset).next());
    this.#known.set(number, value);
    return value;
  }

  #read(number: number, offset: number): PdfValue {
    const lexer = new PdfLexer(this.bytes, offset);
    const value = plain(lexer.next());
    if (value instanceof Uint8Array) return this.#decrypt === null ? value : this.#tryDecrypt(value, number);
    if (!isDictionary(value)) return value;
    const word = lexer.next();
    if (!(word instanceof PdfWord) || word.word !== "stream") return value;
    let start = lexer.at;
    if (this.bytes[start] === 13) start++;
    if (this.bytes[start] === 10) start++;
    return new PdfStream(value, this.bytes.subarray(start, this.#streamEnd(value, start)), number);
  }

  /** By its stated length where `endstream` stands there, else by looking for it. */
  #streamEnd(dictionary: PdfDictionary, start: number): number {
    const stated = this.resolve(dictionary.get("Length"));
    const buffer = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    if (typeof stated === "number" && stated >= 0 && start + stated <= this.bytes.length) {
      if (/^\s*endstream/.test(buffer.toString("latin1", start + stated, start + stated + 14))) return start + stated;
    }
    // Where it was missing once it is missing from there on: a file without any is searched once.
    const found = start >= this.#noEndFrom ? -1 : buffer.indexOf("endstream", start);
    if (found < 0) this.#noEndFrom = Math.min(this.#noEndFrom, start);
    return found < 0 ? this.bytes.length : found;
  }
}

function plain(value: PdfValue | PdfWord | undefined): PdfValue {
  return value === undefined || value instanceof PdfWord ? null : value;
}

/** The name's text, or nothing. */
export function nameOf(value: PdfValue): string {
  return value instanceof PdfName ? value.name : "";
}

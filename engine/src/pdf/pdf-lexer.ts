import { type PdfDictionary, PdfName, PdfReference, type PdfValue, PdfWord } from "./pdf-object.js";

const deepest = 60;
const longestWord = 128;
const longestString = 65_536;
const white = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([..."()<>[]{}/%"].map((char) => char.charCodeAt(0)));

/** Reads objects and words one after the other; broken ones come out as null, and it always moves on. */
export class PdfLexer {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  /** The next object or word; undefined at the end. */
  next(depth = 0): PdfValue | PdfWord | undefined {
    this.#skip();
    const byte = this.bytes[this.at];
    if (byte === undefined) return undefined;
    if (depth > deepest) {
      this.at = this.bytes.length;
      return undefined;
    }
    switch (byte) {
      case 0x2f:
        this.at++;
        return new PdfName(this.#name());
      case 0x28:
        this.at++;
        return this.#literal();
      case 0x3c:
        if (this.bytes[this.at + 1] === 0x3c) {
          this.at += 2;
          return this.#dictionary(depth);
        }
        this.at++;
        return this.#hex();
      case 0x5b:
        this.at++;
        return this.#array(depth);
      case 0x5d:
      case 0x7b:
      case 0x7d:
      case 0x29:
        this.at++;
        return new PdfWord(String.fromCharCode(byte));
      case 0x3e:
        this.at += this.bytes[this.at + 1] === 0x3e ? 2 : 1;
        return new PdfWord(">>");
      default:
        return this.#numberOrWord();
    }
  }

  #skip(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) return;
      if (byte === 0x25) while (this.at < this.bytes.length && !isLineEnd(this.bytes[this.at])) this.at++;
      else if (white.has(byte)) this.at++;
      else return;
    }
  }

  #word(): string {
    const start = this.at;
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at] ?? 0;
      if (white.has(byte) || delimiters.has(byte)) break;
      this.at++;
    }
    // A byte that begins nothing is passed over.
    if (this.at === start) this.at++;
    return String.fromCharCode(...this.bytes.subarray(start, Math.min(this.at, start + longestWord)));
  }

  #name(): string {
    const byte = this.bytes[this.at];
    if (byte === undefined || white.has(byte) || delimiters.has(byte)) return "";
    return this.#word().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  #numberOrWord(): PdfValue | PdfWord {
    const word = this.#word();
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) {
      const number = Number(word);
      return Number.isInteger(number) && number >= 0 ? (this.#reference(number) ?? number) : number;
    }
    if (word === "true") return true;
    if (word === "false") return false;
    if (word === "null") return null;
    // -.5.3 and --5 are written by some programs.
    if (/^[+-]*\d*\.?\d+[-.\d]*$/.test(word)) return Number.parseFloat(word.replace(/^[+-]*-/, "-")) || 0;
    return new PdfWord(word);
  }

  /** `12 0 R` behind a number that was just read. */
  #reference(number: number): PdfReference | null {
    const from = this.at;
    const tail = String.fromCharCode(...this.bytes.subarray(from, from + 12));
    const match = /^\s+\d{1,5}\s+R(?![A-Za-z])/.exec(tail);
    if (match === null) return null;
    this.at = from + match[0].length;
    return new PdfReference(number);
  }

  #array(depth: number): readonly PdfValue[] {
    const items: PdfValue[] = [];
    for (let item = this.next(depth + 1); item !== undefined; item = this.next(depth + 1)) {
      if (item instanceof PdfWord) {
        if (item.word === "]") break;
        if (item.word === "endobj" || item.word === "stream") break;
      } else items.push(item);
    }
    return items;
  }

  #dictionary(depth: number): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    for (let key = this.next(depth + 1); key !== undefined; key = this.next(depth + 1)) {
      if (key instanceof PdfWord && (key.word === ">>" || key.word === "endobj" || key.word === "stream")) break;
      if (!(key instanceof PdfName)) continue;
      const value = this.next(depth + 1);
      if (value === undefined) break;
      if (value instanceof PdfWord) {
        if (value.word === ">>") break;
      } else entries.set(key.name, value);
    }
    return entries;
  }

  #hex(): Uint8Array {
    const out: number[] = [];
    let half = -1;
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at++] ?? 0;
      if (byte === 0x3e) break;
      const digit = Number.parseInt(String.fromCharCode(byte), 16);
      if (Number.isNaN(digit)) continue;
      if (half < 0) half = digit;
      else {
        out.push(half * 16 + digit);
        half = -1;
      }
    }
    if (half >= 0) out.push(half * 16);
    return Uint8Array.from(out);
  }

  #literal(): Uint8Array {
    const out: number[] = [];
    let open = 1;
    while (this.at < this.bytes.length && out.length < longestString) {
      const byte = this.bytes[this.at++] ?? 0;
      if (byte === 0x5c) this.#escape(out);
      else {
        if (byte === 0x28) open++;
        if (byte === 0x29 && --open === 0) break;
        out.push(byte);
      }
    }
    return Uint8Array.from(out);
  }

  #escape(out: number[]): void {
    const byte = this.bytes[this.at++] ?? 0;
    const plain = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 }[byte];
    if (plain !== undefined) out.push(plain);
    else if (byte >= 0x30 && byte <= 0x37) {
      let value = byte - 0x30;
      for (let more = 0; more < 2; more++) {
        const digit = (this.bytes[this.at] ?? 0) - 0x30;
        if (digit < 0 || digit > 7) break;
        value = value * 8 + digit;
        this.at++;
      }
      out.push(value & 0xff);
    } else if (byte === 13) {
      if (this.bytes[this.at] === 10) this.at++;
    } else if (byte !== 10) out.push(byte);
  }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 10 || byte === 13;
}

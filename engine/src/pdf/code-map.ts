import { PdfLexer } from "./pdf-lexer.js";
import { PdfName, PdfWord } from "./pdf-object.js";

/** A CMap: how a string's bytes part into codes, and what characters (or numbers of glyphs) the codes stand for. */
export interface CodeMap {
  /** Lengths of codes by their first byte: ranges of codes of one length. */
  readonly spaces: readonly { readonly length: number; readonly low: number; readonly high: number }[];
  readonly characters: ReadonlyMap<number, string>;
}

const mostEntries = 100_000;

/** Reads a CMap stream (ToUnicode, or an encoding of the file's own). */
export function readCodeMap(data: Uint8Array): CodeMap {
  const lexer = new PdfLexer(data);
  const spaces: { length: number; low: number; high: number }[] = [];
  const characters = new Map<number, string>();
  let mode = "";
  let held: (Uint8Array | readonly unknown[])[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (token instanceof PdfWord) {
      mode =
        /^begin(codespacerange|bfchar|bfrange)$/.exec(token.word)?.[1] ?? (token.word.startsWith("end") ? "" : mode);
      held = [];
      continue;
    }
    if (mode === "" || token instanceof PdfName || characters.size > mostEntries) continue;
    if (token instanceof Uint8Array || Array.isArray(token)) held.push(token);
    if (mode === "codespacerange" && held.length === 2) {
      const [low, high] = held;
      if (low instanceof Uint8Array && high instanceof Uint8Array)
        spaces.push({ length: high.length, low: low[0] ?? 0, high: high[0] ?? 0 });
      held = [];
    } else if (mode === "bfchar" && held.length === 2) {
      const [code, text] = held;
      if (code instanceof Uint8Array && text instanceof Uint8Array) characters.set(numberOf(code), textOf(text));
      held = [];
    } else if (mode === "bfrange" && held.length === 3) {
      addRange(held, characters);
      held = [];
    }
  }
  return { spaces, characters };
}

function addRange(held: readonly unknown[], characters: Map<number, string>): void {
  const [low, high, to] = held;
  if (!(low instanceof Uint8Array) || !(high instanceof Uint8Array)) return;
  const first = numberOf(low);
  const last = Math.min(numberOf(high), first + 0xffff);
  if (to instanceof Uint8Array) {
    const text = textOf(to);
    const head = text.slice(0, -1);
    const unit = text.charCodeAt(text.length - 1);
    for (let code = first; code <= last; code++) characters.set(code, head + String.fromCharCode(unit + code - first));
  } else if (Array.isArray(to)) {
    for (const [index, each] of to.slice(0, last - first + 1).entries())
      if (each instanceof Uint8Array) characters.set(first + index, textOf(each));
  }
}

/** A code's number. */
export function numberOf(bytes: Uint8Array): number {
  return bytes.subarray(0, 4).reduce((sum, byte) => sum * 256 + byte, 0);
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length === 1) return String.fromCharCode(bytes[0] ?? 0);
  return new TextDecoder("utf-16be").decode(bytes.subarray(0, 64)).replaceAll("\u0000", "");
}

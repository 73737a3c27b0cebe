import type { CompoundFile } from "./compound-file.js";
import { type ByteRanges, isWithin, rowEnds, tableParagraphs, unprinted } from "./word-properties.js";

/** The stories of a Word 97–2003 document as their characters stand, with the marks of [MS-DOC] 2.4.1 still in them. */
export interface WordText {
  readonly main: string;
  readonly footnotes: string;
  readonly headers: string;
  readonly comments: string;
  readonly endnotes: string;
  readonly boxes: string;
  /** A piece of text lies outside the file: it was cut off. */
  readonly incomplete: boolean;
}

export type WordTrouble = "damaged" | "encrypted" | "older";

/** Marks of our own (noncharacters, which no text has): the end of a table row, which the file marks as it marks a cell's end, and of a paragraph inside a cell. */
export const rowMark = "\ufdd0";
export const cellBreak = "\ufdd1";

/** Numbers of the stories' lengths in the header (FibRgLw97), in the order in which their texts follow each other. */
const lengths = [0x4c, 0x50, 0x54, 0x5c, 0x60, 0x64] as const;
const longest = 40_000_000;

/** Reads the text of a .doc or .wps by its piece table. Throws nothing. */
export function readWordBinary(file: CompoundFile): WordText | WordTrouble {
  const main = file.stream("WordDocument");
  if (main === null || main.length < 0x200) return "damaged";
  const view = new DataView(main.buffer, main.byteOffset, main.byteLength);
  if (view.getUint16(0, true) !== 0xa5ec) return "older";
  // Word 6 and 95 have another header and no table stream.
  if (view.getUint16(2, true) < 0xc1) return "older";
  const flags = view.getUint16(10, true);
  if ((flags & 0x0100) !== 0) return "encrypted";
  const table = file.stream((flags & 0x0200) !== 0 ? "1Table" : "0Table");
  if (table === null) return "damaged";
  const part = (at: number) => {
    if (at + 8 > main.length) return new Uint8Array();
    const from = view.getUint32(at, true);
    return table.subarray(from, from + view.getUint32(at + 4, true));
  };
  const pieces = piecesOf(part(0x1a2));
  if (pieces === null) return "damaged";
  const marks: Formatting = {
    rowEnds: rowEnds(main, part(0x102)),
    inTable: tableParagraphs(main, part(0x102)),
    unprinted: unprinted(main, part(0xfa)),
  };
  const counts = lengths.map((at) => view.getUint32(at, true));
  let from = 0;
  const limits = counts.map((count) => {
    const start = from;
    from += Math.min(count, longest);
    return { start, end: Math.min(from, longest) };
  });
  const text = { incomplete: false };
  const story = (index: number) => {
    const { start = 0, end = 0 } = limits[index] ?? {};
    const read = textOf(main, pieces, start, end, marks);
    text.incomplete ||= read.incomplete;
    return read.text;
  };
  const [body, footnotes, headers, comments, endnotes, boxes] = [0, 1, 2, 3, 4, 5].map(story);
  return {
    main: body ?? "",
    footnotes: footnotes ?? "",
    headers: headers ?? "",
    comments: comments ?? "",
    endnotes: endnotes ?? "",
    boxes: boxes ?? "",
    incomplete: text.incomplete,
  };
}

interface Formatting {
  readonly rowEnds: ByteRanges;
  readonly inTable: ByteRanges;
  readonly unprinted: ByteRanges;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  /** One byte a character (Windows-1252) instead of two. */
  readonly narrow: boolean;
}

/** The piece table out of the CLX: which characters lie where in the file. */
function piecesOf(clx: Uint8Array): readonly Piece[] | null {
  const view = new DataView(clx.buffer, clx.byteOffset, clx.byteLength);
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === 1) at += 3 + view.getUint16(at + 1, true);
  if (clx[at] !== 2 || at + 5 > clx.length) return null;
  const size = Math.min(view.getUint32(at + 1, true), clx.length - at - 5);
  const count = Math.floor((size - 4) / 12);
  const first = at + 5;
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const place = view.getUint32(first + (count + 1) * 4 + index * 8 + 2, true);
    const narrow = (place & 0x40000000) !== 0;
    const offset = place & 0x3fffffff;
    pieces.push({
      start: view.getUint32(first + index * 4, true),
      end: view.getUint32(first + index * 4 + 4, true),
      offset: narrow ? offset >>> 1 : offset,
      narrow,
    });
  }
  return count > 0 ? pieces : null;
}

function textOf(
  main: Uint8Array,
  pieces: readonly Piece[],
  from: number,
  to: number,
  marks: Formatting,
): { readonly text: string; readonly incomplete: boolean } {
  const out: string[] = [];
  let incomplete = false;
  for (const piece of pieces) {
    const start = Math.max(from, piece.start);
    const end = Math.min(to, piece.end);
    if (start >= end) continue;
    const width = piece.narrow ? 1 : 2;
    const first = piece.offset + (start - piece.start) * width;
    const bytes = main.subarray(first, first + (end - start) * width);
    incomplete ||= bytes.length < (end - start) * width;
    const text = new TextDecoder(piece.narrow ? "windows-1252" : "utf-16le").decode(bytes);
    out.push(printed(text, first, width, marks));
  }
  return { text: out.join(""), incomplete };
}

/** Without what is not printed, and with marks of their own for the ends of rows and of paragraphs inside cells. */
function printed(text: string, first: number, width: number, marks: Formatting): string {
  const { rowEnds: ends, inTable, unprinted: unseen } = marks;
  if (unseen.length === 0 && inTable.length === 0) return text;
  let out = "";
  for (let at = 0; at < text.length; at++) {
    const place = first + at * width;
    const char = text.charAt(at);
    if (char === "\u0007" && isWithin(ends, place)) out += rowMark;
    else if (char === "\r" && isWithin(inTable, place)) out += cellBreak;
    else if (unseen.length === 0 || !isWithin(unseen, place)) out += char;
  }
  return out;
}

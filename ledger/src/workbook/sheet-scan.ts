import { columnIndex } from "./book.js";
import { cellText } from "./cell-text.js";
import { largestPart, longestRow } from "./workbook-limits.js";
import { tooFull, xmlDecoder } from "./zip-parts.js";

/** What the scanner hands over of a cell, to be made into something; nothing is kept here. */
export interface RawCell {
  /** As in the file: `n`, `s` (number of a shared string), `str`, `inlineStr`, `b`, `e`, `d`. */
  type: string;
  style: number;
  /** Text inside `v` or `is`, entities resolved; null for a cell without a value. */
  value: string | null;
  /** Text of the formula, empty for one that shares another cell's; null for none. */
  formula: string | null;
  /** Number of a shared formula; -1 for none. */
  sharedFormula: number;
  /** Holds a picture or another rich value (`vm`). */
  rich: boolean;
}

/** What becomes of a cell; undefined for nothing. */
export type MakeCell<T> = (row: number, column: number, cell: RawCell) => T | undefined;

/** One row with what `make` made of its cells; holes are empty. */
export interface ScannedRow<T> {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: (T | undefined)[];
}

/** What stands before and after the rows: views, columns, merges, filter, drawings. */
export interface SheetFrame {
  head: string;
  tail: string;
}

/**
 * Reads a worksheet's rows from its chunks, in one pass and in constant memory; a batch per chunk. Tags are found by
 * searching, not by a general parser, which is several times slower on the 60 million tags of a large roster: this is
 * safe because text inside a row is escaped, so that `<` always begins a tag. Prefixed names (`x:row`), missing places,
 * pretty-printed and self-closed tags are read as well. `frame` is filled in on the way.
 */
export async function* scanRows<T>(
  chunks: AsyncIterable<Buffer>,
  make: MakeCell<T>,
  frame: SheetFrame,
): AsyncGenerator<readonly ScannedRow<T>[]> {
  let text = "";
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let scan: RowScan<T> | null = null;
  for await (const chunk of chunks) {
    decoder ??= xmlDecoder(chunk);
    text += decoder.decode(chunk, { stream: true });
    if (scan === null) {
      const start = /<((?:[\w.-]+:)?)sheetData\b[^>]*>/.exec(text);
      if (start === null) {
        if (text.length > largestPart) throw tooFull("单个部分的大小", "size of one part", `${largestPart / 1e6} MB`);
        continue;
      }
      frame.head = text.slice(0, start.index);
      text = text.slice(start.index + start[0].length);
      scan = new RowScan(start[1] ?? "", make, start[0].endsWith("/>"));
    }
    const { rows, left } = scan.take(text);
    text = left;
    if (text.length > (scan.ended ? largestPart : longestRow)) throw tooFull("单行的大小", "size of one row", "32 MB");
    if (rows.length > 0) yield rows;
  }
  if (scan === null) frame.head = text;
  else frame.tail = text;
}

class RowScan<T> {
  readonly #make: MakeCell<T>;
  readonly #row: string;
  readonly #rowEnd: string;
  readonly #dataEnd: string;
  readonly #c: string;
  readonly #cEnd: string;
  readonly #v: string;
  readonly #f: string;
  readonly #is: string;
  readonly #cell: RawCell = { type: "n", style: 0, value: null, formula: null, sharedFormula: -1, rich: false };
  readonly #texts: TextScan;
  #nextRow = 0;
  /** Up to where the end of the present row was looked for in vain. */
  #searched = 0;
  ended: boolean;

  constructor(prefix: string, make: MakeCell<T>, ended: boolean) {
    this.#make = make;
    this.ended = ended;
    this.#row = `<${prefix}row`;
    this.#rowEnd = `</${prefix}row>`;
    this.#dataEnd = `</${prefix}sheetData>`;
    this.#c = `<${prefix}c`;
    this.#cEnd = `</${prefix}c>`;
    this.#v = `<${prefix}v`;
    this.#f = `<${prefix}f`;
    this.#is = `<${prefix}is`;
    this.#texts = new TextScan(prefix);
  }

  /** All whole rows of the text, and what is left for the next chunk. */
  take(text: string): { readonly rows: readonly ScannedRow<T>[]; readonly left: string } {
    const rows: ScannedRow<T>[] = [];
    let at = 0;
    while (!this.ended) {
      const start = text.indexOf(this.#row, at);
      const stop = start < 0 ? text.indexOf(this.#dataEnd, at) : -1;
      if (stop >= 0) {
        this.ended = true;
        return { rows, left: text.slice(stop + this.#dataEnd.length) };
      }
      if (start < 0) break;
      const tagEnd = text.indexOf(">", start);
      if (tagEnd < 0) {
        at = start;
        break;
      }
      const empty = text.charCodeAt(tagEnd - 1) === 47;
      const end = empty ? tagEnd + 1 : text.indexOf(this.#rowEnd, Math.max(tagEnd, start + this.#searched));
      if (end < 0) {
        this.#searched = Math.max(0, text.length - start - this.#rowEnd.length);
        return { rows, left: text.slice(start) };
      }
      this.#searched = 0;
      rows.push(this.#one(text, start, tagEnd, empty ? tagEnd : end));
      at = empty ? end : end + this.#rowEnd.length;
    }
    return { rows, left: at === 0 ? text : text.slice(at) };
  }

  #one(text: string, start: number, tagEnd: number, end: number): ScannedRow<T> {
    const attributes = text.slice(start + this.#row.length, tagEnd);
    const printed = /\sr\s*=\s*["'](\d+)/.exec(attributes);
    const row = printed === null ? this.#nextRow : Number(printed[1]) - 1;
    this.#nextRow = row + 1;
    const hidden = /\shidden\s*=\s*["'](1|true)/.test(attributes);
    const cells: (T | undefined)[] = [];
    let column = 0;
    for (let at = tagEnd + 1; at < end; ) {
      const from = text.indexOf(this.#c, at);
      if (from < 0 || from >= end) break;
      const close = text.indexOf(">", from);
      if (close < 0) break;
      // `<charset…>` and its like begin with the same letter.
      if (!opens(text, from, this.#c)) {
        at = close + 1;
        continue;
      }
      const selfClosed = text.charCodeAt(close - 1) === 47;
      const cell = this.#cell;
      column = this.#attributes(text, from + this.#c.length, close, column);
      if (selfClosed) at = close + 1;
      else {
        const stop = text.indexOf(this.#cEnd, close);
        const inner = stop < 0 || stop > end ? end : stop;
        this.#content(text, close + 1, inner);
        at = inner + this.#cEnd.length;
      }
      if (cell.value !== null || cell.formula !== null || cell.rich) {
        const made = this.#make(row, column, cell);
        if (made !== undefined) cells[column] = made;
      }
      column++;
    }
    return { row, hidden, cells };
  }

  /** Fills the cell from its attributes and gives its column. */
  #attributes(text: string, from: number, to: number, next: number): number {
    const cell = this.#cell;
    cell.type = "n";
    cell.style = 0;
    cell.value = null;
    cell.formula = null;
    cell.sharedFormula = -1;
    cell.rich = false;
    let column = next;
    for (let at = from; at < to; ) {
      const equals = text.indexOf("=", at);
      if (equals < 0 || equals >= to) break;
      const quote = text.indexOf('"', equals);
      const single = quote < 0 || quote > to ? text.indexOf("'", equals) : -1;
      const open = single >= 0 && single < to ? single : quote;
      if (open < 0 || open >= to) break;
      const close = text.indexOf(text.charAt(open), open + 1);
      if (close < 0 || close > to) break;
      let name = equals;
      while (name > from && text.charCodeAt(name - 1) <= 32) name--;
      const first = text.charCodeAt(name - 1);
      const alone = text.charCodeAt(name - 2) <= 32;
      if (first === 114 && alone) column = columnAt(text, open + 1, column);
      else if (first === 115 && alone) cell.style = Number(text.slice(open + 1, close));
      else if (first === 116 && alone) cell.type = text.slice(open + 1, close);
      else if (first === 109 && text.charCodeAt(name - 2) === 118) cell.rich = text.slice(open + 1, close) !== "0";
      at = close + 1;
    }
    return column;
  }

  /** Child by child: what is looked for further on than the next tag would be looked for through the whole chunk. */
  #content(text: string, from: number, to: number): void {
    const cell = this.#cell;
    for (let at = from; ; ) {
      const open = text.indexOf("<", at);
      if (open < 0 || open >= to) return;
      const close = text.indexOf(">", open);
      if (close < 0) return;
      const empty = text.charCodeAt(close - 1) === 47;
      if (opens(text, open, this.#v)) {
        const end = empty ? close : text.indexOf("<", close);
        cell.value = empty ? "" : cellText(text.slice(close + 1, end < 0 || end > to ? to : end));
        at = end + 1;
      } else if (opens(text, open, this.#f)) {
        const shared = /\ssi\s*=\s*["'](\d+)/.exec(text.slice(open, close));
        if (shared !== null) cell.sharedFormula = Number(shared[1]);
        const end = empty ? close : text.indexOf("<", close);
        cell.formula = empty ? "" : cellText(text.slice(close + 1, end < 0 || end > to ? to : end));
        at = end + 1;
      } else if (opens(text, open, this.#is)) {
        cell.value = this.#texts.join(text, close + 1, to);
        return;
      } else at = close + 1;
      if (at <= open) return;
    }
  }
}

/** Joins the runs of a rich text, leaving out the readings printed over characters (`rPh`). */
export class TextScan {
  readonly #t: string;
  readonly #reading: string;
  readonly #readingEnd: string;

  constructor(prefix: string) {
    this.#t = `<${prefix}t`;
    this.#reading = `<${prefix}rPh`;
    this.#readingEnd = `</${prefix}rPh>`;
  }

  join(text: string, from: number, to: number): string {
    let joined = "";
    for (let at = from; ; ) {
      const open = text.indexOf("<", at);
      if (open < 0 || open >= to) return joined;
      const close = text.indexOf(">", open);
      if (close < 0 || close >= to) return joined;
      at = close + 1;
      if (opens(text, open, this.#reading)) {
        const end = text.indexOf(this.#readingEnd, close);
        if (end < 0 || end >= to) return joined;
        at = end + this.#readingEnd.length;
      } else if (opens(text, open, this.#t) && text.charCodeAt(close - 1) !== 47) {
        const end = text.indexOf("<", close);
        if (end < 0 || end > to) return joined;
        joined += cellText(text.slice(close + 1, end));
        at = end;
      }
    }
  }
}

/** Whether the tag at this place has just this name. */
function opens(text: string, at: number, tag: string): boolean {
  if (!text.startsWith(tag, at)) return false;
  const behind = text.charCodeAt(at + tag.length);
  return behind === 62 || behind === 47 || behind <= 32;
}

/** The column of a cell name that begins here; the next free one where there are no letters. */
function columnAt(text: string, from: number, next: number): number {
  let end = from;
  for (let code = text.charCodeAt(end); code >= 65 && code <= 90; code = text.charCodeAt(end)) end++;
  return end === from ? next : columnIndex(text.slice(from, end));
}

import type { RawLines } from "../files/raw-lines.js";
import { cellBreak, rowMark, type WordText } from "./word-binary.js";

/** Marks of [MS-DOC] 2.4.1. Inside a field what it computes (0x13 … 0x14) is not printed, its result (0x14 … 0x15) is. */
const fieldBegins = "\u0013";
const fieldResult = "\u0014";
const fieldEnds = "\u0015";
const cellMark = "\u0007";
const lineBreak = "\u000b";
const noteMarks = ["\u0002", "\u0005"];
const ends: ReadonlySet<string> = new Set(["\r", "\f", lineBreak, cellMark, rowMark, cellBreak]);

/** Writes the stories of a Word 97–2003 document as lines, in the order in which .docx is written. */
export function writeWordText(lines: RawLines, text: WordText): void {
  edges(lines, text.headers);
  body(lines, text.main);
  story(lines, text.boxes, "text box");
  story(lines, text.footnotes, "footnote");
  story(lines, text.endnotes, "endnote");
  story(lines, text.comments, "comment", "comment");
}

/** A stretch up to a mark, and the mark; the mark is empty at the end of the text. */
interface Stretch {
  readonly words: string;
  readonly mark: string;
}

function stretches(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  const plain = withoutFields(text);
  let from = 0;
  for (let at = 0; at <= plain.length; at++) {
    const mark = plain.charAt(at);
    if (at < plain.length && !ends.has(mark)) continue;
    found.push({ words: plain.slice(from, at), mark });
    from = at + 1;
  }
  return found;
}

function body(lines: RawLines, text: string): void {
  let paragraphs = 1;
  let tables = 0;
  let row = 0;
  let cells: string[] = [];
  let cell = "";
  for (const { words, mark } of stretches(text)) {
    if (mark === cellBreak) cell = joined(cell, words);
    else if (mark === cellMark) {
      cells.push(joined(cell, words));
      cell = "";
    } else if (mark === rowMark) {
      if (row === 0) tables++;
      row++;
      lines.row(cells.map((each, index) => ({ text: each, part: `table ${tables}/row ${row}/cell ${index + 1}` })));
      cells = [];
      cell = "";
    } else {
      if (printable(words).trim() !== "") row = 0;
      lines.line(printable(words), { part: `paragraph ${paragraphs}` });
      if (mark !== lineBreak) paragraphs++;
    }
  }
  // A row that the file does not end.
  if (cell !== "") cells.push(cell);
  if (cells.length > 0) lines.row(cells.map((each) => ({ text: each })));
}

function joined(before: string, words: string): string {
  return `${before} ${printable(words)}`.trim();
}

/** A side story: one part for each stretch that the mark of a note opens. */
function story(lines: RawLines, text: string, name: string, furniture?: string): void {
  let number = 0;
  for (const { words } of stretches(text)) {
    if (number === 0 || noteMarks.some((mark) => words.includes(mark))) number++;
    const part = `${name} ${number}`;
    lines.line(printable(words), furniture === undefined ? { part } : { part, furniture });
  }
}

/** Headers and footers, each text once: the file keeps six for each section. */
function edges(lines: RawLines, text: string): void {
  const seen = new Set<string>();
  for (const { words } of stretches(text)) {
    const line = printable(words).trim();
    if (line === "" || seen.has(line)) continue;
    seen.add(line);
    lines.line(line, { part: "header", furniture: "page_header" });
  }
}

function withoutFields(text: string): string {
  if (!text.includes(fieldBegins)) return text;
  const open: boolean[] = [];
  let hidden = 0;
  let out = "";
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === fieldBegins) {
      open.push(true);
      hidden++;
    } else if (char === fieldResult) {
      if (open.at(-1) === true) {
        open[open.length - 1] = false;
        hidden--;
      }
    } else if (char === fieldEnds) {
      if (open.pop() === true) hidden--;
    } else if (hidden === 0) out += char;
  }
  return out;
}

/** Without the marks of pictures, notes and soft hyphens; a tab is a space, as in .docx. */
function printable(text: string): string {
  let out = "";
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\u001e") out += "-";
    else if (char === "\t") out += " ";
    else if (char >= " ") out += char;
  }
  return out;
}

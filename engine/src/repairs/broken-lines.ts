import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { sign } from "../text/text-signs.js";

/** A wrapped text has at least this many lines of one width. */
const fewest = 4;
/** No page is wrapped narrower than this many characters. */
const narrowest = 16;
/** What ends a sentence, and what may end a line of its own that is none. */
const sentenceEnds = new Set([..."。！？…!?"].map((char) => char.charCodeAt(0)));
const lineEnds = new Set([..."；：;:”’」』）)】]"].map((char) => char.charCodeAt(0)));
const begins =
  /[\s\u3000]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|\d{1,3}[ \u3000]+[一-鿿]{1,4}[ \u3000]|[•·●◆■□▲]/y;
/** Cells beside each other: the row of a table or of a list (姓名　单位　职务), however many rows are of one width. */
const row = /\t|[|｜]|[^\s]\u3000+[^\s]+\u3000+[^\s]|[^\s] {2,}[^\s]+ {2,}[^\s]/;

/** A line whose next one may go on with its sentence: where its end stands, and whether nothing at its end speaks against it. */
interface OpenLine {
  /** In characters, and in columns, of which a Chinese character takes two: editors and printers wrap by either. */
  readonly characters: number;
  readonly columns: number;
  readonly end: number;
  readonly inside: boolean;
}

type Measure = "characters" | "columns";

/**
 * Joins the lines of a text that was wrapped at a fixed width (pasted from PDF or mail), so that a sentence is not
 * parted: only where at least four lines of that width end inside a sentence. Blank lines and indented lines part
 * paragraphs as before.
 */
export const brokenLines: TextRepair = {
  id: "broken-lines",
  family: "normalising",
  signs: sign.lineEnd,
  find({ text }) {
    const open = openLines(text);
    const inside = open.filter((line) => line.inside);
    const byCharacters = wrappedWidth(inside, "characters", 1);
    const byColumns = wrappedWidth(inside, "columns", 1);
    const wrapped = byColumns.most > byCharacters.most ? byColumns : byCharacters;
    if (wrapped.most < fewest || wrapped.most * 2 < inside.length) return { edits: [] };
    const edits: TextEdit[] = [];
    for (const line of open) {
      if (Math.abs(line[wrapped.measure] - wrapped.width) > wrapped.slack) continue;
      const start = text.charCodeAt(line.end - 1) === 0x0d ? line.end - 1 : line.end;
      edits.push({ start, end: line.end + 1, text: "" });
    }
    return { edits };
  },
};

function openLines(text: string): readonly OpenLine[] {
  const open: OpenLine[] = [];
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0; start = end + 1, end = text.indexOf("\n", start)) {
    let last = end;
    while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
    const width = last - start;
    const closing = text.charCodeAt(last - 1);
    if (width < narrowest || endsSentence(text, last) || isBlankLine(text, end + 1)) continue;
    begins.lastIndex = end + 1;
    if (begins.test(text) || row.test(text.slice(start, last))) continue;
    const columns = width + wideIn(text, start, last);
    open.push({ characters: width, columns, end, inside: !lineEnds.has(closing) });
  }
  return open;
}

/** …。 and …。” end a sentence. */
function endsSentence(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  return sentenceEnds.has(lineEnds.has(last) ? text.charCodeAt(end - 2) : last);
}

function wideIn(text: string, from: number, to: number): number {
  let wide = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > 0x2000) wide++;
  return wide;
}

function isBlankLine(text: string, start: number): boolean {
  let at = start;
  while (at < text.length && text.charCodeAt(at) !== 0x0a && isSpace(text.charCodeAt(at))) at++;
  return at >= text.length || text.charCodeAt(at) === 0x0a;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || unit === 0xa0 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xfeff;
}

/** The width, or one next to it, that most of the lines have, and how many do. */
function wrappedWidth(open: readonly OpenLine[], measure: Measure, slack: number) {
  const widths = new Map<number, number>();
  for (const line of open) widths.set(line[measure], (widths.get(line[measure]) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const middle of widths.keys()) {
    let near = 0;
    for (let off = -slack; off <= slack; off++) near += widths.get(middle + off) ?? 0;
    if (near > most) {
      most = near;
      width = middle;
    }
  }
  return { width, most, measure, slack };
}

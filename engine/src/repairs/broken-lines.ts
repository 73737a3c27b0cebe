import type { TextEdit, TextRepair } from "../text/repair-step.js";
import { sign } from "../text/text-signs.js";

/** A wrapped text has at least this many lines of one width. */
const fewest = 4;
/** No page is wrapped narrower than this many characters. */
const narrowest = 16;
const ends = new Set([..."。！？；：…!?;:”’」』）)】]"].map((char) => char.charCodeAt(0)));
const begins =
  /[\s\u3000]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．]|\d{1,3}[ \u3000]+[一-鿿]{1,4}[ \u3000]|[•·●◆■□▲]/y;
/** Cells beside each other: the row of a table or of a list (姓名　单位　职务), however many rows are of one width. */
const row = /\t|[|｜]|[^\s]\u3000+[^\s]+\u3000+[^\s]|[^\s] {2,}[^\s]+ {2,}[^\s]/;

/** A line that ends inside a sentence and whose next line goes on: its width, and where its end stands. */
interface OpenLine {
  readonly width: number;
  readonly end: number;
}

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
    const width = wrappedWidth(open);
    if (width === null) return { edits: [] };
    const edits: TextEdit[] = [];
    for (const line of open) {
      if (Math.abs(line.width - width) > 1) continue;
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
    if (width < narrowest || ends.has(text.charCodeAt(last - 1)) || isBlankLine(text, end + 1)) continue;
    begins.lastIndex = end + 1;
    if (!begins.test(text) && !row.test(text.slice(start, last))) open.push({ width, end });
  }
  return open;
}

function isBlankLine(text: string, start: number): boolean {
  let at = start;
  while (at < text.length && text.charCodeAt(at) !== 0x0a && isSpace(text.charCodeAt(at))) at++;
  return at >= text.length || text.charCodeAt(at) === 0x0a;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || unit === 0xa0 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xfeff;
}

/** The width at which the text was wrapped: most lines that end inside a sentence have it; null where there is none. */
function wrappedWidth(open: readonly OpenLine[]): number | null {
  if (open.length < fewest) return null;
  const widths = new Map<number, number>();
  for (const { width } of open) widths.set(width, (widths.get(width) ?? 0) + 1);
  let best: number | null = null;
  let most = 0;
  for (const width of widths.keys()) {
    const near = (widths.get(width) ?? 0) + (widths.get(width - 1) ?? 0) + (widths.get(width + 1) ?? 0);
    if (near > most) {
      most = near;
      best = width;
    }
  }
  return most >= fewest && most * 2 >= open.length ? best : null;
}

import type { TextEdit, TextRepair } from "../repair-step.js";

/** A wrapped text has at least this many lines of one width. */
const fewest = 4;
/** No page is wrapped narrower than this many characters. */
const narrowest = 16;
const ends = /[。！？；：…!?;:”’」』）)】\]]$/;
const begins =
  /^[\s\u3000]|^[一二三四五六七八九十]{1,3}、|^[（(][一二三四五六七八九十\d]{1,3}[）)]|^\d{1,2}[、.．]|^[•·●◆■□▲]/;

/**
 * Joins the lines of a text that was wrapped at a fixed width (pasted from PDF or mail), so that a sentence is not
 * parted: only where at least four lines of that width end inside a sentence. Blank lines and indented lines part
 * paragraphs as before.
 */
export const brokenLines: TextRepair = {
  id: "broken-lines",
  family: "normalising",
  find(text) {
    const lines = text.split("\n");
    const width = wrappedWidth(lines);
    if (width === null) return { edits: [] };
    const edits: TextEdit[] = [];
    let at = 0;
    for (const [index, line] of lines.entries()) {
      at += line.length;
      const next = lines[index + 1];
      if (next !== undefined && joins(line, next, width))
        edits.push({ start: line.endsWith("\r") ? at - 1 : at, end: at + 1, text: "" });
      at += 1;
    }
    return { edits };
  },
};

/** The width at which the text was wrapped: most lines that end inside a sentence have it; null where there is none. */
function wrappedWidth(lines: readonly string[]): number | null {
  const widths = new Map<number, number>();
  let open = 0;
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trimEnd();
    const next = lines[index + 1];
    if (
      trimmed.length < narrowest ||
      ends.test(trimmed) ||
      next === undefined ||
      next.trim() === "" ||
      begins.test(next)
    )
      continue;
    open++;
    widths.set(trimmed.length, (widths.get(trimmed.length) ?? 0) + 1);
  }
  let best: number | null = null;
  let most = 0;
  for (const width of widths.keys()) {
    const near = (widths.get(width) ?? 0) + (widths.get(width - 1) ?? 0) + (widths.get(width + 1) ?? 0);
    if (near > most) {
      most = near;
      best = width;
    }
  }
  return most >= fewest && most * 2 >= open ? best : null;
}

function joins(line: string, next: string, width: number): boolean {
  const trimmed = line.trimEnd();
  return Math.abs(trimmed.length - width) <= 1 && !ends.test(trimmed) && next.trim() !== "" && !begins.test(next);
}

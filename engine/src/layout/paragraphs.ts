import type { RawLines } from "../files/raw-lines.js";
import type { ShownPage } from "./glyph.js";
import { readingOrder, type ShownLine } from "./reading-order.js";
import { runningLines } from "./running-lines.js";

interface OpenParagraph {
  readonly pieces: { text: string; part: string }[];
  last: ShownLine;
  page: number;
}

interface Margins {
  readonly left: number;
  readonly right: number;
}

const begins =
  /^([一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十百\d]{1,4}[章节条]|附件\s*\d*\s*[:：]|[•·●◆■□▲])/;
const ends = /[。！？；：!?;:]["”’」』）)】]*$/;

/**
 * Writes pages as paragraphs: lines that fill their column go on in the next one, over pages too. Parts are `page 3`.
 * Headers, footers, page numbers and slanted text are furniture.
 */
export function writePages(lines: RawLines, pages: readonly ShownPage[]): void {
  const shown = pages.map((page) => ({ page, lines: readingOrder(page) }));
  const running = runningLines(shown);
  const margins = shown.map(({ lines: own }, at) => marginsOf(own, running[at]));
  let open: OpenParagraph | null = null;
  const flush = () => {
    if (open !== null) lines.pieces(open.pieces, "");
    open = null;
  };
  const waiting: { readonly text: string; readonly part: string; readonly furniture: string }[] = [];
  const setApart = () => {
    for (const { text, ...place } of waiting.splice(0)) lines.line(text, place);
  };
  for (const [at, { page, lines: own }] of shown.entries()) {
    const part = `page ${at + 1}`;
    for (const text of page.slanted) waiting.push({ text, part, furniture: "watermark" });
    for (const [index, line] of own.entries()) {
      const furniture = running[at]?.get(index);
      if (furniture !== undefined) {
        waiting.push({ text: line.cells.join(" "), part, furniture });
        continue;
      }
      const previous: OpenParagraph | null = open;
      if (line.cells.length > 1) {
        flush();
        setApart();
        lines.row(line.cells.map((text) => ({ text, part })));
      } else if (previous !== null && goesOn(previous, line, at, margins)) {
        joinTo(previous, line, part);
        previous.page = at;
      } else {
        flush();
        // What stands at the edges between two pages comes behind the paragraph that runs over them.
        setApart();
        open = { pieces: [{ text: line.cells[0] ?? "", part }], last: line, page: at };
      }
    }
  }
  flush();
  setApart();
}

/** Whether a line goes on in the next one: it fills its column, and the next one is neither indented nor far below. */
function goesOn(
  paragraph: OpenParagraph,
  line: ShownLine,
  page: number,
  margins: readonly ReadonlyMap<number, Margins>[],
): boolean {
  const before = paragraph.last;
  const sameBlock = before.block === line.block && paragraph.page === page;
  const filled = margins[paragraph.page]?.get(before.block);
  const own = margins[page]?.get(line.block);
  if (filled === undefined || own === undefined) return false;
  const size = Math.max(before.size, line.size);
  if (Math.abs(before.size - line.size) > size * 0.15) return false;
  if (begins.test(line.cells[0] ?? "") && ends.test(before.cells[0] ?? "")) return false;
  if (before.right < filled.right - size * 2.2) return false;
  if (line.left > own.left + size * 0.9) return false;
  return !sameBlock || line.y - before.y <= size * 2.6;
}

function joinTo(paragraph: OpenParagraph, line: ShownLine, part: string): void {
  const last = paragraph.pieces.at(-1);
  const text = line.cells[0] ?? "";
  const space = last !== undefined && /[A-Za-z0-9,.]$/.test(last.text) && /^[A-Za-z]/.test(text) ? " " : "";
  if (last !== undefined && last.part === part) last.text += space + text;
  else paragraph.pieces.push({ text: space + text, part });
  paragraph.last = line;
}

/** The margins of each column of a page, by the lines that are no furniture. */
function marginsOf(
  lines: readonly ShownLine[],
  apart: ReadonlyMap<number, string> | undefined,
): ReadonlyMap<number, Margins> {
  const blocks = new Map<number, ShownLine[]>();
  for (const [index, line] of lines.entries()) {
    if (apart?.has(index) === true || line.cells.length > 1) continue;
    const block = blocks.get(line.block) ?? [];
    blocks.set(line.block, block);
    block.push(line);
  }
  return new Map(
    [...blocks].map(([block, own]) => {
      const right = Math.max(...own.map((line) => line.right));
      const widest = Math.max(...own.map((line) => line.right - line.left));
      // First lines of paragraphs are indented: the left margin is that of the lines that are not.
      const left = Math.min(...own.filter((line) => line.right - line.left > widest * 0.5).map((line) => line.left));
      return [block, { left, right }];
    }),
  );
}

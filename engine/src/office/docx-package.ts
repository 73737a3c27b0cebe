import type { RawLines } from "../files/raw-lines.js";
import { DocxNumbering } from "./docx-numbering.js";
import { type Block, type Paragraph, readStory, type Table } from "./docx-story.js";
import { numberingOfStyle, type ParagraphStyle, readStyles } from "./docx-styles.js";
import { readXml } from "./xml-events.js";
import type { ZipPackage } from "./zip-package.js";

/** Longest cell that still reads as one; a table with longer ones is there for the layout. */
const longestCell = 600;

/**
 * Writes a document of WordprocessingML as lines: headers, body with its tables and text boxes, notes, footers,
 * comments. Headers, footers, comments and the table of contents are furniture. Returns the title by its style, if any.
 */
export class DocxLines {
  readonly #lines: RawLines;
  readonly #styles: ReadonlyMap<string, ParagraphStyle>;
  readonly #numbering: DocxNumbering;
  readonly #seen = new Set<string>();
  #paragraphs = 0;
  #tables = 0;
  #boxes = 0;
  title: string | null = null;

  constructor(lines: RawLines, styles: string | null, numbering: string | null) {
    this.#lines = lines;
    this.#styles = readStyles(styles ?? "");
    this.#numbering = new DocxNumbering(numbering);
  }

  body(xml: string): void {
    for (const { blocks } of readStory(xml)) for (const block of blocks) this.#block(block);
  }

  /** Notes by their numbers, content like the body (`furniture` null), or comments, which are set apart. */
  notes(xml: string, name: string, furniture: string | null): void {
    let number = 0;
    for (const { id, blocks } of readStory(xml)) {
      if (id === "") continue;
      number++;
      for (const text of plainLines(blocks))
        this.#lines.line(text, { part: `${name} ${number}`, ...(furniture === null ? {} : { furniture }) });
    }
  }

  /** A header or footer, once for each text however many sections and kinds of pages print it. */
  edge(xml: string, part: "header" | "footer"): void {
    for (const text of readStory(xml).flatMap(({ blocks }) => plainLines(blocks))) {
      if (this.#seen.has(text)) continue;
      this.#seen.add(text);
      this.#lines.line(text, { part, furniture: part === "header" ? "page_header" : "page_footer" });
    }
  }

  #block(block: Block): void {
    if (block.kind === "table") {
      this.#table(block);
      return;
    }
    this.#paragraphs++;
    const style = this.#styles.get(block.style ?? "")?.name ?? "";
    const contents = /^toc\b|^目录/i.test(style) ? { furniture: "contents" } : {};
    const text = this.#labelled(block);
    if (/^(title|标题)$/i.test(style.trim()) && text.trim() !== "") this.title ??= text.replace(/\s+/g, " ").trim();
    for (const line of text.split("\n")) this.#lines.line(line, { part: `paragraph ${this.#paragraphs}`, ...contents });
    for (const box of block.boxes) {
      this.#boxes++;
      for (const line of plainLines(box)) this.#lines.line(line, { part: `text box ${this.#boxes}` });
    }
  }

  /** The paragraph's text behind the number that is printed before it. */
  readonly #labelled = (paragraph: Paragraph): string => {
    const inherited = numberingOfStyle(this.#styles, paragraph.style);
    const numId = paragraph.numId ?? inherited?.numId ?? "0";
    if (numId === "0") return paragraph.text;
    const level = paragraph.level ?? (paragraph.numId === null ? (inherited?.level ?? null) : null);
    const bound = inherited?.style ?? paragraph.style;
    return this.#numbering.label(numId, level, bound) + paragraph.text;
  };

  #table(table: Table): void {
    this.#tables++;
    const rows = table.rows.filter((row) => !row.deleted);
    for (const [index, row] of rows.entries()) {
      const place = `table ${this.#tables}/row ${index + 1}/cell`;
      let column = 1;
      const cells: { text: string; lines: readonly string[]; part?: string }[] = [];
      for (const cell of row.cells) {
        const lines = cell.continued ? [] : plainLines(cell.blocks, this.#labelled);
        cells.push({ text: lines.join(" "), lines, part: `${place} ${column}` });
        // A cell over several columns keeps those behind it in their places.
        for (let extra = 1; extra < cell.span; extra++) cells.push({ text: "", lines: [] });
        column += cell.span;
      }
      const filled = cells.filter(({ text }) => text !== "");
      if (filled.length <= 1 || filled.some(({ text }) => text.length > longestCell)) {
        for (const { lines, part } of cells) for (const line of lines) this.#lines.line(line, part ? { part } : {});
      } else this.#lines.row(cells);
    }
  }
}

/** The lines of blocks as they are read: inner tables cell by cell, text boxes behind their paragraph. */
function plainLines(
  blocks: readonly Block[],
  textOf: (paragraph: Paragraph) => string = ({ text }) => text,
): readonly string[] {
  const lines: string[] = [];
  const waiting: Block[] = [];
  const wait = (more: readonly Block[]) => {
    for (let at = more.length - 1; at >= 0; at--) waiting.push(more[at] as Block);
  };
  wait(blocks);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === "paragraph") {
      for (const line of textOf(next).split("\n")) if (line.trim() !== "") lines.push(line);
      wait(next.boxes.flat());
    } else wait(next.rows.flatMap((row) => (row.deleted ? [] : row.cells.flatMap((cell) => cell.blocks))));
  }
  return lines;
}

/** Targets of a part's relations by the last word of their type: `header` → word/header1.xml, word/header2.xml. */
export function relationsOf(zip: ZipPackage, part: string): ReadonlyMap<string, readonly string[]> {
  const folder = part.includes("/") ? part.slice(0, part.lastIndexOf("/") + 1) : "";
  const xml = zip.xml(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found = new Map<string, string[]>();
  if (xml === null) return found;
  readXml(xml, {
    open(name, attribute) {
      if (name !== "Relationship" || attribute("TargetMode") === "External") return;
      const type = (attribute("Type") ?? "").replace(/^.*\//, "");
      const target = attribute("Target") ?? "";
      const list = found.get(type) ?? [];
      list.push(target.startsWith("/") ? target.slice(1) : folder + target.replace(/^\.\//, ""));
      found.set(type, list);
    },
    close() {},
    text() {},
  });
  return found;
}

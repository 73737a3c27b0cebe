import { readXml } from "./xml-events.js";

/** A paragraph (段落) of a story: its lines (soft breaks part them), its style and numbering, the text boxes anchored in it. */
export interface Paragraph {
  readonly kind: "paragraph";
  text: string;
  style: string | null;
  numId: string | null;
  level: number | null;
  boxes: (readonly Block[])[];
}

export interface Table {
  readonly kind: "table";
  readonly rows: Row[];
}

export interface Row {
  readonly cells: Cell[];
  deleted: boolean;
}

export interface Cell {
  readonly blocks: Block[];
  /** Columns that it covers. */
  span: number;
  /** Goes on from the cell above (vertical merge): empty here. */
  continued: boolean;
}

export type Block = Paragraph | Table;

/** One story of a package (body, header, notes): the blocks of each note by its id; a body has one, without id. */
export interface Story {
  readonly id: string;
  readonly blocks: readonly Block[];
}

/** Left out with all that is in it: what was moved away, the second version of a drawing, readings over characters, old properties. */
const skipped = new Set(
  "moveFrom Fallback rt pPrChange rPrChange sectPrChange tblPrChange tblGridChange tcPrChange trPrChange".split(" "),
);
const notes = new Set(["footnote", "endnote", "comment"]);
const symbols = new Map([
  ["F0A8", "□"],
  ["F06F", "□"],
  ["F052", "☑"],
  ["F0FE", "☑"],
  ["F0FC", "✓"],
  ["F0D8", "➢"],
  ["F06C", "●"],
  ["F06E", "■"],
]);

/** Reads WordprocessingML (.docx, WPS, Word 2003 XML). Deleted text (tracked changes) is out, inserted text is in. */
export function readStory(xml: string): readonly Story[] {
  const reader = new StoryReader();
  readXml(xml, reader);
  return reader.finish();
}

class StoryReader {
  readonly #stories: { id: string; blocks: Block[] }[] = [{ id: "", blocks: [] }];
  /** Where blocks go: the story, a cell, a text box. */
  readonly #places: Block[][] = [this.#stories[0]?.blocks ?? []];
  readonly #paragraphs: { paragraph: Paragraph; place: Block[]; joinsNext: boolean }[] = [];
  readonly #tables: Table[] = [];
  readonly #hiddenRuns: boolean[] = [];
  #skip: { readonly name: string; depth: number } | null = null;
  #inProperties = 0;
  #inText = 0;
  #placeholder = false;
  /** A paragraph whose own mark was deleted: the next one goes on in it. */
  #joined: Paragraph | null = null;

  open(name: string, attribute: (name: string) => string | null): void {
    if (this.#skip !== null) {
      if (name === this.#skip.name) this.#skip.depth++;
      return;
    }
    if (skipped.has(name) || (name === "sdtContent" && this.#placeholder)) {
      this.#placeholder = false;
      this.#skip = { name, depth: 1 };
    } else if (name === "p") this.#openParagraph();
    else if (name === "pPr" || name === "tcPr" || name === "trPr") this.#inProperties++;
    else if (name === "t") this.#inText++;
    else if (name === "r") this.#hiddenRuns.push(false);
    else if (name === "tbl" || name === "tr" || name === "tc") this.#openTable(name);
    else if (name === "txbxContent") this.#places.push([]);
    else if (name === "showingPlcHdr") this.#placeholder = true;
    else if (notes.has(name)) this.#openNote(attribute);
    else if (this.#inProperties > 0) this.#property(name, attribute);
    else this.#inRun(name, attribute);
  }

  close(name: string): void {
    if (this.#skip !== null) {
      if (name === this.#skip.name && --this.#skip.depth === 0) this.#skip = null;
      return;
    }
    if (name === "p") this.#closeParagraph();
    else if (name === "pPr" || name === "tcPr" || name === "trPr")
      this.#inProperties = Math.max(0, this.#inProperties - 1);
    else if (name === "t") this.#inText = Math.max(0, this.#inText - 1);
    else if (name === "r") this.#hiddenRuns.pop();
    else if (name === "tc" && this.#places.length > 1) this.#places.pop();
    else if (name === "tbl") this.#closeTable();
    else if (name === "txbxContent" && this.#places.length > 1) {
      const box = this.#places.pop() ?? [];
      this.#paragraphs.at(-1)?.paragraph.boxes.push(box);
    }
  }

  text(text: string): void {
    if (this.#inText > 0 && this.#skip === null) this.#add(text);
  }

  /** What was never closed is closed here. */
  finish(): readonly Story[] {
    while (this.#paragraphs.length > 0) this.#closeParagraph();
    while (this.#tables.length > 0) this.#closeTable();
    return this.#stories;
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1)?.paragraph;
    if (paragraph !== undefined && this.#hiddenRuns.at(-1) !== true) paragraph.text += text;
  }

  #openNote(attribute: (name: string) => string | null): void {
    const type = attribute("type");
    if (type === "separator" || type === "continuationSeparator" || type === "continuationNotice") {
      this.#places[0] = [];
      return;
    }
    const story = { id: attribute("id") ?? String(this.#stories.length), blocks: [] };
    this.#stories.push(story);
    this.#places[0] = story.blocks;
  }

  #openParagraph(): void {
    const joined = this.#joined;
    this.#joined = null;
    const paragraph: Paragraph = joined ?? {
      kind: "paragraph",
      text: "",
      style: null,
      numId: null,
      level: null,
      boxes: [],
    };
    const place = this.#places.at(-1) ?? [];
    if (joined === null) place.push(paragraph);
    this.#paragraphs.push({ paragraph, place, joinsNext: false });
  }

  #closeParagraph(): void {
    const closed = this.#paragraphs.pop();
    if (closed?.joinsNext === true && closed.place === this.#places.at(-1)) this.#joined = closed.paragraph;
  }

  #openTable(name: string): void {
    this.#joined = null;
    const place = this.#places.at(-1);
    if (name === "tbl") {
      const table: Table = { kind: "table", rows: [] };
      place?.push(table);
      this.#tables.push(table);
      return;
    }
    const rows = this.#tables.at(-1)?.rows;
    if (name === "tr") rows?.push({ cells: [], deleted: false });
    else {
      const cell: Cell = { blocks: [], span: 1, continued: false };
      rows?.at(-1)?.cells.push(cell);
      this.#places.push(cell.blocks);
    }
  }

  #closeTable(): void {
    this.#joined = null;
    this.#tables.pop();
  }

  #property(name: string, attribute: (name: string) => string | null): void {
    const open = this.#paragraphs.at(-1);
    const row = this.#tables.at(-1)?.rows.at(-1);
    const cell = row?.cells.at(-1);
    const value = attribute("val");
    if (name === "pStyle" && open !== undefined) open.paragraph.style = value;
    else if (name === "numId" && open !== undefined) open.paragraph.numId = value;
    else if (name === "ilvl" && open !== undefined) open.paragraph.level = Number(value) || 0;
    else if (name === "del" && open !== undefined && open.place === this.#places.at(-1)) open.joinsNext = true;
    else if (name === "del" && row !== undefined) row.deleted = true;
    else if (name === "gridSpan" && cell !== undefined) cell.span = Math.min(64, Math.max(1, Number(value) || 1));
    else if (name === "vMerge" && cell !== undefined) cell.continued = value !== "restart";
    else if (name === "hMerge" && cell !== undefined) cell.continued ||= value !== "restart";
  }

  #inRun(name: string, attribute: (name: string) => string | null): void {
    if (this.#hiddenRuns.length === 0) return;
    if (name === "vanish") {
      const value = attribute("val");
      this.#hiddenRuns[this.#hiddenRuns.length - 1] = value !== "0" && value !== "false";
    } else if (name === "tab" || name === "ptab") this.#add(" ");
    else if (name === "br" || name === "cr") this.#add("\n");
    else if (name === "noBreakHyphen") this.#add("-");
    else if (name === "sym") this.#add(symbols.get((attribute("char") ?? "").toUpperCase()) ?? "•");
  }
}

import { readXml } from "@shanhai/engine/light";
import { cellPlace, cellRange, lastColumn, type Merge } from "./book.js";
import { unescaped } from "./cell-text.js";
import { relationsOf } from "./relations.js";
import type { SheetFrame } from "./sheet-scan.js";
import { streamXml } from "./stream-xml.js";
import type { ZipParts } from "./zip-parts.js";

type XmlHandler = Parameters<typeof readXml>[1];

/** What a worksheet says beside its rows. */
export interface FrameFindings {
  readonly merges: readonly Merge[];
  readonly hiddenColumns: readonly number[];
  readonly filtered: boolean;
}

/** Reads columns, merges and the filter from what stands around the rows. */
export function readFrame(frame: SheetFrame): FrameFindings {
  const merges: Merge[] = [];
  const hiddenColumns: number[] = [];
  let filtered = false;
  const handler = {
    open(name: string, attribute: (name: string) => string | null) {
      if (name === "col" && /^(1|true)$/.test(attribute("hidden") ?? "")) {
        const last = Math.min(Number(attribute("max")), lastColumn + 1);
        for (let column = Number(attribute("min")); column >= 1 && column <= last; column++)
          hiddenColumns.push(column - 1);
      } else if (name === "mergeCell") {
        const merge = cellRange(attribute("ref") ?? "");
        if (merge !== null) merges.push(merge);
      } else if (name === "filterColumn") filtered = true;
    },
    close() {},
    text() {},
  };
  readXml(frame.head, handler);
  readXml(frame.tail, handler);
  return { merges, hiddenColumns, filtered };
}

/** A comment on a cell (批注), and a picture anchored in one. */
export interface SheetNotes {
  readonly comments: ReadonlyMap<string, string>;
  readonly pictures: readonly { readonly row: number; readonly column: number }[];
  /** Parts of tables (表格样式): a filter may be set in them. */
  readonly filtered: boolean;
}

/** Comments, pictures and tables that a worksheet's relations lead to. */
export async function readNotes(parts: ZipParts, sheetPart: string): Promise<SheetNotes> {
  const comments = new Map<string, string>();
  const threaded = new Map<string, string>();
  const pictures: { row: number; column: number }[] = [];
  let filtered = false;
  for (const { type, target } of await notesOf(parts, sheetPart)) {
    if (type === "comments")
      await streamXml(
        parts,
        target,
        commentReader((place, text) => comments.set(place, text)),
      );
    else if (type === "threadedComment") await streamXml(parts, target, threadReader(threaded));
    else if (type === "drawing")
      await streamXml(
        parts,
        target,
        pictureReader((place) => pictures.push(place)),
      );
    else if (type === "table")
      await streamXml(
        parts,
        target,
        filterReader(() => (filtered = true)),
      );
  }
  // A thread of replies repeats itself in the old comment, with words of the program around it.
  for (const [place, text] of threaded) comments.set(place, text);
  return { comments, pictures, filtered };
}

/** The same of a sheet that is never in memory: comments and pictures are told one by one and not held. */
export async function streamNotes(
  parts: ZipParts,
  sheetPart: string,
  told: {
    comment(place: { readonly row: number; readonly column: number }, text: string): void;
    picture?(place: { readonly row: number; readonly column: number }): void;
  },
): Promise<{ readonly filtered: boolean }> {
  let filtered = false;
  const comment = (name: string, text: string) => {
    const place = cellPlace(name);
    if (place !== null) told.comment(place, text);
  };
  for (const { type, target } of await notesOf(parts, sheetPart)) {
    // A thread stands in the old comment too, of which every program keeps one.
    if (type === "comments") await streamXml(parts, target, commentReader(comment));
    else if (type === "drawing" && told.picture !== undefined)
      await streamXml(
        parts,
        target,
        pictureReader((place) => told.picture?.(place)),
      );
    else if (type === "table")
      await streamXml(
        parts,
        target,
        filterReader(() => (filtered = true)),
      );
  }
  return { filtered };
}

async function notesOf(parts: ZipParts, sheetPart: string) {
  return (await relationsOf(parts, sheetPart)).filter(({ external }) => !external);
}

/** A filter that is set in a table of a sheet. */
function filterReader(found: () => void): XmlHandler {
  return {
    open(name) {
      if (name === "filterColumn") found();
    },
    close() {},
    text() {},
  };
}

function commentReader(found: (place: string, text: string) => void): XmlHandler {
  const authors: string[] = [];
  let place = "";
  let author = "";
  let text = "";
  let inAuthor = false;
  let inText = false;
  let reading = 0;
  return {
    open(name, attribute) {
      if (name === "author") {
        inAuthor = true;
        authors.push("");
      } else if (name === "comment") {
        place = attribute("ref") ?? "";
        author = authors[Number(attribute("authorId"))] ?? "";
        text = "";
      } else if (name === "t") inText = true;
      else if (name === "rPh") reading++;
    },
    close(name) {
      if (name === "author") inAuthor = false;
      else if (name === "t") inText = false;
      else if (name === "rPh") reading--;
      else if (name === "comment" && cellPlace(place) !== null) found(place, withoutAuthor(unescaped(text), author));
    },
    text(part) {
      if (inAuthor) authors.push((authors.pop() ?? "") + part);
      else if (inText && reading === 0) text += part;
    },
  };
}

/** Programs put the author's name and a colon on the first line of a comment. */
function withoutAuthor(text: string, author: string): string {
  const start = author === "" ? "" : text.startsWith(`${author}:`) || text.startsWith(`${author}：`) ? author : "";
  return (start === "" ? text : text.slice(start.length + 1)).replaceAll("\r\n", "\n").trim();
}

function threadReader(found: Map<string, string>): XmlHandler {
  let place = "";
  let inText = false;
  return {
    open(name, attribute) {
      if (name === "threadedComment") place = attribute("ref") ?? "";
      else if (name === "text") inText = true;
    },
    close(name) {
      if (name === "text") inText = false;
    },
    text(part) {
      if (!inText || cellPlace(place) === null) return;
      const before = found.get(place);
      found.set(place, before === undefined ? part : `${before}\n${part}`);
    },
  };
}

function pictureReader(found: (place: { row: number; column: number }) => void): XmlHandler {
  let from: { row: number; column: number } | null = null;
  let inFrom = false;
  let reading = "";
  let isPicture = false;
  return {
    open(name) {
      if (/^(twoCellAnchor|oneCellAnchor|absoluteAnchor)$/.test(name)) {
        from = { row: 0, column: 0 };
        isPicture = false;
      } else if (name === "from") inFrom = true;
      else if (name === "pic") isPicture = true;
      else if (inFrom) reading = name;
    },
    close(name) {
      if (name === "from") inFrom = false;
      else if (/^(twoCellAnchor|oneCellAnchor|absoluteAnchor)$/.test(name)) {
        if (isPicture && from !== null) found(from);
        from = null;
      }
      reading = "";
    },
    text(part) {
      if (!inFrom || from === null) return;
      if (reading === "row") from.row = Number(part) || 0;
      else if (reading === "col") from.column = Number(part) || 0;
    },
  };
}

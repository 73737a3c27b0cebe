import { ChangedParts } from "./changed-parts.js";
import { type CellEdit, CellEditor, type CellFill, recalculated } from "./edit-cells.js";
import { editComments, editShapes } from "./edit-comments.js";
import { StyleEdits } from "./edit-styles.js";
import { type ListedSheet, openPackage, type PackageBook } from "./package-book.js";
import { relationsPart, withContentType, withRelation } from "./package-links.js";
import { relationsOf } from "./relations.js";
import { streamLimits } from "./workbook-limits.js";
import { xmlDecoder, type ZipParts } from "./zip-parts.js";

/** What is changed on one sheet of a workbook, by cell names. */
export interface SheetEdits {
  readonly fills?: ReadonlyMap<string, CellFill>;
  /** Cells to be made red, with the words of their comments. Marks of ours on other cells go, and those cells get `open`. */
  readonly marks?: ReadonlyMap<string, string>;
  /** The fill of a cell that is red no longer, `RRGGBB`. */
  readonly open?: string;
}

/** A workbook with cells changed where they stand. */
export interface EditedPackage {
  readonly bytes: Uint8Array;
  /** By sheet: the cells that were filled. */
  readonly filled: ReadonlyMap<string, readonly string[]>;
}

/** The red of a cell that must be put right, as programs' own 浅红填充. */
export const MARK_RED = "FFC7CE";

/**
 * Changes cells of an .xlsx package, bytes or the file at a path: the rows go by and are not held, of whatever size. The parts of the sheets concerned are changed in those cells only, styles and comments
 * where cells are marked; the workbook's is asked to calculate anew. Every other part goes over as it is, in the same order.
 */
export async function editPackage(
  source: Uint8Array | string,
  given: ReadonlyMap<string, SheetEdits> | ((sheets: readonly ListedSheet[]) => ReadonlyMap<string, SheetEdits>),
): Promise<EditedPackage> {
  const book = await openPackage(source, streamLimits);
  try {
    const edits = typeof given === "function" ? given(book.sheets) : given;
    const parts = new ChangedParts(book.parts);
    const filled = new Map<string, readonly string[]>();
    const stylesPart = (await relationsOf(book.parts, book.part)).find(({ type }) => type === "styles")?.target ?? null;
    const styles = new StyleEdits(stylesPart === null ? "" : ((await parts.text(stylesPart)) ?? ""));
    for (const { name, part } of book.sheets) {
      const sheet = edits.get(name);
      if (sheet === undefined || part === null || !book.parts.has(part)) continue;
      const cells = new Map<string, CellEdit>();
      for (const [cell, fill] of sheet.fills ?? []) cells.set(cell, { fill });
      let tail: string | null = null;
      if (sheet.marks !== undefined) {
        const noted = await noteMarks(parts, part, await tailOf(book.parts, part), sheet.marks);
        const { cleared } = noted;
        tail = noted.tail;
        for (const cell of sheet.marks.keys())
          cells.set(cell, { ...cells.get(cell), style: (was) => styles.filled(was, MARK_RED) });
        const { open } = sheet;
        if (open !== undefined)
          for (const cell of cleared) cells.set(cell, { ...cells.get(cell), style: (was) => styles.filled(was, open) });
      }
      const editor = new CellEditor(cells, { printsDays: (style) => printsDays(book, style), tail });
      filled.set(name, editor.filled);
      parts.stream(part, edited(book.parts, part, editor));
    }
    // New looks are known when the rows have gone by.
    const marked = [...edits.values()].some(({ marks }) => marks !== undefined);
    if (stylesPart !== null && marked) parts.late(stylesPart, () => styles.xml());
    parts.set(book.part, recalculated((await parts.text(book.part)) ?? ""));
    return { bytes: await parts.zipped(), filled };
  } finally {
    book.parts.close();
  }
}

/** A part's text as it is edited. */
async function* edited(parts: ZipParts, part: string, editor: CellEditor): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of parts.chunks(part)) {
    decoder ??= xmlDecoder(chunk);
    yield editor.take(decoder.decode(chunk, { stream: true }));
  }
  yield editor.take(decoder?.decode() ?? "") + editor.end();
}

/** What follows the rows of a worksheet part. */
async function tailOf(parts: ZipParts, part: string): Promise<string> {
  let tail: string | null = null;
  let kept = "";
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of parts.chunks(part)) {
    decoder ??= xmlDecoder(chunk);
    const text = decoder.decode(chunk, { stream: true });
    if (tail !== null) {
      tail += text;
      continue;
    }
    kept += text;
    const end = /<\/(?:[\w.-]+:)?sheetData>|<(?:[\w.-]+:)?sheetData(?:\s[^>]*?)?\/>/.exec(kept);
    if (end !== null) tail = kept.slice(end.index + end[0].length);
    else kept = kept.slice(-256);
  }
  return tail ?? "";
}

/** Puts comments on a sheet's cells: into the parts that it has, or into new ones that it is given. */
async function noteMarks(parts: ChangedParts, sheetPart: string, was: string, marks: ReadonlyMap<string, string>) {
  const links = relationsPart(sheetPart);
  let relations = await parts.text(links);
  const targets = relations === null ? [] : linksIn(relations, sheetPart);
  const drawn = /<(?:[\w.-]+:)?legacyDrawing\s[^>]*?\bid\s*=\s*["']([^"']+)/.exec(was)?.[1];
  const comments = targets.find(({ type }) => type === "comments")?.target ?? null;
  const shapes = targets.find(({ id }) => id === drawn)?.target ?? null;
  const noted = editComments(comments === null ? null : await parts.text(comments), marks);
  if (comments === null && marks.size === 0) return { cleared: [], tail: was };
  const part = comments ?? parts.freeName("xl/comments", ".xml");
  const drawing = shapes ?? parts.freeName("xl/drawings/vmlDrawing", ".vml");
  parts.set(part, noted.xml);
  const boxes = editShapes(shapes === null ? null : await parts.text(shapes), marks, noted.cleared);
  parts.set(drawing, boxes);
  let types = (await parts.text("[Content_Types].xml")) ?? "<Types/>";
  let tail = was;
  if (comments === null) {
    relations = withRelation(relations, "comments", part).xml;
    types = withContentType(types, "comments", part);
  }
  if (shapes === null) {
    const linked = withRelation(relations, "vmlDrawing", drawing);
    relations = linked.xml;
    types = withContentType(types, "vmlDrawing", drawing);
    tail = withLegacyDrawing(was, linked.id);
  }
  if (relations !== null && (comments === null || shapes === null)) {
    parts.set(links, relations);
    parts.set("[Content_Types].xml", types);
  }
  return { cleared: noted.cleared, tail };
}

/** Relations of a sheet by id, type and full name of the target. */
function linksIn(xml: string, sheetPart: string) {
  return [...xml.matchAll(/<Relationship\s[^>]*>/g)].flatMap(([tag]) => {
    const value = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)`).exec(tag)?.[1] ?? "";
    if (value("TargetMode") === "External") return [];
    const target = new URL(value("Target"), `file:///${encodeURI(sheetPart)}`).pathname.slice(1);
    return [{ id: value("Id"), type: value("Type").replace(/^.*\//, ""), target: decodeURI(target) }];
  });
}

/** The end of a worksheet that shows the drawing of its comments: the element has its place among those behind the rows. */
function withLegacyDrawing(tail: string, id: string): string {
  const prefix = /<\/((?:[\w.-]+:)?)worksheet>/.exec(tail)?.[1] ?? "";
  const later = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
  ];
  const found = later.map((name) => tail.search(new RegExp(`<${prefix}${name}[\\s/>]`))).filter((at) => at >= 0);
  const end = tail.lastIndexOf(`</${prefix}worksheet>`);
  const at = Math.min(end, ...found);
  const tag = `<${prefix}legacyDrawing xmlns:rel="http://schemas.openxmlformats.org/officeDocument/2006/relationships" rel:id="${id}"/>`;
  return at < 0 ? tail : tail.slice(0, at) + tag + tail.slice(at);
}

/** Whether a style prints numbers as days: there a day is written as one. */
function printsDays({ looks, date1904 }: PackageBook, style: number): boolean {
  return !date1904 && looks[style]?.format.print("45000", false).date !== undefined;
}

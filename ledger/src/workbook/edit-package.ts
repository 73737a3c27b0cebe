import { ChangedParts } from "./changed-parts.js";
import { type CellEdit, type CellFill, editCells, recalculated } from "./edit-cells.js";
import { editComments, editShapes } from "./edit-comments.js";
import { StyleEdits } from "./edit-styles.js";
import { openPackage, type PackageBook } from "./package-book.js";
import { relationsPart, withContentType, withRelation } from "./package-links.js";
import { relationsOf } from "./relations.js";
import { bookLimits } from "./workbook-limits.js";

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
 * Changes cells of an .xlsx package: the parts of the sheets concerned are changed in those cells only, styles and comments
 * where cells are marked; the workbook's is asked to calculate anew. Every other part goes over as it is, in the same order.
 */
export async function editPackage(bytes: Uint8Array, edits: ReadonlyMap<string, SheetEdits>): Promise<EditedPackage> {
  const book = await openPackage(bytes, bookLimits);
  try {
    const parts = new ChangedParts(book.parts);
    const filled = new Map<string, readonly string[]>();
    const stylesPart = (await relationsOf(book.parts, book.part)).find(({ type }) => type === "styles")?.target ?? null;
    const styles = new StyleEdits(stylesPart === null ? "" : ((await parts.text(stylesPart)) ?? ""));
    for (const { name, part } of book.sheets) {
      const sheet = edits.get(name);
      const xml = sheet === undefined || part === null ? null : await parts.text(part);
      if (sheet === undefined || part === null || xml === null) continue;
      const cells = new Map<string, CellEdit>();
      for (const [cell, fill] of sheet.fills ?? []) cells.set(cell, { fill });
      let noted = xml;
      if (sheet.marks !== undefined) {
        const { cleared, worksheet } = await noteMarks(parts, part, xml, sheet.marks);
        noted = worksheet;
        for (const cell of sheet.marks.keys())
          cells.set(cell, { ...cells.get(cell), style: (was) => styles.filled(was, MARK_RED) });
        const { open } = sheet;
        if (open !== undefined)
          for (const cell of cleared) cells.set(cell, { ...cells.get(cell), style: (was) => styles.filled(was, open) });
      }
      const done = editCells(noted, cells, (style) => printsDays(book, style));
      filled.set(name, done.filled);
      parts.set(part, done.xml);
    }
    if (stylesPart !== null) parts.set(stylesPart, styles.xml());
    parts.set(book.part, recalculated((await parts.text(book.part)) ?? ""));
    return { bytes: await parts.zipped(), filled };
  } finally {
    book.parts.close();
  }
}

/** Puts comments on a sheet's cells: into the parts that it has, or into new ones that it is given. */
async function noteMarks(parts: ChangedParts, sheetPart: string, xml: string, marks: ReadonlyMap<string, string>) {
  const links = relationsPart(sheetPart);
  let relations = await parts.text(links);
  const targets = relations === null ? [] : linksIn(relations, sheetPart);
  const drawn = /<(?:[\w.-]+:)?legacyDrawing\s[^>]*?\bid\s*=\s*["']([^"']+)/.exec(xml)?.[1];
  const comments = targets.find(({ type }) => type === "comments")?.target ?? null;
  const shapes = targets.find(({ id }) => id === drawn)?.target ?? null;
  const edited = editComments(comments === null ? null : await parts.text(comments), marks);
  if (comments === null && marks.size === 0) return { cleared: [], worksheet: xml };
  const part = comments ?? parts.freeName("xl/comments", ".xml");
  const drawing = shapes ?? parts.freeName("xl/drawings/vmlDrawing", ".vml");
  parts.set(part, edited.xml);
  const boxes = editShapes(shapes === null ? null : await parts.text(shapes), marks, edited.cleared);
  parts.set(drawing, boxes);
  let types = (await parts.text("[Content_Types].xml")) ?? "<Types/>";
  let worksheet = xml;
  if (comments === null) {
    relations = withRelation(relations, "comments", part).xml;
    types = withContentType(types, "comments", part);
  }
  if (shapes === null) {
    const linked = withRelation(relations, "vmlDrawing", drawing);
    relations = linked.xml;
    types = withContentType(types, "vmlDrawing", drawing);
    worksheet = withLegacyDrawing(xml, linked.id);
  }
  if (relations !== null && (comments === null || shapes === null)) {
    parts.set(links, relations);
    parts.set("[Content_Types].xml", types);
  }
  return { cleared: edited.cleared, worksheet };
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

/** A worksheet that shows the drawing of its comments: the element has its place among those behind the rows. */
function withLegacyDrawing(xml: string, id: string): string {
  const prefix = /<((?:[\w.-]+:)?)worksheet\b/.exec(xml)?.[1] ?? "";
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
  const found = later
    .map((name) => xml.search(new RegExp(`<${prefix}${name}[\\s/>]`)))
    .filter((at) => at > xml.indexOf(`sheetData`));
  const end = xml.lastIndexOf(`</${prefix}worksheet>`);
  const at = Math.min(end, ...found);
  const tag = `<${prefix}legacyDrawing xmlns:rel="http://schemas.openxmlformats.org/officeDocument/2006/relationships" rel:id="${id}"/>`;
  return at < 0 ? xml : xml.slice(0, at) + tag + xml.slice(at);
}

/** Whether a style prints numbers as days: there a day is written as one. */
function printsDays({ looks, date1904 }: PackageBook, style: number): boolean {
  return !date1904 && looks[style]?.format.print("45000", false).date !== undefined;
}

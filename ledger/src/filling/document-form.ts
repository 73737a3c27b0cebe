import { columnName, type Merge } from "../workbook/book.js";
import { slotsOf } from "./document-slots.js";
import type { DocumentCell, DocumentParts, DocumentTable } from "./document-text.js";
import type { TemplateSheet, TextPiece } from "./template-desk.js";

/** What a document's text is called among the parts of a form. */
export const TEXT_PART = "正文";

/** A part of a document as a form, the main text or a head or foot of pages (`of`): its blanks, then its tables as grids. */
export function documentForm(parts: DocumentParts, of = ""): readonly TemplateSheet[] {
  const lines = textLines(parts);
  const text: TemplateSheet = { name: textName(of), cells: [], merges: [], lines };
  return [...(lines.length === 0 ? [] : [text]), ...parts.tables.map((table, at) => grid(table, tableName(at, of)))];
}

/** 正文; 页眉1, 页脚2. */
export function textName(of: string): string {
  return of === "" ? TEXT_PART : of;
}

/** 表1; 页眉1表1. */
export function tableName(at: number, of = ""): string {
  return `${of}表${at + 1}`;
}

/** Heads and feet of pages of a package, by what they are called in a form, in the order of their numbers. */
export function pageEdges(names: readonly string[]): ReadonlyMap<string, string> {
  const found = names.flatMap((name) => {
    const [, kind, number] = /^word\/(header|footer)(\d*)\.xml$/iu.exec(name) ?? [];
    return kind === undefined ? [] : [{ name, kind: kind.toLowerCase(), number: Number(number) || 0 }];
  });
  const called = new Map<string, string>();
  for (const kind of ["header", "footer"])
    for (const [at, { name }] of found
      .filter((one) => one.kind === kind)
      .sort((a, b) => a.number - b.number)
      .entries())
      called.set(`${kind === "header" ? "页眉" : "页脚"}${at + 1}`, name);
  return called;
}

export function slotName(at: number): string {
  return `空${at + 1}`;
}

/** The cells of a table by their names (`B3`); those that go on a cell above are not there. */
export function cellsByName({ rows }: DocumentTable): ReadonlyMap<string, DocumentCell> {
  return new Map(
    rows.flatMap((cells, row) =>
      cells.flatMap((cell) => (cell.continues ? [] : [[`${columnName(cell.column)}${row + 1}`, cell] as const])),
    ),
  );
}

/** What stands in a cell, its paragraphs one below the other. */
export function cellWords({ paragraphs }: DocumentCell): string {
  return paragraphs
    .map(({ texts }) => texts.map(({ text }) => text).join(""))
    .join("\n")
    .trim();
}

function textLines({ paragraphs }: DocumentParts): TextPiece[][] {
  let number = 0;
  return paragraphs.flatMap((paragraph): TextPiece[][] => {
    const joined = paragraph.texts.map(({ text }) => text).join("");
    const slots = slotsOf(paragraph);
    const pieces: TextPiece[] = [];
    let at = 0;
    for (const { start, end } of slots) {
      if (start > at) pieces.push({ text: joined.slice(at, start) });
      pieces.push({ text: joined.slice(start, end), place: slotName(number++) });
      at = end;
    }
    if (at < joined.length) pieces.push({ text: joined.slice(at) });
    // A table's cell is filled as a whole; one with words around a blank is a line as well.
    const words = paragraph.inTable && !pieces.some(({ text, place }) => place === undefined && /\p{L}/u.test(text));
    return slots.length === 0 || words ? [] : [pieces];
  });
}

function grid({ rows }: DocumentTable, name: string): TemplateSheet {
  const columns = Math.max(0, ...rows.flatMap((cells) => cells.map(({ column, span }) => column + span)));
  const merges: Merge[] = [];
  for (const [row, cells] of rows.entries())
    for (const { column, span, continues } of cells) {
      if (continues) continue;
      let bottom = row;
      while (rows[bottom + 1]?.some((below) => below.column === column && below.continues) === true) bottom++;
      if (span > 1 || bottom > row) merges.push({ top: row, left: column, bottom, right: column + span - 1 });
    }
  return {
    name,
    merges,
    cells: rows.map((cells) =>
      Array.from({ length: columns }, (_, column) => {
        const cell = cells.find((one) => one.column === column);
        return cell === undefined || cell.continues ? null : { text: cellWords(cell), formula: false };
      }),
    ),
  };
}

import { type BookIssue, type Cell, cellName, cellPlace } from "./book.js";
import { bookIssue } from "./book-issues.js";
import { CellMaker } from "./make-cell.js";
import { type ListedSheet, openPackage, type PackageBook } from "./package-book.js";
import type { PackedBook, PackedRow, PackedSheet } from "./packed-book.js";
import { readFrame, readNotes } from "./sheet-parts.js";
import { type RawCell, type SheetFrame, scanRows } from "./sheet-scan.js";
import { shiftFormula } from "./shift-formula.js";
import type { WorkbookLimits } from "./workbook-limits.js";
import { tooFull } from "./zip-parts.js";

/** A formula of WPS that shows a picture kept with the workbook. */
const pictureFormula = /^=?(?:_xlfn\.)?DISPIMG\(/i;

/** Reads a whole .xlsx package. Runs in the worker: it is bounded, but not short. */
export async function readPackage(bytes: Uint8Array, limits: WorkbookLimits): Promise<PackedBook> {
  const book = await openPackage(bytes, limits);
  try {
    const issues: BookIssue[] = [];
    if (book.macros) issues.push(bookIssue("macros", ""));
    if (book.externalLinks) issues.push(bookIssue("external_links", ""));
    const sheets: PackedSheet[] = [];
    const budget = { cells: limits.cells };
    for (const listed of book.sheets) {
      if (listed.kind === "chart") issues.push(bookIssue("chart_sheet", listed.name, { sheet: listed.name }));
      else sheets.push(await readSheet(book, listed, budget, issues));
    }
    return { format: "xlsx", sheets, issues };
  } finally {
    book.parts.close();
  }
}

async function readSheet(
  book: PackageBook,
  listed: ListedSheet,
  budget: { cells: number },
  issues: BookIssue[],
): Promise<PackedSheet> {
  const empty = { name: listed.name, hidden: listed.hidden };
  if (listed.part === null || !book.parts.has(listed.part)) {
    issues.push(bookIssue("part_missing", listed.name, { sheet: listed.name }));
    return { ...empty, merges: [], hiddenRows: [], filteredRows: false, hiddenColumns: [], pictures: [], rows: [] };
  }
  const inCells: { row: number; column: number }[] = [];
  const cells = new SheetCells(book, (place) => inCells.push(place));
  const frame: SheetFrame = { head: "", tail: "" };
  const rows: [number, (Cell | undefined)[]][] = [];
  const hiddenRows: number[] = [];
  for await (const batch of scanRows(book.parts.chunks(listed.part), cells.make, frame)) {
    for (const { row, hidden, cells: made } of batch) {
      if (hidden) hiddenRows.push(row);
      if (made.length === 0) continue;
      rows.push([row, made]);
      budget.cells -= made.length;
      if (budget.cells < 0) throw tooFull("单元格个数", "cells", "1500000");
    }
  }
  const { merges, hiddenColumns, filtered } = readFrame(frame);
  const notes = await readNotes(book.parts, listed.part);
  const pictures = [...notes.pictures, ...inCells];
  issues.push(...cells.issues(listed.name));
  return {
    ...empty,
    merges,
    hiddenRows,
    hiddenColumns,
    filteredRows: filtered || notes.filtered,
    pictures,
    rows: withComments(rows, notes.comments),
  };
}

/** Makes the cells of one sheet and remembers what they share and what is amiss. */
export class SheetCells {
  readonly #maker: CellMaker;
  readonly #picture: (place: { row: number; column: number }) => void;
  readonly #shared = new Map<number, { readonly formula: string; readonly row: number; readonly column: number }>();
  readonly #uncalculated = { count: 0, cell: "" };
  readonly #imprecise = { count: 0, cell: "" };

  /** `picture` is told of each cell that shows one. */
  constructor(book: PackageBook, picture: (place: { row: number; column: number }) => void) {
    this.#picture = picture;
    this.#maker = new CellMaker(book.looks, book.strings, book.date1904);
  }

  readonly make = (row: number, column: number, raw: RawCell): Cell | undefined => {
    const formula = raw.formula === null ? null : this.#formula(raw, raw.formula, row, column);
    if (formula !== null && pictureFormula.test(formula)) {
      this.#picture({ row, column });
      return undefined;
    }
    const cell = this.#maker.make(raw, formula);
    if (raw.rich && cell === undefined) this.#picture({ row, column });
    if (cell === undefined) return undefined;
    if (cell.kind === "formula-error" && cell.text === "") count(this.#uncalculated, row, column);
    else if (cell.raw !== undefined && isImprecise(cell.raw)) count(this.#imprecise, row, column);
    return cell;
  };

  issues(sheet: string): readonly BookIssue[] {
    const found: BookIssue[] = [];
    const add = (
      code: "formula_uncalculated" | "number_precision",
      { count: many, cell }: { count: number; cell: string },
    ) => {
      if (many > 0) found.push(bookIssue(code, `${sheet}!${cell}`, { count: many, cell }));
    };
    add("formula_uncalculated", this.#uncalculated);
    add("number_precision", this.#imprecise);
    return found;
  }

  #formula(raw: RawCell, text: string, row: number, column: number): string {
    if (raw.sharedFormula < 0) return text;
    const first = this.#shared.get(raw.sharedFormula);
    if (text !== "" || first === undefined) {
      if (text !== "") this.#shared.set(raw.sharedFormula, { formula: text, row, column });
      return text;
    }
    return shiftFormula(first.formula, row - first.row, column - first.column);
  }
}

function count(found: { count: number; cell: string }, row: number, column: number): void {
  if (found.count === 0) found.cell = cellName(row, column);
  found.count++;
}

/** Sixteen or more digits before the point: an identity or account number that lost its end. */
function isImprecise(raw: string): boolean {
  return raw.length > 15 && /^-?\d{16}/.test(raw);
}

/** Puts comments on their cells; one on an empty cell makes a cell without text. */
function withComments(
  rows: [number, (Cell | undefined)[]][],
  comments: ReadonlyMap<string, string>,
): readonly PackedRow[] {
  if (comments.size === 0) return rows;
  const byRow = new Map(rows);
  for (const [name, comment] of comments) {
    const place = cellPlace(name);
    if (place === null || comment === "") continue;
    const cells = byRow.get(place.row) ?? [];
    cells[place.column] = { ...(cells[place.column] ?? { kind: "text", text: "" }), comment };
    byRow.set(place.row, cells);
  }
  return [...byRow].sort(([a], [b]) => a - b);
}

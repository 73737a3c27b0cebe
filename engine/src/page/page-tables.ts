import type { PageLine } from "./page-line.js";

interface Place {
  readonly row: number;
  readonly column: number;
}

interface OpenTable {
  /** Lines before the table. */
  readonly from: number;
  readonly number: number;
  row: number;
  column: number;
  /** Columns that cells above still cover, by row. */
  readonly covered: Map<number, Set<number>>;
  /** Where each line of the table stands, by its number in the page. */
  readonly places: Map<number, Place>;
  holdsTable: boolean;
}

/** A cell longer than this, or of more lines, belongs to a table that is there for the layout. */
const longestCell = 600;
const mostCellLines = 8;
const widest = 60;

/**
 * Tells tables of data from tables that arrange a page, and makes a line of each row of the former. Rows keep their
 * columns: a cell over several rows or columns leaves empty ones beside and below it.
 */
export class PageTables {
  readonly #open: OpenTable[] = [];
  #count = 0;

  open(lines: number): void {
    const outer = this.#open.at(-1);
    if (outer !== undefined) outer.holdsTable = true;
    this.#count++;
    this.#open.push({
      from: lines,
      number: this.#count,
      row: 0,
      column: 0,
      covered: new Map(),
      places: new Map(),
      holdsTable: false,
    });
  }

  row(): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    table.covered.delete(table.row - 1);
    table.row++;
    table.column = 0;
  }

  cell(colspan: string | null, rowspan: string | null): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (table.row === 0) table.row = 1;
    const covered = table.covered.get(table.row);
    let column = table.column + 1;
    while (covered?.has(column) === true) column++;
    const wide = span(colspan);
    const high = Math.min(200, span(rowspan));
    for (let below = 1; below < high; below++) {
      const row = table.covered.get(table.row + below) ?? new Set<number>();
      table.covered.set(table.row + below, row);
      for (let beside = 0; beside < wide; beside++) row.add(column + beside);
    }
    table.column = column + wide - 1;
    this.#cell = { row: table.row, column };
  }

  #cell: Place | null = null;

  /** A line was added to the page. */
  line(index: number): void {
    const table = this.#open.at(-1);
    if (table !== undefined && this.#cell !== null && table.column > 0) table.places.set(index, this.#cell);
  }

  close(lines: PageLine[]): void {
    const table = this.#open.pop();
    if (table === undefined) return;
    this.#cell = null;
    const outer = this.#open.at(-1);
    if (outer !== undefined) this.#cell = { row: outer.row, column: Math.max(1, outer.column) };
    if (table.places.size > 0 && !table.holdsTable) arrange(table, lines);
  }

  finish(lines: PageLine[]): void {
    while (this.#open.length > 0) this.close(lines);
  }
}

function span(value: string | null): number {
  return Math.min(widest, Math.max(1, Number.parseInt(value ?? "1", 10) || 1));
}

/** Replaces the lines of a table of data by its rows; a table for the layout keeps its lines. */
function arrange(table: OpenTable, lines: PageLine[]): void {
  const cells = new Map<string, { readonly place: Place; texts: string[]; lines: PageLine[] }>();
  const outside: PageLine[] = [];
  for (let index = table.from; index < lines.length; index++) {
    const line = lines[index];
    const place = table.places.get(index);
    if (line === undefined) continue;
    if (place === undefined) {
      outside.push(line);
      continue;
    }
    const key = `${place.row}/${place.column}`;
    const cell = cells.get(key) ?? { place, texts: [], lines: [] };
    cells.set(key, cell);
    cell.texts.push(line.cells.map(({ text }) => text).join(" "));
    cell.lines.push(line);
  }
  const all = [...cells.values()];
  const isLayout =
    all.length < 2 ||
    all.some(({ texts }) => texts.length > mostCellLines || texts.join(" ").length > longestCell) ||
    all.every(({ place }) => place.column === all[0]?.place.column) ||
    // One row that is mostly links is a menu.
    (new Set(all.map(({ place }) => place.row)).size === 1 && linkShare(all.flatMap((cell) => cell.lines)) > 0.5);
  if (isLayout) return;
  lines.length = table.from;
  for (const line of outside) lines.push(line);
  let row: typeof all = [];
  const flush = () => {
    if (row.length > 0) lines.push(rowLine(table.number, row));
    row = [];
  };
  for (const cell of all) {
    if (row[0] !== undefined && row[0].place.row !== cell.place.row) flush();
    row.push(cell);
  }
  flush();
}

function rowLine(
  table: number,
  row: readonly { readonly place: Place; readonly texts: readonly string[]; readonly lines: readonly PageLine[] }[],
): PageLine {
  const cells: { text: string; part?: string }[] = [];
  for (const { place, texts } of row) {
    while (cells.length < place.column - 1 && cells.length < widest) cells.push({ text: "" });
    cells.push({ text: texts.join(" "), part: `table ${table}/row ${place.row}/cell ${place.column}` });
  }
  const lines = row.flatMap((cell) => cell.lines);
  return {
    cells,
    letters: lines.reduce((sum, line) => sum + line.letters, 0),
    linked: lines.reduce((sum, line) => sum + line.linked, 0),
    container: lines[0]?.container ?? 0,
    heading: 0,
  };
}

function linkShare(lines: readonly PageLine[]): number {
  const letters = lines.reduce((sum, line) => sum + line.letters, 0);
  return lines.reduce((sum, line) => sum + line.linked, 0) / Math.max(1, letters);
}

import { type Finding, type FindingCode, finding } from "./finding.js";
import { type CellPlace, columnName, type Grid, placeName } from "./grid.js";
import type { Table } from "./sheet-tables.js";

const MOST_NAMED = 8;
/** 作废, 废表, 旧版: a sheet that says so of itself. */
const VOID = /作废|废弃|废表|旧表|勿用|已作废/u;

/** Whether a sheet calls itself void by its name. */
export function isVoidSheet(grid: Grid): boolean {
  return VOID.test(grid.name);
}

/** Names of sheets that call themselves a summary (汇总): they are held against the others and never imported. */
export const SUMMARY_SHEET = /汇总|合计表|统计表/u;

/** Places of one habit: how many, and the first few of them. */
export interface HabitPlaces {
  readonly count: number;
  readonly first: readonly CellPlace[];
}

/** What a workbook says of a sheet beside its rows. */
export interface SheetSurroundings {
  readonly hiddenColumns: readonly number[];
  readonly filtered: boolean;
  readonly comments: HabitPlaces;
  readonly pictures: HabitPlaces;
}

/** Counts places as they are met and keeps the first few. */
export class PlaceCount implements HabitPlaces {
  count = 0;
  readonly first: CellPlace[] = [];

  add({ row, column }: CellPlace): void {
    this.count += 1;
    if (this.first.length < MOST_NAMED) this.first.push({ row, column });
  }

  addAll({ count, first }: HabitPlaces): void {
    for (const place of first) this.add(place);
    this.count += count - first.length;
  }
}

/**
 * What a clerk put into a sheet beside its numbers: hidden and filtered rows, fill colours, comments, pasted pictures.
 * Each is told once per meaning (one colour, one question), with the first few cells. Nothing of the sheet is held.
 */
export class HabitCount {
  readonly comments = new PlaceCount();
  readonly pictures = new PlaceCount();
  readonly #hidden = new PlaceCount();
  readonly #fills = new Map<string, PlaceCount>();

  hiddenRow(row: number): void {
    this.#hidden.add({ row, column: 0 });
  }

  /** A colour means something on rows that are read; on titles, headers and totals of a table it is decoration. */
  fill(colour: string, place: CellPlace): void {
    const fill = colour.toUpperCase();
    if (["FFFFFF", "000000"].includes(fill) || isGrey(fill)) return;
    const places = this.#fills.get(fill) ?? new PlaceCount();
    this.#fills.set(fill, places);
    places.add(place);
  }

  findings(
    sheet: string,
    { hiddenColumns, filtered }: Pick<SheetSurroundings, "hiddenColumns" | "filtered">,
  ): Finding[] {
    const told = (
      code: FindingCode,
      { count, first }: HabitPlaces,
      words: { readonly [place: string]: string } = {},
    ) =>
      count === 0
        ? []
        : [
            finding(
              code,
              { count: `${count}`, cells: named(first.map(placeName), count), ...words },
              { sheet, ...at(first) },
            ),
          ];
    const { count, first } = this.#hidden;
    const rows = named(
      first.map(({ row }) => `${row + 1}`),
      count,
    );
    const columns = hiddenColumns.toSorted((a, b) => a - b).map(columnName);
    return [
      ...(count === 0
        ? []
        : [finding(filtered ? "sheet/filtered-rows" : "sheet/hidden-rows", { count: `${count}`, rows }, { sheet })]),
      ...(columns.length === 0
        ? []
        : [
            finding(
              "sheet/hidden-columns",
              { columns: named(columns.slice(0, MOST_NAMED), columns.length) },
              { sheet },
            ),
          ]),
      ...[...this.#fills].flatMap(([fill, places]) => told("sheet/fill", places, { fill })),
      ...told("sheet/comments", this.comments),
      ...told("sheet/pictures", this.pictures),
    ];
  }
}

/** The habits of a sheet that is in memory. */
export function sheetHabits(grid: Grid, tables: readonly Table[] = []): Finding[] {
  const habits = new HabitCount();
  const data = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ row, role }) => (role === "data" ? [row] : []))));
  for (let row = 0; row < grid.rows; row += 1)
    for (let column = 0; column < grid.columns; column += 1) {
      const cell = grid.cell(row, column);
      if (cell === null) continue;
      if (cell.comment !== undefined) habits.comments.add({ row, column });
      if (cell.fill !== undefined && (tables.length === 0 || data.has(row))) habits.fill(cell.fill, { row, column });
    }
  for (const row of [...grid.hiddenRows].sort((a, b) => a - b)) habits.hiddenRow(row);
  for (const place of grid.pictures) habits.pictures.add(place);
  const hiddenColumns = [...grid.hiddenColumns].filter((column) => column < grid.columns);
  return habits.findings(grid.name, { hiddenColumns, filtered: grid.filteredRows });
}

function at([first]: readonly CellPlace[]): { place?: CellPlace } {
  return first === undefined ? {} : { place: first };
}

/** Header greys are decoration. */
function isGrey(fill: string): boolean {
  const [red, green, blue] = [fill.slice(0, 2), fill.slice(2, 4), fill.slice(4, 6)];
  return red === green && green === blue;
}

function named(first: readonly string[], count: number): string {
  return count > first.length ? `${first.join("、")} 等` : first.join("、");
}

import { type Finding, finding } from "./finding.js";
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

/**
 * What a clerk put into a sheet beside its numbers: hidden and filtered rows, fill colours, comments, pasted pictures.
 * Each is told once per meaning (one colour, one question), with the first few cells. A colour means something on rows
 * that are read; on titles, headers and totals of a table it is decoration.
 */
export function sheetHabits(grid: Grid, tables: readonly Table[] = []): Finding[] {
  const findings: Finding[] = [];
  const sheet = grid.name;
  const fills = new Map<string, CellPlace[]>();
  const data = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ row, role }) => (role === "data" ? [row] : []))));
  const comments: CellPlace[] = [];
  for (let row = 0; row < grid.rows; row += 1)
    for (let column = 0; column < grid.columns; column += 1) {
      const cell = grid.cell(row, column);
      if (cell === null) continue;
      if (cell.comment !== undefined) comments.push({ row, column });
      const fill = cell.fill?.toUpperCase();
      if (tables.length > 0 && !data.has(row)) continue;
      if (fill !== undefined && !["FFFFFF", "000000"].includes(fill) && !isGrey(fill))
        placesOf(fills, fill).push({ row, column });
    }
  const hidden = [...grid.hiddenRows].sort((a, b) => a - b);
  if (hidden.length > 0) {
    const rows = named(hidden.map((row) => `${row + 1}`));
    findings.push(
      finding(
        grid.filteredRows ? "sheet/filtered-rows" : "sheet/hidden-rows",
        { count: `${hidden.length}`, rows },
        { sheet },
      ),
    );
  }
  const columns = [...grid.hiddenColumns].filter((column) => column < grid.columns).sort((a, b) => a - b);
  if (columns.length > 0)
    findings.push(finding("sheet/hidden-columns", { columns: named(columns.map(columnName)) }, { sheet }));
  for (const [fill, places] of fills)
    findings.push(
      finding(
        "sheet/fill",
        { fill, count: `${places.length}`, cells: named(places.map(placeName)) },
        { sheet, ...at(places) },
      ),
    );
  if (comments.length > 0)
    findings.push(
      finding(
        "sheet/comments",
        { count: `${comments.length}`, cells: named(comments.map(placeName)) },
        { sheet, ...at(comments) },
      ),
    );
  if (grid.pictures.length > 0)
    findings.push(
      finding(
        "sheet/pictures",
        { count: `${grid.pictures.length}`, cells: named(grid.pictures.map(placeName)) },
        { sheet, ...at(grid.pictures) },
      ),
    );
  return findings;
}

function placesOf(fills: Map<string, CellPlace[]>, fill: string): CellPlace[] {
  const known = fills.get(fill);
  if (known !== undefined) return known;
  const places: CellPlace[] = [];
  fills.set(fill, places);
  return places;
}

function at(places: readonly CellPlace[]): { place?: CellPlace } {
  const [first] = places;
  return first === undefined ? {} : { place: { row: first.row, column: first.column } };
}

/** Header greys are decoration. */
function isGrey(fill: string): boolean {
  const [red, green, blue] = [fill.slice(0, 2), fill.slice(2, 4), fill.slice(4, 6)];
  return red === green && green === blue;
}

function named(names: readonly string[]): string {
  const first = names.slice(0, MOST_NAMED).join("、");
  return names.length > MOST_NAMED ? `${first} 等` : first;
}

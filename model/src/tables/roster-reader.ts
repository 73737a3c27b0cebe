import type { MoneyUnit } from "../values/money.js";
import type { FindingCode } from "./finding.js";
import { type Grid, type GridArea, type GridCell, plainText } from "./grid.js";
import { type CoveredRow, MergedCells } from "./merged-cells.js";
import type { FiguresInWords } from "./office-number.js";
import { type CellReading, readCell } from "./read-cell.js";
import { unitOf } from "./read-table.js";
import { rowRole } from "./row-role.js";
import { RunningTotals, type TotalsTold } from "./running-totals.js";
import type { FormColumn, ReadCell, ReadRow } from "./sheet-form.js";
import type { RowRole, SheetTables, Table } from "./sheet-tables.js";

/** Different texts of a column that are kept read: townships and employers come back, names and numbers do not. */
const MOST_KNOWN = 4000;
const TRIAL = 2000;

/** What a cell of a streamed row has to say beside its value; the caller counts and keeps the first ones. */
export interface RosterRemark {
  readonly code: FindingCode;
  readonly row: number;
  readonly column: number;
  readonly words: { readonly [place: string]: string };
}

interface KnownColumn {
  readonly column: number;
  readonly label: string;
  readonly form: FormColumn;
  readonly unit: MoneyUnit;
  readonly personal: boolean;
  known: Map<string, CellReading> | null;
  met: number;
}

/** What a reader tells beside its rows. */
export interface RosterTelling {
  remark(remark: RosterRemark): void;
  /** Its totals are checked where somebody hears of them. */
  readonly totals?: TotalsTold;
}

/**
 * Reads the rows of a long table (名册) one by one as they go by, with the columns that its head was found to have: what
 * `readTable` and `checkTotals` make of a sheet in memory, for sheets that are never in memory. The merges of the whole sheet
 * are those of the grid that its head was found in.
 */
export class RosterReader {
  readonly #table: Table;
  readonly #columns: readonly KnownColumn[];
  readonly #headerWords: ReadonlySet<string>;
  readonly #year: number | null;
  readonly #words: FiguresInWords | undefined;
  readonly #telling: RosterTelling;
  readonly #merged: MergedCells;
  readonly #totals: RunningTotals | null;

  constructor(
    sheet: SheetTables,
    table: Table,
    columns: ReadonlyMap<number, FormColumn>,
    { year, words }: { readonly year: number | null; readonly words?: FiguresInWords },
    telling: RosterTelling,
  ) {
    this.#table = table;
    this.#year = year;
    this.#words = words;
    this.#telling = telling;
    this.#merged = new MergedCells(sheet.grid.grid.merges.filter(({ bottom }) => bottom > table.header.bottom));
    this.#totals = telling.totals === undefined ? null : new RunningTotals(sheet, table, columns, telling.totals);
    this.#headerWords = new Set(table.columns.flatMap(({ path }) => path));
    this.#columns = table.columns.flatMap((column): KnownColumn[] => {
      const form = columns.get(column.column);
      if (form === undefined) return [];
      const unit = unitOf(column, form, table.frame.unit);
      const personal = form.kind === "id_number" || form.kind === "digits";
      const known = personal ? null : new Map<string, CellReading>();
      return [{ column: column.column, label: column.label, form, unit, personal, known, met: 0 }];
    });
  }

  /** The row's role, and its cells where it is a data row. Rows and columns count from 0. */
  read(
    row: number,
    given: readonly (GridCell | undefined)[],
  ): { readonly role: RowRole; readonly row: ReadRow | null } {
    const covered = this.#merged.at(row, given);
    const cells = covered?.cells ?? given;
    const role = this.#role(row, cells, covered);
    if (role !== "data") return { role, row: null };
    const read = new Map<string, ReadCell>();
    for (const column of this.#columns) {
      const { key } = column.form;
      const over = covered?.over.get(column.column);
      const cell = over?.cell ?? cells[column.column];
      if (cell === undefined || (cell.kind === "text" && cell.text.trim() === "")) continue;
      const { value, detail, says } = this.#reading(column, cell);
      const place = { row: over?.top ?? row, column: over?.left ?? column.column };
      const area = over ?? { top: row, left: column.column, bottom: row, right: column.column, cell };
      const first = over === undefined || !over.read.has(key);
      over?.read.add(key);
      read.set(key, { column: column.form, place, area, printed: cell.text.trim(), first, value, detail });
      if (!first) continue;
      for (const { code, words } of says)
        this.#telling.remark({
          ...{ code, ...place },
          words: { column: column.label, text: column.personal ? "……" : cell.text.trim(), ...words },
        });
    }
    this.#totals?.data(read);
    return read.size === 0 ? { role: "blank", row: null } : { role, row: { row, group: null, cells: read } };
  }

  /** Behind the last row: totals that stand above their rows are told. */
  end(): void {
    this.#totals?.end();
  }

  #reading(column: KnownColumn, cell: GridCell): CellReading {
    const { known } = column;
    const options = { unit: column.unit, year: this.#year, words: this.#words };
    if (known === null) return readCell(column.form.kind, cell, options);
    const key =
      cell.kind === "text"
        ? cell.text
        : `${cell.kind} ${cell.raw ?? cell.number ?? ""} ${cell.date ?? ""} ${cell.text}`;
    const before = known.get(key);
    if (before !== undefined) {
      column.met += 1;
      return before;
    }
    const reading = readCell(column.form.kind, cell, options);
    if (known.size < MOST_KNOWN) known.set(key, reading);
    // A column whose texts never come back is only remembered in vain.
    if (known.size === TRIAL && column.met < TRIAL) column.known = null;
    return reading;
  }

  #role(row: number, cells: readonly (GridCell | undefined)[], covered: CoveredRow | null): RowRole {
    if (row <= this.#table.header.bottom) return "header";
    // A row that begins with its number and has more than four cells is data by every rule of `rowRole`.
    let filled = 0;
    let first: GridCell | undefined;
    for (const cell of cells) {
      if (cell === undefined) continue;
      first ??= cell;
      filled += 1;
      if (filled > 4) break;
    }
    if (first !== undefined && filled > 4 && /^\s*\d+\s*$/u.test(first.text)) return "data";
    const areas = cells.flatMap((cell, column): GridArea[] =>
      cell === undefined || (cell.kind === "text" && plainText(cell) === "")
        ? []
        : [covered?.over.get(column) ?? { top: row, left: column, bottom: row, right: column, cell }],
    );
    // The header again, as a printed page begins with it.
    if (areas.length >= 3 && areas.every(({ cell }) => this.#headerWords.has(plainText(cell)))) return "header";
    const { role, label } = rowRole(areas, this.#table.columns);
    if (role === "total" || role === "subtotal" || role === "group")
      this.#totals?.total(role, label, (column) => {
        const area = areas.find(({ left }) => left === column);
        return area === undefined ? null : { place: { row: area.top, column: area.left }, cell: area.cell };
      });
    return role;
  }
}

/** The first rows of a sheet as a grid: enough to find its title, captions and header, and to see what its columns hold. */
export function headGrid(
  name: string,
  hidden: boolean,
  rows: readonly { readonly row: number; readonly cells: readonly (GridCell | undefined)[] }[],
  merges: Grid["merges"] = [],
): Grid {
  const byRow = new Map(rows.map(({ row, cells }) => [row, cells]));
  return {
    name,
    hidden,
    rows: rows.reduce((most, { row }) => Math.max(most, row + 1), 0),
    columns: rows.reduce((most, { cells }) => Math.max(most, cells.length), 0),
    cell: (row, column) => byRow.get(row)?.[column] ?? null,
    merges,
    hiddenRows: new Set(),
    filteredRows: false,
    hiddenColumns: new Set(),
    pictures: [],
  };
}

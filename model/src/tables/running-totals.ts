import { type MoneyUnit, printMoney } from "../values/money.js";
import { type Finding, finding } from "./finding.js";
import { type CellPlace, type GridCell, placeName } from "./grid.js";
import { readCell } from "./read-cell.js";
import { unitOf } from "./read-table.js";
import type { FormColumn, ReadCell } from "./sheet-form.js";
import type { RowRole, SheetTables, Table } from "./sheet-tables.js";

/** A typed total held against its rows, with exact arithmetic. Totals are checked and never imported. */
export interface TotalCheck {
  readonly sheet: string;
  /** 合计, 一、产业发展类（3个）, 福泉合作社小计. */
  readonly label: string;
  readonly kind: "total" | "subtotal";
  readonly column: string;
  readonly place: CellPlace;
  readonly cell: string;
  readonly printed: string;
  readonly computed: string;
  /** printed − computed, with its sign; null where they agree. */
  readonly difference: string | null;
}

/** A total that differs, as it is told; null for one that agrees. */
export function totalFinding({
  label,
  column,
  printed,
  computed,
  difference,
  sheet,
  place,
}: TotalCheck): Finding | null {
  if (difference === null) return null;
  return finding("total/differs", { label, column, printed, computed, difference }, { sheet, place });
}

/** A total as it is met: a cell that begins in its row, by column. */
export type TotalCells = (column: number) => { readonly place: CellPlace; readonly cell: GridCell } | null;

/** What is told while rows go by. */
export interface TotalsTold {
  check(check: TotalCheck): void;
  /** A total that was not checked because too many wait for the end of the sheet. */
  passed(): void;
}

/** Totals that wait for rows below them at one time; a sheet made of nothing but 合计 must not fill the memory. */
const MOST_WAITING = 10_000;

type TotalRole = Extract<RowRole, "total" | "subtotal" | "group">;

interface SummedColumn {
  readonly column: number;
  readonly label: string;
  readonly form: FormColumn;
  readonly unit: MoneyUnit;
  /** Of all data rows so far, and up to the total before. */
  sum: bigint;
  atBoundary: bigint;
}

/** A printed figure whose rows stand below it. */
interface Waiting {
  readonly role: TotalRole;
  readonly of: SummedColumn;
  readonly label: string;
  readonly place: CellPlace;
  readonly printed: bigint;
  /** What was summed up before it, and the rows of that. */
  readonly from: bigint;
  readonly rows: number;
}

/**
 * Checks 合计, 小计 and figures on group rows, above or below their rows, while the rows of a table go by: nothing of it is
 * held but sums. A subtotal sums the rows since the total before it, or, where there are none, those up to the next; a group
 * those up to the next group; a total all rows of the table.
 */
export class RunningTotals {
  readonly #sheet: string;
  readonly #columns: readonly SummedColumn[];
  readonly #told: TotalsTold;
  #rows = 0;
  #rowsAtBoundary = 0;
  #waiting: Waiting[] = [];

  constructor(
    { grid }: Pick<SheetTables, "grid">,
    table: Pick<Table, "columns" | "frame">,
    columns: ReadonlyMap<number, FormColumn>,
    told: TotalsTold,
  ) {
    this.#sheet = grid.grid.name;
    this.#told = told;
    this.#columns = table.columns.flatMap((column): SummedColumn[] => {
      const form = columns.get(column.column);
      if (form === undefined || !(form.kind === "money" || form.summed === true)) return [];
      const unit = unitOf(column, form, table.frame.unit);
      return [{ column: column.column, label: column.label, form, unit, sum: 0n, atBoundary: 0n }];
    });
  }

  /** A data row; a merged amount counts in its first one. */
  data(cells: ReadonlyMap<string, ReadCell> | undefined): void {
    this.#rows += 1;
    if (cells === undefined) return;
    for (const of of this.#columns) {
      const cell = cells.get(of.form.key);
      if (cell?.first === true) of.sum += scaled(of.form, cell.value);
    }
  }

  /** A row of totals, or one that begins a group. */
  total(role: TotalRole, label: string, cells: TotalCells): void {
    this.#close(role);
    const below = this.#rows > this.#rowsAtBoundary;
    for (const of of this.#columns) {
      const met = cells(of.column);
      if (met === null) continue;
      const { value } = readCell(of.form.kind, met.cell, { unit: of.unit, year: null });
      if (value === null) continue;
      const own = { role, of, label, place: met.place, printed: scaled(of.form, value) };
      if (role === "subtotal" && below) {
        this.#say({ ...own, from: of.atBoundary, rows: this.#rowsAtBoundary });
        continue;
      }
      if (this.#waiting.length >= MOST_WAITING) this.#told.passed();
      else if (role === "total") this.#waiting.push({ ...own, from: 0n, rows: 0 });
      else this.#waiting.push({ ...own, from: of.sum, rows: this.#rows });
    }
    this.#rowsAtBoundary = this.#rows;
    for (const of of this.#columns) of.atBoundary = of.sum;
  }

  /** Behind the last row. */
  end(): void {
    for (const waiting of this.#waiting) this.#say(waiting);
    this.#waiting = [];
  }

  /** Says what ends before a row of this kind. */
  #close(role: TotalRole): void {
    if (this.#waiting.length === 0) return;
    const ends = (one: Waiting) => one.role === "subtotal" || (one.role === "group" && role !== "subtotal");
    for (const waiting of this.#waiting) if (ends(waiting)) this.#say(waiting);
    this.#waiting = this.#waiting.filter((one) => !ends(one));
  }

  /** Where no row stands that it could speak of nothing is said. */
  #say({ role, of, label, place, printed, from, rows }: Waiting): void {
    if (this.#rows === rows) return;
    const computed = of.sum - from;
    const { form, unit } = of;
    this.#told.check({
      sheet: this.#sheet,
      label,
      kind: role === "total" ? "total" : "subtotal",
      column: of.label,
      place,
      cell: placeName(place),
      printed: shown(form, printed, unit),
      computed: shown(form, computed, unit),
      difference: printed === computed ? null : signed(shown(form, printed - computed, unit)),
    });
  }
}

const SCALE = 20;

/** Money in 分; figures as integers of 10^-20, so that sums of decimals are exact. */
function scaled(form: FormColumn, value: unknown): bigint {
  if (typeof value !== "string") return 0n;
  if (form.kind === "money") return BigInt(value);
  const negative = value.startsWith("-");
  const [whole = "0", fraction = ""] = value.replace("-", "").split(".");
  const size = BigInt(whole + fraction.padEnd(SCALE, "0").slice(0, SCALE));
  return negative ? -size : size;
}

function shown(form: FormColumn, amount: bigint, unit: MoneyUnit): string {
  if (form.kind === "money") return printMoney(amount, "zh", unit);
  const size = (amount < 0n ? -amount : amount).toString().padStart(SCALE + 1, "0");
  const fraction = size.slice(-SCALE).replace(/0+$/u, "");
  return `${amount < 0n ? "-" : ""}${size.slice(0, -SCALE)}${fraction === "" ? "" : `.${fraction}`}`;
}

function signed(text: string): string {
  return text.startsWith("-") ? `−${text.slice(1)}` : `+${text}`;
}

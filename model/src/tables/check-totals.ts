import { type MoneyUnit, printMoney } from "../values/money.js";
import { type CellPlace, placeName } from "./grid.js";
import { readCell } from "./read-cell.js";
import { unitOf } from "./read-table.js";
import type { FormColumn, ReadTable } from "./sheet-form.js";
import type { SheetTables, TableRow } from "./sheet-tables.js";

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

/**
 * Checks 合计, 小计 and figures on group rows, above or below their rows. A subtotal sums the rows of its group, or
 * those since the total before it; a total sums all rows of the table.
 */
export function checkTotals(
  sheet: SheetTables,
  read: ReadTable,
  columns: ReadonlyMap<number, FormColumn>,
): TotalCheck[] {
  const { table } = read;
  const checks: TotalCheck[] = [];
  const byRow = new Map(read.rows.map((row) => [row.row, row]));
  for (const column of table.columns) {
    const form = columns.get(column.column);
    if (form === undefined || !(form.kind === "money" || form.summed === true)) continue;
    const unit = unitOf(column, form, sheet.frame.unit);
    const amount = (row: number) => {
      const cell = byRow.get(row)?.cells.get(form.key);
      return cell?.first === true ? scaled(form, cell.value) : 0n;
    };
    for (const total of table.rows) {
      const area = sheet.grid.area(total.row, column.column);
      if (!["total", "subtotal", "group"].includes(total.role) || area === null || area.left !== column.column)
        continue;
      const { value } = readCell(form.kind, area.cell, { unit, year: null });
      if (value === null) continue;
      const rows = rowsOf(table.rows, total);
      if (rows.length === 0) continue;
      const computed = rows.reduce((sum, { row }) => sum + amount(row), 0n);
      const printed = scaled(form, value);
      const place = { row: area.top, column: area.left };
      checks.push({
        sheet: sheet.grid.grid.name,
        label: total.label,
        kind: total.role === "total" ? "total" : "subtotal",
        column: column.label,
        place,
        cell: placeName(place),
        printed: shown(form, printed, unit),
        computed: shown(form, computed, unit),
        difference: printed === computed ? null : signed(shown(form, printed - computed, unit)),
      });
    }
  }
  return checks;
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

/** The data rows that a total speaks of. */
function rowsOf(rows: readonly TableRow[], total: TableRow): TableRow[] {
  const data = (some: readonly TableRow[]) => some.filter(({ role }) => role === "data");
  if (total.role === "total") return data(rows);
  const at = rows.indexOf(total);
  if (total.role === "group") {
    const rest = rows.slice(at + 1);
    const end = rest.findIndex(({ role }) => role === "group" || role === "total");
    return data(end < 0 ? rest : rest.slice(0, end));
  }
  const before = rows.slice(0, at);
  const start = before.findLastIndex(({ role }) => role === "subtotal" || role === "group" || role === "total");
  const below = data(before.slice(start + 1));
  if (below.length > 0) return below;
  // 小计 above its rows.
  const rest = rows.slice(at + 1);
  const end = rest.findIndex(({ role }) => role === "group" || role === "total" || role === "subtotal");
  return data(end < 0 ? rest : rest.slice(0, end));
}

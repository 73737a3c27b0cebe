import { RunningTotals, type TotalCheck } from "./running-totals.js";
import type { FormColumn, ReadTable } from "./sheet-form.js";
import type { SheetTables } from "./sheet-tables.js";

/**
 * The totals of a table that is in memory, column by column; by the rule of `RunningTotals`. `beside` are tables of the same
 * header on its left: a total that is right for all of them together agrees.
 */
export function checkTotals(
  sheet: SheetTables,
  read: ReadTable,
  columns: ReadonlyMap<number, FormColumn>,
  beside: readonly ReadTable[] = [],
): TotalCheck[] {
  const own = totalsOf(sheet, read, columns, []);
  if (beside.length === 0 || own.every(({ difference }) => difference === null)) return own;
  const whole = new Map(totalsOf(sheet, read, columns, beside).map((check) => [check.cell, check]));
  return own.map((check) => {
    const together = whole.get(check.cell);
    return check.kind === "total" && together?.difference === null ? together : check;
  });
}

function totalsOf(
  sheet: SheetTables,
  read: ReadTable,
  columns: ReadonlyMap<number, FormColumn>,
  beside: readonly ReadTable[],
): TotalCheck[] {
  const { table } = read;
  const checks: TotalCheck[] = [];
  const totals = new RunningTotals(sheet, table, columns, {
    check: (check) => checks.push(check),
    passed: () => undefined,
  });
  for (const { rows } of beside) for (const { cells } of rows) totals.data(cells);
  const byRow = new Map(read.rows.map((row) => [row.row, row]));
  for (const { row, role, label } of table.rows) {
    if (role === "data") totals.data(byRow.get(row)?.cells);
    else if (role === "total" || role === "subtotal" || role === "group")
      totals.total(role, label, (column) => {
        const area = sheet.grid.area(row, column);
        if (area === null || area.left !== column) return null;
        return { place: { row: area.top, column: area.left }, cell: area.cell };
      });
  }
  totals.end();
  return checks.sort((a, b) => a.place.column - b.place.column || a.place.row - b.place.row);
}

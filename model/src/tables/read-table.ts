import type { MoneyUnit } from "../values/money.js";
import { type Finding, finding } from "./finding.js";
import type { FiguresInWords } from "./office-number.js";
import { readCell } from "./read-cell.js";
import type { FormColumn, ReadCell, ReadRow, ReadTable } from "./sheet-form.js";
import type { SheetTables, Table, TableColumn } from "./sheet-tables.js";

/**
 * Reads the data rows of a table whose columns are known. A merged cell is read once, by the first row that it touches;
 * the rows below see it with `first: false`, so that an amount merged over three villages counts once.
 */
export function readTable(
  sheet: SheetTables,
  table: Table,
  columns: ReadonlyMap<number, FormColumn>,
  year: number | null,
  words?: FiguresInWords,
): ReadTable {
  const findings: Finding[] = [];
  const known = table.columns.flatMap((column) => {
    const form = columns.get(column.column);
    return form === undefined ? [] : [{ column, form, unit: unitOf(column, form, table.frame.unit) }];
  });
  const rows: ReadRow[] = [];
  let group: string | null = null;
  for (const { row, role, label } of table.rows) {
    if (role === "group") group = label;
    if (role !== "data") continue;
    const cells = new Map<string, ReadCell>();
    for (const { column, form, unit } of known) {
      const area = sheet.grid.area(row, column.column);
      if (area === null) continue;
      const place = { row: area.top, column: area.left };
      const first = area.top === row || !rows.some((before) => before.row >= area.top && before.cells.has(form.key));
      const { value, detail, says } = readCell(form.kind, area.cell, { unit, year, words });
      cells.set(form.key, { column: form, place, area, printed: area.cell.text.trim(), first, value, detail });
      if (!first) continue;
      for (const { code, words } of says)
        findings.push(
          finding(
            code,
            { column: column.label, text: shown(form, area.cell.text), ...words },
            { sheet: sheet.grid.grid.name, place },
          ),
        );
    }
    if (cells.size > 0) rows.push({ row, group, cells });
  }
  return { sheet: sheet.grid.grid.name, table, rows, findings };
}

/** Numbers of persons never enter a text: it may reach a log. */
function shown(form: FormColumn, text: string): string {
  return form.kind === "id_number" || form.kind === "digits" ? "……" : text.trim();
}

const UNITS: readonly MoneyUnit[] = ["亿元", "万元", "元"];

/** The unit of a column of amounts: its header's brackets, else the caption, else the form's own, else 元. */
export function unitOf({ path }: TableColumn, form: FormColumn, caption: string | null): MoneyUnit {
  const inHeader = path.join("");
  const header = UNITS.find((unit) => new RegExp(`[(（]${unit}[)）/]`, "u").test(inHeader));
  if (header !== undefined) return header;
  if (caption !== null) {
    const named = UNITS.find((unit) => caption.split(/[、,/]/u).includes(unit));
    if (named !== undefined) return named;
  }
  return form.unit ?? "元";
}

import type { Book, Cell, Sheet } from "../workbook/book.js";
import { cellPlace } from "../workbook/book.js";
import type { BookSpec, CellSpec, CellStyle, SheetSpec } from "../workbook/book-spec.js";
import { MARK_RED } from "../workbook/edit-package.js";
import type { SheetFault } from "./collect-desk.js";
import { INSTRUCTION_CELL, REMADE_WORDS, sentBackWords } from "./collection-form.js";

/**
 * A form that came back as .xls or .et, which cannot be changed in place, made anew as .xlsx: what stands in each cell, its
 * colour, merges and hidden sheets, with the cells that its unit must put right red and explained, and a line that says that
 * it is a copy. Fonts, widths and formulas of the old file are not carried over.
 */
export function remadeBook(came: Book, faults: readonly SheetFault[]): BookSpec {
  const visible = came.sheets.find(({ hidden }) => !hidden);
  return {
    sheets: came.sheets.map((sheet): SheetSpec => {
      const marked = sheet === visible ? new Map(faults.map((fault) => [fault.cell, fault])) : new Map();
      return { ...remadeSheet(sheet, marked, faults.length), ...(sheet.hidden ? { hidden: "deep" as const } : {}) };
    }),
  };
}

function remadeSheet(sheet: Sheet, marked: ReadonlyMap<string, SheetFault>, count: number): SheetSpec {
  const places = new Map([...marked.values()].map((fault) => [keyOf(cellPlace(fault.cell)), fault.zh]));
  const said = marked.size === 0 ? null : keyOf(cellPlace(INSTRUCTION_CELL));
  const rows = Array.from({ length: sheet.rows }, (_, row) => ({
    cells: Array.from({ length: sheet.columns }, (_, column): CellSpec | null => {
      const key = `${row} ${column}`;
      if (key === said)
        return { value: `${sentBackWords(count)}${REMADE_WORDS}`, style: { wrap: true, bold: true, color: "C00000" } };
      return remadeCell(sheet.cell(row, column), places.get(key));
    }),
  }));
  return {
    name: sheet.name,
    rows,
    widths: Array.from({ length: sheet.columns }, () => 14),
    hiddenColumns: [...sheet.hiddenColumns],
    merges: sheet.merges,
  };
}

function keyOf(place: { readonly row: number; readonly column: number } | null): string {
  return place === null ? "" : `${place.row} ${place.column}`;
}

function remadeCell(cell: Cell | null, comment: string | undefined): CellSpec | null {
  if (cell === null && comment === undefined) return null;
  const { fill } = cell ?? {};
  const style: CellStyle = {
    border: true,
    size: 10,
    ...(comment !== undefined ? { fill: MARK_RED } : fill === undefined ? {} : { fill }),
    ...(cell?.kind === "text" ? { format: "@", wrap: true } : {}),
    ...(cell?.date === undefined ? {} : { format: "yyyy-mm-dd" }),
  };
  return { value: remadeValue(cell), style, ...(comment === undefined ? {} : { comment }) };
}

function remadeValue(cell: Cell | null): NonNullable<CellSpec["value"]> | null {
  if (cell === null) return null;
  if (cell.date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(cell.date)) return { day: cell.date };
  return cell.kind === "number" && cell.raw !== undefined && /^-?\d+(?:\.\d+)?$/.test(cell.raw)
    ? { decimal: cell.raw }
    : cell.text;
}

import { cellPlace, columnName, lastColumn, lastRow } from "./book.js";

/**
 * A formula as it reads so many rows and columns further on: relative references move, `$` ones stay, text in quotes
 * and names of functions and sheets are left alone. For formulas that share another cell's.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$!])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.])|(?<=!)(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.])/g,
    (whole, ...groups: readonly (string | undefined)[]) => {
      const [column1, letters1, row1, digits1, column2, letters2, row2, digits2] = groups;
      const letters = letters1 ?? letters2;
      const digits = digits1 ?? digits2;
      if (letters === undefined || digits === undefined) return whole;
      const place = cellPlace(letters + digits);
      if (place === null) return whole;
      const fixedColumn = (column1 ?? column2) === "$";
      const fixedRow = (row1 ?? row2) === "$";
      const column = place.column + (fixedColumn ? 0 : columns);
      const row = place.row + (fixedRow ? 0 : rows);
      if (column < 0 || row < 0 || column > lastColumn || row > lastRow) return "#REF!";
      return `${fixedColumn ? "$" : ""}${columnName(column)}${fixedRow ? "$" : ""}${row + 1}`;
    },
  );
}

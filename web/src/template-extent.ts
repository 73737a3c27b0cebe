import type { TemplateCell, TemplateSheet } from "@shanhai/server";

/** A cell's name: row 11, column 5 is `F12`. */
export function templateCell(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/**
 * How many places a list has from a cell downward: empty cells until words or a formula stand there, or the row is another
 * kind of row than the first, with words or a formula (合计) where that has none; a merge counts as one.
 * Where nothing stands below at all: null, as many as there are rows, on a sheet; to its last row in a document's table.
 */
export function placesBelow({ cells, merges }: TemplateSheet, name: string, inDocument: boolean): number | null {
  const letters = /^[A-Z]+/.exec(name)?.[0] ?? "A";
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const first = Number(name.slice(letters.length)) - 1;
  const isWord = (cell: TemplateCell | null | undefined) =>
    cell?.formula === true || !/^[\d.,%\s]*$/u.test(cell?.text ?? "");
  const isOther = (row: number) => (cells[row] ?? []).some((cell, at) => isWord(cell) && !isWord(cells[first]?.[at]));
  let count = 0;
  for (let row = first; row < cells.length; count++) {
    const cell = cells[row]?.[column];
    // The cell that was chosen counts, whatever last month left in it.
    if (count > 0 && (cell?.formula === true || (cell?.text ?? "") !== "" || isOther(row))) return count;
    const merge = merges.find(({ top, left }) => top === row && left === column);
    row = (merge?.bottom ?? row) + 1;
  }
  return inDocument ? Math.max(1, count) : null;
}

import type { Block, Grid, GridCell } from "./grid.js";

/** For tests only: a sheet from rows of values. Numbers are number cells, `=text` a formula's text, null an empty cell. */
export function sketchGrid(
  name: string,
  rows: readonly (readonly (string | number | null | GridCell)[])[],
  more: {
    readonly merges?: readonly string[];
    readonly hidden?: boolean;
    readonly hiddenRows?: readonly number[];
  } = {},
): Grid {
  const cells = rows.map((row) => row.map(cellOf));
  return {
    name,
    hidden: more.hidden === true,
    rows: rows.length,
    columns: Math.max(0, ...rows.map(({ length }) => length)),
    cell: (row, column) => cells[row]?.[column] ?? null,
    merges: (more.merges ?? []).map(blockOf),
    hiddenRows: new Set(more.hiddenRows ?? []),
    filteredRows: false,
    hiddenColumns: new Set(),
    pictures: [],
  };
}

function cellOf(value: string | number | null | GridCell): GridCell | null {
  if (value === null) return null;
  if (typeof value === "object") return value;
  if (typeof value === "string") return { kind: "text", text: value };
  return { kind: "number", text: String(value), number: value, raw: String(value) };
}

/** `A3:A5` → rows 2–4 of column 0. */
function blockOf(range: string): Block {
  const ends = range.split(":").map((end) => {
    const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(end) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return { row: Number(row) - 1, column };
  });
  const [from, to] = [ends[0] ?? { row: 0, column: 0 }, ends[1] ?? ends[0] ?? { row: 0, column: 0 }];
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

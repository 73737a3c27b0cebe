/**
 * A sheet as the understanding of tables (表格识别) needs it: the workbook reader's `Sheet` has this shape. Rows and
 * columns count from 0. Pure: who read the bytes, and how, is not known here.
 */
export interface Grid {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  cell(row: number, column: number): GridCell | null;
  readonly merges: readonly Block[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly filteredRows: boolean;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly pictures: readonly { readonly row: number; readonly column: number }[];
}

/** One cell: what it holds, and what is printed of it. */
export interface GridCell {
  readonly kind: "text" | "number" | "date" | "flag" | "error" | "formula-error";
  /** As printed. */
  readonly text: string;
  readonly number?: number;
  /** A number's exact decimal text, where the reader has it. */
  readonly raw?: string;
  /** A date cell's day or month in ISO form. */
  readonly date?: string;
  readonly formula?: string;
  /** RRGGBB: offices use colours as data (红 = 未到账). */
  readonly fill?: string;
  readonly comment?: string;
  readonly struck?: boolean;
}

/** A rectangle of cells, all ends included. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A cell's place within its sheet. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A cell with the merged area that it stands for, itself alone where it is not merged. */
export interface GridArea extends Block {
  readonly cell: GridCell;
}

/** A sheet with its merges looked up: every covered place answers with the area and its one cell. */
export interface AreaGrid {
  readonly grid: Grid;
  /** The filled area over a place; null where it is empty. */
  area(row: number, column: number): GridArea | null;
  /** The filled areas that touch a row, from left to right, each once. */
  rowAreas(row: number): readonly GridArea[];
}

/** Looks merges up once. Overlapping merges of a damaged file: the first one counts. */
export function areaGrid(grid: Grid): AreaGrid {
  const merged = new Map<number, Block>();
  const key = (row: number, column: number) => row * 16384 + column;
  const rows = Math.min(grid.rows, 1_048_576);
  for (const merge of grid.merges) {
    // A merge over whole columns is formatting; the sheet's own size bounds what is looked at.
    const bottom = Math.min(merge.bottom, rows - 1);
    const right = Math.min(merge.right, grid.columns - 1);
    if ((bottom - merge.top + 1) * (right - merge.left + 1) > 100_000) continue;
    for (let row = merge.top; row <= bottom; row += 1)
      for (let column = merge.left; column <= right; column += 1)
        if (!merged.has(key(row, column))) merged.set(key(row, column), { ...merge, bottom, right });
  }
  const area = (row: number, column: number): GridArea | null => {
    const block = merged.get(key(row, column)) ?? { top: row, left: column, bottom: row, right: column };
    const cell = grid.cell(block.top, block.left);
    return cell === null || (plainText(cell) === "" && cell.kind === "text") ? null : { ...block, cell };
  };
  const known = new Map<number, readonly GridArea[]>();
  const rowAreas = (row: number) => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const areas: GridArea[] = [];
    for (let column = 0; column < grid.columns; column += 1) {
      const found = area(row, column);
      if (found === null) continue;
      areas.push(found);
      column = Math.max(column, found.right);
    }
    known.set(row, areas);
    return areas;
  };
  return { grid, area, rowAreas };
}

/** The same sheet as far as some of its columns go: a merge that reaches in from beside them is seen. */
export function stripGrid(grid: AreaGrid, left: number, right: number): AreaGrid {
  return {
    ...grid,
    area: (row, column) => (column < left || column > right ? null : grid.area(row, column)),
    rowAreas: (row) => grid.rowAreas(row).filter((area) => area.left <= right && area.right >= left),
  };
}

/** Of a strip only what lies in it wholly. */
export function insideGrid(grid: AreaGrid, left: number, right: number): AreaGrid {
  return {
    ...grid,
    rowAreas: (row) => grid.rowAreas(row).filter((area) => area.left >= left && area.right <= right),
  };
}

/** A cell's words without the spaces offices set into them (合　计) and with half-width digits and brackets. */
export function plainText(cell: GridCell): string {
  return squeezed(cell.text);
}

/** Nothing in it that the squeezing would change: Chinese characters and printed ASCII. Most cells are so. */
const PLAIN = /^[!-~\u4e00-\u9fff]*$/u;

/** Half-width, without any white space. */
export function squeezed(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize("NFKC").replace(/[\s\u200b\ufeff]+/gu, "");
}

/** The name of a cell as everybody writes it: row 7, column 16 is `Q8`. */
export function placeName({ row, column }: CellPlace): string {
  return `${columnName(column)}${row + 1}`;
}

/** `A`, `Z`, `AA` … */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** The decimal text of a number cell: what the reader kept, else the shortest that gives the same number. */
export function exactNumber(cell: GridCell): string | null {
  if (cell.kind !== "number") return null;
  if (cell.raw !== undefined && /^-?\d+(?:\.\d+)?$/.test(cell.raw)) return cell.raw;
  if (cell.number === undefined || !Number.isFinite(cell.number)) return null;
  return plainDecimal(cell.number);
}

/** A double as the person typed it: 15 digits are what Excel keeps, so 0.1 + 0.2 prints as 0.3; never an exponent. */
export function plainDecimal(value: number): string {
  const short = Number(value.toPrecision(15));
  const text = String(short);
  if (!text.includes("e")) return text;
  const [digits = "0", power = "0"] = text.split("e");
  const negative = digits.startsWith("-") ? "-" : "";
  const [whole = "0", fraction = ""] = digits.replace("-", "").split(".");
  const shift = Number(power);
  if (shift >= 0) return negative + whole + fraction.padEnd(shift, "0");
  return `${negative}0.${"0".repeat(-shift - 1)}${whole}${fraction}`;
}

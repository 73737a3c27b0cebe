import { beginsHeader, findHeaders } from "./find-headers.js";
import { type AreaGrid, plainText, stripGrid } from "./grid.js";
import type { HeaderBlock } from "./sheet-tables.js";

/** Columns of a sheet that hold tables of their own, both ends included. */
export interface Strip {
  readonly left: number;
  readonly right: number;
}

/** What begins a table's line: with it a second time in a header another table begins (序号 … 序号 …). */
const SERIAL = /^(?:序号|编号|序|No\.?)$/iu;
/** What a title or caption says; 单位： and 截至 of one table stand at its right end. */
const TITLE = /^[(（]?[一二三四五六七八九十]+[)）、.]|台账$|(?:名册|名单|清单|一览|统计|情况|登记|花名|汇总)表?$/u;
const NO_CELL = { kind: "text", text: "" } as const;
/** The share of filled rows in which an empty column may lie inside a merged cell (a title over both tables). */
const MOST_CROSSED = 0.3;

/**
 * The strips of a sheet on which tables stand side by side (左右并排): where an empty column parts two headers, or a header
 * begins again. An empty column alone parts nothing: what stands behind it must have a number column, the first word of the
 * table before it, words of its own above it or a header in another row, or be a table by itself (`alone`); else it is a
 * spacer in one table. One strip for all other sheets.
 */
export function stripsOf(
  grid: AreaGrid,
  words: ReadonlySet<string>,
  alone: (grid: AreaGrid, header: HeaderBlock) => boolean,
): readonly Strip[] {
  const { columns } = grid.grid;
  const strips: (Strip & { readonly header: HeaderBlock | null })[] = [];
  for (const { left, right } of filledRuns(grid)) {
    const inside = stripGrid(grid, left, right);
    const cuts = begunAgain(inside, words);
    for (const [at, from] of [left, ...cuts].entries()) {
      const to = (cuts[at] ?? right + 1) - 1;
      const own = stripGrid(grid, from, to);
      const [header = null] = findHeaders(own, words);
      const before = strips.at(-1);
      const first = strips.find((strip) => strip.header !== null)?.header ?? null;
      const plain =
        header !== null &&
        first !== null &&
        (at > 0 || isOwnTable(grid, { left: from, right: to }, first, header, alone));
      // The margin before the first table belongs to it, and so does everything that begins none.
      if (before === undefined || plain) strips.push({ left: from, right: to, header });
      else strips[strips.length - 1] = { ...before, right: to, header: before.header ?? header };
    }
  }
  return strips.length < 2 ? [{ left: 0, right: Math.max(0, columns - 1) }] : strips;
}

/** Runs of columns that something stands in. */
function filledRuns(grid: AreaGrid): Strip[] {
  const { columns, rows } = grid.grid;
  const own = new Uint8Array(columns);
  const crossed = new Uint32Array(columns);
  let filled = 0;
  for (let row = 0; row < rows; row += 1) {
    const areas = grid.rowAreas(row);
    if (areas.length > 0) filled += 1;
    for (const { left, right } of areas) {
      own[left] = 1;
      own[right] = 1;
      for (let column = left + 1; column < right; column += 1) crossed[column] = (crossed[column] ?? 0) + 1;
    }
  }
  const runs: Strip[] = [];
  for (let column = 0; column < columns; column += 1) {
    if (own[column] !== 1 && (crossed[column] ?? 0) <= filled * MOST_CROSSED) continue;
    const last = runs.at(-1);
    if (last?.right === column - 1) runs[runs.length - 1] = { left: last.left, right: column };
    else runs.push({ left: column, right: column });
  }
  return runs;
}

/** Columns at which the header of a strip begins again with its number column, each part a header by itself. */
function begunAgain(grid: AreaGrid, words: ReadonlySet<string>): readonly number[] {
  for (let row = 0; row < grid.grid.rows; row += 1) {
    const areas = grid.rowAreas(row).filter(({ top }) => top === row);
    const starts = areas.filter(({ cell }) => SERIAL.test(plainText(cell))).map(({ left }) => left);
    const [first, ...more] = starts;
    if (first === undefined || more.length === 0 || first !== areas[0]?.left) continue;
    const parts = starts.map((from, at) => stripGrid(grid, from, (starts[at + 1] ?? grid.grid.columns) - 1));
    if (parts.every((part) => beginsHeader(part, row, words))) return more;
  }
  return [];
}

function isOwnTable(
  grid: AreaGrid,
  strip: Strip,
  first: HeaderBlock,
  header: HeaderBlock,
  alone: (grid: AreaGrid, header: HeaderBlock) => boolean,
): boolean {
  const lead = (block: HeaderBlock) => {
    const area = grid.area(block.top, block.left) ?? grid.area(block.bottom, block.left);
    return area === null ? "" : plainText(area.cell);
  };
  const word = lead(header);
  if (header.top !== first.top || SERIAL.test(word) || word === lead(first)) return true;
  // A title or caption over the strip alone: a group word of the header would be part of the header.
  for (let row = header.top - 1; row >= Math.max(0, header.top - 2); row -= 1) {
    const above = grid.rowAreas(row).filter(({ left, right }) => left >= strip.left && right <= strip.right);
    if (above.length === 1 && TITLE.test(plainText(above[0]?.cell ?? NO_CELL))) return true;
  }
  return alone(stripGrid(grid, strip.left, strip.right), header) && alone(grid, first);
}

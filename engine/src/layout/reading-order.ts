import type { ShownPage } from "./glyph.js";
import { type Stretch, stretchesOf } from "./page-rows.js";

/** A line in reading order: one stretch, or the cells of a row that stand side by side. */
export interface ShownLine {
  readonly cells: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Number of the block (column) that it stands in: its own margins count. */
  readonly block: number;
}

/** A column is at least this share of the width that the page's text takes. */
const narrowestColumn = 0.3;
const fewestLines = 5;

/** The lines of a page as they are read: columns one after the other between the lines that run over both. */
export function readingOrder(page: ShownPage): readonly ShownLine[] {
  const stretches = stretchesOf(page);
  const gutter = gutterOf(stretches);
  if (gutter === null) return linesOf(stretches, 0);
  const lines: ShownLine[] = [];
  let left: Stretch[] = [];
  let right: Stretch[] = [];
  let over: Stretch[] = [];
  let block = 0;
  const flush = () => {
    for (const column of [over, left, right]) if (column.length > 0) lines.push(...linesOf(column, block++));
    over = [];
    left = [];
    right = [];
  };
  for (const stretch of stretches) {
    if (stretch.right <= gutter + 1) left.push(stretch);
    else if (stretch.left >= gutter - 1) right.push(stretch);
    else {
      if (left.length + right.length > 0) flush();
      over.push(stretch);
      continue;
    }
    if (over.length > 0) {
      lines.push(...linesOf(over, block++));
      over = [];
    }
  }
  flush();
  return lines;
}

/** Stretches of one base line are one line: cells of a table, or words set far apart. */
function linesOf(stretches: readonly Stretch[], block: number): readonly ShownLine[] {
  const lines: { cells: string[]; left: number; right: number; y: number; size: number; block: number }[] = [];
  for (const stretch of stretches) {
    const line = lines.at(-1);
    const sameRow = line !== undefined && Math.abs(stretch.y - line.y) <= Math.max(stretch.size, line.size) * 0.45;
    if (line !== undefined && sameRow && stretch.left >= line.right) {
      line.cells.push(stretch.text);
      line.right = Math.max(line.right, stretch.right);
      line.size = Math.max(line.size, stretch.size);
    } else {
      const { text, left, right, y, size } = stretch;
      lines.push({ cells: [text], left, right, y, size, block });
    }
  }
  return lines;
}

/** Where the page is parted into two columns of running text; null where it is not. Tables have narrower cells. */
function gutterOf(stretches: readonly Stretch[]): number | null {
  if (stretches.length < 2 * fewestLines) return null;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { left, right } of stretches) {
    from = Math.min(from, left);
    to = Math.max(to, right);
  }
  const width = to - from;
  let best: { readonly at: number; readonly crossing: number } | null = null;
  for (let share = 0.36; share <= 0.64; share += 0.01) {
    const at = from + width * share;
    let crossing = 0;
    let left = 0;
    let right = 0;
    for (const stretch of stretches) {
      if (stretch.right <= at) left++;
      else if (stretch.left >= at) right++;
      else crossing++;
    }
    const isParted = left >= fewestLines && right >= fewestLines && crossing <= stretches.length * 0.25;
    if (
      isParted &&
      (best === null ||
        crossing < best.crossing ||
        (crossing === best.crossing && Math.abs(share - 0.5) < Math.abs((best.at - from) / width - 0.5)))
    )
      best = { at, crossing };
  }
  if (best === null) return null;
  const { at } = best;
  const median = (side: readonly Stretch[]) =>
    side.map(({ left, right }) => right - left).sort((a, b) => a - b)[side.length >> 1] ?? 0;
  const isColumn = (side: readonly Stretch[]) => median(side) >= width * narrowestColumn;
  return isColumn(stretches.filter(({ right }) => right <= at)) && isColumn(stretches.filter(({ left }) => left >= at))
    ? at
    : null;
}

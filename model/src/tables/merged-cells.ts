import type { Block, GridCell } from "./grid.js";

/** A merged cell as it lies over a row that goes by. */
export interface MergedCell extends Block {
  readonly cell: GridCell;
  /** Columns of the form that a row above has read in it. */
  readonly read: Set<string>;
}

/** A row with the cells that merges lay over it. */
export interface CoveredRow {
  /** As an area has it: in its first column, the others that it covers are empty. */
  readonly cells: readonly (GridCell | undefined)[];
  readonly over: ReadonlyMap<number, MergedCell>;
}

/** Lays the merged cells of a sheet over its rows as they go by from top to bottom; only those that are open are held. */
export class MergedCells {
  readonly #merges: readonly Block[];
  #next = 0;
  #open: (Block & { readonly held: MergedCell | null })[] = [];

  constructor(merges: readonly Block[]) {
    this.#merges = [...merges].sort((a, b) => a.top - b.top);
  }

  /** Null for a row that no merge touches. */
  at(row: number, cells: readonly (GridCell | undefined)[]): CoveredRow | null {
    if (this.#open.length === 0 && (this.#merges[this.#next]?.top ?? Number.POSITIVE_INFINITY) > row) return null;
    this.#open = this.#open.filter(({ bottom }) => bottom >= row);
    for (let merge = this.#merges[this.#next]; merge !== undefined && merge.top <= row; ) {
      this.#next += 1;
      // One whose first row is not in the file has nothing in it.
      const cell = merge.top === row ? cells[merge.left] : undefined;
      const filled = cell !== undefined && !(cell.kind === "text" && cell.text.trim() === "");
      if (merge.bottom >= row)
        this.#open.push({ ...merge, held: filled ? { ...merge, cell, read: new Set<string>() } : null });
      merge = this.#merges[this.#next];
    }
    if (this.#open.length === 0) return null;
    const covered = [...cells];
    const over = new Map<number, MergedCell>();
    for (const { left, right, held } of this.#open) {
      // A merge over whole columns is formatting.
      for (let column = left; column <= Math.min(right, Math.max(left, covered.length - 1)); column += 1) {
        covered[column] = column === left ? held?.cell : undefined;
        if (held !== null) over.set(column, held);
      }
    }
    return { cells: covered, over };
  }
}

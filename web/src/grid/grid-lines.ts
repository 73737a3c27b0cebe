import type { FieldDefinition, FieldValue, GroupRun } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { rowKey } from "./row-list.js";

/** One line of a table: a row with its number, one that is still on its way, or the head of a group of rows. */
export type GridLine =
  | { readonly kind: "row"; readonly key: string; readonly row: Row; readonly number: number }
  | { readonly kind: "waiting"; readonly key: string; readonly number: number }
  | {
      readonly kind: "group";
      readonly key: string;
      readonly value: FieldValue;
      readonly count: number;
      readonly totals: GroupRun["totals"];
      /** More rows of it may come. */
      readonly open: boolean;
      readonly folded: boolean;
    };

/** Lines by their place; made when they are looked at, as a table may have a hundred thousand. */
export interface GridLines {
  readonly length: number;
  at(place: number): GridLine | undefined;
  /** Which row of the list stands in a line; undefined where none does. */
  placeAt(line: number): number | undefined;
}

/** The list behind the lines: how long it is, and those of its rows that are read. */
export interface ListedRows {
  readonly length: number;
  /** The list goes on behind them. */
  readonly more: boolean;
  readonly groups: readonly GroupRun[];
  rowAt(place: number): Row | undefined;
}

/**
 * Rows in their order as lines; with `group` a head goes before each run of equal values (the list is ordered by that
 * field), and the rows of folded groups are left out. Rows keep the number they have in the whole list.
 */
export function gridLines(
  list: ListedRows,
  group: FieldDefinition | undefined,
  folded: ReadonlySet<string>,
): GridLines {
  const rowLine = (place: number): GridLine => {
    const row = list.rowAt(place);
    const number = place + 1;
    return row === undefined
      ? { kind: "waiting", key: `waiting/${place}`, number }
      : { kind: "row", key: rowKey(row), row, number };
  };
  if (group === undefined) {
    const within = (line: number) => line >= 0 && line < list.length;
    return {
      length: list.length,
      at: (line) => (within(line) ? rowLine(line) : undefined),
      placeAt: (line) => (within(line) ? line : undefined),
    };
  }
  /** Heads with the line each stands in and the row that comes first in it. */
  const heads: { readonly line: number; readonly place: number; readonly head: GridLine; readonly shown: number }[] =
    [];
  let [length, rows] = [0, 0];
  for (const [at, { value, count, totals }] of list.groups.entries()) {
    const key = `group/${String(value)}`;
    const isFolded = folded.has(key);
    const open = list.more && at === list.groups.length - 1;
    const shown = isFolded ? 0 : count;
    heads.push({
      line: length,
      place: rows,
      head: { kind: "group", key, value, count, totals, open, folded: isFolded },
      shown,
    });
    length += 1 + shown;
    rows += count;
  }
  const headOf = (line: number) => {
    let [low, high] = [0, heads.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((heads[middle]?.line ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    return line < 0 || line >= length ? undefined : heads[low];
  };
  const placeAt = (line: number) => {
    const found = headOf(line);
    return found === undefined || found.line === line ? undefined : found.place + line - found.line - 1;
  };
  return {
    length,
    placeAt,
    at: (line) => {
      const place = placeAt(line);
      return place === undefined ? headOf(line)?.head : rowLine(place);
    },
  };
}

/** The places in the list of the rows that stand between two lines, both included. */
export function placesIn(lines: GridLines, from: number, to: number): readonly number[] {
  const places: number[] = [];
  for (let line = Math.max(0, from); line <= Math.min(to, lines.length - 1); line++) {
    const place = lines.placeAt(line);
    if (place !== undefined) places.push(place);
  }
  return places;
}

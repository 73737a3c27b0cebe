import type { FieldDefinition, FieldValue } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { rowKey } from "./row-list.js";

/** One line of a table: a row with its number, or the head of a group of rows. */
export type GridLine =
  | { readonly kind: "row"; readonly key: string; readonly row: Row; readonly number: number }
  | {
      readonly kind: "group";
      readonly key: string;
      readonly value: FieldValue;
      readonly count: number;
      /** Its rows, folded or not. */
      readonly rows: readonly Row[];
      /** More rows of it may come. */
      readonly open: boolean;
      readonly folded: boolean;
    };

/** Lines by their place; made when they are looked at, as a table may have a hundred thousand. */
export interface GridLines {
  readonly length: number;
  at(place: number): GridLine | undefined;
}

const rowLine = (row: Row, at: number): GridLine => ({ kind: "row", key: rowKey(row), row, number: at + 1 });

/**
 * Rows in their order as lines; with `group` a head goes before each run of equal values (the list is ordered by that
 * field), and the rows of folded groups are left out. Rows keep the number they have in the whole list.
 */
export function gridLines(
  rows: readonly Row[],
  more: boolean,
  group: FieldDefinition | undefined,
  folded: ReadonlySet<string>,
): GridLines {
  if (group === undefined)
    return {
      length: rows.length,
      at: (place) => {
        const row = rows[place];
        return row === undefined ? undefined : rowLine(row, place);
      },
    };
  const lines: GridLine[] = [];
  const valueAt = (at: number): FieldValue => rows[at]?.values[group.key] ?? null;
  for (let from = 0, end = 0; from < rows.length; from = end) {
    const value = valueAt(from);
    while (end < rows.length && valueAt(end) === value) end++;
    const key = `group/${String(value)}`;
    const isFolded = folded.has(key);
    const own = rows.slice(from, end);
    const open = more && end === rows.length;
    lines.push({ kind: "group", key, value, count: own.length, rows: own, open, folded: isFolded });
    if (!isFolded) for (const [at, row] of own.entries()) lines.push(rowLine(row, from + at));
  }
  return lines;
}

/** What a field adds up to over rows, in the unit it is kept in, and how many have no value: missing is not 0. */
export function groupTotal(
  rows: readonly Row[],
  key: string,
): { readonly sum: string | null; readonly missing: number } {
  let sum = 0n;
  let missing = 0;
  for (const { values } of rows) {
    const value = values[key];
    if (typeof value === "string") sum += BigInt(value);
    else missing += 1;
  }
  return { sum: missing === rows.length ? null : String(sum), missing };
}

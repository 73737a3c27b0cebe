import { cellPlace, columnName } from "../workbook/book.js";
import type { OpenForm } from "./open-form.js";
import type { CellBinding, LedgerBinding, TemplateSheet } from "./template-desk.js";

/** A word of a form and where it stands (`附件3!A4`, `正文#2`). */
export type FormWord = OpenForm["words"][number];

/**
 * The words that are a form's own: not what stands in the places that are filled in, nor in the rows of a list, whatever their
 * columns. `filled` are those places.
 */
export function ownWords(
  words: readonly FormWord[],
  bindings: readonly CellBinding[],
  filled: ReadonlySet<string>,
): readonly FormWord[] {
  const rows = new Set(
    bindings.flatMap((binding) => {
      if (!isList(binding)) return [];
      const column = cellPlace(binding.cell)?.column;
      return [...filled].flatMap((place) => {
        const at = placeOf(place);
        return at.sheet === binding.sheet && at.column === column ? [`${at.sheet}!${at.row}`] : [];
      });
    }),
  );
  return words.filter(({ place }) => {
    const { sheet, row } = placeOf(place);
    return !filled.has(place) && !rows.has(`${sheet}!${row}`);
  });
}

/** A copy of a known form: what was bound, where it stands in the copy; `moved`: rows were put into it. */
export interface KnownCopy {
  readonly bindings: readonly CellBinding[];
  readonly moved: boolean;
}

/**
 * Whether a form is a copy of the one that has these own words, filled in or not, with rows of its lists put in or not: every
 * word stands in its column and in the same order, lower down only behind a list, and words that are not the form's stand
 * only where something is filled in. Null for another form: one more column, or a line outside of a list, makes it another.
 */
export function recognisedCopy(
  { kind, sheets, words }: OpenForm,
  own: readonly FormWord[],
  bindings: readonly CellBinding[],
): KnownCopy | null {
  const names = new Set([...own, ...words].map(({ place }) => placeOf(place).sheet));
  const moves = new Map<string, Moves>();
  for (const name of names) {
    const bound = bindings.filter(({ sheet }) => sheet === name);
    const found = movesOf(rowsOf(own, name), rowsOf(words, name), bound);
    if (found === null) return null;
    moves.set(name, found);
  }
  const placed = bindings.map((binding) => {
    const sheet = sheets.find(({ name }) => name === binding.sheet);
    return sheet === undefined ? binding : inCopy(binding, sheet, moves.get(binding.sheet) ?? [], kind);
  });
  const moved = placed.some(
    (binding, at) => binding.cell !== bindings[at]?.cell || lengthOf(binding) !== lengthOf(bindings[at]),
  );
  return { bindings: placed, moved };
}

/** Where a place of the form stands in a copy; a list has the rows that were put in as well. */
function inCopy(binding: CellBinding, sheet: TemplateSheet, steps: Moves, kind: OpenForm["kind"]): CellBinding {
  const at = cellPlace(binding.cell);
  if (at === null) return binding;
  const by = movedBy(steps, at.row);
  const cell = `${columnName(at.column)}${at.row + by + 1}`;
  if (!isList(binding) || binding.rows === null) return { ...binding, cell };
  const merge = sheet.merges.find(({ top, left }) => top === at.row + by && left === at.column);
  const height = merge === undefined ? 1 : merge.bottom - merge.top + 1;
  const below = steps.find(({ row }) => row > at.row);
  if (below !== undefined) return { ...binding, cell, rows: binding.rows + Math.floor((below.by - by) / height) };
  // Nothing of the form stands below it: a document's table ends with it, a sheet with its last words.
  const end = kind === "docx" ? sheet.cells.length : lastWords(sheet, at.column) + 1;
  return { ...binding, cell, rows: Math.max(binding.rows, Math.floor((end - at.row - by) / height)) };
}

function lastWords({ cells }: TemplateSheet, column: number): number {
  return cells.findLastIndex((row) => (row[column]?.text ?? "") !== "");
}

function lengthOf(binding: CellBinding | undefined): number | null {
  return binding !== undefined && isList(binding) ? binding.rows : null;
}

type Rows = ReadonlyMap<number, ReadonlyMap<number, string>>;
/** Rows of the form that have words of their own, and how much lower they stand in the copy. */
type Moves = readonly { readonly row: number; readonly by: number }[];

function movesOf(own: Rows, copy: Rows, bindings: readonly CellBinding[]): Moves | null {
  const lists = bindings.filter(isList).map(({ cell }) => cellPlace(cell)?.row ?? -1);
  const last = Math.max(-1, ...copy.keys());
  const steps: { row: number; by: number }[] = [];
  let [before, by] = [-1, 0];
  for (const row of [...own.keys()].sort((one, other) => one - other)) {
    const words = own.get(row) ?? new Map<number, string>();
    const most = lists.some((start) => start > before && start < row) ? last - row : by;
    let at = by;
    while (at <= most && !holds(copy.get(row + at), words)) at += 1;
    if (at > most) return null;
    by = at;
    before = row;
    steps.push({ row, by });
  }
  const rows = new Map(steps.map((step) => [step.row + step.by, step.row]));
  const places = new Set(bindings.flatMap(({ cell }) => placeIn(cell, steps)));
  const listed = (row: number) => {
    const above = steps.findLast((step) => step.row + step.by < row)?.row ?? -1;
    const below = steps.find((step) => step.row + step.by > row)?.row ?? Number.POSITIVE_INFINITY;
    return lists.some((start) => start > above && start < below);
  };
  for (const [row, words] of copy) {
    const known = own.get(rows.get(row) ?? -1);
    for (const [column, text] of words)
      if (known?.get(column) !== text && !places.has(`${row} ${column}`) && (known !== undefined || !listed(row)))
        return null;
  }
  return steps;
}

function holds(row: ReadonlyMap<number, string> | undefined, words: ReadonlyMap<number, string>): boolean {
  return row !== undefined && [...words].every(([column, text]) => row.get(column) === text);
}

function placeIn(cell: string, steps: Moves): string[] {
  const at = cellPlace(cell);
  return at === null ? [] : [`${at.row + movedBy(steps, at.row)} ${at.column}`];
}

function movedBy(steps: Moves, row: number): number {
  return steps.findLast((step) => step.row <= row)?.by ?? 0;
}

function isList(binding: CellBinding): binding is LedgerBinding {
  return !("indicator" in binding) && binding.row === null;
}

function rowsOf(words: readonly FormWord[], sheet: string): Rows {
  const rows = new Map<number, Map<number, string>>();
  for (const { place, text } of words) {
    const at = placeOf(place);
    if (at.sheet === sheet) rows.set(at.row, (rows.get(at.row) ?? new Map<number, string>()).set(at.column, text));
  }
  return rows;
}

/** A line of a document's text is a row of one column. */
function placeOf(place: string): { readonly sheet: string; readonly row: number; readonly column: number } {
  const [, sheet = "", cell = ""] = /^(.*)[!#]([^!#]*)$/su.exec(place) ?? [];
  const at = cellPlace(cell);
  return at === null ? { sheet, row: Number(cell) || 0, column: 0 } : { sheet, ...at };
}

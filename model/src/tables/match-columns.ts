import { squeezed } from "./grid.js";
import type { FiguresInWords } from "./office-number.js";
import { readCell } from "./read-cell.js";
import type { CellKind, FormColumn, SheetForm } from "./sheet-form.js";
import type { SheetTables, Table, TableColumn } from "./sheet-tables.js";

/** Which form's columns a table's columns are, by column number; and how well they fit. */
export interface ColumnMatch {
  readonly form: SheetForm;
  readonly columns: ReadonlyMap<number, FormColumn>;
  /** Sum of the fits; tables of another kind stay below {@link LEAST_FIT}. */
  readonly fit: number;
}

/** Three exact header words, or what weighs as much. */
export const LEAST_FIT = 24;
const SAMPLE_ROWS = 30;

/**
 * Chooses the form whose header words fit a table best, looking at the content too: a column of 是 and √ is no amount
 * whatever its name. `chosen` gives columns that a person or an earlier import settled: key of the form's column, or
 * null for a column that is not read.
 */
export function matchForm(
  sheet: SheetTables,
  table: Table,
  forms: readonly SheetForm[],
  chosen?: { readonly form: string; readonly columns: ReadonlyMap<number, string | null> },
  words?: FiguresInWords,
): ColumnMatch | null {
  if (chosen !== undefined) {
    const form = forms.find(({ key }) => key === chosen.form);
    return form === undefined ? null : matchColumns(sheet, table, form, words, chosen.columns);
  }
  const said = squeezed(`${table.frame.title ?? ""} ${sheet.grid.grid.name} ${table.caption ?? ""}`);
  const matches = forms
    .map((form) => matchColumns(sheet, table, form, words))
    .map((match) => ({ ...match, fit: match.fit + (match.form.titles.test(said) ? 12 : 0) }))
    .filter(({ form, columns }) => {
      const found = new Set([...columns.values()].map(({ key }) => key));
      return form.columns.every(({ key, needed }) => needed !== true || found.has(key));
    })
    .filter(({ fit }) => fit >= LEAST_FIT)
    .sort((a, b) => weight(b) - weight(a));
  return matches[0] ?? null;
}

/** A form with rules of its own goes before one that follows from a definition, unless that fits much better. */
function weight({ form, fit }: ColumnMatch): number {
  return form.general === true ? fit * 0.75 : fit;
}

function matchColumns(
  sheet: SheetTables,
  table: Table,
  form: SheetForm,
  words: FiguresInWords | undefined,
  chosen: ReadonlyMap<number, string | null> = new Map(),
): ColumnMatch {
  const columns = new Map<number, FormColumn>();
  const taken = new Set<string>();
  for (const [column, key] of chosen) {
    const known = form.columns.find((one) => one.key === key);
    if (known === undefined || !table.columns.some((one) => one.column === column)) continue;
    columns.set(column, known);
    taken.add(known.key);
  }
  const scores = table.columns
    .filter(({ column }) => !chosen.has(column))
    .flatMap((column) =>
      form.columns
        .map((known) => ({ column, known, score: headerFit(column, known) }))
        .filter(({ score }) => score > 0),
    )
    .map((one) => ({ ...one, score: one.score * contentFit(sheet, table, one.column, one.known.kind, words) }))
    .sort((a, b) => b.score - a.score || a.column.column - b.column.column);
  let fit = 0;
  for (const { column, known, score } of scores) {
    if (columns.has(column.column) || taken.has(known.key) || score < 2) continue;
    columns.set(column.column, known);
    taken.add(known.key);
    fit += score;
  }
  return { form, columns, fit };
}

/** How well a header is one of the words: 10 for the word itself, 14 with the parent it asks for, less for a part of it. */
export function headerFit({ path }: TableColumn, column: FormColumn): number {
  const parts = path.map(bareWord);
  const last = parts.at(-1) ?? "";
  const above = parts.slice(0, -1).join(">");
  const whole = parts.join("");
  let best = 0;
  for (const word of column.words) {
    const [front = "", behind] = word.split(">");
    const own = bareWord(behind ?? front);
    const parent = behind === undefined ? undefined : front;
    if (parent !== undefined && !above.includes(parent)) continue;
    const bonus = parent === undefined ? 0 : 4;
    if (last === own) best = Math.max(best, 10 + bonus);
    else if (whole === own) best = Math.max(best, 10);
    else if (own.length >= 2 && last.includes(own)) best = Math.max(best, 5 + bonus);
    else if (last.length >= 2 && own.includes(last)) best = Math.max(best, 3 + bonus);
  }
  return best;
}

/** A header word without what stands in brackets: its unit, or what may be chosen. */
export function bareWord(word: string): string {
  const plain = squeezed(word);
  return plain.replace(/\([^)]*\)/gu, "") || plain;
}

/** Whether columns make a table of one of the forms by themselves: all that it needs and three of its words. */
export function makeTable(columns: readonly TableColumn[], forms: readonly SheetForm[]): boolean {
  return forms.some((form) => {
    const met = form.columns.filter((known) => columns.some((column) => headerFit(column, known) >= 10));
    const needed = form.columns.filter((column) => column.needed === true);
    return met.length >= 3 && needed.length > 0 && needed.every((column) => met.includes(column));
  });
}

/** The share of filled cells that can be read as this kind, as a factor: 1 when all, 0.2 when none. */
function contentFit(
  sheet: SheetTables,
  table: Table,
  { column }: TableColumn,
  kind: CellKind,
  words: FiguresInWords | undefined,
): number {
  if (kind === "text" || kind === "digits") return 1;
  let [filled, readable] = [0, 0];
  for (const { row, role } of table.rows) {
    if (role !== "data") continue;
    const area = sheet.grid.area(row, column);
    if (area === null) continue;
    const { detail } = readCell(kind, area.cell, { unit: "元", year: sheet.frame.year, words });
    if (detail.state === "missing") continue;
    filled += 1;
    if (detail.state === "value") readable += 1;
    if (filled >= SAMPLE_ROWS) break;
  }
  return filled === 0 ? 1 : 0.2 + (0.8 * readable) / filled;
}

/** What a layout is remembered by (表样指纹): its headers in order, not its place or its numbers. */
export function layoutWords(table: Table): string {
  return table.columns.map(({ path }) => path.join(">")).join("|");
}

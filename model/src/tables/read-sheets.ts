import { checkTotals } from "./check-totals.js";
import { findTables } from "./find-tables.js";
import { type Finding, finding } from "./finding.js";
import { type Grid, placeName, squeezed } from "./grid.js";
import { type ColumnMatch, layoutWords, makeTable, matchForm } from "./match-columns.js";
import type { FiguresInWords } from "./office-number.js";
import { readTable } from "./read-table.js";
import type { TotalCheck } from "./running-totals.js";
import type { FormSheet, ReadTable, SheetForm } from "./sheet-form.js";
import { isVoidSheet, SUMMARY_SHEET, sheetHabits } from "./sheet-habits.js";
import type { SheetTables, Table } from "./sheet-tables.js";

/** What a person or an earlier import of the same layout settled for one table. */
export interface ChosenColumns {
  readonly form: string;
  readonly columns: ReadonlyMap<number, string | null>;
}

/** One table of a sheet with the form and the columns chosen for it. */
export interface SheetTable {
  readonly table: Table;
  readonly match: ColumnMatch | null;
  readonly read: ReadTable | null;
  readonly totals: readonly TotalCheck[];
  /** The words of its header: what a mapping is remembered by. */
  readonly layout: string;
}

/** A sheet of a workbook as an import sees it. */
export interface SheetReading {
  readonly name: string;
  readonly state: "read" | "hidden" | "void" | "empty" | "no-table" | "unknown" | "summary" | "skipped";
  readonly tables: SheetTables | null;
  readonly parts: readonly SheetTable[];
  readonly findings: readonly Finding[];
}

export interface ReadingChoices {
  /** By sheet name and the table's place on it. */
  readonly columns?: (sheet: string, table: number, layout: string) => ChosenColumns | undefined;
  /** Sheets that the person leaves out, or reads though they are hidden. */
  readonly sheets?: ReadonlyMap<string, "read" | "skip">;
  /** Reads figures that are told in words. */
  readonly words?: FiguresInWords;
}

/**
 * Reads all sheets of a workbook as far as their form goes: which are hidden, void or summaries, which tables they hold,
 * which form each is, its rows and totals. Hidden and void sheets are listed and not read unless a person asks for it.
 */
export function readSheets(
  sheets: readonly Grid[],
  forms: readonly SheetForm[],
  choices: ReadingChoices = {},
): SheetReading[] {
  const words = new Set(
    forms.flatMap(({ columns }) =>
      columns.flatMap((column) => column.words.map((word) => squeezed(word.split(">").at(-1) ?? ""))),
    ),
  );
  const readings = sheets.map((sheet) => readSheet(sheet, forms, words, choices));
  return markUnits(readings);
}

function readSheet(
  grid: Grid,
  forms: readonly SheetForm[],
  words: ReadonlySet<string>,
  choices: ReadingChoices,
): SheetReading {
  const { name } = grid;
  const asked = choices.sheets?.get(name);
  const only = (
    state: SheetReading["state"],
    code: "sheet/hidden" | "sheet/void" | "sheet/empty" | null,
  ): SheetReading => ({
    name,
    state,
    tables: null,
    parts: [],
    findings: code === null ? [] : [finding(code, {}, { sheet: name })],
  });
  if (asked === "skip") return only("skipped", null);
  if (grid.hidden && asked !== "read") return only("hidden", "sheet/hidden");
  if (isVoidSheet(grid) && asked !== "read") return only("void", "sheet/void");
  if (grid.rows === 0 || grid.columns === 0) return only("empty", "sheet/empty");
  const tables = findTables(grid, words, (columns) => makeTable(columns, forms));
  const habits = sheetHabits(grid, tables.tables);
  const summary = SUMMARY_SHEET.test(name) && asked !== "read";
  if (summary)
    return {
      name,
      state: "summary",
      tables,
      parts: [],
      findings: [finding("sheet/summary", {}, { sheet: name }), ...habits],
    };
  if (tables.tables.length === 0)
    return {
      name,
      state: "no-table",
      tables,
      parts: [],
      findings: [finding("sheet/no-table", {}, { sheet: name }), ...habits],
    };
  const before: ReadTable[] = [];
  const parts = tables.tables.map((table, at): SheetTable => {
    const layout = layoutWords(table);
    const match = matchForm(tables, table, forms, choices.columns?.(name, at, layout), choices.words);
    if (match === null) return { table, match, read: null, totals: [], layout };
    const read = readTable(tables, table, match.columns, table.frame.year, choices.words);
    // Printed in two columns (双栏) a roll has its total at the end of the last one.
    const beside = before.filter(
      (one) => one.table.header.top === table.header.top && layoutWords(one.table) === layout,
    );
    before.push(read);
    return { table, match, read, totals: checkTotals(tables, read, match.columns, beside), layout };
  });
  const known = parts.some(({ read }) => read !== null);
  const unread = known
    ? parts.flatMap(({ read, table }, at) => (read === null ? [unreadTable(name, table, at)] : []))
    : [];
  return {
    name,
    state: known ? "read" : "unknown",
    tables,
    parts,
    findings: [
      ...(known ? [] : [finding("sheet/unknown", {}, { sheet: name })]),
      ...unread.flat(),
      ...habits,
      ...parts.flatMap(({ read }) => read?.findings ?? []),
    ],
  };
}

/** A table beside ones that were read, of which nothing would be said otherwise. A header without rows is passed over. */
function unreadTable(sheet: string, { header, rows }: Table, at: number): Finding[] {
  if (!rows.some(({ role }) => role === "data")) return [];
  const place = { row: header.top, column: header.left };
  return [finding("sheet/table-unknown", { number: String(at + 1), cell: placeName(place) }, { sheet, place })];
}

/** Sheets and tables whose caption names another unit than most: told, as amounts are converted (7月–9月 单位：万元). */
function markUnits(readings: readonly SheetReading[]): SheetReading[] {
  const units = new Map<string, number>();
  const unitsOf = ({ parts }: SheetReading) =>
    new Set(parts.flatMap(({ read, table }) => (read === null ? [] : (table.frame.unit ?? []))));
  for (const reading of readings) for (const unit of unitsOf(reading)) units.set(unit, (units.get(unit) ?? 0) + 1);
  const [usual] = [...units].sort((a, b) => b[1] - a[1]);
  return readings.map((reading) => {
    const others = [...unitsOf(reading)].filter((unit) => unit !== usual?.[0]);
    const told = others.map((unit) => finding("sheet/unit", { unit }, { sheet: reading.name }));
    return told.length === 0 ? reading : { ...reading, findings: [...told, ...reading.findings] };
  });
}

/** Things by what they say, in the order in which that is first said. */
function groupsOf<T, K>(things: readonly T[], of: (thing: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<string, { readonly key: K; readonly own: T[] }>();
  for (const thing of things) {
    const key = of(thing);
    const text = JSON.stringify(key);
    const known = groups.get(text);
    if (known === undefined) groups.set(text, { key, own: [thing] });
    else known.own.push(thing);
  }
  return new Map([...groups.values()].map(({ key, own }) => [key, own]));
}

/** The sheets that one form reads, in the shape in which it builds rows. */
export function sheetsOfForm(readings: readonly SheetReading[], form: SheetForm): FormSheet[] {
  return readings.flatMap(({ name, tables, parts }): FormSheet[] => {
    const read = parts.flatMap((part) => (part.match?.form.key === form.key && part.read !== null ? [part.read] : []));
    if (read.length === 0 || tables === null) return [];
    // Tables that say other things above them are sheets of their own to a form.
    return [...groupsOf(read, ({ table }) => table.frame)].map(([{ unit, reporter, asOf, year }, own]) => ({
      ...{ sheet: name, unit, reporter, asOf, year },
      tables: own,
    }));
  });
}

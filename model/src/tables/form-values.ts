import type { CodeLabel, FieldValue } from "../record-definition.js";
import { type Finding, finding } from "./finding.js";
import { squeezed } from "./grid.js";
import type { FormContext, ReadCell, ReadRow, SheetRow, SheetValue } from "./sheet-form.js";

/** The value of a cell with its place; null where nothing was read. */
export function stated(cell: ReadCell | undefined, value: FieldValue = cell?.value ?? null): SheetValue | null {
  if (cell === undefined || value === null) return null;
  return { value, place: cell.place, printed: cell.printed };
}

/**
 * The same of a figure that adds up: merged down from another row it is that row's, counted once, and none of this one
 * (users.md 6); it is told.
 */
export function statedOnce(
  sheet: string,
  row: number,
  cell: ReadCell | undefined,
  findings: Finding[],
  value: FieldValue = cell?.value ?? null,
): SheetValue | null {
  const made = stated(cell, value);
  if (made === null || cell === undefined || cell.first) return made;
  findings.push(
    finding(
      "value/merged",
      { column: cell.column.zh, row: String(cell.place.row + 1) },
      { sheet, place: { row, column: cell.place.column } },
    ),
  );
  return null;
}

/** A value that follows from the sheet as a whole and stands in no cell. */
export function followed(value: FieldValue): SheetValue {
  return { value, place: null, printed: null };
}

/** The fields that were read, without those that were not: a missing cell never clears a stored value. */
export function withoutMissing(values: { readonly [field: string]: SheetValue | null }): {
  [field: string]: SheetValue;
} {
  const kept: { [field: string]: SheetValue } = {};
  for (const field in values) {
    const value = values[field];
    if (value !== null && value !== undefined) kept[field] = value;
  }
  return kept;
}

/** The first row of an item and those below it that share its merged cell under this column (one project, two villages). */
export function itemsBy(rows: readonly ReadRow[], key: string): ReadRow[][] {
  const items: ReadRow[][] = [];
  for (const row of rows) {
    const cell = row.cells.get(key);
    const last = items.at(-1);
    if (cell !== undefined && !cell.first && last !== undefined) last.push(row);
    else items.push([row]);
  }
  return items;
}

/** The cell of the first row of an item that has it. */
export function cellIn(item: readonly ReadRow[], key: string): ReadCell | undefined {
  for (const row of item) {
    const cell = row.cells.get(key);
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** An integer field's text: 12, not 12.0; null for what is none. */
export function integerOf(value: FieldValue): string | null {
  return typeof value === "string" && /^-?\d+$/u.test(value) ? value : null;
}

/** The code whose words stand in a text, the first in the order given. */
export function codeIn(text: string | null, words: readonly (readonly [RegExp, string])[]): string | null {
  if (text === null) return null;
  const plain = squeezed(text);
  return words.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** The code whose label stands in a text, in whole or at its front. */
export function codeOfLabel(text: string | null, codes: readonly CodeLabel[]): string | null {
  if (text === null) return null;
  const plain = squeezed(text);
  const named = codes.map(({ code, zh }) => ({ code, zh: squeezed(zh) }));
  return (
    (named.find(({ zh }) => zh === plain) ?? named.find(({ zh }) => plain.startsWith(zh) || zh.startsWith(plain)))
      ?.code ?? null
  );
}

/**
 * The code that a cell names in terms of a dictionary; what is not in it leaves the field empty and is told. `near` is what the
 * form's own rules see in the words.
 */
export function dictionaryValue(
  dictionary: string,
  cell: ReadCell | undefined,
  {
    context,
    sheet,
    findings,
    ...more
  }: {
    readonly context: FormContext;
    readonly sheet: string;
    readonly findings: Finding[];
    readonly year?: number | null;
    readonly near?: readonly (readonly [RegExp, string])[];
  },
): SheetValue | null {
  const { near } = more;
  if (cell === undefined || typeof cell.value !== "string") return null;
  const code = context.dictionary.read(dictionary, cell.value, {
    sheet,
    place: cell.place,
    ...(more.year === undefined ? {} : { year: more.year }),
    ...(near === undefined ? {} : { near: (text) => codeIn(text, near) }),
  });
  if (code !== null) return stated(cell, code);
  findings.push(
    finding("dictionary/unknown", { column: cell.column.zh, text: cell.printed }, { sheet, place: cell.place }),
  );
  return null;
}

/** Amounts in 分 added up; missing ones count nothing. */
export function sumOf(values: readonly (FieldValue | undefined)[]): bigint {
  return values.reduce(
    (sum: bigint, value) => (typeof value === "string" && /^-?\d+$/u.test(value) ? sum + BigInt(value) : sum),
    0n,
  );
}

/** Part ÷ whole in percent with two decimals, half up; null where there is no whole (no rate, not 100 %). */
export function percentOf(part: bigint, whole: bigint): string | null {
  if (whole <= 0n) return null;
  const hundredths = (part * 20_000n + whole) / (whole * 2n);
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, "0")}`;
}

/** A name as it is compared: half-width, without spaces and brackets' kinds. */
export function nameKey(text: string): string {
  return squeezed(text)
    .replace(/[·•・]/gu, "")
    .toLowerCase();
}

/** What a file names together, by fields; kept as long as its rows are, because every stored row is asked about. */
const named = new WeakMap<readonly SheetRow[], Map<string, ReadonlySet<string>>>();

/**
 * Whether a row of a file has all these values: a roll of two townships covers no third one, and one of January to March of
 * this year beside December of last year no other month of either.
 */
export function namesTogether(
  rows: readonly SheetRow[],
  values: { readonly [field: string]: FieldValue | undefined },
): boolean {
  const fields = Object.keys(values);
  const known = named.get(rows) ?? new Map<string, ReadonlySet<string>>();
  named.set(rows, known);
  const by = fields.join("|");
  const all = known.get(by) ?? new Set(rows.map((row) => joinedValues(fields, (field) => row.values[field]?.value)));
  known.set(by, all);
  return all.has(joinedValues(fields, (field) => values[field]));
}

/** Values of fields as one text; what is not there is empty. */
export function joinedValues(fields: readonly string[], of: (field: string) => FieldValue | undefined): string {
  return fields.map((field) => String(of(field) ?? "")).join("\n");
}

/** What tells one line of a file from all others: two tables side by side share its number. */
export function lineId({ sheet, rows, values }: SheetRow): string {
  let left = Number.POSITIVE_INFINITY;
  for (const field in values) left = Math.min(left, values[field]?.place?.column ?? left);
  return `${sheet}\n${rows[0] ?? ""}\n${left}`;
}

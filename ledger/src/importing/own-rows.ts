import {
  type DictionaryReader,
  type FieldDefinition,
  type FieldValue,
  type Finding,
  fieldIn,
  finding,
  type MoneyUnit,
  parseValue,
  rowYear,
  type SheetRow,
  type SheetValue,
  type WordAt,
} from "@shanhai/model";
import { sameValue } from "../checking/same-value.js";
import { ledgerCell } from "../printing/ledger-cell.js";
import type { OwnSheet } from "../printing/own-sheet.js";
import type { Row } from "../row.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Cell, Sheet } from "../workbook/book.js";
import type { CellSpec } from "../workbook/book-spec.js";
import { decimalText } from "../workbook/decimal-text.js";

/** A row of a sheet of ours, and what stands in the ledger for it. */
export interface OwnRow {
  readonly at: number;
  /** The row now; null for one that was added in the sheet. */
  readonly standing: Row | null;
  /** The row as it was when it was printed; the row now, where nothing was changed since. */
  readonly printed: Row | null;
  /** Whose row it is. */
  readonly scope: string | null;
}

export interface OwnReading {
  readonly own: OwnSheet;
  readonly sheet: Sheet;
  readonly record: KeptRecord;
  /** Titles by id of what the rows point to. */
  readonly titles: { readonly [id: string]: string };
  /** Ids by title, by the record pointed to. */
  readonly named: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly dictionary: DictionaryReader;
  /** Full paths of the parties of a pair. */
  placesOf(scope: string | null): readonly string[];
}

/**
 * What a person changed in a row of a sheet of ours: a cell that still prints what the ledger printed is no change, whatever
 * was changed in the ledger since; any other is read as if it were typed into the list.
 */
export function readOwnRow(
  reading: OwnReading,
  { at, standing, printed, scope }: OwnRow,
): Pick<SheetRow, "values" | "findings"> {
  const { own, sheet, record, titles, named } = reading;
  const values: { [field: string]: SheetValue } = {};
  const findings: Finding[] = [];
  const year = yearOfRow(reading, at, printed ?? standing);
  const places = reading.placesOf(scope);
  for (const [key, column] of own.columns) {
    const known = record.definition.fields.find((one) => one.key === key);
    if (known === undefined) continue;
    const field = fieldIn(known, year);
    const cell = sheet.cell(at, column);
    const place = { row: at, column };
    const was = ledgerCell(field, printed?.values[key], own.unit, titles, {});
    if (printsTheSame(cell, was) || isMasked(field, cell)) continue;
    const text = cellWords(cell);
    const word = { year, places, sheet: sheet.name, place };
    const read =
      field.dictionary === undefined
        ? parsed(field, text, own.unit, named)
        : wordOf(reading.dictionary, field, field.dictionary, text, word);
    if (!read.ok && field.dictionary !== undefined)
      findings.push(finding("dictionary/unknown", { column: field.zh, text }, { sheet: sheet.name, place }));
    else if (!read.ok) {
      const words = {
        column: field.zh,
        text: field.personal === true ? "……" : text,
        kind: field.zh,
        kind_en: field.en,
      };
      findings.push(finding("value/unreadable", words, { sheet: sheet.name, place }));
    }
    if (!read.ok) continue;
    if (standing !== null && read.value === null && field.required === true) continue;
    if (standing !== null && sameValue(standing.values[key], read.value)) continue;
    if (standing === null && read.value === null) continue;
    values[key] = { value: read.value, place, printed: text };
    if (standing !== null && printed !== null && !sameValue(standing.values[key], printed.values[key] ?? null))
      findings.push(
        finding("row/changed-since", { column: field.zh, column_en: field.en }, { sheet: sheet.name, place }),
      );
  }
  return { values, findings };
}

function parsed(
  field: FieldDefinition,
  text: string,
  money: MoneyUnit,
  named: OwnReading["named"],
): { readonly ok: true; readonly value: FieldValue } | { readonly ok: false } {
  // The unit stands in the header.
  const { unit: _, required: __, ...bare } = field;
  const rows = field.record === undefined ? undefined : named.get(field.record);
  const read = parseValue(bare, text, { money, ...(rows === undefined ? {} : { rows }) });
  return read.ok ? { ok: true, value: read.value } : { ok: false };
}

/** The year by which the names of a row's words are those that were printed; of a new row the one that its cell says. */
function yearOfRow({ own, sheet, record }: OwnReading, at: number, row: Row | null): number | null {
  const { definition } = record;
  if (row !== null) return rowYear(definition, row.values);
  const column = definition.year === undefined ? undefined : own.columns.get(definition.year);
  const year = column === undefined ? undefined : /\d{4}/u.exec(cellWords(sheet.cell(at, column)))?.[0];
  return year === undefined ? null : Number(year);
}

/** What a cell says in words of a dictionary; several parted by 、 where the field holds several. */
function wordOf(
  reader: DictionaryReader,
  field: FieldDefinition,
  dictionary: string,
  text: string,
  at: WordAt,
): { readonly ok: true; readonly value: FieldValue } | { readonly ok: false } {
  if (text.trim() === "") return { ok: true, value: null };
  if (field.type !== "texts") {
    const code = reader.read(dictionary, text, at);
    return code === null ? { ok: false } : { ok: true, value: code };
  }
  const codes = text
    .split(/[、,，;；\n]/u)
    .flatMap((part) => (part.trim() === "" ? [] : [reader.read(dictionary, part, at)]));
  const known = codes.filter((code) => code !== null);
  return known.length < codes.length ? { ok: false } : { ok: true, value: [...new Set(known)] };
}

function cellWords(cell: Cell | null): string {
  if (cell === null) return "";
  return cell.kind === "number" ? (cell.raw ?? cell.text) : (cell.date ?? cell.text);
}

/** Whether a cell still prints what a row has there: then nothing of it is to be read. */
export function stillPrints(
  { own, titles }: Pick<OwnReading, "own" | "titles">,
  field: FieldDefinition,
  cell: Cell | null,
  row: Row,
): boolean {
  return printsTheSame(cell, ledgerCell(field, row.values[field.key], own.unit, titles, {}));
}

/** Whether a cell holds what was printed into it. */
function printsTheSame(cell: Cell | null, { value }: CellSpec): boolean {
  if (value === undefined || value === null || value === "") return cell === null || cell.text.trim() === "";
  if (cell === null) return false;
  if (typeof value === "string") return plain(cellWords(cell)) === plain(value);
  if (typeof value === "boolean") return false;
  if ("day" in value) return cell.date === value.day || cell.text === value.day;
  return cell.raw === decimalText(value.decimal);
}

/** Spaces at the edges and the kind of line break are the program's, not the person's. */
function plain(text: string): string {
  return text.replaceAll("\r\n", "\n").slice(0, 32_767).trim();
}

/** A number whose middle was hidden when it was printed says nothing of what it is. */
function isMasked({ personal }: FieldDefinition, cell: Cell | null): boolean {
  return personal === true && /\*{3}/.test(cell?.text ?? "");
}

import {
  type DictionaryReader,
  type Finding,
  finding,
  recordKeys,
  type SheetRow,
  type SheetValue,
} from "@shanhai/model";
import { maySee } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { sameValue } from "../checking/same-value.js";
import type { Desk } from "../desk.js";
import { freshId } from "../fresh-id.js";
import { markedRow, type OwnCover, type OwnSheet, ownSheetOf } from "../printing/own-sheet.js";
import type { Row } from "../row.js";
import type { KeptRecord } from "../schema/record-set.js";
import { placesOfPair } from "../wording/dictionary-place.js";
import { worded } from "../wording/dictionary-set.js";
import { type Book, columnName, type Sheet } from "../workbook/book.js";
import type { RowOperation } from "./compare-rows.js";
import type { PairScope } from "./find-scope.js";
import { missingRow } from "./missing-rows.js";
import { namesOf, pagesOf, type StoredOwn } from "./own-names.js";
import { type OwnReading, type OwnRow, readOwnRow } from "./own-rows.js";
import { rowChange, skippedRow } from "./row-operation.js";
import type { MissingRow, PlannedSheet } from "./sheet-desk.js";

/** What a sheet that came from this program says on its way back. */
export interface OwnPlan {
  readonly own: OwnSheet;
  readonly scope: string | null;
  readonly operations: readonly RowOperation[];
  readonly missing: readonly (MissingRow & { readonly version: string })[];
  readonly sheet: PlannedSheet;
  /** What is said of the sheet as a whole. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a workbook that this program printed: each row says which row of the ledger it is and in which version, so that
 * nothing is guessed. Null for any other workbook, and for one whose ledger the actor does not read.
 */
export async function planOwn(
  desk: Desk,
  actor: Actor,
  book: Book,
  scopes: readonly PairScope[],
  chosen: string | undefined,
  dictionary: DictionaryReader,
): Promise<OwnPlan | null> {
  const own = ownSheetOf(book);
  const sheet = book.sheets.find(({ name }) => name === own?.sheet);
  if (own === null || sheet === undefined || !desk.records.has(own.record)) return null;
  const kept = desk.records.get(own.record);
  const record = { ...kept, definition: await worded(desk.database, kept.definition) };
  const lines = dataLines(own, sheet);
  const marks = lines.map((at) => markedRow(sheet.cell(at, own.markColumn)?.text ?? ""));
  const whose = new Set(marks.flatMap((mark) => (mark === null ? [] : [mark.scope])));
  const only = whose.size === 1 ? ([...whose][0] ?? null) : null;
  const scope = chosen ?? own.covers?.scope ?? only;
  for (const one of [scope, own.covers?.scope]) if (typeof one === "string") whose.add(one);
  const stored = await storedRows(
    desk,
    actor,
    record,
    [...whose].filter((one) => maySee(actor, one)),
  );
  const named = await namesOf(desk, actor, record, { scope, own, sheet, lines, marks, stored });
  const reading: OwnReading = {
    ...{ own, sheet, record, titles: stored.titles, named, dictionary },
    placesOf: (id) => placesOfPair(scopes.find((one) => one.id === id) ?? null),
  };
  const met = new Set<string>();
  const operations: RowOperation[] = [];
  for (const [index, at] of lines.entries()) {
    const mark = marks[index] ?? null;
    const operation = await rowOperation(desk, actor, reading, { at, mark, stored, scopes, scope });
    if (operation === null) continue;
    if (operation.standing !== null) met.add(operation.standing.id);
    operations.push(operation);
  }
  return {
    own,
    scope,
    operations,
    missing: own.covers === null ? [] : missingOf(desk, own.covers, record, stored.rows, met),
    sheet: plannedSheet(own, sheet, record, operations.length),
    findings: record.definition.keeping === "reference" ? notImported(record, sheet, operations) : [],
  };
}

/** Rows of a reference ledger that were changed in the sheet: said with their cells, because none of it is written. */
function notImported({ definition }: KeptRecord, sheet: Sheet, operations: readonly RowOperation[]): Finding[] {
  const labels = new Map(definition.fields.map((field) => [field.key, field]));
  return operations.flatMap(({ row, plan }) => {
    const [first] = Object.values(row.values);
    if (plan.state !== "skipped" || first === undefined) return [];
    const named = (language: "zh" | "en") => Object.keys(row.values).map((key) => labels.get(key)?.[language] ?? key);
    const words = {
      text_zh: `第 ${plan.lines[0] ?? ""} 行“${row.title}”改了${named("zh").join("、")}，没有写入：${definition.zh}是参照信息，不从表格导入，请在台账中修改。`,
      text_en: `Row ${plan.lines[0] ?? ""}, “${row.title}”: ${named("en").join(", ")} changed and not written; ${definition.en} rows are changed in the ledger, not by a sheet.`,
    };
    return [
      finding("check/warning", words, {
        sheet: sheet.name,
        ...(first.place === null ? {} : { place: first.place }),
      }),
    ];
  });
}

/** Rows below the header, down to 合计 or who signs; empty ones are no rows. */
function dataLines({ header, columns, markColumn }: OwnSheet, sheet: Sheet): number[] {
  const lines: number[] = [];
  for (let at = header + 1; at < sheet.rows; at++) {
    if (/^合计$|^填表人/u.test(sheet.cell(at, 0)?.text.trim() ?? "")) break;
    const cells = [...columns.values(), markColumn].map((column) => sheet.cell(at, column));
    if (cells.some((cell) => cell !== null && cell.text.trim() !== "")) lines.push(at);
  }
  return lines;
}

async function storedRows(
  desk: Desk,
  actor: Actor,
  { definition }: KeptRecord,
  scopes: readonly string[],
): Promise<StoredOwn> {
  const rows: Row[] = [];
  let titles: { readonly [id: string]: string } = {};
  for (const scope of scopes)
    for await (const page of pagesOf(desk, actor, definition.name, scope)) {
      rows.push(...page.rows);
      titles = { ...titles, ...page.titles };
    }
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { rows, titles, find: (id) => byId.get(id) ?? null };
}

interface OwnLine {
  readonly at: number;
  readonly mark: ReturnType<typeof markedRow>;
  readonly stored: StoredOwn;
  readonly scopes: readonly PairScope[];
  readonly scope: string | null;
}

async function rowOperation(
  desk: Desk,
  actor: Actor,
  reading: OwnReading,
  { at, mark, stored, scopes, scope }: OwnLine,
): Promise<RowOperation | null> {
  const { own, sheet, record } = reading;
  const { definition } = record;
  const known = mark === null ? null : stored.find(mark.id);
  const where = mark?.scope ?? scopeOf(own, sheet, at, scopes) ?? scope;
  const base = { record: definition.name, sheet: sheet.name, rows: [at], needs: [], skip: null, keys: [] };
  const rowOf = (row: Omit<OwnRow, "scope">): SheetRow => {
    const read = readOwnRow(reading, { ...row, scope: where });
    const title = row.standing?.title ?? titleOf(definition.title, read.values);
    return { ...base, ...read, title };
  };
  if (mark !== null && known === null) {
    const row: SheetRow = { ...base, title: firstWords(own, sheet, at), values: {}, findings: [] };
    return skippedRow(row, where ?? "", {
      zh: "台账里已经没有这一行（可能已删除）",
      en: "the ledger has this row no more; it may have been removed",
    });
  }
  if (mark !== null && known !== null) {
    const printed =
      known.version === mark.version ? known : await versionOf(desk, actor, known, definition.name, mark.version);
    const row = rowOf({ at, standing: known, printed });
    if (definition.keeping === "reference" && Object.keys(row.values).length > 0)
      return skippedRow(row, mark.scope, {
        zh: "参照信息不从表格导入，请在台账中修改",
        en: "reference rows are changed in the ledger, not by a sheet",
      });
    return rowChange(record, row, mark.scope, known);
  }
  const fresh = rowOf({ at, standing: null, printed: null });
  if (Object.keys(fresh.values).length === 0) return null;
  const values = withDefaults(record, own, fresh);
  const keys = recordKeys(
    definition,
    Object.fromEntries(Object.entries(values).map(([key, { value }]) => [key, value])),
  );
  const twin = stored.rows.find((row) => recordKeys(definition, row.values).some((key) => keys.includes(key))) ?? null;
  const differing = Object.entries(fresh.values).filter(([key, { value }]) => !sameValue(twin?.values[key], value));
  const row: SheetRow = { ...fresh, values: twin === null ? values : Object.fromEntries(differing) };
  if (where === null) return skippedRow(row, "", { zh: "没有写明协作双方", en: "it is not said whose row this is" });
  return rowChange(record, row, where, twin);
}

/** What a row that was added in the sheet needs beside its cells: its first step, ids that no cell holds. */
function withDefaults(
  { definition }: KeptRecord,
  { covers }: OwnSheet,
  { values }: SheetRow,
): { readonly [field: string]: SheetValue } {
  const filled: { [field: string]: SheetValue } = { ...values };
  const follows = (value: string): SheetValue => ({ value, place: null, printed: null });
  // In a unit's form what is added is the unit's.
  if (covers !== null && covers.field !== null && covers.value !== null) filled[covers.field] ??= follows(covers.value);
  const first = definition.lifecycle?.steps[0]?.code;
  if (definition.lifecycle !== undefined && first !== undefined) filled[definition.lifecycle.field] ??= follows(first);
  for (const { key, type, required } of definition.fields)
    if (type === "identifier" && required === true) filled[key] ??= follows(freshId());
  return filled;
}

async function versionOf(desk: Desk, actor: Actor, row: Row, record: string, version: string): Promise<Row> {
  const entries = await desk.history(actor, record, row.scope_id, row.id);
  return entries.find((entry) => entry.row?.version === version)?.row ?? row;
}

function scopeOf({ scopeColumn }: OwnSheet, sheet: Sheet, at: number, scopes: readonly PairScope[]): string | null {
  const label = scopeColumn === null ? "" : (sheet.cell(at, scopeColumn)?.text.trim() ?? "");
  return label === "" ? null : (scopes.find((scope) => scope.label === label)?.id ?? null);
}

function missingOf(
  desk: Desk,
  { scope, seq, field, value }: OwnCover,
  { definition }: KeptRecord,
  rows: readonly Row[],
  met: ReadonlySet<string>,
): OwnPlan["missing"] {
  return rows
    .filter(
      (row) =>
        row.scope_id === scope &&
        !met.has(row.id) &&
        BigInt(row.version) <= BigInt(seq) &&
        (field === null || row.values[field] === value),
    )
    .flatMap((row) => missingRow(desk.records, definition.name, row) ?? []);
}

function plannedSheet(own: OwnSheet, sheet: Sheet, { definition }: KeptRecord, rows: number): PlannedSheet {
  const labels = new Map(definition.fields.map(({ key, zh }) => [key, zh]));
  return {
    ...{ name: sheet.name, state: "read", title: sheet.cell(0, 0)?.text ?? null },
    ...{ unit: own.unit, reporter: null, as_of: null },
    tables: [
      {
        ...{ key: `${sheet.name}#1`, caption: null, form: `own:${definition.name}`, rows, remembered: false },
        columns: [...own.columns].map(([key, column]) => ({
          letter: columnName(column),
          label: labels.get(key) ?? key,
          key,
        })),
      },
    ],
  };
}

function titleOf(fields: readonly string[], values: { readonly [field: string]: SheetValue }): string {
  return fields.flatMap((key) => values[key]?.printed ?? []).join(" ");
}

function firstWords({ columns }: OwnSheet, sheet: Sheet, at: number): string {
  const [column = 0] = columns.values();
  return sheet.cell(at, column)?.text ?? "";
}

import { NIL_SCOPE, referenceWords } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Condition } from "../ledger.js";
import { ledgerColumns } from "../printing/ledger-columns.js";
import type { markedRow, OwnSheet } from "../printing/own-sheet.js";
import type { Row } from "../row.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sheet } from "../workbook/book.js";
import { stillPrints } from "./own-rows.js";

/** Rows of the ledger that a sheet of ours may name, with the titles of what they point to. */
export interface StoredOwn {
  readonly rows: readonly Row[];
  readonly titles: { readonly [id: string]: string };
  find(id: string): Row | null;
}

interface NamedIn {
  readonly scope: string | null;
  readonly own: OwnSheet;
  readonly sheet: Sheet;
  readonly lines: readonly number[];
  readonly marks: readonly ReturnType<typeof markedRow>[];
  readonly stored: StoredOwn;
}

/**
 * Ids by title of what the sheet names anew in columns that point to other rows: a cell that still prints what stands there
 * needs none. A title that several rows have names none of them.
 */
export async function namesOf(
  desk: Desk,
  actor: Actor,
  { definition }: KeptRecord,
  { scope, own, sheet, lines, marks, stored }: NamedIn,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const wanted = new Map<string, Set<string>>();
  for (const { field } of ledgerColumns(definition)) {
    const column = own.columns.get(field.key);
    if (field.record === undefined || column === undefined || !desk.records.has(field.record)) continue;
    const words = wanted.get(field.record) ?? new Set<string>();
    wanted.set(field.record, words);
    for (const [index, at] of lines.entries()) {
      const cell = sheet.cell(at, column);
      const mark = marks[index] ?? null;
      const standing = mark === null ? null : stored.find(mark.id);
      if (standing !== null && stillPrints({ own, titles: stored.titles }, field, cell, standing)) continue;
      for (const one of referenceWords(field, cell?.text ?? "")) words.add(one);
    }
  }
  const named = new Map<string, ReadonlyMap<string, string>>();
  for (const [record, words] of wanted) {
    const where = desk.records.get(record).definition.keeping === "reference" ? NIL_SCOPE : scope;
    named.set(record, where === null ? new Map() : await rowsTitled(desk, actor, record, where, words));
  }
  return named;
}

/** Rows of a record by title, of those titles that are asked for. */
async function rowsTitled(
  desk: Desk,
  actor: Actor,
  record: string,
  scope: string,
  words: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  const twice = new Set<string>();
  const { title, fields } = desk.records.get(record).definition;
  const [only] = title;
  const byField = title.length === 1 && fields.some(({ key, type }) => key === only && type === "text");
  const asked = [...words];
  // A title of several parts stands in no column: those rows are gone through, where any is asked for.
  const parts = byField ? inParts(asked) : asked.length === 0 ? [] : [null];
  for (const part of parts) {
    const conditions =
      part === null || only === undefined ? [] : [{ field: only, is: "one_of" as const, values: part }];
    for await (const { rows } of pagesOf(desk, actor, record, scope, conditions))
      for (const { id, title: called } of rows) {
        if (!words.has(called)) continue;
        if (titles.has(called)) twice.add(called);
        titles.set(called, id);
      }
  }
  for (const called of twice) titles.delete(called);
  return titles;
}

/** Values that one question asks for. */
const mostAsked = 100;

function inParts(values: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(values.length / mostAsked) }, (_, at) =>
    values.slice(at * mostAsked, (at + 1) * mostAsked),
  );
}

/** A ledger's rows in one scope, page by page. */
export async function* pagesOf(
  desk: Desk,
  actor: Actor,
  record: string,
  scope: string,
  conditions: readonly Condition[] = [],
) {
  for (let after: string | null | undefined; after !== null; ) {
    const page = await desk.list(actor, record, {
      ...{ scope, limit: 500, titles: true, conditions },
      ...(after === undefined ? {} : { after }),
    });
    yield page;
    after = page.next;
  }
}

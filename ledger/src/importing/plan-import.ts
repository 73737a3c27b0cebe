import {
  checkSummary,
  DictionaryReader,
  type FormContext,
  type SheetForm,
  type SheetReading,
  type SheetRow,
  SummarySums,
  sheetForms,
  sheetsOfForm,
  totalFinding,
} from "@shanhai/model";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Desk } from "../desk.js";
import { OWN_SHEETS } from "../printing/own-sheet.js";
import { dictionaryPlace, wordAnswers } from "../wording/dictionary-place.js";
import { compareRows, planHash, type RowOperation } from "./compare-rows.js";
import { isDoubtfulBook } from "./doubtful-book.js";
import { type PairScope, pairScopes, scopeNamed } from "./find-scope.js";
import { contextOf, saleWindowsOf, takesYear } from "./form-context.js";
import type { RememberedLayout } from "./layout-memory.js";
import { missingRows } from "./missing-rows.js";
import type { OpenBook } from "./open-book.js";
import { type OwnPlan, planOwn } from "./plan-own.js";
import { plannedWords } from "./planned-words.js";
import { plannedSheets, questionsOf } from "./present-plan.js";
import { readChosen } from "./read-chosen.js";
import type { ImportOptions, ImportPlan, MissingRow } from "./sheet-desk.js";
import { type ComparedFile, type StoredRows, storedRows } from "./stored-rows.js";
import { isCovered, ofUnit, type UnitCover, unitCoverOf, withoutVerdict } from "./unit-cover.js";
import { withWordFindings } from "./word-findings.js";

/** A plan with what carrying it out needs. */
export interface PreparedImport {
  readonly plan: ImportPlan;
  readonly scope: PairScope | null;
  /** Where its rows go, mostly: the pair, or what a sheet of ours says; null while nobody has said it. */
  readonly where: string | null;
  readonly operations: readonly RowOperation[];
  readonly missing: readonly (MissingRow & { readonly version: string })[];
  readonly readings: readonly SheetReading[];
  readonly memory: ReadonlyMap<string, RememberedLayout>;
  readonly day: string;
}

/** Works out what an import would write. Reads only. */
export async function planImport(
  desk: Desk,
  actor: Actor,
  opened: OpenBook,
  options: ImportOptions,
): Promise<PreparedImport> {
  const scopes = await pairScopes(desk, actor);
  // The year of a sheet of ours stands in its rows; whose it is, too.
  const ownWords = new DictionaryReader(await dictionaryPlace(desk.database, null, null, options.answers));
  const own = await planOwn(desk, actor, opened.book, scopes, options.scope, ownWords);
  const { readings, memory } = await readChosen(desk, opened.book, options, own === null ? [] : [own.sheet.name]);
  const words = [
    opened.name,
    ...readings.flatMap(({ tables }) => [tables?.frame.title ?? "", tables?.frame.reporter ?? ""]),
  ].join(" ");
  const cover = unitCoverOf(opened.book);
  const scope =
    scopes.find(({ id }) => id === options.scope) ??
    (options.scope !== undefined
      ? null
      : (ownScope(own, scopes) ?? scopes.find(({ id }) => id === cover?.scope) ?? scopeNamed(scopes, words)));
  const asked = cover === null ? options : { year: cover.year, ...options };
  const { context: plain, yearTold } = contextOf(desk, actor, opened, readings, scope, asked, beijingToday());
  const place = await dictionaryPlace(desk.database, plain.year, scope, wordAnswers(memory, options.answers));
  const dictionary = new DictionaryReader(place);
  const context = { ...plain, dictionary, ...(await saleWindowsOf(desk, plain.year ?? 0)) };
  const forms = sheetForms.filter((form) => sheetsOfForm(readings, form).length > 0);
  const compared: RowOperation[] = [...(own?.operations ?? [])];
  const missing: PreparedImport["missing"][number][] = [...(own?.missing ?? [])];
  const totals = readings.flatMap(({ parts }) => parts.flatMap((part) => part.totals));
  const counts: ImportPlan["counts"][number][] = [];
  const findings = [...(own?.findings ?? []), ...readings.flatMap((reading) => reading.findings)];
  for (const form of forms) {
    const built = form.build(sheetsOfForm(readings, form), context);
    findings.push(...built.findings);
    counts.push(...built.counts.map((count) => ({ ...count, form: form.key })));
    const sums = new SummarySums(form);
    for (const row of built.rows) sums.add(row);
    for (const reading of readings.filter(({ state }) => state === "summary"))
      totals.push(...checkSummary(reading, form, sums.bySheet));
    const found = await compareForm(desk, actor, form, built.rows, scope, scopes, context, cover);
    compared.push(...found.operations);
    // Rows that were sent back for a look are not all that there are.
    if (!isDoubtfulBook(opened.book)) missing.push(...found.missing);
  }
  const operations = await withWordFindings(desk, compared, scopes);
  findings.push(...totals.flatMap((check) => totalFinding(check) ?? []));
  const yearAssumed =
    !yearTold && operations.some(({ row, plan: { state: of } }) => of !== "skipped" && takesYear(row));
  const state = (name: string) => operations.filter(({ plan }) => plan.state === name);
  const plan: ImportPlan = {
    document: { id: opened.id, name: opened.name },
    scope: scope === null ? null : { id: scope.id, label: scope.label },
    scopes: scopes.map(({ id, label }) => ({ id, label })),
    year: context.year,
    year_assumed: yearAssumed,
    hash: planHash([
      opened.sha256,
      scope?.id ?? null,
      hashed(operations),
      missing.map(({ key, version }) => [key, version]),
    ]),
    sheets: plannedSheets(
      readings.filter(({ name }) => !OWN_SHEETS.has(name)),
      memory,
    ).map((sheet) => (sheet.name === own?.sheet.name ? own.sheet : sheet)),
    forms: [...(own === null ? [] : [ownForm(desk, own)]), ...sheetForms].map(({ key, zh, en, columns }) => ({
      key,
      zh,
      en,
      columns: columns.map((column) => ({ key: column.key, zh: column.zh, en: column.en })),
    })),
    rows: operations.map(({ plan: row }) => row),
    missing: missing.map(({ version: _version, ...row }) => row),
    totals,
    counts,
    findings,
    dictionary: plannedWords(actor, place, scope ?? (own === null ? null : ownScope(own, scopes)), [
      ...ownWords.words(),
      ...dictionary.words(),
    ]),
    questions: questionsOf(
      readings.flatMap((reading) => reading.findings),
      options,
      memory,
      { yearAssumed, year: context.year },
    ),
    tally: {
      added: state("added").length,
      changed: state("changed").length,
      cells: state("changed").reduce((sum, { plan: row }) => sum + row.changes.length, 0),
      same: state("same").length,
      skipped: state("skipped").length,
      missing: missing.length,
    },
  };
  const where = scope?.id ?? own?.scope ?? own?.operations[0]?.scope ?? null;
  return {
    plan,
    scope,
    where: where === "" ? null : where,
    operations,
    missing,
    readings,
    memory,
    day: context.day ?? beijingToday(),
  };
}

/** The pair of a sheet of ours that holds rows of one pair only. */
function ownScope(own: OwnPlan | null, scopes: readonly PairScope[]): PairScope | null {
  return scopes.find(({ id }) => id === own?.scope) ?? null;
}

function ownForm(desk: Desk, { own }: OwnPlan) {
  const { zh, en, fields } = desk.records.get(own.record).definition;
  return { key: `own:${own.record}`, zh, en, columns: fields.filter(({ key }) => own.columns.has(key)) };
}

function hashed(operations: readonly RowOperation[]): unknown[] {
  return operations.map(({ plan, scope, standing, values }) => [
    plan.key,
    plan.state,
    scope,
    standing?.id ?? null,
    standing?.version ?? null,
    values,
  ]);
}

async function compareForm(
  desk: Desk,
  actor: Actor,
  form: SheetForm,
  rows: readonly SheetRow[],
  scope: PairScope | null,
  scopes: readonly PairScope[],
  context: FormContext,
  cover: UnitCover | null,
) {
  const nothing: StoredRows = { rows: [], byKey: () => null };
  const told = rows.flatMap(({ values }) => (typeof values.year?.value === "string" ? [values.year.value] : []));
  const years = [...new Set([...told, ...(context.year === null ? [] : [String(context.year)])])];
  const file: ComparedFile = { form, rows, years: context.year === null ? [] : years };
  const stored = async (id: string | undefined) => {
    const byRecord = new Map<string, StoredRows>();
    if (id !== undefined)
      for (const record of [form.record, ...(form.also ?? [])])
        byRecord.set(record, await storedRows(desk, actor, record, id, file));
    return (record: string) => byRecord.get(record) ?? nothing;
  };
  const standing = await stored(scope?.id);
  const own =
    cover === null
      ? rows
      : rows.map((row) => ofUnit(standing(row.record).byKey(row.keys) === null ? row : withoutVerdict(row), cover));
  const main = compareRows(desk.records, own, scope?.id ?? "", standing);
  const known = standing(form.record);
  const covered = { ...known, rows: known.rows.filter(({ values }) => isCovered(values, cover)) };
  const missing = scope === null ? [] : missingRows(desk.records, form, covered, main.met, { context, rows: own });
  const operations = [...main.operations];
  // The leg of one trip at another county stands in that county's pair, with the same happening.
  for (const row of rows.filter(({ alsoWith }) => alsoWith !== undefined)) {
    const other = scopes.find(
      (one) => one.id !== scope?.id && one.east.id === scope?.east.id && one.west.name.endsWith(row.alsoWith ?? ""),
    );
    if (other === undefined || scope === null) continue;
    const there = swapped(row, scope, other);
    operations.push(
      ...compareRows(desk.records, [there], other.id, await stored(other.id), other.west.name).operations,
    );
  }
  return { operations, missing };
}

/** The same row with the other county in the place of the first. */
function swapped(row: SheetRow, from: PairScope, to: PairScope): SheetRow {
  const values = Object.fromEntries(
    Object.entries(row.values).map(([field, stated]) => [
      field,
      Array.isArray(stated.value)
        ? {
            ...stated,
            value: stated.value.map((one) => (one === from.west.id ? to.west.id : one)) as readonly string[],
          }
        : stated,
    ]),
  );
  return { ...row, values };
}

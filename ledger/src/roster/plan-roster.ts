import {
  checkSummary,
  type Finding,
  joinedValues,
  type SheetForm,
  type SheetReading,
  sheetForms,
  totalFinding,
} from "@shanhai/model";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { planHash } from "../importing/compare-rows.js";
import { type PairScope, pairScopes, scopeNamed } from "../importing/find-scope.js";
import { contextOf, saleWindowsOf } from "../importing/form-context.js";
import type { RememberedLayout } from "../importing/layout-memory.js";
import type { OpenBook } from "../importing/open-book.js";
import { plannedWords } from "../importing/planned-words.js";
import { plannedSheets, questionsOf } from "../importing/present-plan.js";
import { readChosen } from "../importing/read-chosen.js";
import type { ImportOptions, ImportPlan, MissingRow } from "../importing/sheet-desk.js";
import { isCovered, unitCoverOf } from "../importing/unit-cover.js";
import { ownSheetOf } from "../printing/own-sheet.js";
import { dictionaryPlace, wordAnswers } from "../wording/dictionary-place.js";
import { habitsOfHeads, withoutHabits } from "./head-habits.js";
import type { AskedForm } from "./roster-faults.js";
import type { RosterCheck, RosterCount, RosterReading, RosterSheet, StoredMatch } from "./roster-job.js";
import { RosterThread } from "./roster-thread.js";
import { RowSpool } from "./row-spool.js";
import { anyStanding, countStanding, lastWritten, standingMatches, standingPages } from "./standing-rows.js";

/** Missing rows that are shown one by one; of more there is one line for all. */
const MOST_MISSING = 500;

/** A large workbook with its questions settled. */
export interface SettledRoster {
  readonly reading: RosterReading;
  readonly form: SheetForm;
  readonly scope: PairScope;
  readonly readings: readonly SheetReading[];
  readonly memory: ReadonlyMap<string, RememberedLayout>;
}

export interface RosterPlan {
  readonly plan: ImportPlan;
  readonly settled: SettledRoster | null;
  readonly found: RosterCount | null;
  /** The rows that were read; close it. */
  readonly spool: RowSpool | null;
}

/** 导入预演 of a roster that is too large to be held: every row is looked at, the first of each state are shown. Reads only. */
export async function planRoster(
  desk: Desk,
  actor: Actor,
  opened: OpenBook,
  options: ImportOptions,
): Promise<RosterPlan> {
  const { readings, memory, scope, scopes, context, words, yearTold } = await settle(desk, actor, opened, options);
  // A column of years tells each row's; so does a sheet of a file that prints several.
  const yearAssumed =
    !yearTold &&
    readings.some(({ parts }) =>
      parts.some(({ match }) => match !== null && ![...match.columns.values()].some(({ key }) => key === "year")),
    );
  const base = {
    document: { id: opened.id, name: opened.name },
    scope: scope === null ? null : { id: scope.id, label: scope.label },
    scopes: scopes.map(({ id, label }) => ({ id, label })),
    year: context.year,
    year_assumed: yearAssumed,
    sheets: plannedSheets(readings, memory),
    forms: sheetForms.map(({ key, zh, en, columns }) => ({
      key,
      zh,
      en,
      columns: columns.map((column) => ({ key: column.key, zh: column.zh, en: column.en })),
    })),
  };
  const told = readings.flatMap((reading) => withoutHabits(reading.findings));
  const asked = (some: readonly Finding[]) => questionsOf(some, options, memory, { yearAssumed, year: context.year });
  // Hidden and void sheets are listed and not looked at.
  const looked = new Set(
    readings.flatMap(({ name, state }) => (["read", "summary", "unknown"].includes(state) ? [name] : [])),
  );
  const heads = (opened.large?.heads ?? []).filter(({ name }) => looked.has(name));
  const settled = settledRoster(desk, actor, opened, { readings, memory, scope, context, words });
  if (settled === null) {
    const findings = [...told, ...habitsOfHeads(heads)];
    return {
      plan: {
        ...base,
        questions: asked(findings),
        dictionary: plannedWords(actor, words, scope, []),
        hash: planHash([opened.sha256, null]),
        rows: [],
        missing: [],
        counts: [],
        totals: [],
        findings,
        tally: NOTHING,
      },
      settled,
      found: null,
      spool: null,
    };
  }
  const { reading, form } = settled;
  const compare = await anyStanding(desk, form, reading, []);
  const summaries = readings.filter(({ state }) => state === "summary");
  const spool = RowSpool.beside(reading.path);
  let kept = false;
  const thread = new RosterThread(
    { ...reading, work: "count", compare, summaries: summaries.length > 0, spool: spool.file },
    { standing: (subjects) => standingMatches(desk, form, reading, subjects) },
  );
  try {
    const found = await thread.counted();
    spool.size = found.spooled;
    const missing = compare ? await missingRows(desk, settled, found, thread) : [];
    const tally = { ...found.tally, missing: missing.length };
    const summed = summaries.flatMap((summary) => checkSummary(summary, form, found.sums));
    const unread = heads.filter(({ name }) => !reading.sheets.some(({ head }) => head.name === name));
    const findings = [...told, ...habitsOfHeads(unread), ...found.findings];
    const plan: ImportPlan = {
      ...base,
      questions: asked(findings),
      dictionary: plannedWords(actor, words, scope, found.words),
      hash: planHash([
        opened.sha256,
        reading.scope,
        reading.sheets.map(({ head, form: of, columns }) => [head.name, of, columns]),
        context.year,
        tally,
        found.words.map(({ dictionary, text, code }) => [dictionary, text, code]),
        await lastWritten(desk, form, reading),
      ]),
      rows: found.rows,
      missing,
      counts: found.counts.map((count) => ({ ...count, form: form.key })),
      totals: [...found.totals, ...summed],
      findings: [...findings, ...summed.flatMap((check) => totalFinding(check) ?? [])],
      tally,
    };
    kept = true;
    return { plan, settled, found, spool };
  } finally {
    await thread.end();
    // Never while the thread writes: its number may be another file's then.
    if (!kept) spool.close();
  }
}

const NOTHING = { added: 0, changed: 0, cells: 0, same: 0, skipped: 0, missing: 0 };

/** Rows that a file of doubtful ones holds: what somebody can look through, and what a thread can hand over. */
const MOST_DOUBTS = 20_000;

/** The rows of a large roster that want a look. SHEET_SCOPE_NEEDED until it is known whose it is. */
export async function doubtsOf(desk: Desk, actor: Actor, opened: OpenBook, options: ImportOptions) {
  const given = await settle(desk, actor, opened, options);
  const settled = settledRoster(desk, actor, opened, given);
  if (settled === null) throw new LedgerError("SHEET_SCOPE_NEEDED");
  const thread = new RosterThread({ ...settled.reading, work: "doubts", most: MOST_DOUBTS });
  try {
    return { form: settled.form, readings: given.readings, doubts: await thread.doubts() };
  } finally {
    await thread.end();
  }
}

/** A unit's roster that came back, checked cell by cell; null where it is no roster any more. */
export async function checkOf(
  desk: Desk,
  actor: Actor,
  opened: OpenBook,
  options: ImportOptions,
  asked: AskedForm,
): Promise<(RosterCheck & { readonly missing: number }) | null> {
  const settled = settledRoster(desk, actor, opened, await settle(desk, actor, opened, options));
  const cover = settled?.reading.cover ?? null;
  if (settled === null || cover === null) return null;
  const { form, reading } = settled;
  const thread = new RosterThread(
    { ...reading, work: "check", form: asked },
    { standing: (subjects) => standingMatches(desk, form, reading, subjects) },
  );
  try {
    const check = await thread.checked();
    const stored = await countStanding(desk, form, cover);
    return { ...check, missing: Math.max(0, stored - check.tally.met) };
  } finally {
    await thread.end();
  }
}

/** Whose it is, which year, which columns: as for any workbook, from its heads. */
async function settle(desk: Desk, actor: Actor, opened: OpenBook, options: ImportOptions) {
  const { readings, memory } = await readChosen(desk, opened.book, options);
  const scopes = await pairScopes(desk, actor);
  const printed = [
    opened.name,
    ...readings.flatMap(({ tables }) => [tables?.frame.title ?? "", tables?.frame.reporter ?? ""]),
  ].join(" ");
  const cover = unitCoverOf(opened.book);
  const named = () => scopes.find(({ id }) => id === cover?.scope) ?? scopeNamed(scopes, printed);
  const scope = scopes.find(({ id }) => id === options.scope) ?? (options.scope === undefined ? named() : null);
  const asked = cover === null ? options : { year: cover.year, ...options };
  const made = contextOf(desk, actor, opened, readings, scope, asked, beijingToday());
  const answers = wordAnswers(memory, options.answers);
  const words = await dictionaryPlace(desk.database, made.context.year, scope, answers);
  const context = { ...made.context, ...(await saleWindowsOf(desk, made.context.year ?? 0)) };
  return { readings, memory, scopes, scope, words, context, yearTold: made.yearTold };
}

/** What the thread needs; null until it is known whose the roster is. ROSTER_FORM for what cannot be read row by row. */
function settledRoster(
  desk: Desk,
  actor: Actor,
  { name, large, book }: OpenBook,
  given: Pick<Awaited<ReturnType<typeof settle>>, "readings" | "memory" | "scope" | "context" | "words">,
): SettledRoster | null {
  if (large === null) throw new Error("this workbook is in memory");
  const { readings, scope, context } = given;
  // A sheet of ours knows each row by its mark, whatever was mended in it; longer than can be held it is known by its columns.
  const own = ownSheetOf(book);
  if (own !== null && large.whole) throw new LedgerError("ROSTER_FORM", { sheet: own.sheet });
  // By its columns a row does not say whose it is.
  if (own !== null && own.scopeColumn !== null) throw new LedgerError("ROSTER_PAIRS", { sheet: own.sheet });
  const read = readings.filter(({ state }) => state === "read");
  const other = readings.find(
    ({ state, parts }) =>
      state === "unknown" || (state === "read" && (parts.length !== 1 || parts[0]?.match?.form.roster === undefined)),
  );
  if (other !== undefined) throw new LedgerError("ROSTER_FORM", { sheet: other.name });
  const forms = new Set(read.flatMap(({ parts }) => parts.flatMap(({ match }) => match?.form ?? [])));
  const [form] = forms;
  if (form === undefined || scope === null) return null;
  const sheets = read.flatMap((reading): RosterSheet[] => {
    const head = large.heads.find((one) => one.name === reading.name);
    const part = reading.parts[0];
    if (head === undefined || part?.match == null) return [];
    const { match, table } = part;
    const columns = table.columns.map(({ column }) => [column, match.columns.get(column)?.key ?? null] as const);
    return [{ head, form: match.form.key, columns }];
  });
  const { personKey: _, ...plain } = context;
  const { words } = given;
  return {
    reading: {
      path: large.path,
      name,
      sheets,
      context: plain,
      words,
      secret: desk.personSecret,
      scope: scope.id,
      year:
        context.span !== undefined || sheets.some(({ columns }) => columns.some(([, key]) => key === "year"))
          ? null
          : context.year,
      limit: rowLimit(actor, desk.records.get(form.record).definition),
      who: actor.name,
      cover: unitCoverOf(book),
    },
    form,
    scope,
    readings,
    memory: given.memory,
  };
}

/** 本次缺失: stored rows of the townships, or months, that the file is about and that it does not name. */
async function missingRows(
  desk: Desk,
  { form, reading }: SettledRoster,
  found: RosterCount,
  thread: RosterThread,
): Promise<MissingRow[]> {
  const { definition } = desk.records.get(form.record);
  const fields = form.roster?.about ?? [];
  const about = new Set(found.about);
  const missing: StoredMatch[] = [];
  let count = 0;
  for await (const page of standingPages(desk, form, reading)) {
    const covered = page.filter(({ values }) =>
      reading.cover === null
        ? about.has(joinedValues(fields, (field) => values[field]))
        : isCovered(values, reading.cover),
    );
    const unnamed = new Set(await thread.unnamed(covered.map(({ id, values }) => ({ id, values }))));
    count += unnamed.size;
    if (missing.length <= MOST_MISSING) missing.push(...covered.filter(({ id }) => unnamed.has(id)));
  }
  const base = { record: form.record, scope_id: reading.scope };
  if (count > MOST_MISSING)
    return [
      {
        ...base,
        key: `${form.record}/*`,
        id: "",
        title: `${definition.zh} ${count} 行`,
        choices: ["omitted", "ignore"],
      },
    ];
  return missing.map(({ id, values }) => ({
    ...base,
    key: `${form.record}/${reading.scope}/${id}`,
    id,
    title:
      definition.title
        .map((key) => values[key] ?? "")
        .join(" ")
        .trim() || definition.zh,
    choices: ["remove", "omitted", "ignore"],
  }));
}

import { randomBytes } from "node:crypto";
import {
  BitList,
  columnName,
  type RosterEntry,
  type RosterTally,
  type SheetForm,
  type SheetRow,
  timeOrderedId,
} from "@shanhai/model";
import { fitsLimit } from "../account/visibility.js";
import type { Values } from "../command.js";
import { LedgerError } from "../error-codes.js";
import { cellChange, differingValues, rowKey, storable } from "../importing/compare-rows.js";
import type { PlannedSheetRow } from "../importing/sheet-desk.js";
import { ofUnit } from "../importing/unit-cover.js";
import { personKey } from "../person-key.js";
import { LineMaker } from "../schema/copy-line.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import type { RosterBatch, RosterCount, RosterJob, RosterReading, StandingPerson } from "./roster-job.js";
import { GatheredHabits, rosterRows } from "./roster-rows.js";

/** Rows of one transaction, as of any import. */
const BATCH = 500;
/** Rows of each state that a preview shows. */
const MOST_SHOWN = 400;

/** What the reading asks of who has the database. */
export interface RosterAsking {
  /** Stored rows of these persons in the scope and year of the file. */
  standing(persons: readonly string[]): Promise<readonly StandingPerson[]>;
  progress(rows: number): void;
}

type Counting = Extract<RosterJob, { work: "count" }>;
type Writing = Extract<RosterJob, { work: "write" }>;

/** A row of the file, read. */
interface MadeRow {
  readonly at: number;
  /** Which data row of its sheet it is, from 1: what a run counts by. */
  readonly nth: number;
  readonly row: SheetRow;
  readonly entry: RosterEntry;
}

/** What becomes of a row. */
interface Outcome {
  readonly state: PlannedSheetRow["state"];
  readonly reason: PlannedSheetRow["reason"];
  readonly standing: StandingPerson | null;
  /** All values of a new row, the differing ones of a changed one. */
  readonly values: Values;
}

const DUPLICATE = {
  zh: "与前面某一行是同一人同一份工作，只计一次",
  en: "the same person and job as a row before",
};

/**
 * Looks at every row without writing: what only the whole file tells (who counts once, by which row), and what an import
 * would add, change, leave. Where rows of its year stand already the file is gone through a second time to compare.
 */
export class RosterCounting {
  readonly #records: RecordSet;
  readonly #job: Counting;
  readonly #tallies = new Map<SheetForm, RosterTally>();

  constructor(records: RecordSet, job: Counting) {
    this.#records = records;
    this.#job = job;
  }

  async count(asking: RosterAsking): Promise<RosterCount> {
    const { compare } = this.#job;
    const habits = new GatheredHabits();
    const sample = new Sample(this.#records);
    const letters: { [sheet: string]: { [field: string]: string } } = {};
    const townships = new Set<string>();
    const duplicates = new BitList();
    const dataRows: { [sheet: string]: number } = {};
    let seen = 0;
    for await (const { form, sheet, rows } of madeRows(this.#job, habits)) {
      const tally = this.#tallyOf(form);
      for (const { at, row, entry } of rows) {
        const own = letters[sheet] ?? {};
        letters[sheet] = own;
        noteLetters(own, row);
        const township = row.values.township?.value;
        if (typeof township === "string") townships.add(township);
        const told = row.skip === null && !tally.add(at, entry);
        if (told) duplicates.add(at);
        if (!compare) sample.add(form, row, outcomeOf(this.#records.get(form.record), row, told, null));
      }
      seen += rows.length;
      dataRows[sheet] = (dataRows[sheet] ?? 0) + rows.length;
      asking.progress(seen);
    }
    const ends = [...this.#tallies.values()].map((tally) => tally.end());
    const marked = ends[0]?.marked ?? new BitList();
    if (compare)
      for await (const { form, rows } of madeRows(this.#job, null)) {
        const record = this.#records.get(form.record);
        const standing = await standingOf(form, rows, asking);
        for (const { at, row, entry } of rows) {
          const stands = standing.get(keyOf(entry)) ?? null;
          const own = judged(this.#job, form, row, marked.has(at), stands);
          sample.add(form, own, outcomeOf(record, own, duplicates.has(at), stands));
        }
        seen += rows.length;
        asking.progress(seen);
      }
    return {
      verdict: { duplicates: duplicates.packed, marked: marked.packed },
      counts: ends.flatMap(({ counts }) => counts),
      findings: habits.findings(),
      tally: sample.tally,
      dataRows,
      rows: sample.rows,
      letters,
      townships: [...townships],
    };
  }

  /** Of these stored rows those whose person and work the file does not name. */
  unnamed(stored: readonly { readonly id: string; readonly values: Values }[]): string[] {
    return stored.flatMap(({ id, values }) => {
      const named = [...this.#tallies].some(([form, tally]) => {
        const entry = form.roster?.entryOf(values) ?? null;
        return entry === null || tally.names(entry.person, entry.job);
      });
      return named ? [] : [id];
    });
  }

  #tallyOf(form: SheetForm): RosterTally {
    const known = this.#tallies.get(form);
    if (known !== undefined) return known;
    if (form.roster === undefined) throw new Error(`${form.key} is no roster`);
    const made = form.roster.tally();
    this.#tallies.set(form, made);
    return made;
  }
}

/** The rows of an accepted import as batches that are ready to be written, from where each run stands. */
export async function* rosterBatches(
  records: RecordSet,
  job: Writing,
  asking: RosterAsking,
): AsyncGenerator<RosterBatch> {
  const duplicates = new BitList(job.verdict.duplicates.pages, job.verdict.duplicates.size);
  const marked = new BitList(job.verdict.marked.pages, job.verdict.marked.size);
  const skip = new Set(job.skip);
  let batch: BatchMaker | null = null;
  const runOf = (sheet: string) => job.runs.find((one) => one.sheet === sheet);
  const done = (sheet: string) => runOf(sheet)?.after ?? Number.POSITIVE_INFINITY;
  for await (const { form, sheet, rows } of madeRows(job, null, done)) {
    const run = runOf(sheet);
    if (run === undefined) continue;
    if (batch !== null && batch.sheet !== sheet) {
      if (!batch.empty) yield batch.end();
      batch = null;
    }
    batch ??= new BatchMaker(records.get(form.record), job, run);
    const standing = job.compare ? await standingOf(form, rows, asking) : new Map<string, StandingPerson>();
    for (const { at, nth, row, entry } of rows) {
      const stands = standing.get(keyOf(entry)) ?? null;
      const own = judged(job, form, row, marked.has(at), stands);
      if (skip.size === 0 || !skip.has(rowKey(own)))
        batch.add(nth, own, outcomeOf(batch.record, own, duplicates.has(at), stands));
      if (batch.full) yield batch.end();
    }
  }
  if (batch !== null && !batch.empty) yield batch.end();
}

/** The data rows, made; of each sheet those behind the ones that are done. */
async function* madeRows(
  job: Counting | Writing,
  habits: GatheredHabits | null,
  done: (sheet: string) => number = () => 0,
) {
  const { secret } = job;
  const context = { ...job.context, personKey: (identity: string) => personKey(secret, identity) };
  let [current, nth] = ["", 0];
  for await (const { form, sheet, rows } of rosterRows(job.path, job.name, job.sheets, context.year, habits)) {
    const { roster } = form;
    if (roster === undefined) continue;
    if (sheet !== current) [current, nth] = [sheet, 0];
    const made: MadeRow[] = [];
    for (const { at, read } of rows) {
      nth += 1;
      if (nth <= done(sheet)) continue;
      const { row, entry } = roster.row(sheet, read, context);
      made.push({ at, nth, row: ofUnit(row, job.cover), entry });
    }
    yield { form, sheet, rows: made };
  }
}

async function standingOf(
  form: SheetForm,
  rows: readonly MadeRow[],
  asking: RosterAsking,
): Promise<ReadonlyMap<string, StandingPerson>> {
  const persons = [...new Set(rows.map(({ entry }) => entry.person))];
  const found = persons.length === 0 ? [] : await asking.standing(persons);
  const known = new Map<string, StandingPerson>();
  for (const stored of found) {
    const entry = form.roster?.entryOf(stored.values) ?? null;
    if (entry !== null && !known.has(keyOf(entry))) known.set(keyOf(entry), stored);
  }
  return known;
}

/** The row with whether it is the one that counts; a unit's part of the roster judges that of new rows only. */
function judged(
  { cover }: RosterReading,
  form: SheetForm,
  row: SheetRow,
  counts: boolean,
  stands: StandingPerson | null,
) {
  return cover !== null && stands !== null ? row : (form.roster?.marked(row, counts) ?? row);
}

function keyOf({ person, job }: Pick<RosterEntry, "person" | "job">): string {
  return `${person}|${job}`;
}

function outcomeOf(record: KeptRecord, row: SheetRow, duplicate: boolean, standing: StandingPerson | null): Outcome {
  if (row.skip !== null) return { state: "skipped", reason: row.skip, standing, values: {} };
  if (duplicate) return { state: "skipped", reason: DUPLICATE, standing, values: {} };
  const { values } = storable(record, row);
  if (standing === null) {
    const missing = record.definition.fields.find(
      ({ key, required }) => required === true && values[key] === undefined,
    );
    if (missing !== undefined)
      return {
        state: "skipped",
        reason: { zh: `缺“${missing.zh}”`, en: `${missing.en} is missing` },
        standing,
        values,
      };
    return { state: "added", reason: null, standing, values };
  }
  const differing = differingValues(record, values, standing.values);
  return {
    state: differing.length === 0 ? "same" : "changed",
    reason: null,
    standing,
    values: Object.fromEntries(differing),
  };
}

/** The columns that fields stand in, from the rows that state them. */
function noteLetters(letters: { [field: string]: string }, row: SheetRow): void {
  for (const field in row.values) {
    if (letters[field] !== undefined) continue;
    const place = row.values[field]?.place;
    if (place !== null && place !== undefined) letters[field] = columnName(place.column);
  }
}

/** What a preview shows: the first rows of each state, all of them counted. */
class Sample {
  readonly tally = { added: 0, changed: 0, cells: 0, same: 0, skipped: 0 };
  readonly rows: PlannedSheetRow[] = [];

  constructor(private readonly records: RecordSet) {}

  add(form: SheetForm, row: SheetRow, { state, reason, standing, values }: Outcome): void {
    this.tally[state] += 1;
    const differing = Object.entries(values);
    if (state === "changed") this.tally.cells += differing.length;
    if (this.tally[state] > MOST_SHOWN) return;
    const record = this.records.get(form.record);
    this.rows.push({
      key: rowKey(row),
      record: row.record,
      sheet: row.sheet,
      lines: row.rows.map((line) => line + 1),
      title: row.title,
      state,
      reason,
      changes: differing.map(([field, value]) =>
        cellChange(record, row, field, standing?.values[field] ?? null, value),
      ),
      findings: row.findings,
    });
  }
}

/** Gathers the rows of one transaction. */
class BatchMaker {
  readonly record: KeptRecord;
  readonly sheet: string;
  readonly #job: Writing;
  readonly #run: string;
  readonly #maker: LineMaker;
  #rows: Values[] = [];
  #changes: RosterBatch["changes"][number][] = [];
  #position = 0;

  constructor(record: KeptRecord, job: Writing, run: Writing["runs"][number]) {
    this.record = record;
    this.sheet = run.sheet;
    this.#job = job;
    this.#run = run.id;
    this.#maker = new LineMaker(record);
  }

  get full(): boolean {
    return this.#rows.length + this.#changes.length >= BATCH;
  }

  /** Rows that need nothing move the run on with those that do; at the end nobody waits for them. */
  get empty(): boolean {
    return this.#rows.length + this.#changes.length === 0;
  }

  add(nth: number, row: SheetRow, { state, standing, values }: Outcome): void {
    const line = (row.rows[0] ?? 0) + 1;
    this.#position = nth;
    if (state === "added") {
      this.#refuse(values);
      this.#rows.push({ ...values, run: this.#run, sheet_row: String(line) });
    } else if (state === "changed" && standing !== null) {
      this.#refuse({ ...standing.values, ...values });
      const written = { ...values, run: this.#run, sheet_row: String(line) };
      this.#changes.push({ id: standing.id, version: standing.version, values: written });
    }
  }

  end(): RosterBatch {
    const { scope } = this.#job;
    const name = this.record.definition.name;
    const now = Date.now();
    const random = randomBytes(16 * this.#rows.length);
    // In the order of the link: by id.
    const ids = this.#rows.map((_, at) => timeOrderedId(now, random.subarray(at * 16, at * 16 + 16))).sort();
    const made = this.#rows.map((values, at) => ({ id: ids[at] ?? "", values }));
    const batch = { sheet: this.sheet, position: this.#position, changes: this.#changes };
    const prepared: RosterBatch =
      this.#changes.length > 0
        ? { ...batch, made, lines: null, link: "" }
        : { ...batch, made: [], ...this.#lines(scope, name, made) };
    this.#rows = [];
    this.#changes = [];
    return prepared;
  }

  #lines(scope: string, name: string, made: readonly { readonly id: string; readonly values: Values }[]) {
    let text = "";
    let link = "";
    for (const { id, values } of made) {
      const { line, digest } = this.#maker.make(scope, id, values);
      text += line;
      link += `${link === "" ? "" : ","}{"digest":"${digest}","id":"${id}","op":"create","record":"${name}"}`;
    }
    return { lines: new TextEncoder().encode(text), link };
  }

  #refuse(values: Values): void {
    const { definition } = this.record;
    if (!fitsLimit(this.#job.limit, values))
      throw new LedgerError("ROW_FORBIDDEN", { who: this.#job.who, record: definition.zh, record_en: definition.en });
  }
}

import {
  BitList,
  columnName,
  DictionaryReader,
  type RosterTally,
  type SheetForm,
  type SheetRow,
  sheetForms,
} from "@shanhai/model";
import type { Values } from "../command.js";
import { cellChange, rowKey } from "../importing/compare-rows.js";
import type { PlannedSheetRow } from "../importing/sheet-desk.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import { type MadeRow, madeRows, type RosterAsking, standingOf } from "./made-rows.js";
import { type Outcome, Outcomes, readyRow } from "./ready-row.js";
import type { RosterCount, RosterJob } from "./roster-job.js";
import { GatheredHabits } from "./roster-rows.js";
import { SpoolWriter, spooledRows } from "./row-spool.js";

/** Rows of each state that a preview shows. */
const MOST_SHOWN = 400;

type Counting = Extract<RosterJob, { work: "count" }>;

/**
 * Looks at every row without writing: what only the whole file tells (who counts once, by which row), and what an import
 * would add, change, leave. Each row is read once and kept in the spool; where rows of its year stand already they are compared
 * from there, and the file is opened again for the few that are shown.
 */
export class RosterCounting {
  readonly #records: RecordSet;
  readonly #job: Counting;
  readonly #tallies = new Map<SheetForm, RosterTally>();
  readonly #outcomes = new Map<SheetForm, Outcomes>();

  constructor(records: RecordSet, job: Counting) {
    this.#records = records;
    this.#job = job;
  }

  async count(asking: RosterAsking): Promise<RosterCount> {
    const { compare } = this.#job;
    const habits = new GatheredHabits();
    const dictionary = new DictionaryReader(this.#job.words);
    const sample = new Sample(this.#records);
    const spool = new SpoolWriter(this.#job.spool);
    const letters: { [sheet: string]: { [field: string]: string } } = {};
    const townships = new Set<string>();
    const duplicates = new BitList();
    const dataRows: { [sheet: string]: number } = {};
    let seen = 0;
    for await (const { form, sheet, rows } of madeRows(this.#job, habits, dictionary)) {
      const tally = this.#tallyOf(form);
      const outcomes = this.#outcomesOf(form);
      const record = this.#records.get(form.record);
      const own = letters[sheet] ?? {};
      letters[sheet] = own;
      for (const made of rows) {
        const { at, row, entry } = made;
        noteLetters(own, row);
        const township = row.values.township?.value;
        if (typeof township === "string") townships.add(township);
        const told = row.skip === null && !tally.add(at, entry);
        if (told) duplicates.add(at);
        const ready = readyRow(record, made);
        spool.add(form.key, sheet, ready);
        if (!compare) sample.add(form, row, outcomes.ofNew(ready, told));
      }
      seen += rows.length;
      dataRows[sheet] = (dataRows[sheet] ?? 0) + rows.length;
      asking.progress(seen);
    }
    const size = spool.end();
    const ends = [...this.#tallies.values()].map((tally) => tally.end());
    const marked = ends[0]?.marked ?? new BitList();
    if (compare) await this.#compare(asking, sample, { size, duplicates, marked, seen });
    return {
      verdict: { duplicates: duplicates.packed, marked: marked.packed },
      counts: ends.flatMap(({ counts }) => counts),
      findings: habits.findings(),
      words: dictionary.words(),
      tally: sample.tally,
      dataRows,
      rows: sample.rows,
      letters,
      townships: [...townships],
      spooled: size,
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

  async #compare(
    asking: RosterAsking,
    sample: Sample,
    found: { readonly size: number; readonly duplicates: BitList; readonly marked: BitList; readonly seen: number },
  ): Promise<void> {
    const shown = new Map<number, Outcome>();
    let { seen } = found;
    for (const { form: key, rows } of spooledRows({ file: this.#job.spool, size: found.size })) {
      const form = sheetForms.find((one) => one.key === key);
      if (form === undefined) continue;
      const outcomes = this.#outcomesOf(form);
      const standing = await standingOf(form, rows, asking);
      for (const row of rows) {
        const stands = standing.get(`${row.person}|${row.job}`) ?? null;
        const outcome = outcomes.of(row, found.duplicates.has(row.at), found.marked.has(row.at), stands);
        if (sample.counted(outcome)) shown.set(row.at, outcome);
      }
      seen += rows.length;
      asking.progress(seen);
    }
    if (shown.size === 0) return;
    for await (const { form, rows } of madeRows(this.#job, null, new DictionaryReader(this.#job.words))) {
      for (const made of rows) this.#show(form, made, shown, sample);
      if (shown.size === 0) return;
    }
  }

  #show(form: SheetForm, { at, row }: MadeRow, shown: Map<number, Outcome>, sample: Sample): void {
    const outcome = shown.get(at);
    if (outcome === undefined) return;
    shown.delete(at);
    sample.show(form, row, outcome);
  }

  #tallyOf(form: SheetForm): RosterTally {
    const known = this.#tallies.get(form);
    if (known !== undefined) return known;
    if (form.roster === undefined) throw new Error(`${form.key} is no roster`);
    const made = form.roster.tally();
    this.#tallies.set(form, made);
    return made;
  }

  #outcomesOf(form: SheetForm): Outcomes {
    const made = this.#outcomes.get(form) ?? new Outcomes(this.#records.get(form.record), form, this.#job);
    this.#outcomes.set(form, made);
    return made;
  }
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

  add(form: SheetForm, row: SheetRow, outcome: Outcome): void {
    if (this.counted(outcome)) this.show(form, row, outcome);
  }

  /** Whether it is one of those that are shown. */
  counted({ state, values }: Outcome): boolean {
    this.tally[state] += 1;
    if (state === "changed") this.tally.cells += Object.keys(values).length;
    return this.tally[state] <= MOST_SHOWN;
  }

  show(form: SheetForm, row: SheetRow, { state, reason, standing, values }: Outcome): void {
    const record: KeptRecord = this.records.get(form.record);
    this.rows.push({
      key: rowKey(row),
      record: row.record,
      sheet: row.sheet,
      lines: row.rows.map((line) => line + 1),
      title: row.title,
      state,
      reason,
      changes: Object.entries(values).map(([field, value]) =>
        cellChange(record, row, field, standing?.values[field] ?? null, value),
      ),
      findings: row.findings,
    });
  }
}

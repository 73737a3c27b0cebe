import {
  BitList,
  columnName,
  DictionaryReader,
  type Finding,
  joinedValues,
  KeyTable,
  type RosterTally,
  type SheetForm,
  type SheetRow,
  SummarySums,
  sheetForms,
  textBits,
} from "@shanhai/model";
import type { Values } from "../command.js";
import { cellChange, rowKey, storable } from "../importing/compare-rows.js";
import type { PlannedSheetRow } from "../importing/sheet-desk.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import { madeRows, noneStanding, type RosterAsking, standingOf } from "./made-rows.js";
import { type Outcome, Outcomes, readyRow, thingOf, Verdicts } from "./ready-row.js";
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
  /** What rows were when they were sent out: they are not missing, whatever was put right in them. */
  readonly #marks = new KeyTable(0);
  readonly #sums = new Map<SheetForm, SummarySums>();

  constructor(records: RecordSet, job: Counting) {
    this.#records = records;
    this.#job = job;
  }

  async count(asking: RosterAsking): Promise<RosterCount> {
    const { compare } = this.#job;
    const habits = new GatheredHabits(this.#job.sheets.map(({ head }) => head));
    const dictionary = new DictionaryReader(this.#job.words);
    const sample = new Sample(this.#records);
    const spool = new SpoolWriter(this.#job.spool);
    const letters: { [sheet: string]: { [field: string]: string } } = {};
    const about = new Set<string>();
    // What a preview says of a row may need the whole file: then nothing is shown before the end.
    const late = this.#job.sheets.some(({ form }) => formOf(form)?.roster?.says !== undefined);
    const duplicates = new BitList();
    const dataRows: { [sheet: string]: number } = {};
    let seen = 0;
    for await (const { form, sheet, rows } of madeRows(this.#job, habits, dictionary)) {
      const tally = this.#tallyOf(form);
      const outcomes = this.#outcomesOf(form);
      const sums = this.#sumsOf(form);
      const record = this.#records.get(form.record);
      const own = letters[sheet] ?? {};
      letters[sheet] = own;
      for (const made of rows) {
        const { at, row, entry } = made;
        noteLetters(own, row);
        sums?.add(row);
        about.add(joinedValues(form.roster?.about ?? [], (field) => row.values[field]?.value));
        const told = row.skip === null && !tally.add(at, entry);
        if (told) duplicates.add(at);
        const ready = readyRow(record, made);
        if (ready.mark !== undefined) this.#marks.take(...textBits(ready.mark), at);
        spool.add(form.key, sheet, ready);
        if (!compare && !late) sample.add(form, row, outcomes.ofNew(ready, told));
      }
      seen += rows.length;
      dataRows[sheet] = (dataRows[sheet] ?? 0) + rows.length;
      asking.progress(seen);
    }
    const size = spool.end();
    const ends = [...this.#tallies.values()].map((tally) => tally.end());
    const verdicts = new Verdicts(duplicates, ends[0]?.marks ?? []);
    if (compare || late) await this.#compare(asking, sample, { size, verdicts, seen });
    return {
      verdict: { duplicates: duplicates.packed, marks: verdicts.marks.map(({ packed }) => packed) },
      counts: ends.flatMap(({ counts }) => counts),
      findings: [...habits.findings(), ...ends.flatMap(({ findings }) => findings)],
      totals: habits.checks,
      sums: new Map([...this.#sums.values()].flatMap(({ bySheet }) => [...bySheet])),
      words: dictionary.words(),
      tally: sample.tally,
      dataRows,
      rows: sample.rows,
      letters,
      about: [...about],
      spooled: size,
    };
  }

  /** Of these stored rows those that the file does not name. */
  unnamed(stored: readonly { readonly id: string; readonly values: Values }[]): string[] {
    return stored.flatMap(({ id, values }) => {
      const named = [...this.#tallies].some(([form, tally]) => {
        const entry = form.roster?.entryOf(values) ?? null;
        return entry === null || tally.names(entry) || this.#marks.has(...textBits(thingOf(entry)));
      });
      return named ? [] : [id];
    });
  }

  async #compare(
    asking: RosterAsking,
    sample: Sample,
    found: { readonly size: number; readonly verdicts: Verdicts; readonly seen: number },
  ): Promise<void> {
    const shown = new Map<number, Shown>();
    const { verdicts } = found;
    let { seen } = found;
    for (const { form: key, rows } of spooledRows({ file: this.#job.spool, size: found.size })) {
      const form = formOf(key);
      if (form === undefined) continue;
      const outcomes = this.#outcomesOf(form);
      const stored = this.#job.compare ? await standingOf(form, rows, asking) : noneStanding;
      for (const row of rows) {
        const duplicate = verdicts.duplicates.has(row.at);
        const verdict = verdicts.numberOf(row.at);
        const outcome = outcomes.of(row, duplicate, verdict, stored(row));
        const after = row.after === null ? null : outcomes.ofAfter(row, duplicate, verdict, stored(row.after));
        const own = sample.counted(outcome) ? outcome : null;
        const following = after !== null && sample.counted(after) ? after : null;
        if (own !== null || following !== null) shown.set(row.at, { verdict, own, following });
      }
      seen += rows.length;
      asking.progress(seen);
    }
    if (shown.size === 0) return;
    for await (const { form, rows } of madeRows(this.#job, null, new DictionaryReader(this.#job.words))) {
      for (const made of rows) {
        const told = shown.get(made.at);
        if (told === undefined) continue;
        shown.delete(made.at);
        const says = form.roster?.says?.(made.row, told.verdict, this.#job.context) ?? [];
        if (told.own !== null) sample.show(form, made.row, told.own, says);
        if (told.following !== null && made.after !== undefined) sample.show(form, made.after.row, told.following);
      }
      if (shown.size === 0) return;
    }
  }

  #tallyOf(form: SheetForm): RosterTally {
    const known = this.#tallies.get(form);
    if (known !== undefined) return known;
    if (form.roster === undefined) throw new Error(`${form.key} is no roster`);
    const made = form.roster.tally(this.#job.context);
    this.#tallies.set(form, made);
    return made;
  }

  /** Null where no summary stands in the file. */
  #sumsOf(form: SheetForm): SummarySums | null {
    if (!this.#job.summaries) return null;
    const made = this.#sums.get(form) ?? new SummarySums(form);
    this.#sums.set(form, made);
    return made;
  }

  #outcomesOf(form: SheetForm): Outcomes {
    const made = this.#outcomes.get(form) ?? new Outcomes(this.#records.get(form.record), form, this.#job);
    this.#outcomes.set(form, made);
    return made;
  }
}

/** A row of the preview, by what the whole file told of it; null is not shown. */
interface Shown {
  readonly verdict: number;
  readonly own: Outcome | null;
  readonly following: Outcome | null;
}

function formOf(key: string): SheetForm | undefined {
  return sheetForms.find((form) => form.key === key);
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

  show(
    form: SheetForm,
    row: SheetRow,
    { state, reason, standing, values }: Outcome,
    says: readonly Finding[] = [],
  ): void {
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
      findings: [...row.findings, ...(row.skip === null ? storable(record, row).findings : []), ...says],
    });
  }
}

import type { DictionaryReader, RosterEntry, SheetForm, SheetRow } from "@shanhai/model";
import { ofUnit } from "../importing/unit-cover.js";
import { personKey } from "../person-key.js";
import { type ReadyRow, workOf } from "./ready-row.js";
import type { RosterReading, StandingPerson } from "./roster-job.js";
import { type GatheredHabits, rosterRows } from "./roster-rows.js";

/** What the reading asks of who has the database. */
export interface RosterAsking {
  /** Stored rows of these persons in the scope and year of the file. */
  standing(persons: readonly string[]): Promise<readonly StandingPerson[]>;
  progress(rows: number): void;
}

/** A row of the file, read. */
export interface MadeRow {
  readonly at: number;
  readonly nth: number;
  readonly row: SheetRow;
  readonly entry: RosterEntry;
}

/** The data rows of the file, made. */
export async function* madeRows(
  reading: RosterReading,
  habits: GatheredHabits | null,
  dictionary: DictionaryReader,
): AsyncGenerator<{ readonly form: SheetForm; readonly sheet: string; readonly rows: readonly MadeRow[] }> {
  const { secret, path, name, sheets, cover } = reading;
  const context = { ...reading.context, dictionary, personKey: (identity: string) => personKey(secret, identity) };
  let [current, nth] = ["", 0];
  for await (const { form, sheet, rows } of rosterRows(path, name, sheets, context.year, habits)) {
    const { roster } = form;
    if (roster === undefined) continue;
    if (sheet !== current) [current, nth] = [sheet, 0];
    const made: MadeRow[] = [];
    for (const { at, read } of rows) {
      nth += 1;
      const { row, entry } = roster.row(sheet, read, context);
      made.push({ at, nth, row: ofUnit(row, cover), entry });
    }
    yield { form, sheet, rows: made };
  }
}

/** The stored rows that rows of the file may be, by person and work. */
export async function standingOf(
  form: SheetForm,
  rows: readonly ReadyRow[],
  asking: RosterAsking,
): Promise<ReadonlyMap<string, StandingPerson>> {
  const persons = [...new Set(rows.map(({ person }) => person))];
  const found = persons.length === 0 ? [] : await asking.standing(persons);
  const known = new Map<string, StandingPerson>();
  for (const stored of found) {
    const entry = form.roster?.entryOf(stored.values) ?? null;
    if (entry !== null && !known.has(workOf(entry))) known.set(workOf(entry), stored);
  }
  return known;
}

import { contextOfSheet, type DictionaryReader, type RosterLine, type SheetForm } from "@shanhai/model";
import { ofUnit } from "../importing/unit-cover.js";
import { personKey } from "../person-key.js";
import { type ReadyRow, thingOf } from "./ready-row.js";
import type { RosterReading, StoredMatch } from "./roster-job.js";
import { type RosterHabits, rosterRows } from "./roster-rows.js";

/** What the reading asks of who has the database. */
export interface RosterAsking {
  /** Stored rows of these subjects (persons, invoices) in the scope and year of the file. */
  standing(subjects: readonly string[]): Promise<readonly StoredMatch[]>;
  progress(rows: number): void;
  /** Rows of the next transaction, as who writes them wants it now. */
  readonly batchRows: number;
}

/** A row of the file, read. */
export interface MadeRow extends RosterLine {
  readonly at: number;
  readonly nth: number;
}

/** The data rows of the file, made. */
export async function* madeRows(
  reading: RosterReading,
  habits: RosterHabits | null,
  dictionary: DictionaryReader,
): AsyncGenerator<{ readonly form: SheetForm; readonly sheet: string; readonly rows: readonly MadeRow[] }> {
  const { secret, path, name, sheets, cover } = reading;
  const context = { ...reading.context, dictionary, personKey: (identity: string) => personKey(secret, identity) };
  let [current, nth] = ["", 0];
  for await (const { form, sheet, year, rows } of rosterRows(path, name, sheets, context.year, habits)) {
    const { roster } = form;
    if (roster === undefined) continue;
    const own = contextOfSheet(context, { year });
    if (sheet !== current) [current, nth] = [sheet, 0];
    const made: MadeRow[] = [];
    for (const { at, read } of rows) {
      nth += 1;
      const { row, entry, after } = roster.row(sheet, read, own);
      const line = { at, nth, row: ofUnit(row, cover), entry };
      made.push(after === undefined ? line : { ...line, after });
    }
    yield { form, sheet, rows: made };
  }
}

/** The stored row that a row of the file is: by subject and part, else by what it was when it was sent out. */
export type StandingRow = (row: ReadyRow) => StoredMatch | null;

/** Where no row stands. */
export const noneStanding: StandingRow = () => null;

/** Looks up what rows of the file may be. */
export async function standingOf(
  form: SheetForm,
  rows: readonly ReadyRow[],
  asking: RosterAsking,
): Promise<StandingRow> {
  const subjects = [
    ...new Set(
      rows.flatMap(({ subject, mark, after }) => [
        subject,
        ...(mark === undefined ? [] : [mark.slice(0, mark.indexOf("|"))]),
        ...(after === null ? [] : [after.subject]),
      ]),
    ),
  ];
  const found = subjects.length === 0 ? [] : await asking.standing(subjects);
  const known = new Map<string, StoredMatch>();
  for (const stored of found) {
    const entry = form.roster?.entryOf(stored.values) ?? null;
    if (entry !== null && !known.has(thingOf(entry))) known.set(thingOf(entry), stored);
  }
  return (row) => known.get(thingOf(row)) ?? (row.mark === undefined ? null : (known.get(row.mark) ?? null));
}

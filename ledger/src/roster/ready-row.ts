import {
  type BitList,
  placeName,
  type RosterEntry,
  type RosterForm,
  type RosterLine,
  type SheetForm,
  type SheetRow,
} from "@shanhai/model";
import type { Values } from "../command.js";
import { differingValues, rowKey, storable } from "../importing/compare-rows.js";
import type { PlannedSheetRow } from "../importing/sheet-desk.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Cells, RosterReading, StoredMatch } from "./roster-job.js";
import { SHEET_ROWS } from "./roster-rows.js";

/** A data row as the ledger would keep it; what only the whole file tells of it is not in it. */
export interface ReadyRow extends RosterEntry {
  /** Its number in the file, growing. */
  readonly at: number;
  /** Which data row of its sheet it is, from 1: what a run counts by. */
  readonly nth: number;
  readonly title: string;
  readonly skip: SheetRow["skip"];
  /** Normalised; without those that the record cannot hold. */
  readonly values: Values;
  /** The cell of each field and what it prints, where the run's columns do not say it: of a row that follows from another. */
  readonly cells: Cells | null;
  /** The row that follows from this one where the tally gives it 0. */
  readonly after: ReadyRow | null;
}

export function readyRow(
  record: KeptRecord,
  { at, nth, row, entry, after }: RosterLine & Pick<ReadyRow, "at" | "nth">,
): ReadyRow {
  const { subject, part, mark } = entry;
  const { title, skip } = row;
  const values = skip === null ? storable(record, row).values : {};
  const following =
    after === undefined ? null : { ...readyRow(record, { at, nth, ...after }), cells: cellsOf(after.row) };
  const ready = { at, nth, subject, part, title, skip, values, cells: null, after: following };
  return mark === undefined ? ready : { ...ready, mark };
}

function cellsOf({ values }: SheetRow): Cells {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, { place, printed }]) =>
      place === null ? [] : [[field, [placeName(place), printed ?? ""]]],
    ),
  );
}

/** The line of the sheet, from 1 as it is printed. */
export function lineOf({ at }: Pick<ReadyRow, "at">): number {
  return (at % SHEET_ROWS) + 1;
}

/** As `rowKey` gives it for the row of the sheet: what a person names who leaves a row out. */
export function readyKey(record: KeptRecord, sheet: string, row: ReadyRow): string {
  const { title, skip, part } = row;
  const base = { record: record.definition.name, keys: [part], values: {}, findings: [], needs: [] };
  return rowKey({ ...base, sheet, rows: [lineOf(row) - 1], title, skip });
}

/** Subject and part: the same of a row of the file and of a stored one. */
export function thingOf({ subject, part }: RosterEntry): string {
  return `${subject}|${part}`;
}

/** What becomes of a row. */
export interface Outcome {
  readonly state: PlannedSheetRow["state"];
  readonly reason: PlannedSheetRow["reason"];
  readonly standing: StoredMatch | null;
  /** All values of a new row, the differing ones of a changed one. */
  readonly values: Values;
}

/** What becomes of rows of one form, by what the whole file tells of them. */
export class Outcomes {
  readonly #record: KeptRecord;
  readonly #required: KeptRecord["definition"]["fields"];
  readonly #roster: RosterForm;
  readonly #reading: Pick<RosterReading, "cover" | "context">;

  constructor(record: KeptRecord, form: SheetForm, reading: Pick<RosterReading, "cover" | "context">) {
    if (form.roster === undefined) throw new Error(`${form.key} is not read row by row`);
    this.#record = record;
    this.#required = record.definition.fields.filter(({ required }) => required === true);
    this.#roster = form.roster;
    this.#reading = reading;
  }

  /** Judged by nothing but itself: what stands and what counts is not known. */
  ofNew(row: ReadyRow, duplicate: boolean): Outcome {
    return this.#outcome(row, row.values, duplicate, null);
  }

  /** By the number that the tally gave it; a unit's part of a roll is judged as to new rows only. */
  of(row: ReadyRow, duplicate: boolean, verdict: number, standing: StoredMatch | null): Outcome {
    const { cover, context } = this.#reading;
    const silent = cover !== null && standing !== null;
    const values = silent ? row.values : { ...row.values, ...this.#roster.told(row.values, verdict, context) };
    return this.#outcome(row, values, duplicate, standing);
  }

  /** Of the row that follows from it; null where none does. */
  ofAfter(row: ReadyRow, duplicate: boolean, verdict: number, standing: StoredMatch | null): Outcome | null {
    const { after } = row;
    return after === null || duplicate || verdict !== 0 ? null : this.#outcome(after, after.values, false, standing);
  }

  #outcome(row: ReadyRow, values: Values, duplicate: boolean, standing: StoredMatch | null): Outcome {
    if (row.skip !== null) return { state: "skipped", reason: row.skip, standing, values: {} };
    const { twice } = this.#roster;
    if (duplicate) return { state: "skipped", reason: { zh: twice.zh, en: twice.en }, standing, values: {} };
    if (standing === null) {
      const missing = this.#required.find(({ key }) => values[key] === undefined);
      if (missing === undefined) return { state: "added", reason: null, standing, values };
      const reason = { zh: `缺“${missing.zh}”`, en: `${missing.en} is missing` };
      return { state: "skipped", reason, standing, values };
    }
    const differing = differingValues(this.#record, values, standing.values);
    const state = differing.length === 0 ? "same" : "changed";
    return { state, reason: null, standing, values: Object.fromEntries(differing) };
  }
}

/** What the whole file tells of its rows, by their numbers. */
export class Verdicts {
  constructor(
    readonly duplicates: BitList,
    readonly marks: readonly BitList[],
  ) {}

  /** The bits of the row's number, the lowest first. */
  numberOf(at: number): number {
    let number = 0;
    for (const [bit, list] of this.marks.entries()) if (list.has(at)) number |= 1 << bit;
    return number;
  }
}

import type { RosterEntry, SheetForm, SheetRow } from "@shanhai/model";
import type { Values } from "../command.js";
import { differingValues, rowKey, storable } from "../importing/compare-rows.js";
import type { PlannedSheetRow } from "../importing/sheet-desk.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { RosterReading, StandingPerson } from "./roster-job.js";
import { SHEET_ROWS } from "./roster-rows.js";

/** A data row as the ledger would keep it; what only the whole file tells of it is not in it. */
export interface ReadyRow {
  /** Its number in the file, growing. */
  readonly at: number;
  /** Which data row of its sheet it is, from 1: what a run counts by. */
  readonly nth: number;
  readonly person: string;
  readonly job: string;
  readonly title: string;
  readonly skip: SheetRow["skip"];
  /** Normalised; without those that the record cannot hold. */
  readonly values: Values;
}

export function readyRow(
  record: KeptRecord,
  {
    at,
    nth,
    row,
    entry,
  }: { readonly at: number; readonly nth: number; readonly row: SheetRow; readonly entry: RosterEntry },
): ReadyRow {
  const { person, job } = entry;
  const { title, skip } = row;
  return { at, nth, person, job, title, skip, values: skip === null ? storable(record, row).values : {} };
}

/** The line of the sheet, from 1 as it is printed. */
export function lineOf({ at }: ReadyRow): number {
  return (at % SHEET_ROWS) + 1;
}

/** As `rowKey` gives it for the row of the sheet: what a person names who leaves a row out. */
export function readyKey(record: KeptRecord, sheet: string, row: ReadyRow): string {
  const { title, skip } = row;
  const base = { record: record.definition.name, keys: [], values: {}, findings: [], needs: [] };
  return rowKey({ ...base, sheet, rows: [lineOf(row) - 1], title, skip });
}

/** Person and work: the same of a row of the file and of a stored one. */
export function workOf({ person, job }: Pick<ReadyRow, "person" | "job">): string {
  return `${person}|${job}`;
}

/** What becomes of a row. */
export interface Outcome {
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

/** What becomes of rows of one form, by what the whole file tells of them. */
export class Outcomes {
  readonly #record: KeptRecord;
  readonly #unit: boolean;
  readonly #marks: readonly [Values, Values];

  constructor(record: KeptRecord, form: SheetForm, { cover }: Pick<RosterReading, "cover">) {
    this.#record = record;
    this.#unit = cover !== null;
    const mark = (counts: boolean) => {
      const bare = { record: record.definition.name, sheet: "", rows: [], title: "", keys: [], values: {} };
      const row: SheetRow = { ...bare, findings: [], skip: null, needs: [] };
      return storable(record, form.roster?.marked(row, counts) ?? row).values;
    };
    this.#marks = [mark(false), mark(true)];
  }

  /** Judged by nothing but itself: what stands and what counts is not known. */
  ofNew(row: ReadyRow, duplicate: boolean): Outcome {
    return this.#outcome(row, row.values, duplicate, null);
  }

  /** `counts`: the row that counts for its person; a unit's part of the roster judges that of new rows only. */
  of(row: ReadyRow, duplicate: boolean, counts: boolean, standing: StandingPerson | null): Outcome {
    const silent = this.#unit && standing !== null;
    const values = silent ? row.values : { ...row.values, ...this.#marks[counts ? 1 : 0] };
    return this.#outcome(row, values, duplicate, standing);
  }

  #outcome(row: ReadyRow, values: Values, duplicate: boolean, standing: StandingPerson | null): Outcome {
    if (row.skip !== null) return { state: "skipped", reason: row.skip, standing, values: {} };
    if (duplicate) return { state: "skipped", reason: DUPLICATE, standing, values: {} };
    if (standing === null) {
      const missing = this.#record.definition.fields.find(
        ({ key, required }) => required === true && values[key] === undefined,
      );
      if (missing === undefined) return { state: "added", reason: null, standing, values };
      const reason = { zh: `缺“${missing.zh}”`, en: `${missing.en} is missing` };
      return { state: "skipped", reason, standing, values };
    }
    const differing = differingValues(this.#record, values, standing.values);
    const state = differing.length === 0 ? "same" : "changed";
    return { state, reason: null, standing, values: Object.fromEntries(differing) };
  }
}

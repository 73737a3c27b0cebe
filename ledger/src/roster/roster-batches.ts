import { randomBytes } from "node:crypto";
import { BitList, sheetForms, timeOrderedId } from "@shanhai/model";
import { fitsLimit } from "../account/visibility.js";
import type { Values } from "../command.js";
import { LedgerError } from "../error-codes.js";
import { LineMaker } from "../schema/copy-line.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import { type RosterAsking, standingOf } from "./made-rows.js";
import { lineOf, type Outcome, Outcomes, type ReadyRow, readyKey, workOf } from "./ready-row.js";
import type { RosterBatch, RosterJob, StandingPerson } from "./roster-job.js";
import { spooledRows } from "./row-spool.js";

/** Rows of one transaction, as of any import. */
const BATCH = 500;

type Writing = Extract<RosterJob, { work: "write" }>;

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
  for (const { form: key, sheet, rows: all } of spooledRows(job.spool)) {
    const run = job.runs.find((one) => one.sheet === sheet);
    const form = sheetForms.find((one) => one.key === key);
    if (run === undefined || form === undefined) continue;
    if (batch !== null && batch.sheet !== sheet) {
      if (!batch.empty) yield batch.end();
      batch = null;
    }
    const rows = all.filter(({ nth }) => nth > run.after);
    const record = records.get(form.record);
    batch ??= new BatchMaker(record, new Outcomes(record, form, job), job, run);
    const standing = job.compare ? await standingOf(form, rows, asking) : new Map<string, StandingPerson>();
    for (const row of rows) {
      if (skip.size === 0 || !skip.has(readyKey(record, sheet, row)))
        batch.add(row, duplicates.has(row.at), marked.has(row.at), standing.get(workOf(row)) ?? null);
      if (batch.full) yield batch.end();
    }
  }
  if (batch !== null && !batch.empty) yield batch.end();
}

/** Gathers the rows of one transaction. */
class BatchMaker {
  readonly record: KeptRecord;
  readonly sheet: string;
  readonly #outcomes: Outcomes;
  readonly #job: Writing;
  readonly #run: string;
  readonly #maker: LineMaker;
  #rows: Values[] = [];
  #changes: RosterBatch["changes"][number][] = [];
  #position = 0;

  constructor(record: KeptRecord, outcomes: Outcomes, job: Writing, run: Writing["runs"][number]) {
    this.record = record;
    this.#outcomes = outcomes;
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

  add(row: ReadyRow, duplicate: boolean, counts: boolean, standing: StandingPerson | null): void {
    const { state, values }: Outcome = this.#outcomes.of(row, duplicate, counts, standing);
    this.#position = row.nth;
    const place = { run: this.#run, sheet_row: String(lineOf(row)) };
    if (state === "added") {
      this.#refuse(values);
      this.#rows.push({ ...values, ...place });
    } else if (state === "changed" && standing !== null) {
      this.#refuse({ ...standing.values, ...values });
      this.#changes.push({ id: standing.id, version: standing.version, values: { ...values, ...place } });
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

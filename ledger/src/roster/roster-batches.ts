import { randomBytes } from "node:crypto";
import { BitList, sheetForms, timeOrderedId } from "@shanhai/model";
import { fitsLimit } from "../account/visibility.js";
import type { Values } from "../command.js";
import { LedgerError } from "../error-codes.js";
import { LineMaker } from "../schema/copy-line.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import { noneStanding, type RosterAsking, standingOf } from "./made-rows.js";
import { MetSubjects } from "./met-subjects.js";
import { lineOf, type Outcome, Outcomes, type ReadyRow, readyKey, Verdicts } from "./ready-row.js";
import type { BatchRow, PackedVerdict, RosterBatch, RosterJob } from "./roster-job.js";
import { spooledRows } from "./row-spool.js";

/** Rows of one transaction that changes rows or has sources of its own, as of any import; others hold what is asked for. */
const COMMAND_ROWS = 500;
/** Sources of one transaction, below what a command may hold: a row's own are added whole. */
const MOST_SOURCES = 4000;

type Writing = Extract<RosterJob, { work: "write" }>;

/** The rows of an accepted import as batches that are ready to be written, from where each run stands. */
export async function* rosterBatches(
  records: RecordSet,
  job: Writing,
  asking: RosterAsking,
): AsyncGenerator<RosterBatch> {
  const verdicts = unpackedVerdicts(job.verdict);
  const skip = new Set(job.skip);
  const met = job.again ? new MetSubjects() : null;
  let batch: BatchMaker | null = null;
  for (const { form: key, sheet, rows: all } of spooledRows(job.spool)) {
    const run = job.runs.find((one) => one.sheet === sheet);
    const form = sheetForms.find((one) => one.key === key);
    if (batch !== null && batch.sheet !== sheet) {
      if (!batch.empty) yield batch.end();
      batch = null;
    }
    const rows = all.filter(({ nth }) => run !== undefined && nth > run.after);
    // What was written before this import was cut short.
    if (met !== null && rows.length < all.length) {
      for (const { nth, subject } of all) if (run === undefined || nth <= run.after) met.add(subject);
      met.end();
    }
    if (run === undefined || form === undefined) continue;
    const record = records.get(form.record);
    const outcomes = new Outcomes(record, form, job);
    batch ??= new BatchMaker(record, job, run, { asking, met });
    const stored = job.compare ? await standingOf(form, rows, asking) : noneStanding;
    for (const row of rows) {
      const duplicate = verdicts.duplicates.has(row.at);
      const verdict = verdicts.numberOf(row.at);
      const { after } = row;
      const outcome = outcomes.of(row, duplicate, verdict, stored(row));
      const following = after === null ? null : outcomes.ofAfter(row, duplicate, verdict, stored(after));
      if (!batch.takes(outcome, following)) yield batch.end();
      batch.read(row);
      if (skip.size === 0 || !skip.has(readyKey(record, sheet, row))) batch.add(row, outcome);
      if (after !== null && following !== null && !skip.has(readyKey(record, sheet, after)))
        batch.add(after, following);
      if (batch.full) yield batch.end();
    }
  }
  if (batch !== null && !batch.empty) yield batch.end();
}

function unpackedVerdicts({ duplicates, marks }: PackedVerdict): Verdicts {
  const unpacked = ({ pages, size }: PackedVerdict["duplicates"]) => new BitList(pages, size);
  return new Verdicts(unpacked(duplicates), marks.map(unpacked));
}

/** Gathers the rows of one transaction. */
class BatchMaker {
  readonly record: KeptRecord;
  readonly sheet: string;
  readonly #job: Writing;
  readonly #run: string;
  readonly #maker: LineMaker;
  #rows: Omit<BatchRow, "id">[] = [];
  #changes: RosterBatch["changes"][number][] = [];
  #position = 0;
  #sources = 0;
  /** Nothing but new rows without cells of their own: lines of COPY. */
  #plain = true;
  readonly #asking: Pick<RosterAsking, "batchRows">;
  readonly #met: MetSubjects | null;

  constructor(
    record: KeptRecord,
    job: Writing,
    run: Writing["runs"][number],
    { asking, met }: { readonly asking: Pick<RosterAsking, "batchRows">; readonly met: MetSubjects | null },
  ) {
    this.#asking = asking;
    this.#met = met;
    this.record = record;
    this.sheet = run.sheet;
    this.#job = job;
    this.#run = run.id;
    this.#maker = new LineMaker(record);
  }

  get full(): boolean {
    return this.#room(this.#plain) <= 0 || this.#sources >= MOST_SOURCES;
  }

  /** Whether a row with these outcomes, its own and that of the row which follows from it, still has room. */
  takes({ state }: Outcome, following: Outcome | null): boolean {
    const plain = this.#plain && state !== "changed" && following === null;
    return this.empty || this.#room(plain) >= (following === null ? 1 : 2);
  }

  #room(plain: boolean): number {
    const { batchRows } = this.#asking;
    return (plain ? batchRows : Math.min(COMMAND_ROWS, batchRows)) - this.#rows.length - this.#changes.length;
  }

  /** Rows that need nothing move the run on with those that do; at the end nobody waits for them. */
  get empty(): boolean {
    return this.#rows.length + this.#changes.length === 0;
  }

  /** The run has come to this row, whatever it needs. */
  read({ nth }: ReadyRow): void {
    this.#position = nth;
  }

  add(row: ReadyRow, { state, values, standing }: Outcome): void {
    const { cells } = row;
    if (cells !== null) this.#sources += Object.keys(cells).length;
    if (cells !== null || state === "changed") this.#plain = false;
    const place = cells === null ? { run: this.#run, sheet_row: String(lineOf(row)) } : {};
    if (state === "added") {
      this.#met?.add(row.subject);
      this.#refuse(values);
      this.#rows.push({ values: { ...values, ...place }, cells });
    } else if (state === "changed" && standing !== null) {
      const { id, version } = standing;
      this.#refuse({ ...standing.values, ...values });
      this.#changes.push({ id, version, values: { ...values, ...place }, cells });
      this.#sources += Object.keys(values).length;
    }
  }

  end(): RosterBatch {
    const { scope } = this.#job;
    const name = this.record.definition.name;
    const now = Date.now();
    const random = randomBytes(16 * this.#rows.length);
    // In the order of the link: by id.
    const ids = this.#rows.map((_, at) => timeOrderedId(now, random.subarray(at * 16, at * 16 + 16))).sort();
    const made = this.#rows.map((row, at) => ({ ...row, id: ids[at] ?? "" }));
    const again = this.#met?.end() ?? null;
    const batch = { sheet: this.sheet, position: this.#position, changes: this.#changes, again };
    const prepared: RosterBatch =
      this.#changes.length > 0 || made.some(({ cells }) => cells !== null)
        ? { ...batch, made, lines: null, link: "" }
        : { ...batch, made: [], ...this.#lines(scope, name, made) };
    this.#rows = [];
    this.#changes = [];
    this.#sources = 0;
    this.#plain = true;
    return prepared;
  }

  #lines(scope: string, name: string, made: readonly BatchRow[]) {
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

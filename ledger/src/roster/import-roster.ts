import { commandId } from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change, Receipt } from "../command.js";
import { countsSubjects } from "../counting/keep-rollups.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { beginImport, runId } from "../importing/begin-import.js";
import { planHash } from "../importing/compare-rows.js";
import type { AcceptedImport, ImportWatch } from "../importing/import-sheet.js";
import { progressOf, type StoredImport, type StoredRun } from "../importing/import-state.js";
import { layoutChanges } from "../importing/layout-memory.js";
import type { OpenBook } from "../importing/open-book.js";
import type { ImportOptions, ImportPlan, ImportProgress } from "../importing/sheet-desk.js";
import { isUuid } from "../schema/record-columns.js";
import { renewStatistics } from "../schema/renew-statistics.js";
import { fillRowWords } from "../searching/row-words.js";
import { batchSources } from "./batch-sources.js";
import { planRoster, type RosterPlan, type SettledRoster } from "./plan-roster.js";
import type { RosterBatch, RosterCount } from "./roster-job.js";
import { RosterThread } from "./roster-thread.js";
import type { RowSpool } from "./row-spool.js";
import { anyStanding, lastLink, lastWritten, standingMatches } from "./standing-rows.js";

/** Rows after which the database is told how they are spread; then after eight times as many, and at the end. */
const RENEW_AT = 10_000;

/**
 * Rows of one transaction, each of which asks some dozen things of the database whatever its rows: as many as hold the embedded
 * engine some 30 ms, and a part of them while others come there one after another.
 */
const BATCH_ROWS = 1250;
const CROWDED_ROWS = 250;

/** How long the rows of a preview that nobody accepts are kept; later they are read again. */
const PREVIEW_KEPT_MS = 3_600_000;

/** A preview that was counted a moment ago, for the import that accepts it. */
interface CountedPlan {
  readonly key: string;
  readonly plan: RosterPlan;
  readonly last: readonly string[];
}

/** A preview with everything that an import needs. */
interface WholePlan {
  readonly settled: SettledRoster;
  readonly found: RosterCount;
  readonly spool: RowSpool;
}

/** 表格导入 of rosters of hundreds of thousands of rows: previewed, written and gone on with, never in memory. */
export class RosterImports {
  private counted: CountedPlan | null = null;
  private forgetting: NodeJS.Timeout | null = null;

  constructor(private readonly desk: Desk) {}

  async plan(actor: Actor, opened: OpenBook, options: ImportOptions): Promise<RosterPlan> {
    const plan = await planRoster(this.desk, actor, opened, options);
    await this.keep(plan, keyOf(actor, opened, options));
    return plan;
  }

  /** Writes an accepted plan. The same import id again goes on where it stopped. */
  async import(
    actor: Actor,
    opened: OpenBook,
    accepted: AcceptedImport,
    watch: ImportWatch = {},
  ): Promise<ImportProgress> {
    requireRight(actor, "materials");
    if (!isUuid(accepted.id)) throw new LedgerError("COMMAND_MALFORMED", { part: "id" });
    const counted = await this.accepted(actor, opened, accepted.options);
    let whole: WholePlan;
    try {
      whole = wholePlan(counted);
      refuseOther(counted.plan, accepted);
    } catch (error) {
      // Accepted with other choices it is still good.
      await this.keep(counted, keyOf(actor, opened, accepted.options));
      throw error;
    }
    try {
      await this.carryOut(actor, opened, counted.plan, whole, accepted, watch);
    } finally {
      whole.spool.close();
    }
    return progressOf(this.desk, actor, accepted.id);
  }

  /** Goes on with what was cut short: what the whole file tells is counted anew, rows before the run's position are passed over. */
  async resume(actor: Actor, opened: OpenBook, kept: StoredImport, watch: ImportWatch): Promise<ImportProgress> {
    requireRight(actor, "materials");
    const plan = await planRoster(this.desk, actor, opened, kept.options);
    try {
      await this.write(actor, opened, wholePlan(plan), kept.runs, kept.choices.skip ?? [], watch);
    } finally {
      plan.spool?.close();
    }
    return progressOf(this.desk, actor, kept.id);
  }

  /** Lets go of what was previewed and not accepted. */
  close(): void {
    if (this.forgetting !== null) clearTimeout(this.forgetting);
    this.forgetting = null;
    this.counted?.plan.spool?.close();
    this.counted = null;
  }

  /** The preview that was shown, where nothing was written since; else a new one. Whoever gets it closes its spool. */
  private async accepted(actor: Actor, opened: OpenBook, options: ImportOptions): Promise<RosterPlan> {
    const before = this.counted;
    const settled = before?.plan.settled ?? null;
    if (before !== null && before.key === keyOf(actor, opened, options) && settled !== null) {
      this.counted = null;
      const last = await lastWritten(this.desk, settled.form, settled.reading);
      if (planHash([last]) === planHash([before.last])) return before.plan;
      before.plan.spool?.close();
    }
    return planRoster(this.desk, actor, opened, options);
  }

  /** Keeps the last preview for the import that accepts it. */
  private async keep(plan: RosterPlan, key: string): Promise<void> {
    this.close();
    const { settled, spool } = plan;
    if (settled === null || spool === null) return;
    const last = await lastWritten(this.desk, settled.form, settled.reading);
    this.close();
    this.counted = { key, plan, last };
    this.forgetting = setTimeout(() => this.close(), PREVIEW_KEPT_MS);
    this.forgetting.unref();
  }

  private async carryOut(
    actor: Actor,
    opened: OpenBook,
    plan: ImportPlan,
    whole: WholePlan,
    accepted: AcceptedImport,
    watch: ImportWatch,
  ): Promise<void> {
    const { settled, found } = whole;
    const { scope, sheets } = settled.reading;
    const runs = await beginImport(this.desk, actor, {
      id: accepted.id,
      opened,
      scope,
      options: { ...accepted.options, scope, ...(plan.year === null ? {} : { year: plan.year }) },
      choices: accepted.choices,
      runs: sheets.map(({ head: { name } }) => ({
        scope_id: scope,
        id: runId(accepted.id, scope, name),
        sheet: name,
        total: found.dataRows[name] ?? 0,
        columns: found.letters[name] ?? {},
      })),
      layouts: layoutChanges({ ...settled, plan }, accepted.options),
      hash: accepted.hash,
      records: [settled.form.record],
      // Which of a million rows change is told by the preview only.
      touches: [],
    });
    const removed = plan.missing.filter(({ key }) => accepted.choices.missing?.[key] === "remove");
    await this.remove(
      actor,
      settled,
      accepted.id,
      removed.map(({ id }) => id),
    );
    await this.write(actor, opened, whole, runs, accepted.choices.skip ?? [], watch);
  }

  /** Missing rows that are taken out (出库), by their versions of now. */
  private async remove(actor: Actor, settled: SettledRoster, importId: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { record } = settled.form;
    const { table } = this.desk.records.get(record);
    const { scope } = settled.reading;
    const { rows } = await this.desk.database.query<{ id: string; seq: bigint }>(
      `select id, seq from ${table} where scope_id = $1 and id = any($2::uuid[])`,
      [scope, ids],
    );
    if (rows.length === 0) return;
    await this.desk.write(actor, {
      command_id: commandId("sheet-missing", importId),
      reason: "本次缺失，出库",
      changes: rows.map(({ id, seq }): Change => ({ op: "remove", record, scope_id: scope, id, version: String(seq) })),
    });
  }

  /** Batch after batch as the thread hands them over, each one command with its run's position. */
  private async write(
    actor: Actor,
    { id: document }: OpenBook,
    { settled, found, spool }: WholePlan,
    runs: readonly StoredRun[],
    skip: readonly string[],
    { progress, signal }: ImportWatch,
  ): Promise<void> {
    const { desk } = this;
    const { form, reading } = settled;
    const { rows: stored } = await desk.database.query<{ id: string; position: bigint; state: string }>(
      "select id, position, state from run where scope_id = $1 and id = any($2::uuid[])",
      [reading.scope, runs.map(({ id }) => id)],
    );
    const positions = new Map(stored.map(({ id, position }) => [id, Number(position)]));
    const open = runs.filter(({ id }) => stored.some((one) => one.id === id && one.state === "running"));
    const total = runs.reduce((sum, run) => sum + run.total, 0);
    const own = runs.map(({ id }) => id);
    let queue = Promise.resolve();
    let written = 0;
    let renewAt = RENEW_AT;
    let logged = Promise.resolve();
    let batchRows = BATCH_ROWS;
    // Asked before it is looked whether rows stand: whoever writes between the two makes the numbers differ.
    let follows: bigint | null = await lastLink(desk, reading.scope);
    const compare = await anyStanding(desk, form, reading, own);
    const again = !compare && countsSubjects(form.record);
    /** The chain goes on with what this import wrote, as long as nobody else writes in the scope. */
    const followed = ({ links }: Receipt) => {
      const next = follows === null ? null : follows + 1n;
      follows = links.some(({ scope_id, seq }) => scope_id === reading.scope && BigInt(seq) === next) ? next : null;
    };
    const writeOne = async (batch: RosterBatch) => {
      const run = open.find(({ sheet }) => sheet === batch.sheet);
      if (run === undefined) throw new Error(`no run for ${batch.sheet}`);
      if (signal?.aborted === true) throw new LedgerError("RUN_STOPPED");
      const from = positions.get(run.id) ?? 0;
      const { position } = batch;
      const state = position >= run.total ? ("done" as const) : ("running" as const);
      const base = {
        reason: `导入表格“${run.sheet}”`,
        source: `run:${run.id}`,
        run: { scope_id: run.scope_id, id: run.id, from, position, state },
      };
      const command_id = commandId("roster-rows", run.id, String(from), String(position));
      if (batch.changes.length === 0 && batch.lines !== null) {
        const written = await desk.writeBatch(actor, {
          ...base,
          command_id,
          record: form.record,
          scope_id: run.scope_id,
          lines: batch.lines,
          link: batch.link,
          again: follows === null || batch.again === null ? null : { subjects: batch.again, follows },
        });
        followed(written.receipt);
        logged = Promise.all([logged, written.logged]).then(() => undefined);
        batchRows = written.crowded ? CROWDED_ROWS : BATCH_ROWS;
      } else {
        const of = { record: form.record, scope_id: run.scope_id };
        const receipt = await desk.write(actor, {
          ...base,
          command_id,
          changes: [
            ...batch.made.map(({ id, values }): Change => ({ op: "create", ...of, id, values })),
            ...batch.changes.map(({ id, version, values }): Change => ({ op: "change", ...of, id, version, values })),
          ],
          sources: batchSources(desk.records.get(form.record), batch, {
            ...{ scope: run.scope_id, document },
            letters: found.letters[run.sheet] ?? {},
          }),
        });
        followed(receipt);
      }
      positions.set(run.id, position);
      written += position - from;
      if (written >= renewAt) {
        renewAt *= 8;
        await renewStatistics(desk.database, desk.records, [form.record], { patient: true });
      }
      progress?.(
        [...positions.values()].reduce((sum, at) => sum + at, 0),
        total,
      );
    };
    const thread = new RosterThread(
      {
        ...reading,
        work: "write",
        compare,
        again,
        verdict: found.verdict,
        spool: { file: spool.file, size: spool.size },
        runs: open.map(({ sheet, id }) => ({ sheet, id, after: positions.get(id) ?? 0 })),
        skip,
      },
      {
        standing: (subjects) => standingMatches(desk, form, reading, subjects),
        batch: (batch) => {
          queue = queue.then(() => writeOne(batch));
          return queue.then(() => batchRows);
        },
      },
    );
    try {
      await thread.written();
      if (written >= RENEW_AT) await renewStatistics(desk.database, desk.records, [form.record], { patient: true });
      // Whoever searches after a long roll finds its words kept already.
      while (await fillRowWords(desk.database, desk.records, { patient: true }));
      // Sheets whose last rows needed nothing.
      for (const { scope_id, id, total: of } of open)
        await desk.database.query(
          `update run set state = 'done', position = $3, ended_at = clock_timestamp()
            where scope_id = $1 and id = $2 and state = 'running'`,
          [scope_id, id, of],
        );
    } catch (error) {
      // Cancelled between two batches: what is written stays until it is undone.
      if (!(error instanceof LedgerError) || error.code !== "RUN_STOPPED") throw error;
    } finally {
      await thread.end();
      await logged;
    }
  }
}

/** SHEET_SCOPE_NEEDED until it is known whose the roster is. */
function wholePlan({ settled, found, spool }: RosterPlan): WholePlan {
  if (settled === null || found === null || spool === null) throw new LedgerError("SHEET_SCOPE_NEEDED");
  return { settled, found, spool };
}

/** What was accepted must be what was shown, and say what becomes of what is missing. */
function refuseOther(plan: ImportPlan, { hash, choices }: AcceptedImport): void {
  if (plan.year_assumed) throw new LedgerError("SHEET_YEAR_NEEDED");
  if (plan.hash !== hash) throw new LedgerError("SHEET_PLAN_STALE");
  const open = plan.missing.filter((row) => !row.choices.some((one) => one === choices.missing?.[row.key]));
  if (open.length > 0) throw new LedgerError("SHEET_MISSING_UNDECIDED", { count: open.length });
}

function keyOf(actor: Actor, { id }: OpenBook, options: ImportOptions): string {
  return JSON.stringify([actor.account_id, id, options]);
}

import { commandId, NIL_SCOPE } from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { planHash } from "../importing/compare-rows.js";
import type { AcceptedImport, ImportWatch } from "../importing/import-sheet.js";
import { progressOf, type StoredImport, type StoredRun } from "../importing/import-state.js";
import { layoutChanges } from "../importing/layout-memory.js";
import type { OpenBook } from "../importing/open-book.js";
import { renewStatistics } from "../importing/renew-statistics.js";
import type { ImportOptions, ImportPlan, ImportProgress } from "../importing/sheet-desk.js";
import { isUuid } from "../schema/record-columns.js";
import { fillRowWords } from "../searching/row-words.js";
import { planRoster, type RosterPlan, type SettledRoster } from "./plan-roster.js";
import type { RosterBatch, RosterCount } from "./roster-job.js";
import { RosterThread } from "./roster-thread.js";
import { anyStanding, lastWritten, standingPersons } from "./standing-persons.js";

/** Rows after which the database is told how they are spread; then after eight times as many, and at the end. */
const RENEW_AT = 10_000;

/** A preview that was counted a moment ago, for the import that accepts it. */
interface CountedPlan {
  readonly key: string;
  readonly plan: RosterPlan;
  readonly last: readonly string[];
}

/** 表格导入 of rosters of hundreds of thousands of rows: previewed, written and gone on with, never in memory. */
export class RosterImports {
  private counted: CountedPlan | null = null;

  constructor(private readonly desk: Desk) {}

  async plan(actor: Actor, opened: OpenBook, options: ImportOptions): Promise<RosterPlan> {
    const plan = await planRoster(this.desk, actor, opened, options);
    const { settled } = plan;
    this.counted =
      settled === null
        ? null
        : {
            key: keyOf(actor, opened, options),
            plan,
            last: await lastWritten(this.desk, settled.form, settled.reading),
          };
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
    const { plan, settled, found } = await this.accepted(actor, opened, accepted.options);
    if (settled === null || found === null) throw new LedgerError("SHEET_SCOPE_NEEDED");
    if (plan.hash !== accepted.hash) throw new LedgerError("SHEET_PLAN_STALE");
    const choice = (key: string) => accepted.choices.missing?.[key];
    const open = plan.missing.filter(({ key, choices }) => !choices.some((one) => one === choice(key)));
    if (open.length > 0) throw new LedgerError("SHEET_MISSING_UNDECIDED", { count: open.length });
    const options = {
      ...accepted.options,
      scope: settled.scope.id,
      ...(plan.year === null ? {} : { year: plan.year }),
    };
    const runs = await this.openRuns(actor, opened, { plan, settled, found, accepted: { ...accepted, options } });
    const removed = plan.missing.filter(({ key }) => choice(key) === "remove").map(({ id }) => id);
    await this.remove(actor, settled, accepted.id, removed);
    await this.write(actor, settled, found, runs, accepted.choices.skip ?? [], watch);
    return progressOf(this.desk, actor, accepted.id);
  }

  /** Goes on with what was cut short: what the whole file tells is counted anew, rows before the run's position are passed over. */
  async resume(actor: Actor, opened: OpenBook, kept: StoredImport, watch: ImportWatch): Promise<ImportProgress> {
    requireRight(actor, "materials");
    const { settled, found } = await planRoster(this.desk, actor, opened, kept.options);
    if (settled === null || found === null) throw new LedgerError("SHEET_SCOPE_NEEDED");
    await this.write(actor, settled, found, kept.runs, kept.choices.skip ?? [], watch);
    return progressOf(this.desk, actor, kept.id);
  }

  /** The preview that was shown, where nothing was written since; else a new one. */
  private async accepted(actor: Actor, opened: OpenBook, options: ImportOptions): Promise<RosterPlan> {
    const before = this.counted;
    const settled = before?.plan.settled ?? null;
    if (before?.key === keyOf(actor, opened, options) && settled !== null) {
      const last = await lastWritten(this.desk, settled.form, settled.reading);
      if (planHash([last]) === planHash([before.last])) return before.plan;
    }
    return planRoster(this.desk, actor, opened, options);
  }

  /** The import's row and one run for each sheet, or those of the same import id. */
  private async openRuns(
    actor: Actor,
    opened: OpenBook,
    given: {
      readonly plan: ImportPlan;
      readonly settled: SettledRoster;
      readonly found: RosterCount;
      readonly accepted: AcceptedImport;
    },
  ): Promise<StoredRun[]> {
    const { plan, settled, found, accepted } = given;
    const { scope, sheets } = settled.reading;
    const runs = sheets.map(
      ({ head }): StoredRun => ({
        scope_id: scope,
        id: commandId("sheet-run", accepted.id, scope, head.name),
        sheet: head.name,
        total: found.dataRows[head.name] ?? 0,
      }),
    );
    for (const { id, sheet } of runs)
      await this.desk.database.query(
        `insert into run (scope_id, id, kind, file_hash, sheet, columns, position, state, actor)
         values ($1, $2, 'sheet', decode($3, 'hex'), $4, $5::jsonb, 0, 'running', $6) on conflict do nothing`,
        [scope, id, opened.sha256, sheet, JSON.stringify(found.letters[sheet] ?? {}), actor.account_id],
      );
    await this.desk.write(actor, {
      command_id: commandId("sheet-import", accepted.id),
      reason: "导入表格",
      source: `document:${opened.id}`,
      changes: [
        {
          op: "create",
          record: "sheet_import",
          scope_id: NIL_SCOPE,
          id: accepted.id,
          values: {
            document: opened.id,
            scope,
            options: [{ ...accepted.options }],
            choices: [{ ...accepted.choices }],
            runs: runs.map((run) => ({ ...run })),
            total: runs.reduce((sum, { total }) => sum + total, 0),
            account: actor.account_id,
            who: actor.name,
          },
        },
        ...layoutChanges({ ...settled, plan }, accepted.options),
      ],
    });
    return runs;
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
    settled: SettledRoster,
    found: RosterCount,
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
        });
        logged = Promise.all([logged, written.logged]).then(() => undefined);
      } else
        await desk.write(actor, {
          ...base,
          command_id,
          changes: [
            ...batch.made.map(
              ({ id, values }): Change => ({ op: "create", record: form.record, scope_id: run.scope_id, id, values }),
            ),
            ...batch.changes.map(
              (change): Change => ({ op: "change", record: form.record, scope_id: run.scope_id, ...change }),
            ),
          ],
        });
      positions.set(run.id, position);
      written += position - from;
      if (written >= renewAt) {
        renewAt *= 8;
        await renewStatistics(desk, [form.record]);
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
        compare: await anyStanding(desk, form, reading, own),
        verdict: found.verdict,
        runs: open.map(({ sheet, id }) => ({ sheet, id, after: positions.get(id) ?? 0 })),
        skip,
      },
      {
        standing: (persons) => standingPersons(desk, form, reading, persons),
        batch: (batch) => {
          queue = queue.then(() => writeOne(batch));
          return queue;
        },
      },
    );
    try {
      await thread.written();
      if (written >= RENEW_AT) await renewStatistics(desk, [form.record]);
      // Whoever searches after a long roll finds its words kept already.
      while (await fillRowWords(desk.database, desk.records));
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

function keyOf(actor: Actor, { id }: OpenBook, options: ImportOptions): string {
  return JSON.stringify([actor.account_id, id, options]);
}

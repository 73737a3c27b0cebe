import { columnName, commandId, NIL_SCOPE, type SheetRow } from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change, Command, SourceEntry, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { freshId } from "../fresh-id.js";
import { groupBy } from "../group-by.js";
import { rowKey } from "../holding/stored-held.js";
import { isUuid } from "../schema/record-columns.js";
import { renewStatistics } from "../schema/renew-statistics.js";
import { type BegunImport, beginImport, runId } from "./begin-import.js";
import { planHash, type RowOperation } from "./compare-rows.js";
import { progressOf, type StoredRun } from "./import-state.js";
import { layoutChanges } from "./layout-memory.js";
import { endValues } from "./missing-rows.js";
import type { OpenBook } from "./open-book.js";
import { type PreparedImport, planImport } from "./plan-import.js";
import type { ImportChoices, ImportOptions, ImportProgress } from "./sheet-desk.js";

/** Rows and sources of one transaction: well below what one command may hold, and short for the embedded engine. */
const MOST_ROWS = 400;
const MOST_SOURCES = 4000;
/** From so many rows on the database is told how their values are spread. */
const RENEW_AT = 5000;

/** What is accepted: the choices and the hash of the plan that was shown. */
export interface AcceptedImport {
  readonly options: ImportOptions;
  readonly choices: ImportChoices;
  readonly hash: string;
  readonly id: string;
}

export interface ImportWatch {
  readonly progress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** One row's work: what is written for it. */
interface Piece {
  readonly sheet: string;
  /** Of bulk rows the table of the sheet, which stands in columns of its own: their cells follow from the run's. 0 for others. */
  readonly table: number;
  readonly scope: string;
  readonly changes: readonly Change[];
  readonly sources: readonly SourceEntry[];
}

/** Writes an accepted plan. The same import id again goes on where it stopped, and changes nothing when it is done. */
export async function importSheet(
  desk: Desk,
  actor: Actor,
  opened: OpenBook,
  accepted: AcceptedImport,
  watch: ImportWatch = {},
): Promise<ImportProgress> {
  requireRight(actor, "materials");
  if (!isUuid(accepted.id)) throw new LedgerError("COMMAND_MALFORMED", { part: "id" });
  const prepared = await planImport(desk, actor, opened, accepted.options);
  if (prepared.where === null) throw new LedgerError("SHEET_SCOPE_NEEDED");
  if (prepared.plan.year_assumed) throw new LedgerError("SHEET_YEAR_NEEDED");
  if (prepared.plan.hash !== accepted.hash) throw new LedgerError("SHEET_PLAN_STALE");
  const open = prepared.missing.filter(
    ({ key, choices }) =>
      !choices.includes(accepted.choices.missing?.[key] ?? "end") || accepted.choices.missing?.[key] === undefined,
  );
  if (open.length > 0) throw new LedgerError("SHEET_MISSING_UNDECIDED", { count: open.length });
  const options: ImportOptions = {
    ...accepted.options,
    scope: prepared.where,
    ...(prepared.plan.year === null ? {} : { year: prepared.plan.year }),
  };
  const pieces = piecesOf(desk, opened, prepared, accepted.choices);
  const runs = await beginImport(desk, actor, {
    id: accepted.id,
    opened,
    scope: prepared.where,
    options,
    choices: accepted.choices,
    runs: runsOf(desk, accepted.id, prepared, pieces),
    layouts: layoutChanges(prepared, accepted.options),
    hash: accepted.hash,
    ...touchedBy(pieces),
  });
  await writePieces(desk, actor, accepted.id, runs, pieces, watch);
  if (pieces.length >= RENEW_AT)
    await renewStatistics(desk.database, desk.records, [...new Set(prepared.operations.map(({ row }) => row.record))], {
      patient: true,
    });
  return progressOf(desk, actor, accepted.id);
}

/** Goes on with what was cut short: the plan is made anew, rows that are there need nothing, the runs go on counting. */
export async function continueImport(
  desk: Desk,
  actor: Actor,
  opened: OpenBook,
  kept: {
    readonly id: string;
    readonly options: ImportOptions;
    readonly choices: ImportChoices;
    readonly runs: readonly StoredRun[];
  },
  watch: ImportWatch,
): Promise<ImportProgress> {
  requireRight(actor, "materials");
  const prepared = await planImport(desk, actor, opened, kept.options);
  const pieces = piecesOf(desk, opened, prepared, kept.choices);
  await writePieces(desk, actor, kept.id, kept.runs, pieces, watch);
  return progressOf(desk, actor, kept.id);
}

/** The ledgers that pieces write and the rows of them that stand already. */
function touchedBy(pieces: readonly Piece[]): {
  readonly records: readonly string[];
  readonly touches: readonly string[];
} {
  const changes = pieces.flatMap((piece) => piece.changes);
  return {
    records: [...new Set(changes.map(({ record }) => record))],
    touches: changes.flatMap((change) => (change.op === "create" ? [] : [rowKey(change)])),
  };
}

function piecesOf(desk: Desk, opened: OpenBook, prepared: PreparedImport, choices: ImportChoices): Piece[] {
  const skip = new Set(choices.skip ?? []);
  const pieces = prepared.operations
    .filter(({ plan }) => (plan.state === "added" || plan.state === "changed") && !skip.has(plan.key))
    .map((operation) => rowPiece(desk, opened, prepared, operation));
  const [first] = prepared.plan.sheets.filter(({ state }) => state === "read");
  for (const row of prepared.missing) {
    const choice = choices.missing?.[row.key];
    const base = { record: row.record, scope_id: row.scope_id, id: row.id, version: row.version };
    const end = choice === "end" ? endValues(row.record, prepared.day) : null;
    const change: Change | null =
      choice === "remove" ? { op: "remove", ...base } : end === null ? null : { op: "change", ...base, values: end };
    const sheet = first?.name ?? "";
    if (change !== null) pieces.push({ sheet, table: 0, scope: row.scope_id, changes: [change], sources: [] });
  }
  return pieces;
}

function rowPiece(desk: Desk, opened: OpenBook, prepared: PreparedImport, operation: RowOperation): Piece {
  const { row, scope, standing, values } = operation;
  const { definition } = desk.records.get(row.record);
  const id = standing?.id ?? freshId();
  const base = { record: row.record, scope_id: scope, id };
  const bulk = definition.bulk === true;
  const written: Values = bulk ? { ...values, sheet_row: String((row.rows[0] ?? 0) + 1) } : values;
  const change: Change =
    standing === null
      ? { op: "create", ...base, values: written }
      : { op: "change", ...base, version: standing.version, values: written };
  const needs = row.needs.map(
    (need): Change => ({ op: "create", record: need.record, scope_id: NIL_SCOPE, id: need.id, values: need.values }),
  );
  return {
    sheet: row.sheet,
    table: bulk ? tableOf(prepared, row) : 0,
    scope,
    changes: [...needs, change],
    sources: bulk ? [] : sourcesOf(opened, row, base, values),
  };
}

/** Which table of its sheet a row stands in, of several one below the other or side by side. */
function tableOf({ readings }: PreparedImport, row: SheetRow): number {
  const parts = readings.find(({ name }) => name === row.sheet)?.parts ?? [];
  const at = row.rows[0] ?? 0;
  const column = Math.min(...Object.values(row.values).flatMap(({ place }) => place?.column ?? []));
  const found = parts.findIndex(
    ({ table: { header, rows } }) =>
      at > header.bottom && at <= (rows.at(-1)?.row ?? 0) && column >= header.left && column <= header.right,
  );
  return Math.max(0, found);
}

/** 出处 of each value that stands in a cell. */
function sourcesOf(
  opened: OpenBook,
  row: SheetRow,
  base: { record: string; scope_id: string; id: string },
  values: Values,
): SourceEntry[] {
  return Object.entries(values).flatMap(([field, value]): SourceEntry[] => {
    const stated = row.values[field];
    if (stated?.place == null) return [];
    return [
      {
        scope_id: base.scope_id,
        record: base.record,
        record_id: base.id,
        field,
        value,
        side: null,
        chosen: true,
        fact_id: null,
        document_id: opened.id,
        place: { sheet: row.sheet, cell: `${columnName(stated.place.column)}${stated.place.row + 1}` },
        quote: stated.printed,
      },
    ];
  });
}

/** One run for each sheet, table of bulk rows and scope. */
function runsOf(desk: Desk, id: string, prepared: PreparedImport, pieces: readonly Piece[]): BegunImport["runs"] {
  const groups = groupBy(pieces, ({ sheet, table, scope }) => runId(id, scope, sheet, table));
  return [...groups].flatMap(([run, some]) => {
    const [first] = some;
    if (first === undefined) return [];
    const { scope, sheet, table } = first;
    return [{ scope_id: scope, id: run, sheet, total: some.length, columns: columnsOf(desk, prepared, sheet, table) }];
  });
}

/** Field → column letter of a table, from which the cell of a bulk row is computed. */
function columnsOf(desk: Desk, prepared: PreparedImport, sheet: string, table: number): { [field: string]: string } {
  const { plan, operations } = prepared;
  const letters: { [field: string]: string } = {};
  const own = operations.filter(
    ({ row }) => row.sheet === sheet && (!isBulk(desk, row) || tableOf(prepared, row) === table),
  );
  for (const { row } of own.slice(0, 50))
    for (const [field, { place }] of Object.entries(row.values))
      if (place !== null) letters[field] ??= columnName(place.column);
  return plan.sheets.some(({ name }) => name === sheet) ? letters : {};
}

function isBulk(desk: Desk, { record }: SheetRow): boolean {
  return desk.records.get(record).definition.bulk === true;
}

/** Carries pieces out in batches, each one command with its run's position. Between two the import may be cancelled. */
async function writePieces(
  desk: Desk,
  actor: Actor,
  importId: string,
  runs: readonly StoredRun[],
  pieces: readonly Piece[],
  { progress, signal }: ImportWatch,
): Promise<void> {
  const total = runs.reduce((sum, run) => sum + run.total, 0);
  let done = total - pieces.length;
  const parties = new Set<string>();
  for (const run of runs) {
    const own = pieces.filter(({ sheet, table, scope }) => runId(importId, scope, sheet, table) === run.id);
    const { rows } = await desk.database.query<{ position: bigint; state: string }>(
      "select position, state from run where scope_id = $1 and id = $2",
      [run.scope_id, run.id],
    );
    let position = Number(rows[0]?.position ?? 0);
    if (rows[0]?.state === "done") continue;
    const batches = batchesOf(own);
    if (batches.length === 0) {
      await desk.database.query(
        "update run set state = 'done', ended_at = clock_timestamp() where scope_id = $1 and id = $2 and state = 'running'",
        [run.scope_id, run.id],
      );
      continue;
    }
    for (const [at, batch] of batches.entries()) {
      if (signal?.aborted === true) return;
      const next = position + batch.length;
      const needed = await absentParties(desk, actor, batch, parties);
      const command: Command = {
        command_id: commandId(
          "sheet-rows",
          run.id,
          String(position),
          planHash([batch.flatMap(({ changes }) => changes.map(({ id }) => id))]).slice(0, 16),
        ),
        reason: `导入表格“${run.sheet}”`,
        source: `run:${run.id}`,
        changes: [
          ...needed,
          ...batch.flatMap(({ changes }) =>
            changes.filter(({ scope_id }) => scope_id !== NIL_SCOPE).map((change) => withRun(desk, change, run.id)),
          ),
        ],
        sources: batch.flatMap(({ sources }) => sources),
        run: {
          scope_id: run.scope_id,
          id: run.id,
          from: position,
          position: next,
          state: at === batches.length - 1 ? "done" : "running",
        },
      };
      await desk.write(actor, command);
      position = next;
      done += batch.length;
      progress?.(done, total);
      // Others get the embedded engine between two batches.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

/** A bulk row names its run: together with the row's number it is the source. */
function withRun(desk: Desk, change: Change, run: string): Change {
  if (change.op === "remove" || desk.records.get(change.record).definition.bulk !== true) return change;
  return { ...change, values: { ...change.values, run } };
}

/** Parties that the batch points to and that do not stand yet, each once. */
async function absentParties(desk: Desk, actor: Actor, batch: readonly Piece[], known: Set<string>): Promise<Change[]> {
  const wanted = new Map(
    batch.flatMap(({ changes }) =>
      changes
        .filter((change) => change.scope_id === NIL_SCOPE && !known.has(change.id))
        .map((change) => [change.id, change] as const),
    ),
  );
  const absent: Change[] = [];
  for (const [id, change] of wanted) {
    known.add(id);
    if ((await desk.get(actor, change.record, NIL_SCOPE, id)) === null) absent.push(change);
  }
  return absent;
}

function batchesOf(pieces: readonly Piece[]): Piece[][] {
  const batches: Piece[][] = [];
  let [rows, sources] = [0, 0];
  for (const piece of pieces) {
    const last = batches.at(-1);
    const full = rows + piece.changes.length > MOST_ROWS || sources + piece.sources.length > MOST_SOURCES;
    if (last === undefined || full) {
      batches.push([piece]);
      [rows, sources] = [0, 0];
    } else last.push(piece);
    rows += piece.changes.length;
    sources += piece.sources.length;
  }
  return batches;
}

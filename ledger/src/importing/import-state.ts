import { NIL_SCOPE } from "@shanhai/model";
import { maySee } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { isUuid } from "../schema/record-columns.js";
import type { ImportChoices, ImportOptions, ImportProgress } from "./sheet-desk.js";

/** A run of an import: the rows of one sheet in one scope. */
export interface StoredRun {
  readonly scope_id: string;
  readonly id: string;
  readonly sheet: string;
  readonly total: number;
}

export interface StoredImport {
  readonly id: string;
  readonly document: string;
  readonly scope: string;
  readonly options: ImportOptions;
  readonly choices: ImportChoices;
  readonly runs: readonly StoredRun[];
  readonly total: number;
  readonly who: string;
}

/** Imports that this process carries out now: one that runs elsewhere or was cut short is `interrupted`. */
export const carriedOut = new Set<string>();

/** An import as it was accepted; SHEET_IMPORT_MISSING where there is none that the actor may see. */
export async function loadImport(desk: Desk, actor: Actor, importId: string): Promise<StoredImport> {
  const row = isUuid(importId) ? await desk.get(actor, "sheet_import", NIL_SCOPE, importId) : null;
  const scope = String(row?.values.scope ?? "");
  if (row === null || !maySee(actor, scope)) throw new LedgerError("SHEET_IMPORT_MISSING");
  const { document, options, choices, runs, total, who } = row.values;
  const [first] = Array.isArray(options) ? options : [];
  const [chosen] = Array.isArray(choices) ? choices : [];
  return {
    id: importId,
    document: String(document),
    scope,
    // Kept as they were accepted; only this room writes them.
    options: (first ?? {}) as unknown as ImportOptions,
    choices: (chosen ?? {}) as unknown as ImportChoices,
    runs: (Array.isArray(runs) ? runs : []) as unknown as readonly StoredRun[],
    total: Number(total),
    who: String(who),
  };
}

/** How an import stands, from its runs. */
export async function progressOf(desk: Desk, actor: Actor, importId: string): Promise<ImportProgress> {
  const kept = await loadImport(desk, actor, importId);
  const { rows } = await desk.database.query<{ state: string; position: bigint; at: string }>(
    "select state, position, started_at as at from run where id = any($1::uuid[]) and scope_id = any($2::uuid[])",
    [kept.runs.map(({ id }) => id), kept.runs.map(({ scope_id }) => scope_id)],
  );
  const has = (state: string) => rows.some((row) => row.state === state);
  const all = (state: string) => rows.every((row) => row.state === state);
  const state = has("running")
    ? carriedOut.has(importId)
      ? "running"
      : "interrupted"
    : has("cancelled")
      ? "cancelled"
      : rows.length > 0 && all("undone")
        ? "undone"
        : "done";
  return {
    id: importId,
    document_id: kept.document,
    scope_id: kept.scope,
    state,
    position: rows.reduce((sum, row) => sum + Number(row.position), 0),
    total: kept.total,
    who: kept.who,
    at: rows.map(({ at }) => at).sort()[0] ?? "",
  };
}

import { commandId, NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Change } from "../command.js";
import type { Desk } from "../desk.js";
import { acceptedChange } from "../holding/accept.js";
import type { StoredRun } from "./import-state.js";
import type { OpenBook } from "./open-book.js";
import type { ImportChoices, ImportOptions } from "./sheet-desk.js";

/** An import that was accepted, with what settles it. */
export interface BegunImport {
  readonly id: string;
  readonly opened: OpenBook;
  readonly scope: string;
  readonly options: ImportOptions;
  readonly choices: ImportChoices;
  /** Its runs, each with field → column letter of its sheet, from which the cell of a bulk row is computed. */
  readonly runs: readonly (StoredRun & { readonly columns: { readonly [field: string]: string } })[];
  /** Layouts that are remembered along with it. */
  readonly layouts: readonly Change[];
  /** The hash of the preview that was accepted, the ledgers it writes and the rows that it changes (`record/scope/id`). */
  readonly hash: string;
  readonly records: readonly string[];
  readonly touches: readonly string[];
}

/** The id of a run: the rows of one sheet in one scope; of bulk rows those of its table, counted from 0. */
export function runId(importId: string, scope: string, sheet: string, table = 0): string {
  return commandId("sheet-run", importId, scope, sheet, ...(table === 0 ? [] : [String(table)]));
}

/** Makes the import's row and its runs, or finds those of the same import id. Where the office wants review it waits instead. */
export async function beginImport(desk: Desk, actor: Actor, begun: BegunImport): Promise<readonly StoredRun[]> {
  const { id, opened, scope, options, choices, layouts, hash } = begun;
  const asked = { id, document: opened.id, name: opened.name, options, choices, hash };
  await desk.holdRun?.(
    actor,
    { kind: "import", import: asked },
    { scope, records: begun.records, touches: begun.touches },
  );
  for (const { scope_id, id: run, sheet, columns } of begun.runs)
    await desk.database.query(
      `insert into run (scope_id, id, kind, file_hash, sheet, columns, position, state, actor)
       values ($1, $2, 'sheet', decode($3, 'hex'), $4, $5::jsonb, 0, 'running', $6) on conflict do nothing`,
      [scope_id, run, opened.sha256, sheet, JSON.stringify(columns), actor.account_id],
    );
  const runs = begun.runs.map(({ columns: _, ...run }): StoredRun => run);
  await desk.write(actor, {
    command_id: commandId("sheet-import", id),
    reason: "导入表格",
    source: `document:${opened.id}`,
    changes: [
      {
        op: "create",
        record: "sheet_import",
        scope_id: NIL_SCOPE,
        id,
        values: {
          document: opened.id,
          scope,
          options: [{ ...options }],
          choices: [{ ...choices }],
          runs: runs.map((run) => ({ ...run })),
          total: runs.reduce((sum, { total }) => sum + total, 0),
          account: actor.account_id,
          who: actor.name,
        },
      },
      ...layouts,
      // 审核通过 in the same transaction.
      ...acceptedChange(actor),
    ],
  });
  return runs;
}

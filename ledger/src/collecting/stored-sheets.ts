import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import type { Row } from "../row.js";
import { type StoredTask, storedTask } from "./collection-view.js";

/** Units that one task asks. */
export const mostUnits = 200;

/** The sheets of a task's units. */
export async function sheetsOf(desk: Desk, actor: Actor, task: Row): Promise<readonly Row[]> {
  const { rows } = await desk.list(actor, "collection_sheet", {
    scope: task.scope_id,
    parent: task.id,
    limit: mostUnits,
  });
  return rows;
}

/** A unit's sheet with its task; refused where there is none to see. */
export async function sheetOf(desk: Desk, actor: Actor, scope: string, sheetId: string): Promise<StoredTask> {
  const sheet = await desk.get(actor, "collection_sheet", scope, sheetId);
  const task = sheet === null ? null : await desk.get(actor, "collection", scope, String(sheet.values.collection));
  if (sheet === null || task === null)
    throw new LedgerError("ROW_MISSING", { record: "收表", record_en: "collection", id: sheetId });
  return storedTask(task, sheet, actor.office?.side ?? "west");
}

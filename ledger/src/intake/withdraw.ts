import { NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { openDocument } from "../checking/plan.js";
import type { Desk } from "../desk.js";
import { freshId } from "../fresh-id.js";
import { firstAnswer } from "../writing/first-answer.js";
import { beijingTime } from "../writing/version-refusal.js";

/**
 * Withdraws a document (撤回): it cannot be checked any more; what was adopted from it stays, with its sources. Whoever
 * is checking it at this moment is refused with who withdrew it and when.
 */
export async function withdraw(
  desk: Desk,
  actor: Actor,
  documentId: string,
  reason: string,
  commandId: string = freshId(),
): Promise<void> {
  if ((await firstAnswer(desk.database, actor, commandId)) !== null) return;
  const document = await openDocument(desk, actor, documentId);
  await desk.write(actor, {
    command_id: commandId,
    reason: "撤回材料",
    changes: [
      {
        op: "change",
        record: "document",
        scope_id: NIL_SCOPE,
        id: documentId,
        version: document.version,
        values: {
          withdrawn: true,
          withdrawn_by: actor.name,
          withdrawn_at: beijingTime(new Date().toISOString()),
          withdrawn_reason: reason,
        },
      },
    ],
  });
}

import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change } from "../command.js";
import type { Desk } from "../desk.js";
import { freshId } from "../fresh-id.js";

/** Units whose returned rows were imported with this file have reported (已采用); the last of them ends the task (已汇总). */
export async function acceptImported(desk: Desk, actor: Actor, sha256: string): Promise<void> {
  const { rows } = await desk.list(actor, "collection_sheet", {
    filter: { file_hash: sha256, status: "returned" },
    limit: 10,
  });
  if (rows.length === 0) return;
  requireRight(actor, "write");
  const changes: Change[] = [];
  for (const { scope_id, id, version, values } of rows) {
    changes.push({ op: "change", record: "collection_sheet", scope_id, id, version, values: { status: "accepted" } });
    const task = await desk.get(actor, "collection", scope_id, String(values.collection));
    if (task === null || task.values.status !== "collecting") continue;
    const all = await desk.list(actor, "collection_sheet", { scope: scope_id, parent: task.id, limit: 500 });
    if (all.rows.every((one) => one.id === id || one.values.status === "accepted"))
      changes.push({
        ...{ op: "change", record: "collection", scope_id, id: task.id, version: task.version },
        values: { status: "merged" },
      });
  }
  await desk.write(actor, { command_id: freshId(), reason: "收表采用", changes });
}

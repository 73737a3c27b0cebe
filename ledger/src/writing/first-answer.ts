import { NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Receipt } from "../command.js";
import type { Sql } from "../sql.js";

/**
 * The answer of a command that wrote in the nil scope before, by the same person; null when it is new. For doors that read
 * before they write: what they read is another thing when the command comes again.
 */
export async function firstAnswer(sql: Sql, actor: Actor, commandId: string): Promise<Receipt | null> {
  const { rows } = await sql.query<{ receipt: Receipt | null; actor: string | null }>(
    `select m.receipt, (select c.actor from change c
                         where c.scope_id = $2 and c.command_id = m.command_id limit 1) as actor
       from command m where m.command_id = $1`,
    [commandId, NIL_SCOPE],
  );
  const row = rows[0];
  if (row?.receipt == null || row.actor !== actor.account_id) return null;
  return { ...row.receipt, repeated: true };
}

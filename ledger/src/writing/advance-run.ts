import type { RunStep } from "../command.js";
import { LedgerError } from "../error-codes.js";
import type { Sql } from "../sql.js";

/**
 * Moves a run on within the transaction that writes its rows: after a crash the position says exactly which rows are
 * there. A run that was cancelled meanwhile, or that another process carried further, refuses the step, so that
 * nothing is written twice.
 */
export async function advanceRun(sql: Sql, { scope_id, id, from, position, state }: RunStep): Promise<void> {
  const { rows } = await sql.query(
    `update run set position = $4, state = $5, ended_at = case when $5 = 'running' then null else clock_timestamp() end
      where scope_id = $1 and id = $2 and position = $3 and (state = 'running' or ($5 = 'undone' and state <> 'undone'))
      returning 1 as moved`,
    [scope_id, id, from, position, state],
  );
  if (rows.length === 0) throw new LedgerError("RUN_STOPPED");
}

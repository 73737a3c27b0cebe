import type { Actor } from "../actor.js";
import type { Change } from "../command.js";
import type { Desk } from "../desk.js";
import { freshId } from "../fresh-id.js";

/** Rows of one transaction, so that nothing holds the embedded engine long. */
const ROWS_PER_COMMAND = 400;

/**
 * Writes what is more than one command holds: rows in parts, then `last` with the remaining ones. Until `last` is
 * there the parts count for nothing, so whoever reads meets the whole or none of it; an attempt cut short can be made
 * again.
 */
export async function writeInParts(
  desk: Desk,
  actor: Actor,
  given: { readonly reason: string; readonly rows: readonly Change[]; readonly last: readonly Change[] },
): Promise<void> {
  const rows = [...given.rows];
  const write = (changes: readonly Change[]) =>
    desk.write(actor, { command_id: freshId(), reason: given.reason, changes });
  while (rows.length > ROWS_PER_COMMAND) await write(rows.splice(0, ROWS_PER_COMMAND));
  await write([...given.last, ...rows]);
}

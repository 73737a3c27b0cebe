import type { Actor } from "../actor.js";
import type { Values } from "../command.js";
import { LedgerError } from "../error-codes.js";

/**
 * What an office may not do to its partner whatever the life-cycle says and by whatever door: nobody urges (催办) the other
 * side; it is asked by letter. Who has no office of one side is not held to it.
 */
export function guardStep(actor: Actor, record: string, was: Values | null, values: Values): void {
  const side = actor.office?.side ?? null;
  if (record !== "task" || side === null || values.status !== "urged" || was?.status === "urged") return;
  if ((was?.side ?? values.side) !== side || values.side !== side) throw new LedgerError("URGE_OTHER_SIDE");
}

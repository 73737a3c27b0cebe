import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Command } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { heldFiles } from "./held-files.js";
import { held, rewrite } from "./hold.js";
import type { HeldLine, Settling } from "./holding-desk.js";
import { commandsOf, heldById, heldLine, isOnlyPerson, openHeld } from "./stored-held.js";

/** The file of a proof that waits, for whoever may open the change that it waits with. */
export async function heldFile(
  desk: Desk,
  actor: Actor,
  id: string,
  file: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const stored = await openHeld(desk, actor, id);
  const found = (await heldFiles(desk, commandsOf(stored.work))).find((one) => one.file.id === file);
  const bytes = found === undefined || found.hash === "" ? null : await desk.keptFile(found.hash);
  if (found === undefined || bytes === null) throw new LedgerError("PROOF_MISSING");
  return { name: found.file.name ?? found.hash, bytes };
}

/** Its maker takes a file out of what waits; the rest waits (again), and nothing is left of a change that was the file alone. */
export async function dropFile(
  desk: Desk,
  actor: Actor,
  id: string,
  file: string,
  { version, command_id }: Settling,
): Promise<HeldLine> {
  requireRight(actor, "write");
  const stored = await openHeld(desk, actor, id);
  const line = async () => {
    const now = await heldById(desk, id);
    if (now === null) throw new LedgerError("HELD_MISSING");
    return heldLine(actor, now, await isOnlyPerson(desk, actor));
  };
  if (command_id !== undefined && stored.row.values.command === command_id) return line();
  if (stored.maker !== actor.account_id) throw new LedgerError("HELD_MISSING");
  const title = String(stored.row.values.title ?? "");
  if (stored.version !== version || !["draft", "waiting", "returned"].includes(stored.state))
    throw new LedgerError("HELD_MOVED", { title });
  const left = commandsOf(stored.work).flatMap((command): Command[] => {
    const changes = command.changes.filter((change) => change.record !== "proof" || change.id !== file);
    return changes.length === 0 ? [] : [{ ...command, changes }];
  });
  const [first, ...more] = left;
  if (first === undefined)
    await desk.write(actor, held({ id, version }, [{ state: "dropped", files: [] }], "撤销送审", command_id));
  else await rewrite(desk, actor, stored, [first, ...more], command_id);
  return line();
}

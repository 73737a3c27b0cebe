import type { Actor } from "../actor.js";
import type { Change, Command } from "../command.js";
import type { Desk } from "../desk.js";
import { MOST_CHANGES } from "../writing/check-command.js";
import type { ProvenRow } from "../writing/written-ledgers.js";
import { commandsOf, heldWhere, rowKey, type StoredHeld } from "./stored-held.js";

type Proven = ReadonlyMap<string, ProvenRow>;

/** The maker's own unsettled changes of rows, the oldest first. */
async function unsettled(desk: Desk, actor: Actor): Promise<readonly StoredHeld[]> {
  return heldWhere(
    desk,
    "office = $2 and maker = $3 and kind = 'rows' and state in ('draft', 'waiting', 'returned') and work is not null",
    [actor.office?.id ?? null, actor.account_id],
  );
}

/**
 * The same maker's unsettled change that this command belongs to: of the very row that it changes and of nothing else; for
 * a file that proves a row, also the change that makes the row.
 */
export async function earlierOf(
  desk: Desk,
  actor: Actor,
  { changes }: Command,
  proven: Proven,
): Promise<StoredHeld | null> {
  const [change, ...others] = changes;
  if (change === undefined || others.length > 0) return null;
  const of = proven.get(change.id);
  if (of === undefined && change.op !== "change") return null;
  const key = rowKey(of ?? change);
  for (const one of await unsettled(desk, actor)) {
    const earlier = commandsOf(one.work).flatMap((command) => command.changes);
    if (of !== undefined && earlier.some((made) => made.op === "create" && rowKey(made) === key)) return one;
    const touches = Array.isArray(one.row.values.touches) ? one.row.values.touches : [];
    const alone = touches.length === 1 && touches[0] === key;
    const only = earlier.every((was) => was.record === "proof" || (was.op === "change" && rowKey(was) === key));
    if (alone && only) return one;
  }
  return null;
}

/** The row of a proof to come that stands in no ledger yet: one that the actor's own unsettled change makes. */
export async function heldRowOf(desk: Desk, actor: Actor, of: ProvenRow): Promise<StoredHeld | null> {
  for (const one of await unsettled(desk, actor)) {
    const changes = commandsOf(one.work).flatMap((command) => command.changes);
    if (changes.some((made) => made.op === "create" && rowKey(made) === rowKey(of))) return one;
  }
  return null;
}

/** What was kept, with one more change; the version of a row stays that from which its maker set out, so that nothing between is passed over. */
export function joined({ work }: StoredHeld, later: Command, proven: Proven): readonly [Command, ...Command[]] {
  const [first, ...more] = commandsOf(work);
  const [change] = later.changes;
  if (first === undefined || change === undefined) throw new Error("there is nothing to join");
  const told = { ...first, reason: reasons(first, later) };
  if (proven.has(change.id)) return withProof([told, ...more], change);
  if (change.op !== "change") throw new Error("only changes of one row are joined");
  const fields = new Set(Object.keys(change.values));
  const sources = [...(first.sources ?? []).filter(({ field }) => !fields.has(field)), ...(later.sources ?? [])];
  const was = first.changes.find((one) => one.op === "change" && rowKey(one) === rowKey(change));
  const changes =
    was?.op === "change"
      ? first.changes.map((one) => (one === was ? { ...was, values: { ...was.values, ...change.values } } : one))
      : [change, ...first.changes];
  return [{ ...told, changes, ...(sources.length === 0 ? {} : { sources }) }, ...more];
}

/** With the last command where that has room. The same proof again is the same. */
function withProof(commands: readonly [Command, ...Command[]], proof: Change): readonly [Command, ...Command[]] {
  if (commands.some(({ changes }) => changes.some(({ record, id }) => record === "proof" && id === proof.id)))
    return commands;
  const [first, ...more] = commands;
  const last = more.at(-1) ?? first;
  if (last.changes.length >= MOST_CHANGES)
    return [first, ...more, { command_id: proof.id, reason: last.reason, changes: [proof] }];
  const fuller = { ...last, changes: [...last.changes, proof] };
  return more.length === 0 ? [fuller] : [first, ...more.slice(0, -1), fuller];
}

function reasons(earlier: Command, later: Command): string {
  return [...new Set([...earlier.reason.split("；"), later.reason])].join("；").slice(0, 500);
}

import { type FieldValue, commandId as idOfCommand, NIL_SCOPE, recordDefinitions } from "@shanhai/model";
import { HELD_RECORD, heldOf } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change, Command, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { titlesOf } from "../querying/titles.js";
import { MOST_CHANGES } from "../writing/check-command.js";
import { HeldForReview } from "./held-for-review.js";
import type { HeldReach, HeldWork } from "./holding-desk.js";
import { heldById, heldLine, heldWhere, isOnlyPerson, rowKey, type StoredHeld } from "./stored-held.js";

/** Rows of one change that are marked in lists; more are not. */
const MOST_TOUCHED = 5000;

/** What is needed beside the desk: to try a command as its maker, without a trace. */
export type Trial = (actor: Actor, command: Command) => Promise<void>;

/** A desk of which whatever is written by hand in a ledger under review is kept for it instead. */
export function keepingForReview(plain: Desk, trial: Trial): Desk {
  return {
    ...plain,
    write: async (actor, command) => {
      await holdCommand(plain, trial, actor, command);
      return plain.write(actor, command);
    },
    holdRun: (actor, work, of) => holdRun(plain, actor, work, of),
  };
}

/**
 * Keeps a command for review instead of carrying it out, where one of its ledgers is under review in the actor's office
 * (HeldForReview). It was tried, so that its maker hears now what would be refused. What the same maker
 * changes in the same row while his change still waits becomes one change with it.
 */
async function holdCommand(desk: Desk, trial: Trial, actor: Actor, command: Command): Promise<void> {
  const records = heldOf(actor, [...new Set(command.changes.map(({ record }) => record))]);
  if (records.length === 0) return;
  // What was begun in runs is held as a whole before its first run.
  if (command.run !== undefined) return;
  if (command.changes.length >= MOST_CHANGES) throw new LedgerError("HELD_TOO_LARGE", { rows: command.changes.length });
  const before = await heldById(desk, command.command_id);
  if (before !== null) throw await heldNow(desk, actor, before.id);
  await trial(actor, command);
  const earlier = await sameRow(desk, actor, command);
  if (earlier !== null) {
    await rewrite(desk, actor, earlier.held, joined(earlier.command, command));
    throw await heldNow(desk, actor, earlier.held.id);
  }
  const [first] = command.changes.filter(({ record }) => records.includes(record));
  if (first === undefined) return;
  const touches = command.changes.flatMap((change) => (change.op === "create" ? [] : [rowKey(change)]));
  await keep(desk, actor, {
    id: command.command_id,
    scope: first.scope_id,
    records,
    touches,
    title: await titleOf(desk, actor, first),
    reason: command.reason,
    document: documentOf(command),
    work: { kind: "rows", command },
  });
  throw await heldNow(desk, actor, command.command_id);
}

/** The same for an import or its undoing, before anything of it is written. */
async function holdRun(
  desk: Desk,
  actor: Actor,
  work: Exclude<HeldWork, { readonly kind: "rows" }>,
  of: HeldReach,
): Promise<void> {
  const records = heldOf(actor, of.records);
  if (records.length === 0) return;
  const { id: importId, document, name } = work.import;
  const id = work.kind === "import" ? importId : idOfCommand("held-undo", importId);
  const before = await heldById(desk, id);
  const row = {
    ...{ id, scope: of.scope, records, touches: of.touches.slice(0, MOST_TOUCHED), title: name },
    ...{ reason: work.kind === "import" ? "导入表格" : "撤销导入", document, work },
  };
  if (before === null) await keep(desk, actor, row);
  else if (before.state === "draft" || before.state === "returned")
    await desk.write(actor, held(before, [{ work: [{ ...work }], state: "waiting", made_at: now() }], row.reason));
  throw await heldNow(desk, actor, id);
}

interface NewHeld {
  readonly id: string;
  readonly scope: string;
  readonly records: readonly string[];
  readonly touches: readonly string[];
  readonly title: string;
  readonly reason: string;
  readonly document: string | null;
  readonly work: HeldWork;
}

async function keep(desk: Desk, actor: Actor, { id, work, records, touches, ...row }: NewHeld): Promise<void> {
  await desk.write(actor, {
    command_id: idOfCommand("held", id),
    reason: "提交审核",
    changes: [
      {
        op: "create",
        record: HELD_RECORD,
        scope_id: NIL_SCOPE,
        id,
        values: {
          ...row,
          kind: work.kind,
          state: "waiting",
          office: actor.office?.id ?? "",
          records: [...records],
          touches: [...touches],
          maker: actor.account_id,
          maker_name: actor.name,
          made_at: now(),
          work: [{ ...work }],
        },
      },
    ],
  });
}

/** A change of the kept row itself: its state, its work. */
export function held(
  { id, version }: Pick<StoredHeld, "id" | "version">,
  values: readonly Values[],
  reason: string,
): Command {
  return {
    command_id: idOfCommand("held", id, version),
    reason,
    changes: [heldChangeOf({ id, version }, Object.assign({}, ...values) as Values)],
  };
}

export function heldChangeOf({ id, version }: Pick<StoredHeld, "id" | "version">, values: Values): Change {
  return { op: "change", record: HELD_RECORD, scope_id: NIL_SCOPE, id, version, values };
}

/** Puts a command in the place of what was kept; it waits (again). */
export async function rewrite(desk: Desk, actor: Actor, of: StoredHeld, command: Command): Promise<void> {
  const values: Values = {
    work: [{ kind: "rows", command }],
    reason: command.reason,
    state: "waiting",
    made_at: now(),
  };
  await desk.write(actor, held(of, [values], "修改后提交审核"));
}

async function heldNow(desk: Desk, actor: Actor, id: string): Promise<HeldForReview> {
  const stored = await heldById(desk, id);
  if (stored === null) throw new Error("what was just kept is gone");
  return new HeldForReview(heldLine(actor, stored, await isOnlyPerson(desk, actor)));
}

/** The same maker's unsettled change of the very row that this command changes, and of nothing else. */
async function sameRow(
  desk: Desk,
  actor: Actor,
  command: Command,
): Promise<{ readonly held: StoredHeld; readonly command: Command } | null> {
  const [change, ...others] = command.changes;
  if (change?.op !== "change" || others.length > 0) return null;
  const found = await heldWhere(
    desk,
    "office = $2 and maker = $3 and kind = 'rows' and state in ('draft', 'waiting', 'returned') and touches = $4::text[]",
    [actor.office?.id, actor.account_id, [rowKey(change)]],
  );
  for (const one of found)
    if (one.work?.kind === "rows" && one.work.command.changes[0]?.op === "change")
      return { held: one, command: one.work.command };
  return null;
}

/** Two changes of one row by one person as one; the version stays that from which he set out, so that nothing between is passed over. */
function joined(earlier: Command, later: Command): Command {
  const [was] = earlier.changes;
  const [now] = later.changes;
  if (was?.op !== "change" || now?.op !== "change") throw new Error("only changes of one row are joined");
  const fields = new Set(Object.keys(now.values));
  const sources = [...(earlier.sources ?? []).filter(({ field }) => !fields.has(field)), ...(later.sources ?? [])];
  const reasons = new Set([...earlier.reason.split("；"), later.reason]);
  return {
    ...earlier,
    reason: [...reasons].join("；").slice(0, 500),
    changes: [{ ...was, values: { ...was.values, ...now.values } }],
    ...(sources.length === 0 ? {} : { sources }),
  };
}

const LISTED: ReadonlySet<string> = new Set(recordDefinitions.map(({ name }) => name));

/** Rows of the ledgers among those that a command writes; what it keeps of documents beside them is its own affair. */
export function listedChanges(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ record }) => LISTED.has(record));
}

async function titleOf(desk: Desk, actor: Actor, change: Change): Promise<string> {
  if (change.op === "create") {
    const [title = ""] = await titlesOf(desk.database, desk.records, [change]);
    return title;
  }
  return (await desk.get(actor, change.record, change.scope_id, change.id))?.title ?? "";
}

/** The document whose words a command holds: with it they are erased. */
function documentOf({ changes, sources = [] }: Command): string | null {
  const stated = sources.find(({ document_id }) => document_id !== null)?.document_id;
  if (stated != null) return stated;
  const decision = changes.find((change) => change.op === "create" && change.record === "decision");
  const of: FieldValue = decision?.op === "create" ? (decision.values.document ?? null) : null;
  return typeof of === "string" ? of : null;
}

function now(): string {
  return new Date().toISOString();
}

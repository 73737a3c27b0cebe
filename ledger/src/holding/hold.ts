import { type FieldValue, commandId as idOfCommand, NIL_SCOPE, recordDefinitions } from "@shanhai/model";
import { HELD_RECORD, heldOf } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change, Command, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { titlesOf } from "../querying/titles.js";
import { type ProvenRow, provenRows, sourcedRows, writtenLedgers } from "../writing/written-ledgers.js";
import { HeldForReview } from "./held-for-review.js";
import type { HeldReach, HeldWork } from "./holding-desk.js";
import { earlierOf, joined } from "./join-held.js";
import { heldById, heldLine, isOnlyPerson, rowKey, type StoredHeld } from "./stored-held.js";

/** Rows of one change that are marked in lists; more are not. */
const MOST_TOUCHED = 5000;

/** What is needed beside the desk: to try commands as their maker, without a trace. */
export type Trial = (actor: Actor, commands: readonly Command[]) => Promise<void>;

/** A desk of which whatever is written by hand in a ledger under review is kept for it instead. */
export function keepingForReview(plain: Desk, trial: Trial): Desk {
  return {
    ...plain,
    write: async (actor, command) => {
      await holdCommands(plain, trial, actor, [command]);
      return plain.write(actor, command);
    },
    writeTogether: async (actor, commands) => {
      await holdCommands(plain, trial, actor, commands);
      return plain.writeTogether(actor, commands);
    },
    holdRun: (actor, work, of) => holdRun(plain, actor, work, of),
  };
}

/**
 * Keeps what was asked for instead of carrying it out, where one of its ledgers is under review in the actor's office
 * (HeldForReview); a proof (佐证) is part of the ledger whose row it proves. It was tried, so that its maker hears now what
 * would be refused. What the same maker changes in the same row while his change still waits becomes one change with it, a
 * file that proves it too.
 */
async function holdCommands(desk: Desk, trial: Trial, actor: Actor, commands: readonly Command[]): Promise<void> {
  const [command] = commands;
  const last = commands.at(-1);
  if (command === undefined || last === undefined || (actor.office?.reviewed ?? []).length === 0) return;
  // What was begun in runs is held as a whole before its first run.
  if (commands.some(({ run }) => run !== undefined)) return;
  const changes = commands.flatMap((one) => one.changes);
  const records = heldOf(actor, await writtenLedgers(desk.database, desk.records, commands));
  if (records.length === 0) return;
  // A whole is known by its last command's id, which answers for it.
  const before = await heldById(desk, last.command_id);
  if (before !== null) throw await heldNow(desk, actor, before.id);
  await trial(actor, commands);
  const proven = await provenRows(desk.database, desk.records, changes);
  const earlier = commands.length === 1 ? await earlierOf(desk, actor, command, proven) : null;
  if (earlier !== null) {
    await rewrite(desk, actor, earlier, joined(earlier, command, proven));
    throw await heldNow(desk, actor, earlier.id);
  }
  const sourced = await sourcedRows(desk.database, commands);
  // 并入 of a document that says nothing new of a row writes its sources only.
  const [first] = [
    ...changes.filter(({ record, id }) => records.includes(proven.get(id)?.record ?? record)),
    ...sourced.filter(({ record }) => records.includes(record)),
  ];
  if (first === undefined) return;
  const [, ...more] = commands;
  await keep(desk, actor, {
    id: last.command_id,
    scope: first.scope_id,
    records,
    touches: touched(changes, proven, sourced),
    title: await titleOf(desk, actor, first, proven.get(first.id)),
    reason: command.reason,
    document: commands.map(documentOf).find((id) => id !== null) ?? null,
    work: { kind: "rows", command, ...(more.length === 0 ? {} : { more }) },
  });
  throw await heldNow(desk, actor, last.command_id);
}

/** The standing rows that changes are about, by key. */
function touched(
  changes: readonly Change[],
  proven: ReadonlyMap<string, ProvenRow>,
  sourced: readonly ProvenRow[],
): readonly string[] {
  const made = new Set(changes.flatMap((change) => (change.op === "create" ? [rowKey(change)] : [])));
  const keys = changes.flatMap((change) => {
    const of = proven.get(change.id);
    return of !== undefined ? [rowKey(of)] : change.op === "create" ? [] : [rowKey(change)];
  });
  return [...new Set([...keys, ...sourced.map(rowKey)])].filter((key) => !made.has(key));
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
          files: filesOf(work),
          work: [{ ...work }],
        },
      },
    ],
  });
}

/** A change of the kept row itself: its state, its work. `command`: what settles it, which answers once more when it comes again. */
export function held(
  { id, version }: Pick<StoredHeld, "id" | "version">,
  values: readonly Values[],
  reason: string,
  command?: string,
): Command {
  const settled = command === undefined ? [] : [{ command }];
  return {
    command_id: idOfCommand("held", id, version),
    reason,
    changes: [heldChangeOf({ id, version }, Object.assign({}, ...values, ...settled) as Values)],
  };
}

export function heldChangeOf({ id, version }: Pick<StoredHeld, "id" | "version">, values: Values): Change {
  return { op: "change", record: HELD_RECORD, scope_id: NIL_SCOPE, id, version, values };
}

/** Puts other work in the place of what was kept; it waits (again). */
export async function rewrite(
  desk: Desk,
  actor: Actor,
  of: StoredHeld,
  commands: readonly [Command, ...Command[]],
  command?: string,
): Promise<void> {
  const [first, ...more] = commands;
  const work: HeldWork = { kind: "rows", command: first, ...(more.length === 0 ? {} : { more }) };
  const changes = commands.flatMap((one) => one.changes);
  const values: Values = {
    work: [{ ...work }],
    reason: first.reason,
    state: "waiting",
    made_at: now(),
    files: filesOf(work),
    touches: [
      ...touched(
        changes,
        await provenRows(desk.database, desk.records, changes),
        await sourcedRows(desk.database, commands),
      ),
    ],
  };
  await desk.write(actor, held(of, [values], "修改后提交审核", command));
}

/** The files that wait with it, by their hash. */
function filesOf(work: HeldWork): string[] {
  if (work.kind !== "rows") return [];
  const changes = [work.command, ...(work.more ?? [])].flatMap((command) => command.changes);
  const hashes = changes.flatMap((change) =>
    change.op === "create" && change.record === "proof" ? [String(change.values.file_hash)] : [],
  );
  return [...new Set(hashes)];
}

async function heldNow(desk: Desk, actor: Actor, id: string): Promise<HeldForReview> {
  const stored = await heldById(desk, id);
  if (stored === null) throw new Error("what was just kept is gone");
  return new HeldForReview(heldLine(actor, stored, await isOnlyPerson(desk, actor)));
}

const LISTED: ReadonlySet<string> = new Set(recordDefinitions.map(({ name }) => name));

/** Whether a record is a ledger of the office. */
export function isListed(record: string): boolean {
  return LISTED.has(record);
}

/** Rows of the ledgers among those that a command writes; what it keeps of documents beside them is its own affair. */
export function listedChanges(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ record }) => LISTED.has(record));
}

async function titleOf(
  desk: Desk,
  actor: Actor,
  change: Change | ProvenRow,
  proven: ProvenRow | undefined,
): Promise<string> {
  if ("op" in change && change.op === "create" && proven === undefined) {
    const [title = ""] = await titlesOf(desk.database, desk.records, [change]);
    return title;
  }
  const { record, scope_id, id } = proven ?? change;
  return (await desk.get(actor, record, scope_id, id))?.title ?? "";
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

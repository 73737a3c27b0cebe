import { commandId as idOfCommand } from "@shanhai/model";
import { HELD_RECORD, requireRight } from "../account/policy.js";
import type { Actor, Checking } from "../actor.js";
import type { Change, Command, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { titlesOf } from "../querying/titles.js";
import { MOST_CHANGES } from "../writing/check-command.js";
import { standingRows } from "../writing/standing-row.js";
import { sourcedRows } from "../writing/written-ledgers.js";
import { heldFiles } from "./held-files.js";
import { heldFields, isGone, type MovedRow, movedRows } from "./held-rows.js";
import { heldChangeOf, listedChanges } from "./hold.js";
import type { Acceptance } from "./holding-desk.js";
import { rowKey, type StoredHeld } from "./stored-held.js";

/** The checker as the one who carries out what its maker asked for; both names go into the link. */
export function asChecker(actor: Actor, held: StoredHeld, command?: string): Actor {
  const maker = { id: held.maker, name: String(held.row.values.maker_name) };
  const settled = command === undefined ? {} : { command };
  return { ...actor, checking: { maker, held: { id: held.id, version: held.version, ...settled } } };
}

/** What an acceptance writes of the held change itself. */
function acceptedValues(actor: Actor, { maker, held }: Checking): Values {
  return {
    ...(held?.command === undefined ? {} : { command: held.command }),
    state: "accepted",
    checker_name: actor.name,
    checked_at: new Date().toISOString(),
    check_kind: maker.id === actor.account_id ? "self_checked" : "checked",
  };
}

/** The change that an accepted import's first transaction makes of its held change; none where nobody checks. */
export function acceptedChange(actor: Actor): readonly Change[] {
  const { checking } = actor;
  if (checking?.held == null) return [];
  return [heldChangeOf(checking.held, acceptedValues(actor, checking))];
}

/**
 * Carries held commands out over the rows as they stand, all or none. A row that moved since the checker looked refuses it
 * (HELD_MOVED); a field that stands otherwise since it was asked for must be settled (HELD_CONFLICT); what cannot be
 * written as it was asked goes back to its maker (HELD_OUTDATED). One transaction with the state of the held change.
 */
export async function acceptCommands(
  desk: Desk,
  actor: Actor,
  held: StoredHeld,
  commands: readonly Command[],
  acceptance: Acceptance,
): Promise<void> {
  const acting = asChecker(actor, held, acceptance.command_id);
  const outdated = new LedgerError("HELD_OUTDATED", { title: String(held.row.values.title ?? "") });
  if ((await heldFiles(desk, commands)).some(({ gone }) => gone)) throw outdated;
  const written: Command[] = [];
  await requireSourced(desk, commands, outdated);
  for (const command of commands) {
    const { changes, sources } = await asTheyStand(desk, command, acceptance, outdated);
    const { sources: _all, ...rest } = command;
    if (changes.length > 0) written.push({ ...rest, changes, ...(sources.length === 0 ? {} : { sources }) });
  }
  const reason = commands[0]?.reason ?? "";
  const state = acceptedChange(acting);
  const last = written.at(-1);
  const whole: readonly Command[] =
    last === undefined || last.changes.length + state.length > MOST_CHANGES
      ? [...written, { command_id: held.id, reason, changes: state }]
      : [...written.slice(0, -1), { ...last, command_id: held.id, changes: [...last.changes, ...state] }];
  await desk.writeTogether(
    acting,
    // The held change's own id is that of the last command, as before it waited.
    whole.map((command, at) =>
      at < whole.length - 1 && command.command_id === held.id
        ? { ...command, command_id: idOfCommand("held-part", held.id, String(at)) }
        : command,
    ),
  );
}

/** Refuses what is noted of a row that was taken away since: there is nothing left to note it of. */
async function requireSourced(desk: Desk, commands: readonly Command[], outdated: LedgerError): Promise<void> {
  const changed = new Set(commands.flatMap(({ changes }) => changes.map(rowKey)));
  for (const { record, scope_id, id } of await sourcedRows(desk.database, commands)) {
    if (changed.has(rowKey({ record, scope_id, id }))) continue;
    const standing = await standingRows(desk.database, desk.records.get(record), scope_id, [id]);
    if (!standing.has(id)) throw outdated;
  }
}

/** What a held command still writes over the rows as they stand, what the checker left as it is taken out. */
async function asTheyStand(
  desk: Desk,
  command: Command,
  { seen = {}, settled = {} }: Acceptance,
  outdated: LedgerError,
): Promise<Pick<Command, "changes"> & { readonly sources: NonNullable<Command["sources"]> }> {
  const listed = new Set(listedChanges(command.changes));
  const changes: Change[] = [];
  const left = new Set<string>();
  for (const row of await movedRows(desk, [command])) {
    const { change, now } = row;
    const key = rowKey(change);
    if (!listed.has(change)) {
      // What the ledger keeps of a document's checking is only right as it was.
      if (change.op !== "create" && String(now?.seq) !== change.version) throw outdated;
      changes.push(change);
      continue;
    }
    // A unit or region that somebody else entered meanwhile under the same number is there: nothing is left to make.
    if (change.op === "create" && now !== null && desk.records.get(change.record).definition.keeping === "reference")
      continue;
    if (isGone(row)) throw new LedgerError("HELD_OUTDATED", { title: await titleOf(desk, row) });
    if (change.op !== "create" && seen[key] !== String(now?.seq))
      throw new LedgerError("HELD_MOVED", { title: await titleOf(desk, row) });
    if (change.op !== "change" || now === null) {
      changes.push(change);
      continue;
    }
    const stays = await settledFields(desk, row, settled[key] ?? {});
    for (const field of stays) left.add(`${key}/${field}`);
    const values = Object.fromEntries(Object.entries(change.values).filter(([field]) => !stays.has(field)));
    if (Object.keys(values).length > 0) changes.push({ ...change, version: String(now.seq), values });
  }
  const sources = (command.sources ?? []).filter(
    (entry) => !left.has(`${rowKey({ ...entry, id: entry.record_id })}/${entry.field}`),
  );
  return { changes, sources };
}

/** Fields that stay as they stand: those that the checker left so. Refuses a conflict that nobody settled, by name. */
async function settledFields(
  desk: Desk,
  row: MovedRow,
  settled: { readonly [field: string]: "asked" | "now" },
): Promise<ReadonlySet<string>> {
  const { definition } = desk.records.get(row.change.record);
  const conflicts = heldFields(desk, row).filter(({ conflict }) => conflict);
  const open = definition.fields.filter(
    ({ key }) => settled[key] === undefined && conflicts.some(({ field }) => field === key),
  );
  if (open.length > 0)
    throw new LedgerError("HELD_CONFLICT", {
      title: await titleOf(desk, row),
      fields: open.map(({ zh }) => `“${zh}”`).join("、"),
      fields_en: open.map(({ en }) => en).join(", "),
    });
  return new Set(conflicts.map(({ field }) => field).filter((field) => settled[field] === "now"));
}

async function titleOf(desk: Desk, { change, was, now }: MovedRow): Promise<string> {
  const values = now?.values ?? was ?? (change.op === "create" ? change.values : {});
  const [title = ""] = await titlesOf(desk.database, desk.records, [{ ...change, values }]);
  return title === "" ? desk.records.get(change.record).definition.zh : title;
}

/**
 * Who goes on with an import that was accepted and cut short does so in the names of its acceptance. Anybody else's
 * import he goes on with as himself.
 */
export async function goingOn(desk: Desk, actor: Actor, importId: string): Promise<Actor> {
  requireRight(actor, "materials");
  const { rows } = await desk.database.query<{ maker: string; maker_name: string }>(
    `select maker, maker_name from ${desk.records.get(HELD_RECORD).table} where id = $1 and state = 'accepted'`,
    [importId],
  );
  const [accepted] = rows;
  if (accepted === undefined) return actor;
  return { ...actor, checking: { maker: { id: accepted.maker, name: accepted.maker_name }, held: null } };
}

import { HELD_RECORD, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change, Command, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { titlesOf } from "../querying/titles.js";
import { heldFields, isGone, type MovedRow, movedRows } from "./held-rows.js";
import { heldChangeOf, listedChanges } from "./hold.js";
import type { Acceptance } from "./holding-desk.js";
import { rowKey, type StoredHeld } from "./stored-held.js";

/** The checker as the one who carries out what its maker asked for; both names go into the link. */
export function asChecker(actor: Actor, held: StoredHeld): Actor {
  const maker = { id: held.maker, name: String(held.row.values.maker_name) };
  return { ...actor, checking: { maker, held: { id: held.id, version: held.version } } };
}

/** What an acceptance writes of the held change itself. */
export function acceptedValues(actor: Actor, maker: string): Values {
  return {
    state: "accepted",
    checker_name: actor.name,
    checked_at: new Date().toISOString(),
    check_kind: maker === actor.account_id ? "self_checked" : "checked",
  };
}

/** The change that an accepted import's first transaction makes of its held change; none where nobody checks. */
export function acceptedChange(actor: Actor): readonly Change[] {
  const { checking } = actor;
  if (checking?.held == null) return [];
  return [heldChangeOf(checking.held, acceptedValues(actor, checking.maker.id))];
}

/**
 * Carries a held command out over the rows as they stand. A row that moved since the checker looked refuses it
 * (HELD_MOVED); a field that stands otherwise since it was asked for must be settled (HELD_CONFLICT); what cannot be
 * written as it was asked goes back to its maker (HELD_OUTDATED). One transaction with the state of the held change.
 */
export async function acceptCommand(
  desk: Desk,
  actor: Actor,
  held: StoredHeld,
  command: Command,
  { seen = {}, settled = {} }: Acceptance,
): Promise<void> {
  const acting = asChecker(actor, held);
  const listed = new Set(listedChanges(command.changes));
  const changes: Change[] = [];
  const left = new Set<string>();
  for (const row of await movedRows(desk, command)) {
    const { change, now } = row;
    const key = rowKey(change);
    if (!listed.has(change)) {
      // What the ledger keeps of a document's checking is only right as it was.
      if (change.op !== "create" && String(now?.seq) !== change.version)
        throw new LedgerError("HELD_OUTDATED", { title: String(held.row.values.title ?? "") });
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
  const { sources: _all, ...rest } = command;
  await desk.write(acting, {
    ...rest,
    command_id: held.id,
    changes: [...changes, ...acceptedChange(acting)],
    ...(sources.length === 0 ? {} : { sources }),
  });
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

import { maskedFor } from "../account/mask-numbers.js";
import type { Actor } from "../actor.js";
import { canonicalJson } from "../chain/canonical-json.js";
import type { Change, Command, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { groupBy } from "../group-by.js";
import { titlesOf } from "../querying/titles.js";
import { normaliseValue } from "../schema/record-columns.js";
import type { KeptRecord } from "../schema/record-set.js";
import { type StandingRow, standingRow, standingRows } from "../writing/standing-row.js";
import { isListed, listedChanges } from "./hold.js";
import type { HeldField, HeldRow } from "./holding-desk.js";
import { rowKey } from "./stored-held.js";

/** A change with the row as its maker saw it and as it stands; `was` null: nothing stood, or it was erased since. */
export interface MovedRow {
  readonly change: Change;
  readonly was: Values | null;
  readonly now: StandingRow | null;
}

/** Every change of some commands beside its row. Two people on one row are told apart field by field. */
export async function movedRows(desk: Desk, commands: readonly Command[]): Promise<readonly MovedRow[]> {
  const changes = commands.flatMap((command) => command.changes);
  const standing = new Map<string, StandingRow>();
  for (const [, some] of groupBy(changes, ({ record, scope_id }) => `${record} ${scope_id}`)) {
    const [first] = some;
    if (first === undefined) continue;
    const { record, scope_id } = first;
    const ids = some.map(({ id }) => id);
    for (const [id, row] of await standingRows(desk.database, desk.records.get(record), scope_id, ids))
      standing.set(rowKey({ record, scope_id, id }), row);
  }
  const moved: MovedRow[] = [];
  for (const change of changes) {
    const now = standing.get(rowKey(change)) ?? null;
    const seen = change.op === "create" || now === null || String(now.seq) === change.version;
    moved.push({
      change,
      now,
      was: seen
        ? change.op === "create"
          ? null
          : (now?.values ?? null)
        : await versionOf(desk, desk.records.get(change.record), change),
    });
  }
  return moved;
}

async function versionOf(
  desk: Desk,
  record: KeptRecord,
  { scope_id, id, version }: Extract<Change, { version: string }>,
): Promise<Values | null> {
  const { rows } = await desk.database.query(
    `select ${record.columns} from ${record.past} where scope_id = $1 and id = $2 and seq = $3`,
    [scope_id, id, version],
  );
  return rows[0] === undefined ? null : standingRow(record, rows[0]).values;
}

/** The fields that a change asks for, each as it was, as asked for and as it is. */
export function heldFields(desk: Desk, { change, was, now }: MovedRow): readonly HeldField[] {
  if (change.op === "remove") return [];
  const asked = askedValues(desk, change);
  const { definition } = desk.records.get(change.record);
  return definition.fields.flatMap(({ key: field }): HeldField[] => {
    if (!(field in asked)) return [];
    const after = asked[field] ?? null;
    const before = was?.[field] ?? null;
    const present = change.op === "create" ? null : (now?.values[field] ?? null);
    const moved = !same(before, present);
    if (same(before, after) && !moved) return [];
    return [{ field, before, after, now: present, conflict: moved && !same(after, present) }];
  });
}

/** Values in the one form in which rows are stored, those of a new row without what is empty. */
function askedValues(desk: Desk, change: Exclude<Change, { op: "remove" }>): Values {
  const record = desk.records.get(change.record);
  const values = Object.entries(change.values).map(
    ([key, value]) => [key, normaliseValue(record.definition, record.field(key), value)] as const,
  );
  return Object.fromEntries(change.op === "change" ? values : values.filter(([, value]) => value !== null));
}

export function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}

/** Whether a change can no longer be made as it was asked: its row is gone, is there already, or is not what was to be removed. */
export function isGone({ change, now }: MovedRow): boolean {
  if (change.op === "create") return now !== null;
  if (now === null) return true;
  return change.op === "remove" && String(now.seq) !== change.version;
}

/** What a checker decides on: rows of the ledgers, in the order of the command, numbers masked for who need not see them. */
export async function heldRows(desk: Desk, actor: Actor, commands: readonly Command[]): Promise<readonly HeldRow[]> {
  const listed = new Set(listedChanges(commands.flatMap(({ changes }) => changes)));
  const moved = (await movedRows(desk, commands)).filter(({ change }) => listed.has(change));
  const made = created(commands);
  const rows: HeldRow[] = [];
  const shown = moved.map(({ change, now }) => {
    const values = now?.values ?? (change.op === "remove" ? {} : askedValues(desk, change));
    return { ...change, values };
  });
  const titles = await titlesOf(desk.database, desk.records, shown, made);
  for (const [at, one] of moved.entries()) {
    const { change, was, now } = one;
    const { definition } = desk.records.get(change.record);
    const mask = maskedFor(actor, definition);
    const masked = (field: string, value: HeldField["now"]) => mask({ [field]: value })[field] ?? null;
    const values = shown[at]?.values ?? {};
    const fields = heldFields(desk, one);
    const touched = new Set(fields.map(({ field }) => field));
    const others = now === null || was === null || change.op === "create" ? [] : definition.fields;
    rows.push({
      key: rowKey(change),
      ...{ record: change.record, scope_id: change.scope_id, id: change.id, op: change.op, title: titles[at] ?? "" },
      version: now === null ? null : String(now.seq),
      values: mask(values),
      fields: fields.map((field) => ({
        ...field,
        before: masked(field.field, field.before),
        after: masked(field.field, field.after),
        now: masked(field.field, field.now),
      })),
      meanwhile: others
        .filter(({ key }) => !touched.has(key) && !same(was?.[key], now?.values[key]))
        .map(({ key }) => ({
          field: key,
          before: masked(key, was?.[key] ?? null),
          now: masked(key, now?.values[key] ?? null),
        })),
      changed_by: await changedBy(desk, one),
      gone: isGone(one),
    });
  }
  return [...rows, ...(await statedRows(desk, actor, commands, new Set(rows.map(({ key }) => key))))];
}

/** Rows of which only something is noted: what the document says beside what stands. */
async function statedRows(
  desk: Desk,
  actor: Actor,
  commands: readonly Command[],
  changed: ReadonlySet<string>,
): Promise<readonly HeldRow[]> {
  const stated = commands
    .flatMap(({ sources = [] }) => sources)
    .map((source) => ({ ...source, id: source.record_id }))
    .filter((source) => isListed(source.record) && !changed.has(rowKey(source)));
  const rows: HeldRow[] = [];
  for (const [key, sources] of groupBy(stated, rowKey)) {
    const [first] = sources;
    if (first === undefined) continue;
    const { record, scope_id, id } = first;
    const kept = desk.records.get(record);
    const now = (await standingRows(desk.database, kept, scope_id, [id])).get(id) ?? null;
    const values = now?.values ?? {};
    const [title = ""] = await titlesOf(desk.database, desk.records, [{ record, scope_id, id, values }]);
    const mask = maskedFor(actor, kept.definition);
    const masked = (field: string, value: HeldField["now"]) => mask({ [field]: value })[field] ?? null;
    rows.push({
      ...{ key, record, scope_id, id, op: "source", title, values: mask(values) },
      version: now === null ? null : String(now.seq),
      fields: [...groupBy(sources, ({ field, value }) => canonicalJson([field, value])).values()].flatMap(([said]) => {
        if (said === undefined) return [];
        const { field, value } = said;
        const stands = masked(field, values[field] ?? null);
        return { field, before: stands, after: masked(field, value), now: stands, conflict: false };
      }),
      ...{ meanwhile: [], changed_by: null, gone: now === null },
    });
  }
  return rows;
}

function created(commands: readonly Command[]) {
  return commands.flatMap(({ changes }) => changes).flatMap((change) => (change.op === "create" ? [change] : []));
}

/** Who wrote the row last, where that was after its maker saw it. */
async function changedBy(desk: Desk, { change, now }: MovedRow): Promise<HeldRow["changed_by"]> {
  if (change.op === "create" || (now !== null && String(now.seq) === change.version)) return null;
  const { past } = desk.records.get(change.record);
  const { rows } = await desk.database.query<{ who: string; at: string }>(
    `select coalesce(maker_name, actor_name) as who, at from change
      where scope_id = $1 and seq = coalesce($2::bigint, (select max(until_seq) from ${past} where scope_id = $1 and id = $3))
      limit 1`,
    [change.scope_id, now === null ? null : String(now.seq), change.id],
  );
  const [last] = rows;
  return last === undefined ? null : { who: last.who, at: last.at };
}

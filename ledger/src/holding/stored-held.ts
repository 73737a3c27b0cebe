import { NIL_SCOPE } from "@shanhai/model";
import { HELD_RECORD, mayCheckHeld, mayDo, mayReadRecord, maySee } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Command } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { isUuid } from "../schema/record-columns.js";
import type { SqlRow } from "../sql.js";
import { type StandingRow, standingRow, standingRows } from "../writing/standing-row.js";
import type { HeldKind, HeldLine, HeldState, HeldWork } from "./holding-desk.js";

/** A held change as it is kept. `work` null: what it held was erased. */
export interface StoredHeld {
  readonly id: string;
  readonly version: string;
  readonly kind: HeldKind;
  readonly state: HeldState;
  readonly office: string;
  readonly maker: string;
  readonly row: StandingRow;
  readonly work: HeldWork | null;
}

const TABLE = (desk: Desk) => desk.records.get(HELD_RECORD);

/** Rows of the table that fit a condition on `$2` and further, the oldest first. */
export async function heldWhere(desk: Desk, condition: string, values: readonly unknown[]): Promise<StoredHeld[]> {
  const record = TABLE(desk);
  const { rows } = await desk.database.query<SqlRow>(
    `select ${record.columns} from ${record.table} where scope_id = $1 and ${condition} order by made_at, id limit 500`,
    [NIL_SCOPE, ...values],
  );
  return rows.map((row) => storedHeld(standingRow(record, row)));
}

/** One by id, whoever asks; null where there is none. */
export async function heldById(desk: Desk, id: string): Promise<StoredHeld | null> {
  const row = (await standingRows(desk.database, TABLE(desk), NIL_SCOPE, [id])).get(id);
  return row === undefined ? null : storedHeld(row);
}

/** One that the actor may open: his office's, of ledgers and pairs that he reads, and no colleague's draft (HELD_MISSING). */
export async function openHeld(desk: Desk, actor: Actor, id: string): Promise<StoredHeld> {
  const held = isUuid(id) ? await heldById(desk, id) : null;
  if (held === null || !seesHeld(desk, actor, held)) throw new LedgerError("HELD_MISSING");
  return held;
}

/** 草稿 is its maker's; from 待审 on it is the office's, as far as each of its people reads those ledgers. */
export function seesHeld(desk: Desk, actor: Actor, { office, maker, state, row }: StoredHeld): boolean {
  if (!mayDo(actor, "read") || actor.office?.id !== office) return false;
  if (state === "draft" || state === "dropped") return maker === actor.account_id;
  return (
    maySee(actor, String(row.values.scope)) &&
    texts(row.values.records).every((name) => mayReadRecord(actor, desk.records.get(name).definition))
  );
}

function storedHeld(row: StandingRow): StoredHeld {
  const { values } = row;
  const [work] = Array.isArray(values.work) ? values.work : [];
  return {
    id: row.id,
    version: String(row.seq),
    // Kept as this room wrote them.
    kind: values.kind as HeldKind,
    state: values.state as HeldState,
    office: String(values.office),
    maker: String(values.maker),
    row,
    work: work === undefined ? null : (work as unknown as HeldWork),
  };
}

/** The commands that it would carry out, in their order; none of an import. */
export function commandsOf(work: HeldWork | null): readonly Command[] {
  return work?.kind === "rows" ? [work.command, ...(work.more ?? [])] : [];
}

/** As a list shows it. */
export function heldLine(actor: Actor, held: StoredHeld, onlyPerson: boolean): HeldLine {
  const { values } = held.row;
  const text = (field: string) => {
    const value = values[field];
    return typeof value === "string" ? value : null;
  };
  return {
    id: held.id,
    version: held.version,
    kind: held.kind,
    state: held.state,
    scope_id: String(values.scope),
    records: texts(values.records),
    title: text("title") ?? "",
    reason: text("reason") ?? "",
    maker: String(values.maker_name),
    made_at: String(values.made_at),
    checker: text("checker_name"),
    checked_at: text("checked_at"),
    check_kind: values.check_kind === "checked" || values.check_kind === "self_checked" ? values.check_kind : null,
    note: text("note"),
    own: held.maker === actor.account_id,
    may_check: held.state === "waiting" && held.work !== null && mayCheckHeld(actor, held, onlyPerson),
  };
}

/** 一人办公: nobody else has a post in the office. */
export async function isOnlyPerson(desk: Desk, actor: Actor): Promise<boolean> {
  if (actor.office === undefined) return false;
  const { rows } = await desk.database.query<{ others: boolean }>(
    `select exists (select 1 from membership m join account a on a.id = m.account and not a.disabled
                     where m.scope_id = $1 and m.office = $2 and m.state = 'active' and m.account <> $3) as others`,
    [NIL_SCOPE, actor.office.id, actor.account_id],
  );
  return rows[0]?.others !== true;
}

/** `record/scope/id`: how a row is named among those that a change touches. */
export function rowKey({ record, scope_id, id }: { record: string; scope_id: string; id: string }): string {
  return `${record}/${scope_id}/${id}`;
}

export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

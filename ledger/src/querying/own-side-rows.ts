import { otherSideOf } from "../account/other-side.js";
import type { Actor } from "../actor.js";
import { identifier } from "../schema/record-columns.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import type { Sql } from "../sql.js";
import type { Bind } from "./bind.js";

/**
 * The condition on row `r` that it is not the other side's, for what would tell of its work: a list that asks for a hidden field, the
 * log of changes. Null where the actor is told of every row.
 */
export function ownSideRows(records: RecordSet, record: KeptRecord, actor: Actor, bind: Bind): string | null {
  const { definition } = record;
  const other = otherSideOf(actor, definition);
  const { otherSide, parent } = definition;
  if (other === null || otherSide === undefined) return null;
  const theirs = bind(other, "text");
  if (otherSide.of === "row" || parent === undefined) return `r.${identifier(otherSide.side)} <> ${theirs}`;
  const above = records.get(parent.record).table;
  return `not exists (select from ${above} a where a.scope_id = r.scope_id and a.id = r.${identifier(parent.field)}
    and a.${identifier(otherSide.side)} = ${theirs})`;
}

/** Which of some rows are the other side's: by the row itself, or by what it is a part of. */
export async function othersRows(
  store: { readonly db: Sql; readonly records: RecordSet },
  actor: Actor,
  record: KeptRecord,
  rows: readonly {
    readonly scope_id: string;
    readonly id: string;
    readonly values: { readonly [field: string]: unknown };
  }[],
): Promise<ReadonlySet<string>> {
  const { definition } = record;
  const other = otherSideOf(actor, definition);
  const { otherSide, parent } = definition;
  if (other === null || otherSide === undefined || rows.length === 0) return new Set();
  if (otherSide.of === "row" || parent === undefined)
    return new Set(
      rows.flatMap(({ scope_id, id, values }) => (values[otherSide.side] === other ? `${scope_id} ${id}` : [])),
    );
  const above = store.records.get(parent.record);
  const { rows: theirs } = await store.db.query<{ scope_id: string; id: string }>(
    `select scope_id, id from ${above.table} where scope_id = any($1::uuid[]) and id = any($2::uuid[])
       and ${identifier(otherSide.side)} = $3`,
    [rows.map(({ scope_id }) => scope_id), rows.map(({ values }) => values[parent.field]), other],
  );
  const wholes = new Set(theirs.map(({ scope_id, id }) => `${scope_id} ${id}`));
  return new Set(
    rows.flatMap(({ scope_id, id, values }) =>
      wholes.has(`${scope_id} ${String(values[parent.field])}`) ? `${scope_id} ${id}` : [],
    ),
  );
}

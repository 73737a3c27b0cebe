import { type FieldValue, NIL_SCOPE } from "@shanhai/model";
import type { Change } from "../command.js";
import { LedgerError } from "../error-codes.js";
import { groupBy } from "../group-by.js";
import { pointersTo } from "../schema/pointers.js";
import { identifier } from "../schema/record-columns.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import type { Sql } from "../sql.js";

/**
 * Refuses a command after which a row would point to nothing: a reference that it writes must find its row, in the same
 * scope, in the pair that the row names for it (`within`), or among the reference rows (REFERENCE_MISSING), and a row that it removes must not be pointed to any more
 * (ROW_NEEDED). Looked at when all its rows are written, so that rows made or removed together need no order. There are
 * no foreign keys in the database: the same schema is spread over a Citus cluster, and past versions keep theirs.
 */
export async function checkReferences(sql: Sql, records: RecordSet, changes: readonly Change[]): Promise<void> {
  await requireTargets(sql, records, changes);
  await requireFree(sql, records, changes);
}

interface Reference {
  readonly record: KeptRecord;
  readonly field: string;
  readonly target: string;
  readonly scope_id: string;
  readonly id: string;
}

async function requireTargets(sql: Sql, records: RecordSet, changes: readonly Change[]): Promise<void> {
  const written = changes.flatMap((change) => referencesOf(records, change));
  for (const [name, references] of groupBy(written, ({ target }) => target)) {
    const asked = new Map(references.map((reference) => [keyOf(reference), reference]));
    const rows = [...asked.values()];
    const { rows: found } = await sql.query<{ scope_id: string; id: string }>(
      `select t.scope_id, t.id from ${records.get(name).table} t
       join unnest($1::uuid[], $2::uuid[]) as asked (scope_id, id) on t.scope_id = asked.scope_id and t.id = asked.id`,
      [rows.map(({ scope_id }) => scope_id), rows.map(({ id }) => id)],
    );
    const there = new Set(found.map(keyOf));
    const missing = rows.find((reference) => !there.has(keyOf(reference)));
    if (missing === undefined) continue;
    const { definition } = missing.record;
    const field = missing.record.field(missing.field);
    throw new LedgerError("REFERENCE_MISSING", {
      record: definition.zh,
      record_en: definition.en,
      field: field.zh,
      field_en: field.en,
      target: records.get(name).definition.zh,
      target_en: records.get(name).definition.en,
    });
  }
}

function keyOf({ scope_id, id }: { readonly scope_id: string; readonly id: string }): string {
  return `${scope_id} ${id}`;
}

function referencesOf(records: RecordSet, change: Change): Reference[] {
  if (change.op === "remove") return [];
  const record = records.get(change.record);
  return Object.entries(change.values).flatMap(([key, value]): Reference[] => {
    const target = record.field(key).record;
    // A large document's facts are written in parts before the document itself: until it stands they count for nothing.
    if (target === undefined || target === "document" || !records.has(target)) return [];
    const { within } = record.field(key);
    const named = within === undefined ? null : change.values[within];
    const beside = typeof named === "string" && named !== "" ? named : change.scope_id;
    const scope_id = records.get(target).definition.keeping === "reference" ? NIL_SCOPE : beside;
    return idsIn(value).map((id) => ({ record, field: key, target, scope_id, id }));
  });
}

function idsIn(value: FieldValue): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.filter((item) => typeof item === "string" && item !== "").map(String);
}

async function requireFree(sql: Sql, records: RecordSet, changes: readonly Change[]): Promise<void> {
  const removed = changes.filter(({ op }) => op === "remove");
  for (const [name, rows] of groupBy(removed, ({ record }) => record)) {
    const { definition } = records.get(name);
    const values = [rows.map(({ id }) => id), [...new Set(rows.map(({ scope_id }) => scope_id))]];
    for (const { from, field } of pointersTo(records, name)) {
      const column = identifier(field.key);
      const points = field.type === "references" ? `${column} && $1::uuid[]` : `${column} = any($1::uuid[])`;
      const named = field.within === undefined ? "" : ` or ${identifier(field.within)} = any($2::uuid[])`;
      const here =
        definition.keeping === "reference" ? "cardinality($2::uuid[]) > 0" : `(scope_id = any($2::uuid[])${named})`;
      const { rows: pointing } = await sql.query(
        `select 1 from ${from.table} where ${points} and ${here} limit 1`,
        values,
      );
      if (pointing.length > 0)
        throw new LedgerError("ROW_NEEDED", {
          record: definition.zh,
          record_en: definition.en,
          from: from.definition.zh,
          from_en: from.definition.en,
          field: field.zh,
          field_en: field.en,
        });
    }
  }
}

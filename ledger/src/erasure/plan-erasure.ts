import { type FieldValue, NIL_SCOPE } from "@shanhai/model";
import { groupBy } from "../group-by.js";
import { columnsToValues, identifier } from "../schema/record-columns.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sql, SqlRow } from "../sql.js";
import type { Store } from "../store.js";
import { type StandingRow, standingRow, standingRows } from "../writing/standing-row.js";

/** A row that a document stated something of. */
export interface TouchedRow {
  readonly record: string;
  readonly scopeId: string;
  readonly id: string;
  /** The first version that may hold a value of the document; null: none does. */
  readonly firstSeq: bigint | null;
  readonly standing: StandingRow | null;
  /** Sources of other documents that stand now. */
  readonly others: readonly StandingRow[];
  /** Fields whose value comes from the document now; every field where nobody else states the row. */
  readonly fields: readonly string[];
}

export interface ErasurePlan {
  readonly documentId: string;
  /** Every scope in which something is erased. */
  readonly scopes: readonly string[];
  readonly rows: readonly TouchedRow[];
  /** Whether a row goes altogether; else it stays, without what came from the document. */
  goes(row: Pick<TouchedRow, "record" | "scopeId" | "id">): boolean;
}

/**
 * What erasing a document means for the records. A row goes when only this document states it and nothing that stays
 * points to it. Regions, parties, pairs and organisations known by a public code (UUIDv5) always stay: they hold no
 * words of the document in what they are called.
 */
export async function planErasure(sql: Sql, store: Store, documentId: string): Promise<ErasurePlan> {
  const stated = await statedByDocument(sql, store, documentId);
  const rows: TouchedRow[] = [];
  for (const [, entries] of groupBy(stated, ({ record, scopeId }) => `${record} ${scopeId}`))
    rows.push(...(await touchedRows(sql, store, entries, documentId)));
  const going = new Map(
    rows
      .filter((row) => row.others.length === 0 && row.standing !== null && !isCoded(row.id))
      .map((row) => [keyOf(row), row]),
  );
  while (await keepPointedTo(sql, store, going));
  // A row that was removed before is in the past only: its versions go.
  for (const row of rows) if (row.standing === null) going.set(keyOf(row), row);
  return {
    documentId,
    scopes: [...new Set(rows.map(({ scopeId }) => scopeId))],
    rows,
    goes: (row) => going.has(keyOf(row)),
  };
}

/** UUIDv5: made from a public code. */
export function isCoded(id: string): boolean {
  return id[14] === "5";
}

function keyOf({ record, scopeId, id }: Pick<TouchedRow, "record" | "scopeId" | "id">): string {
  return `${record} ${scopeId} ${id}`;
}

interface Stated {
  readonly record: string;
  readonly scopeId: string;
  readonly id: string;
  readonly firstSeq: bigint | null;
}

async function statedByDocument(sql: Sql, store: Store, documentId: string): Promise<Stated[]> {
  const { table, past } = store.records.get("source");
  const { rows } = await sql.query<
    SqlRow & { scope_id: string; record: string; record_id: string; first: bigint | null }
  >(
    `select scope_id, record, record_id, min(seq) filter (where chosen) as first from (
       select scope_id, record, record_id, seq, chosen from ${table} where document_id = $1
       union all select scope_id, record, record_id, seq, chosen from ${past} where document_id = $1) s
     group by scope_id, record, record_id`,
    [documentId],
  );
  const stated = rows.map(({ scope_id, record, record_id, first }) => ({
    record,
    scopeId: scope_id,
    id: record_id,
    firstSeq: first,
  }));
  return [...stated, ...(await importedFrom(sql, store, documentId))];
}

/** Rows of bulk records have no sources: those that runs of this workbook brought (15,000 ID numbers, say) are its words. */
async function importedFrom(sql: Sql, store: Store, documentId: string): Promise<Stated[]> {
  const { rows: runs } = await sql.query<{ id: string }>(
    `select r.id from run r join document d on d.sha256 = encode(r.file_hash, 'hex')
      where d.scope_id = $1 and d.id = $2`,
    [NIL_SCOPE, documentId],
  );
  if (runs.length === 0) return [];
  const stated: Stated[] = [];
  for (const { definition, table, past } of store.records.all.filter((record) => record.definition.bulk === true)) {
    const { rows } = await sql.query<{ scope_id: string; id: string; first: bigint }>(
      `select scope_id, id, min(seq) as first from (
         select scope_id, id, seq from ${table} where run = any($1::uuid[])
         union all select scope_id, id, seq from ${past} where run = any($1::uuid[])) s
       group by scope_id, id`,
      [runs.map(({ id }) => id)],
    );
    for (const { scope_id, id, first } of rows)
      stated.push({ record: definition.name, scopeId: scope_id, id, firstSeq: first });
  }
  return stated;
}

async function touchedRows(
  sql: Sql,
  store: Store,
  entries: readonly Stated[],
  documentId: string,
): Promise<TouchedRow[]> {
  const [first] = entries;
  if (first === undefined) return [];
  const { record, scopeId } = first;
  const ids = entries.map(({ id }) => id);
  const standing = await standingRows(sql, store.records.get(record), scopeId, ids);
  const source = store.records.get("source");
  const { rows } = await sql.query(
    `select ${source.columns} from ${source.table}
     where scope_id = $1 and record = $2 and record_id = any($3::uuid[]) order by seq, id`,
    [scopeId, record, ids],
  );
  const byRow = groupBy(
    rows.map((row) => standingRow(source, row)),
    ({ values }) => String(values.record_id),
  );
  return entries.map((entry): TouchedRow => {
    const live = byRow.get(entry.id) ?? [];
    const own = live.filter(({ values }) => values.document_id === documentId);
    const chosen = own.filter(({ values }) => values.chosen === true).map(({ values }) => String(values.field));
    const others = live.filter(({ values }) => values.document_id !== documentId);
    const row = standing.get(entry.id) ?? null;
    // Nobody else states the row: what it says without a source came from the document as well.
    const all = others.length === 0 && !isCoded(entry.id) ? Object.keys(row?.values ?? {}) : [];
    return {
      ...entry,
      standing: row,
      others,
      fields: [...new Set([...chosen, ...all])],
    };
  });
}

/** Takes rows that something which stays points to out of those that go; true when there were any. */
async function keepPointedTo(sql: Sql, store: Store, going: Map<string, TouchedRow>): Promise<boolean> {
  let kept = false;
  for (const [name, rows] of groupBy([...going.values()], ({ record }) => record)) {
    const ids = rows.map(({ id }) => id);
    for (const record of store.records.all)
      for (const pointer of await pointersTo(sql, record, name, ids)) {
        if (going.has(keyOf(pointer.from))) continue;
        for (const row of rows) if (pointer.to.includes(row.id)) kept = going.delete(keyOf(row)) || kept;
      }
  }
  return kept;
}

interface Pointer {
  readonly from: Pick<TouchedRow, "record" | "scopeId" | "id">;
  readonly to: readonly FieldValue[];
}

async function pointersTo(sql: Sql, record: KeptRecord, target: string, ids: readonly string[]): Promise<Pointer[]> {
  const { definition } = record;
  const fields = definition.fields.filter((field) => field.record === target);
  const pointers: Pointer[] = [];
  for (const { key, type } of fields) {
    const condition = type === "references" ? "&& $1::uuid[]" : "= any($1::uuid[])";
    const { rows } = await sql.query<SqlRow & { scope_id: string; id: string }>(
      `select ${record.columns} from ${record.table} where ${identifier(key)} ${condition}`,
      [ids],
    );
    for (const row of rows) {
      const value = columnsToValues(definition, row)[key] ?? null;
      const to = Array.isArray(value) ? value : [value];
      pointers.push({ from: { record: definition.name, scopeId: row.scope_id, id: row.id }, to });
    }
  }
  return pointers;
}

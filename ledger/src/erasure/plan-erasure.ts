import { type FieldValue, hasRuns, NIL_SCOPE } from "@shanhai/model";
import { groupBy } from "../group-by.js";
import { columnsToValues, identifier } from "../schema/record-columns.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sql, SqlRow } from "../sql.js";
import type { Store } from "../store.js";
import { type StandingRow, standingRow, standingRows, type Values } from "../writing/standing-row.js";

/** A row that a document stated something of. */
export interface TouchedRow {
  readonly record: string;
  readonly scopeId: string;
  readonly id: string;
  /** The first version that may hold a value of the document; null: none does. */
  readonly firstSeq: bigint | null;
  readonly standing: StandingRow | null;
  /** What the row said before the import that is erased touched it; null where it made the row, and for whole documents. */
  readonly before: Values | null;
  /** Sources of other documents that stand now. */
  readonly others: readonly StandingRow[];
  /** Fields whose value comes from the document now; every field where nobody else states the row. */
  readonly fields: readonly string[];
}

export interface ErasurePlan {
  readonly documentId: string;
  /** Which sources go: those of the document, or those that the runs of one import wrote. */
  readonly sources: ErasedSources;
  /** Every scope in which something is erased. */
  readonly scopes: readonly string[];
  readonly rows: readonly TouchedRow[];
  /** Whether a row goes altogether; else it stays, without what came from the document. */
  goes(row: Pick<TouchedRow, "record" | "scopeId" | "id">): boolean;
}

/** Sources that are erased, as a condition with its values, for the versions of one scope (`$1`). */
export interface ErasedSources {
  readonly condition: string;
  readonly values: readonly unknown[];
  has(source: StandingRow): boolean;
}

/**
 * What erasing a document means for the records. A row goes when only this document states it and nothing that stays
 * points to it. Regions, parties, pairs and organisations known by a public code (UUIDv5) always stay: they hold no
 * words of the document in what they are called. With `runs` only what these runs of an import brought is meant: the document
 * stays, and what another import of it brought.
 */
export async function planErasure(
  sql: Sql,
  store: Store,
  documentId: string,
  runs?: readonly string[],
): Promise<ErasurePlan> {
  const sources =
    runs === undefined ? sourcesOfDocument(documentId) : await sourcesOfRuns(sql, store, documentId, runs);
  const stated = await statedBy(sql, store, sources, runs ?? (await runsOf(sql, documentId)));
  const rows: TouchedRow[] = [];
  for (const [, entries] of groupBy(stated, ({ record, scopeId }) => `${record} ${scopeId}`))
    rows.push(...(await touchedRows(sql, store, entries, sources, runs !== undefined)));
  const going = new Map(
    rows
      .filter((row) => row.before === null && row.others.length === 0 && row.standing !== null && !isCoded(row.id))
      .map((row) => [keyOf(row), row]),
  );
  while (await keepPointedTo(sql, store, going));
  // A row that was removed before is in the past only: its versions go.
  for (const row of rows) if (row.standing === null) going.set(keyOf(row), row);
  return {
    documentId,
    sources,
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

function sourcesOfDocument(documentId: string): ErasedSources {
  return {
    condition: "document_id = $2",
    values: [documentId],
    has: ({ values }) => values.document_id === documentId,
  };
}

/** Those that a link of one of these runs wrote first. */
async function sourcesOfRuns(
  sql: Sql,
  store: Store,
  documentId: string,
  runs: readonly string[],
): Promise<ErasedSources> {
  const { table, past } = store.records.get("source");
  const { rows } = await sql.query<SqlRow & { id: string }>(
    `select s.id from (
       select scope_id, id, min(seq) as seq from (
         select scope_id, id, seq from ${table} where document_id = $1
         union all select scope_id, id, seq from ${past} where document_id = $1) v group by scope_id, id) s
     join change c on c.scope_id = s.scope_id and c.seq = s.seq where c.source = any($2::text[])`,
    [documentId, runs.map((run) => `run:${run}`)],
  );
  const ids = new Set(rows.map(({ id }) => id));
  return { condition: "id = any($2::uuid[])", values: [[...ids]], has: ({ id }) => ids.has(id) };
}

async function runsOf(sql: Sql, documentId: string): Promise<readonly string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `select r.id from run r join document d on d.sha256 = encode(r.file_hash, 'hex')
      where d.scope_id = $1 and d.id = $2`,
    [NIL_SCOPE, documentId],
  );
  return rows.map(({ id }) => id);
}

async function statedBy(sql: Sql, store: Store, sources: ErasedSources, runs: readonly string[]): Promise<Stated[]> {
  const { table, past } = store.records.get("source");
  const condition = sources.condition.replace("$2", "$1");
  const { rows } = await sql.query<
    SqlRow & { scope_id: string; record: string; record_id: string; first: bigint | null }
  >(
    `select scope_id, record, record_id, min(seq) filter (where chosen) as first from (
       select scope_id, record, record_id, seq, chosen from ${table} where ${condition}
       union all select scope_id, record, record_id, seq, chosen from ${past} where ${condition}) s
     group by scope_id, record, record_id`,
    sources.values,
  );
  const stated = rows.map(({ scope_id, record, record_id, first }) => ({
    record,
    scopeId: scope_id,
    id: record_id,
    firstSeq: first,
  }));
  return [...stated, ...(await importedBy(sql, store, runs))];
}

/** Rows that came by runs have no sources: those that runs of a workbook brought (15,000 ID numbers, say) are its words. */
async function importedBy(sql: Sql, store: Store, runs: readonly string[]): Promise<Stated[]> {
  if (runs.length === 0) return [];
  const stated: Stated[] = [];
  for (const { definition, table, past } of store.records.all.filter((record) => hasRuns(record.definition))) {
    const { rows } = await sql.query<{ scope_id: string; id: string; first: bigint }>(
      `select scope_id, id, min(seq) as first from (
         select scope_id, id, seq from ${table} where run = any($1::uuid[])
         union all select scope_id, id, seq from ${past} where run = any($1::uuid[])) s
       group by scope_id, id`,
      [runs],
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
  sources: ErasedSources,
  ofRuns: boolean,
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
  const earlier = ofRuns ? await valuesBefore(sql, store.records.get(record), scopeId, entries) : null;
  return entries.map((entry): TouchedRow => {
    const live = byRow.get(entry.id) ?? [];
    const own = live.filter((one) => sources.has(one));
    const chosen = own.filter(({ values }) => values.chosen === true).map(({ values }) => String(values.field));
    const others = live.filter((one) => !sources.has(one));
    const row = standing.get(entry.id) ?? null;
    // Nobody else states the row: what it says without a source came from the document as well.
    const all = others.length === 0 && !isCoded(entry.id) ? Object.keys(row?.values ?? {}) : [];
    return {
      ...entry,
      standing: row,
      before: earlier?.get(entry.id) ?? null,
      others,
      fields: [...new Set([...chosen, ...all])],
    };
  });
}

/** Rows of a roster that an earlier import made and this one changed: what they said before. Other rows' sources tell it. */
async function valuesBefore(
  sql: Sql,
  record: KeptRecord,
  scopeId: string,
  entries: readonly Stated[],
): Promise<ReadonlyMap<string, Values>> {
  const { definition, past, columns } = record;
  if (!hasRuns(definition)) return new Map();
  const touched = entries.filter(({ firstSeq }) => firstSeq !== null);
  const { rows } = await sql.query(
    `select ${columns} from (
       select distinct on (p.id) p.* from ${past} p
         join unnest($2::uuid[], $3::bigint[]) as t (touched, first) on t.touched = p.id and p.seq < t.first
        where p.scope_id = $1 order by p.id, p.seq desc) v`,
    [scopeId, touched.map(({ id }) => id), touched.map(({ firstSeq }) => String(firstSeq))],
  );
  return new Map(rows.map((row) => [String(row.id), columnsToValues(definition, row)]));
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

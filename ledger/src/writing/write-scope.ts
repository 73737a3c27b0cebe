import type { LinkRow } from "../chain/chain.js";
import type { Change } from "../command.js";
import { LedgerError } from "../error-codes.js";
import { groupBy } from "../group-by.js";
import { type TitledRow, titlesOf } from "../querying/titles.js";
import type { KeptRecord } from "../schema/record-set.js";
import { rowGrams } from "../schema/row-grams.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";
import { mergedValues, type PreparedVersion, prepareVersion } from "./prepared-rows.js";
import { type RowStep, type ScopeWork, type StandingRow, standingRows } from "./standing-row.js";
import { refuseVersion } from "./version-refusal.js";
import { planSources } from "./write-sources.js";

/** Writes the rows and sources of one scope and says what its link must name. */
export async function writeScope(sql: Sql, store: Store, work: ScopeWork): Promise<LinkRow[]> {
  const steps = new Map<string, RowStep[]>();
  for (const [name, changes] of groupBy(work.changes, ({ record }) => record)) {
    const record = store.records.get(name);
    const ids = changes.map(({ id }) => id);
    const standing = await standingRows(sql, record, work.scopeId, ids);
    const planned: RowStep[] = [];
    for (const change of changes)
      planned.push(await planStep(sql, store, work, record, change, standing.get(change.id)));
    steps.set(name, planned);
  }
  const links: LinkRow[] = [];
  for (const [name, planned] of steps)
    links.push(...(await applySteps(sql, store, store.records.get(name), work, planned)));
  const sourceSteps = await planSources(sql, store, work, steps);
  links.push(...(await applySteps(sql, store, store.records.get("source"), work, sourceSteps)));
  return links;
}

async function planStep(
  sql: Sql,
  store: Store,
  work: ScopeWork,
  record: KeptRecord,
  change: Change,
  was: StandingRow | undefined,
): Promise<RowStep> {
  if (change.op === "create") {
    if (was !== undefined)
      throw new LedgerError("ROW_EXISTS", {
        record: record.definition.zh,
        record_en: record.definition.en,
        id: change.id,
      });
    const values = work.prepared.created.get(change) ?? mergedValues(record, {}, change.values);
    work.refuseRow?.(record.definition, { ...values, id: change.id });
    work.refuseStep?.(record.definition, null, values);
    return { id: change.id, was: null, values };
  }
  if (was === undefined || String(was.seq) !== change.version) throw await refuseVersion(sql, store, record, change);
  const values = change.op === "remove" ? null : mergedValues(record, was.values, change.values);
  for (const version of [was.values, values ?? was.values])
    work.refuseRow?.(record.definition, { ...version, id: change.id });
  if (values !== null) work.refuseStep?.(record.definition, was.values, values);
  return { id: change.id, was, values };
}

/** Replaced and removed versions go to the past, new ones are written; each row becomes one line of the link. */
export async function applySteps(
  sql: Sql,
  store: Store,
  record: KeptRecord,
  work: ScopeWork,
  steps: readonly RowStep[],
): Promise<LinkRow[]> {
  if (steps.length === 0) return [];
  const { definition } = record;
  const replaced = steps.flatMap(({ was }) => (was === null ? [] : [was.id]));
  if (replaced.length > 0) await moveToPast(sql, record, work, replaced);
  const written = steps.flatMap(({ id, values }): WrittenRow[] => {
    if (values === null) return [];
    const row = { record: definition.name, scope_id: work.scopeId, id, values };
    return [{ ...row, prepared: work.prepared.versions.get(values) ?? prepareVersion(record, row) }];
  });
  await insertRows(sql, store, record, work, written);
  const digests = new Map(written.map(({ id, prepared }) => [id, prepared.digest]));
  return steps.map(({ id, was }) => {
    const digest = digests.get(id);
    if (digest !== undefined) return { op: was === null ? "create" : "change", record: definition.name, id, digest };
    return { op: "remove", record: definition.name, id, digest: null };
  });
}

interface WrittenRow extends TitledRow {
  readonly prepared: PreparedVersion;
}

async function moveToPast(sql: Sql, record: KeptRecord, work: ScopeWork, ids: readonly string[]): Promise<void> {
  await sql.query(
    `insert into ${record.past} (${record.columns}, until_seq)
     select ${record.columns}, $3 from ${record.table} where scope_id = $1 and id = any($2::uuid[])`,
    [work.scopeId, ids, work.seq],
  );
  await sql.query(`delete from ${record.table} where scope_id = $1 and id = any($2::uuid[])`, [work.scopeId, ids]);
}

async function insertRows(
  sql: Sql,
  store: Store,
  record: KeptRecord,
  work: ScopeWork,
  written: readonly WrittenRow[],
): Promise<void> {
  if (written.length === 0) return;
  const untitled = written.filter(({ prepared }) => !prepared.titled);
  const titles = await titlesOf(sql, store.records, untitled, [...written, ...madeBeside(work)]);
  const grams = new Map(
    untitled.map(({ id, values }, at) => [id, rowGrams(record.definition, values, titles[at] ?? "")]),
  );
  const rows = written.map(({ id, prepared }) => {
    const own = grams.get(id);
    return own === undefined
      ? prepared.columns
      : JSON.stringify({ ...JSON.parse(prepared.columns), search_grams: own });
  });
  await sql.query(
    `insert into ${record.table} (${record.columns})
     select ${record.columns.replace('"seq"', "$2::bigint")} from jsonb_populate_recordset(null::${record.table}, $1::jsonb)`,
    [`[${rows.join(",")}]`, work.seq],
  );
}

/** Rows that the same command makes: they may give a title before they are written. */
function madeBeside(work: ScopeWork): TitledRow[] {
  return work.beside.flatMap((change) => (change.op === "create" ? [{ ...change }] : []));
}

import { canonicalJson } from "../chain/canonical-json.js";
import { LedgerError } from "../error-codes.js";
import { groupBy } from "../group-by.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";
import type { MadeSource } from "./prepared-rows.js";
import {
  type RowStep,
  type ScopeWork,
  type StandingRow,
  standingRow,
  standingRows,
  type Values,
} from "./standing-row.js";

/**
 * What happens to sources in one scope: given entries are made, withdrawn ones and those of removed rows go to the
 * past, and per field one source is the chosen one. A newly chosen source takes the place of the one before; when a
 * chosen one is withdrawn, the last one that states the row's value takes its place, if there is one.
 */
export async function planSources(
  sql: Sql,
  store: Store,
  work: ScopeWork,
  rowSteps: ReadonlyMap<string, readonly RowStep[]>,
): Promise<RowStep[]> {
  const source = store.records.get("source");
  const withdrawn = await withdrawnSources(sql, source, work);
  const given = work.sources.flatMap(({ id }) => id ?? []);
  const [taken] = given.length === 0 ? [] : (await standingRows(sql, source, work.scopeId, given)).keys();
  if (taken !== undefined)
    throw new LedgerError("ROW_EXISTS", { record: source.definition.zh, record_en: source.definition.en, id: taken });
  const touched = touchedRows(work, rowSteps, withdrawn);
  const steps = new Map<string, RowStep>();
  for (const [name, ids] of touched) {
    const record = store.records.get(name);
    const finals = await finalRows(sql, record, work, ids, rowSteps.get(name) ?? []);
    const standing = await sourcesOf(sql, source, work.scopeId, name, ids);
    for (const row of standing)
      if (withdrawn.has(row.id) || finals.get(String(row.values.record_id)) === null)
        steps.set(row.id, { id: row.id, was: row, values: null });
    const kept = standing.filter((row) => !steps.has(row.id));
    const made = work.sources
      .filter((entry) => entry.record === name)
      .flatMap((entry) => work.prepared.made.get(entry) ?? []);
    for (const { values } of made)
      if ((finals.get(String(values.record_id)) ?? null) === null)
        throw new LedgerError("SOURCE_WITHOUT_ROW", { record: record.definition.zh, record_en: record.definition.en });
    for (const step of choose(kept, made, steps, finals)) steps.set(step.id, step);
  }
  return [...steps.values()];
}

/** Per field of a row, one chosen source among those that stay and those that are made. */
function choose(
  kept: readonly StandingRow[],
  made: readonly MadeSource[],
  gone: ReadonlyMap<string, RowStep>,
  finals: ReadonlyMap<string, Values | null>,
): RowStep[] {
  const all = [...kept, ...made.map((entry) => ({ ...entry, seq: null, salt: null }))];
  const steps: RowStep[] = [];
  const lostChoice = new Set(
    [...gone.values()].flatMap(({ was }) => (was?.values.chosen === true ? [fieldKey(was)] : [])),
  );
  for (const [key, entries] of groupBy(all, fieldKey)) {
    let chosen = entries.findLast(({ values }) => values.chosen === true);
    if (chosen === undefined && lostChoice.has(key)) {
      const [first] = entries;
      const final = finals.get(String(first?.values.record_id))?.[String(first?.values.field)] ?? null;
      chosen = entries.findLast(({ values }) => canonicalJson(values.value ?? null) === canonicalJson(final));
    }
    for (const entry of entries) {
      const same = entry.values.chosen === (entry === chosen);
      const values = same ? entry.values : { ...entry.values, chosen: entry === chosen };
      if (entry.seq === null) steps.push({ id: entry.id, was: null, values });
      else if (entry.values.chosen !== values.chosen) steps.push({ id: entry.id, was: entry, values });
    }
  }
  return steps;
}

function fieldKey({ values }: { readonly values: Values }): string {
  return `${values.record_id} ${values.field}`;
}

async function withdrawnSources(sql: Sql, source: KeptRecord, work: ScopeWork): Promise<Map<string, StandingRow>> {
  if (work.withdrawn.length === 0) return new Map();
  const standing = await standingRows(sql, source, work.scopeId, work.withdrawn);
  if (work.withdrawn.some((id) => !standing.has(id))) throw new LedgerError("SOURCE_MISSING");
  return standing;
}

/** Rows whose sources may change, by record. */
function touchedRows(
  work: ScopeWork,
  rowSteps: ReadonlyMap<string, readonly RowStep[]>,
  withdrawn: ReadonlyMap<string, StandingRow>,
): Map<string, string[]> {
  const rows = [
    ...work.sources.map(({ record, record_id }) => ({ record, id: record_id })),
    ...[...withdrawn.values()].map(({ values }) => ({
      record: String(values.record),
      id: String(values.record_id),
    })),
    ...[...rowSteps].flatMap(([record, steps]) =>
      steps.filter((s) => s.values === null).map(({ id }) => ({ record, id })),
    ),
  ];
  const touched = new Map<string, string[]>();
  for (const [record, of] of groupBy(rows, ({ record }) => record))
    touched.set(record, [...new Set(of.map(({ id }) => id))]);
  return touched;
}

/** The rows as they are after the command; null for one that is not there. */
async function finalRows(
  sql: Sql,
  record: KeptRecord,
  work: ScopeWork,
  ids: readonly string[],
  steps: readonly RowStep[],
): Promise<Map<string, Values | null>> {
  const planned = new Map(steps.map(({ id, values }) => [id, values]));
  const others = ids.filter((id) => !planned.has(id));
  const standing = others.length === 0 ? new Map() : await standingRows(sql, record, work.scopeId, others);
  return new Map(
    ids.map((id) => [id, planned.has(id) ? (planned.get(id) ?? null) : (standing.get(id)?.values ?? null)]),
  );
}

async function sourcesOf(
  sql: Sql,
  source: KeptRecord,
  scopeId: string,
  record: string,
  ids: readonly string[],
): Promise<StandingRow[]> {
  const { rows } = await sql.query(
    `select ${source.columns} from ${source.table}
     where scope_id = $1 and record = $2 and record_id = any($3::uuid[]) order by seq, id`,
    [scopeId, record, ids],
  );
  return rows.map((row) => standingRow(source, row));
}

import { type FieldValue, NIL_SCOPE, type RecordDefinition } from "@shanhai/model";
import { columnsToValues } from "../schema/record-columns.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";

import type { Sql, SqlRow } from "../sql.js";

/** A row as its title needs it. */
export interface TitledRow {
  readonly record: string;
  readonly scope_id: string;
  readonly id: string;
  readonly values: { readonly [field: string]: FieldValue };
}

/** A pair is named by its parties, a party by its region: no title needs more steps than this. */
const STEPS = 3;

/**
 * What rows are called on screen: the values of their title fields in order, where a field points to another row that
 * row's own title. `known` are rows that stand in no table yet. Gives the titles in the order of `rows`; asks the
 * database once per record and step, not per row.
 */
export async function titlesOf(
  sql: Sql,
  records: RecordSet,
  rows: readonly TitledRow[],
  known: readonly TitledRow[] = [],
  steps = STEPS,
): Promise<readonly string[]> {
  const wanted = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const { record, id } of titleReferences(records.get(row.record).definition, row)) {
      if (!records.has(record)) continue;
      const ids = wanted.get(record) ?? new Set();
      wanted.set(record, ids.add(id));
    }
  }
  const titles = new Map<string, string>();
  if (steps > 0) {
    for (const [record, ids] of wanted) {
      const at = new Map(known.filter((row) => row.record === record).map((row) => [row.id, row]));
      const here = [...ids].flatMap((id) => at.get(id) ?? []);
      const missing = [...ids].filter((id) => !at.has(id));
      const found = [...here, ...(await rowsById(sql, records, records.get(record), missing, rows))];
      const named = await titlesOf(sql, records, found, known, steps - 1);
      for (const [index, { id }] of found.entries()) titles.set(id, named[index] ?? "");
    }
  }
  return rows.map((row) => titleText(records.get(row.record).definition, row.values, titles));
}

/** What the rows that others point to are called, by id: for a list that prints its references without asking for each. */
export async function referenceTitles(
  sql: Sql,
  records: RecordSet,
  rows: readonly TitledRow[],
): Promise<{ readonly [id: string]: string }> {
  const wanted = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const field of records.get(row.record).definition.fields) {
      const value = row.values[field.key];
      if (field.record === undefined || !records.has(field.record) || value === null || value === undefined) continue;
      const ids = wanted.get(field.record) ?? new Set();
      for (const id of Array.isArray(value) ? value : [value]) if (typeof id === "string") ids.add(id);
      wanted.set(field.record, ids);
    }
  }
  const titles: { [id: string]: string } = {};
  for (const [record, ids] of wanted) {
    const found = await rowsById(sql, records, records.get(record), [...ids], rows);
    const named = await titlesOf(sql, records, found);
    for (const [at, { id }] of found.entries()) titles[id] = named[at] ?? "";
  }
  return titles;
}

/** The title of a row that no other row gives a part of; null where one does. */
export function ownTitle(definition: RecordDefinition, values: TitledRow["values"]): string | null {
  if (titleFields(definition).some(({ record }) => record !== undefined)) return null;
  return titleText(definition, values, new Map());
}

/** Points of a title that lead to other rows. */
function titleReferences(definition: RecordDefinition, row: TitledRow): { record: string; id: string }[] {
  return titleFields(definition).flatMap((field) => {
    const value = row.values[field.key];
    if (field.record === undefined || value === null || value === undefined) return [];
    const ids = field.type === "reference" ? [value] : field.type === "references" && Array.isArray(value) ? value : [];
    return ids.filter((id) => typeof id === "string").map((id) => ({ record: field.record ?? "", id }));
  });
}

async function rowsById(
  sql: Sql,
  records: RecordSet,
  record: KeptRecord,
  ids: readonly string[],
  beside: readonly TitledRow[],
): Promise<TitledRow[]> {
  if (ids.length === 0) return [];
  // A row points into its own scope, the pair that it names, or to a reference row.
  const scopes = record.definition.keeping === "reference" ? [NIL_SCOPE] : pointedInto(records, beside);
  const { rows } = await sql.query<SqlRow & { scope_id: string; id: string }>(
    `select ${record.columns} from ${record.table} where scope_id = any($1::uuid[]) and id = any($2::uuid[])`,
    [scopes, ids],
  );
  return rows.map((row) => ({
    record: record.definition.name,
    scope_id: row.scope_id,
    id: row.id,
    values: columnsToValues(record.definition, row),
  }));
}

/** The scopes that rows point into. */
function pointedInto(records: RecordSet, rows: readonly TitledRow[]): readonly string[] {
  const scopes = rows.flatMap(({ record, scope_id, values }) => {
    const named = records.get(record).definition.fields.flatMap(({ within }) => {
      const scope = within === undefined ? null : values[within];
      return typeof scope === "string" && scope !== "" ? [scope] : [];
    });
    return [scope_id, ...named];
  });
  return [...new Set(scopes)];
}

function titleText(
  definition: RecordDefinition,
  values: TitledRow["values"],
  titles: ReadonlyMap<string, string>,
): string {
  const parts = titleFields(definition).flatMap((field) => {
    const value = values[field.key] ?? null;
    const one = (item: unknown): string => {
      if (typeof item !== "string") return "";
      if (field.type === "reference" || field.type === "references") return titles.get(item) ?? "";
      return field.codes?.find(({ code }) => code === item)?.zh ?? item;
    };
    return Array.isArray(value) ? value.map(one).join("、") : one(value);
  });
  return parts.filter((part) => part !== "").join(" ");
}

function titleFields(definition: RecordDefinition) {
  return definition.title.flatMap((key) => definition.fields.find((field) => field.key === key) ?? []);
}

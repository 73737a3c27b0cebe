import type { FieldValue } from "@shanhai/model";
import type { LinkRow } from "../chain/chain.js";
import { groupBy } from "../group-by.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";
import type { RowStep, ScopeWork, Values } from "../writing/standing-row.js";
import { applySteps } from "../writing/write-scope.js";
import { erasedRow } from "./erased.js";
import { type ErasurePlan, isCoded, type TouchedRow } from "./plan-erasure.js";

/** What stands where a text must stand and nobody else states one. */
const ERASED_TEXT = "（已清除）";

/**
 * Erases in one scope what came from the document: rows that go, with all their versions; from rows that stay, the
 * values that another source does not state, and the versions that held them; the document's sources.
 */
export async function eraseRows(sql: Sql, store: Store, work: ScopeWork, plan: ErasurePlan): Promise<LinkRow[]> {
  const rows = plan.rows.filter(({ scopeId }) => scopeId === work.scopeId);
  const lines: LinkRow[] = [];
  const source = store.records.get("source");
  lines.push(...(await takeVersions(sql, source, work.scopeId, plan.sources.condition, plan.sources.values)));
  const sourceSteps: RowStep[] = [];
  for (const [name, of] of groupBy(rows, ({ record }) => record)) {
    const record = store.records.get(name);
    const gone = of.filter((row) => plan.goes(row)).map(({ id }) => id);
    lines.push(...(await takeVersions(sql, record, work.scopeId, "id = any($2::uuid[])", [gone])));
    // What proved a row that is gone proves nothing any more; its file stays for whatever else it proves.
    const proof = store.records.get("proof");
    const proving = "record = $2 and record_id = any($3::uuid[])";
    lines.push(...(await takeVersions(sql, proof, work.scopeId, proving, [name, gone])));
    const staying = of.filter((row) => !plan.goes(row));
    const steps: RowStep[] = [];
    for (const row of staying) {
      const { values, chosen } = valuesWithout(record, row);
      if (row.standing !== null && row.fields.length > 0) steps.push({ id: row.id, was: row.standing, values });
      for (const was of chosen) sourceSteps.push({ id: was.id, was, values: { ...was.values, chosen: true } });
    }
    lines.push(...(await applySteps(sql, store, record, work, steps)));
    for (const { id, firstSeq } of staying)
      if (firstSeq !== null) lines.push(...(await takePast(sql, record, work.scopeId, id, firstSeq)));
  }
  lines.push(...(await applySteps(sql, store, source, work, sourceSteps)));
  return lines;
}

/** The values of a row that stays: what another source states, else nothing; and the sources chosen instead. */
function valuesWithout({ definition }: KeptRecord, { standing, before, fields, others, id }: TouchedRow) {
  if (before !== null) return { values: before, chosen: [] };
  const values: { [field: string]: FieldValue } = { ...standing?.values };
  const chosen = fields.flatMap((key) => {
    const other = others.findLast(({ values: stated }) => stated.field === key);
    const field = definition.fields.find((each) => each.key === key);
    if (other !== undefined) values[key] = other.values.value ?? null;
    else if (field?.required !== true) values[key] = null;
    // What a code says, and what only points or counts, holds no words; a text that must stand is replaced.
    else if (!isCoded(id) && (field.type === "text" || field.type === "long_text")) values[key] = ERASED_TEXT;
    return other === undefined ? [] : [other];
  });
  return { values: values satisfies Values, chosen };
}

/** Deletes versions, current and past, and names them. */
export async function takeVersions(
  sql: Sql,
  record: KeptRecord,
  scopeId: string,
  condition: string,
  values: readonly unknown[],
): Promise<LinkRow[]> {
  const lines: LinkRow[] = [];
  for (const table of [record.table, record.past])
    lines.push(
      ...(await taken(sql, record, `delete from ${table} where scope_id = $1 and ${condition}`, [scopeId, ...values])),
    );
  return lines;
}

async function takePast(sql: Sql, record: KeptRecord, scopeId: string, id: string, from: bigint): Promise<LinkRow[]> {
  const text = `delete from ${record.past} where scope_id = $1 and id = $2 and seq >= $3`;
  return taken(sql, record, text, [scopeId, id, from]);
}

async function taken(sql: Sql, record: KeptRecord, text: string, values: readonly unknown[]): Promise<LinkRow[]> {
  const { rows } = await sql.query<{ id: string; seq: bigint }>(`${text} returning id, seq`, values);
  return rows.map(({ id, seq }) => erasedRow(record.definition.name, id, String(seq)));
}

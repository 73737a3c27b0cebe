import { type FieldValue, NIL_SCOPE } from "@shanhai/model";
import type { LinkRow } from "../chain/chain.js";
import { personalDigest } from "../chain/row-digest.js";
import { identifier } from "../schema/record-columns.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";
import { type ScopeWork, standingRow, standingRows } from "../writing/standing-row.js";
import { applySteps } from "../writing/write-scope.js";
import { takeVersions } from "./erase-rows.js";
import { erasedRow } from "./erased.js";
import type { ErasurePlan } from "./plan-erasure.js";

/**
 * Erases what the ledger keeps of the document itself. Its texts and facts go altogether. The document, its submissions
 * and decisions stay without their words – who brought it, who decided – and the document gets a new version, so that
 * whoever checks it at this moment is refused. Decisions on other documents lose what they hold of its values.
 */
export async function eraseDocumentRows(
  sql: Sql,
  store: Store,
  work: ScopeWork,
  plan: ErasurePlan,
): Promise<LinkRow[]> {
  const { documentId } = plan;
  const lines: LinkRow[] = [];
  for (const name of ["document_text", "fact"])
    lines.push(...(await takeVersions(sql, store.records.get(name), NIL_SCOPE, "document = $2", [documentId])));
  // After its text, which whoever fills in the grams holds until they are there.
  await sql.query("delete from document_search where scope_id = $1 and document = $2", [NIL_SCOPE, documentId]);
  for (const name of ["submission", "decision"]) {
    const record = store.records.get(name);
    lines.push(...(await blankVersions(sql, record, "document = $2", [documentId])));
  }
  const decision = store.records.get("decision");
  const foreign = await decisionsWithValues(sql, decision, plan);
  lines.push(...(await blankVersions(sql, decision, "id = any($2::uuid[])", [foreign])));

  const document = store.records.get("document");
  const was = (await standingRows(sql, document, NIL_SCOPE, [documentId])).get(documentId);
  if (was === undefined) throw new Error("the document is gone while its chain is locked");
  const words = document.definition.fields.filter(({ personal }) => personal === true).map(({ key }) => [key, null]);
  const values = { ...was.values, ...Object.fromEntries(words) };
  lines.push(...(await applySteps(sql, store, document, work, [{ id: documentId, was, values }])));
  const { rows } = await sql.query<{ id: string; seq: bigint }>(
    `delete from ${document.past} where scope_id = $1 and id = $2 returning id, seq`,
    [NIL_SCOPE, documentId],
  );
  lines.push(...rows.map(({ id, seq }) => erasedRow("document", id, String(seq))));
  return lines;
}

/** What was laid before a colleague (待审变更) and holds the document's words, or its file as a proof to come. */
export function eraseHeld(sql: Sql, store: Store, documentId: string, sha256: string): Promise<LinkRow[]> {
  const condition = "(document = $2 or files @> array[$3]::text[])";
  return blankVersions(sql, store.records.get("held_change"), condition, [documentId, sha256]);
}

/** Takes personal values and salts away and keeps their HMACs, so that the rest of each version can still be verified. */
async function blankVersions(
  sql: Sql,
  record: KeptRecord,
  condition: string,
  values: readonly unknown[],
): Promise<LinkRow[]> {
  const { definition } = record;
  const personal = definition.fields.filter((field) => field.personal === true).map(({ key }) => key);
  const blank = [...personal.map((key) => `${identifier(key)} = null`), "salt = null"].join(", ");
  const lines: LinkRow[] = [];
  for (const table of [record.table, record.past]) {
    const { rows } = await sql.query(
      `select ${record.columns} from ${table} where scope_id = $1 and ${condition} and salt is not null`,
      [NIL_SCOPE, ...values],
    );
    for (const row of rows.map((each) => standingRow(record, each))) {
      for (const key of personal) await keepDigest(sql, record, row, key);
      lines.push(erasedRow(definition.name, row.id, String(row.seq)));
      await sql.query(`update ${table} set ${blank} where scope_id = $1 and id = $2 and seq = $3`, [
        NIL_SCOPE,
        row.id,
        row.seq,
      ]);
    }
  }
  return lines;
}

async function keepDigest(
  sql: Sql,
  { definition }: KeptRecord,
  row: ReturnType<typeof standingRow>,
  key: string,
): Promise<void> {
  const value: FieldValue = row.values[key] ?? null;
  if (value === null) return;
  await sql.query(
    "insert into erased_value (scope_id, record, record_id, seq, field, hmac) values ($1, $2, $3, $4, $5, $6)",
    [NIL_SCOPE, definition.name, row.id, row.seq, key, personalDigest(definition, key, value, row.salt)],
  );
}

/** Decisions on other documents that say what stood before, value or source, in a row which this document stated. */
async function decisionsWithValues(sql: Sql, decision: KeptRecord, plan: ErasurePlan): Promise<string[]> {
  const found: string[] = [];
  for (const { id } of plan.rows) {
    const { rows } = await sql.query<{ id: string }>(
      `select id from ${decision.table} where scope_id = $1 and document <> $2
         and jsonb_path_exists(written, '$[*] ? (@.id == $row && (@.action == "change" || exists(@.withdrawn[*])))', jsonb_build_object('row', $3::text))`,
      [NIL_SCOPE, plan.documentId, id],
    );
    found.push(...rows.map((row) => row.id));
  }
  return [...new Set(found)];
}

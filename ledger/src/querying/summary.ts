import { NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Summary } from "../ledger.js";

/**
 * What the ledger holds (总览). Counts are worked out in the database, per scope and by narrow indexes; nothing is
 * loaded. An actor of some scopes counts the records of those.
 */
export async function summary(desk: Desk, actor: Actor): Promise<Summary> {
  const sql = desk.database;
  const documents = await sql.query<{ documents: bigint; waiting: bigint | null }>(
    `select count(*) as documents, sum(open_facts) filter (where not withdrawn)::bigint as waiting
       from document where scope_id = $1 and name is not null`,
    [NIL_SCOPE],
  );
  const repairs = await sql.query<{ repair: string; count: bigint }>(
    `select item ->> 'repair' as repair, sum((item ->> 'count')::bigint)::bigint as count
       from document, jsonb_array_elements(damage) as item
      where scope_id = $1 and name is not null group by 1 order by 2 desc, 1`,
    [NIL_SCOPE],
  );
  const facts = await sql.query<{ kind: string; count: bigint }>(
    "select kind, count(*) as count from fact where scope_id = $1 and not set_aside group by kind order by kind",
    [NIL_SCOPE],
  );
  const statements = await sql.query<{ count: bigint }>(
    "select count(*) as count from statement where state = 'open' and ($1::uuid[] is null or scope_id = any($1::uuid[]))",
    [scopesOf(actor)],
  );
  return {
    documents: Number(documents.rows[0]?.documents ?? 0),
    repairs: Object.fromEntries(repairs.rows.map(({ repair, count }) => [repair, Number(count)])),
    facts: Object.fromEntries(facts.rows.map(({ kind, count }) => [kind, Number(count)])),
    records: await recordCounts(desk, actor),
    waiting: Number(documents.rows[0]?.waiting ?? 0),
    statements_open: Number(statements.rows[0]?.count ?? 0),
  };
}

/** What the ledger keeps of its own work: no record of the trade. */
const INTERNAL = new Set(["document", "document_text", "submission", "fact", "decision", "source", "proof"]);

async function recordCounts(desk: Desk, actor: Actor): Promise<Summary["records"]> {
  const counted = desk.records.all.filter(({ definition }) => !INTERNAL.has(definition.name));
  const each = counted.map(
    ({ definition, table }) =>
      `select '${definition.name}' as record, count(*) as count from ${table}
        where ${definition.keeping === "reference" ? "scope_id = $1" : "($2::uuid[] is null or scope_id = any($2::uuid[]))"}`,
  );
  if (each.length === 0) return {};
  const { rows } = await desk.database.query<{ record: string; count: bigint }>(each.join(" union all "), [
    NIL_SCOPE,
    scopesOf(actor),
  ]);
  return Object.fromEntries(rows.map(({ record, count }) => [record, Number(count)]));
}

/** Null: all scopes. */
function scopesOf(actor: Actor): readonly string[] | null {
  return actor.scopes === "all" ? null : actor.scopes;
}

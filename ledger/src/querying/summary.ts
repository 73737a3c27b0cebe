import { NIL_SCOPE } from "@shanhai/model";
import { seenDocument } from "../account/document-access.js";
import { mayDo, mayReadRecord, requireRight } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Summary } from "../ledger.js";
import { binder, bindTo } from "./bind.js";
import { limitConditions } from "./page-query.js";
import { seenRows } from "./seen-rows.js";

/**
 * What the ledger holds (总览), of what the actor may read. Counts are worked out in the database, per scope and by narrow
 * indexes; nothing is loaded.
 */
export async function summary(desk: Desk, actor: Actor): Promise<Summary> {
  requireRight(actor, "read");
  const sql = desk.database;
  const values: unknown[] = [NIL_SCOPE];
  const seen = seenDocument(actor, bindTo(values));
  const documents = await sql.query<{ documents: bigint; waiting: bigint | null }>(
    `select count(*) as documents, sum(open_facts) filter (where not withdrawn)::bigint as waiting
       from document d where scope_id = $1 and name is not null and ${seen}`,
    values,
  );
  const repairs = await sql.query<{ repair: string; count: bigint }>(
    `select item ->> 'repair' as repair, sum((item ->> 'count')::bigint)::bigint as count
       from document d, jsonb_array_elements(damage) as item
      where scope_id = $1 and name is not null and ${seen} group by 1 order by 2 desc, 1`,
    values,
  );
  // Everybody's facts are counted by their index alone.
  const ofSeen =
    seen === "true"
      ? ""
      : `and exists (select 1 from document d where d.scope_id = f.scope_id and d.id = f.document and ${seen})`;
  const facts = await sql.query<{ kind: string; count: bigint }>(
    `select kind, count(*) as count from fact f where scope_id = $1 and not set_aside ${ofSeen} group by kind order by kind`,
    values,
  );
  const open: unknown[] = [];
  const statements = mayReadRecord(actor, desk.records.get("statement").definition)
    ? await sql.query<{ count: bigint; agreed: bigint }>(
        `select count(*) as count, count(*) filter (where r.grade = 'agreed') as agreed from statement r
          where r.state = 'open' and ${seenRows(desk.records.get("statement"), actor, (value, type) => `$${open.push(value)}::${type}`)}`,
        open,
      )
    : { rows: [] };
  return {
    documents: Number(documents.rows[0]?.documents ?? 0),
    repairs: Object.fromEntries(repairs.rows.map(({ repair, count }) => [repair, Number(count)])),
    facts: Object.fromEntries(facts.rows.map(({ kind, count }) => [kind, Number(count)])),
    records: await recordCounts(desk, actor),
    waiting: mayDo(actor, "materials") ? Number(documents.rows[0]?.waiting ?? 0) : 0,
    statements_agreed: Number(statements.rows[0]?.agreed ?? 0),
    statements_open: Number(statements.rows[0]?.count ?? 0),
  };
}

/** What the ledger keeps of its own work: no record of the trade. */
const INTERNAL = new Set([
  ...["holder", "office", "membership"],
  ...["document", "document_text", "submission", "fact", "decision", "source", "proof", "sheet_import", "sheet_layout"],
  "held_change",
]);

async function recordCounts(desk: Desk, actor: Actor): Promise<Summary["records"]> {
  const counted = desk.records.all.filter(
    ({ definition }) => !INTERNAL.has(definition.name) && mayReadRecord(actor, definition),
  );
  const { values, bind } = binder(NIL_SCOPE, scopesOf(actor));
  const each = counted.map((record) => {
    const { definition, table } = record;
    const scope =
      definition.keeping === "reference" ? "scope_id = $1" : "($2::uuid[] is null or scope_id = any($2::uuid[]))";
    const own = limitConditions(record, rowLimit(actor, definition), bind);
    return `select '${definition.name}' as record, count(*) as count from ${table} r where ${[scope, ...own].join(" and ")}`;
  });
  if (each.length === 0) return {};
  const { rows } = await desk.database.query<{ record: string; count: bigint }>(each.join(" union all "), values);
  return Object.fromEntries(rows.map(({ record, count }) => [record, Number(count)]));
}

/** Null: all scopes. */
function scopesOf(actor: Actor): readonly string[] | null {
  return actor.scopes === "all" ? null : actor.scopes;
}

import { titlesOf } from "../querying/titles.js";
import type { Sql, SqlRow } from "../sql.js";
import { columnsToValues } from "./record-columns.js";
import type { KeptRecord, RecordSet } from "./record-set.js";
import { rowGrams } from "./row-grams.js";

const PAGE = 500;

/**
 * Gives the rows of names that were written by a program without them their grams of initials: rows from before migration
 * 0110, and those of an older export. A page at a time; nothing of it is in a digest, as it follows from the row.
 */
export async function fillGrams(sql: Sql, records: RecordSet): Promise<void> {
  for (const record of records.all) {
    if (record.definition.order.sound === undefined) continue;
    let after: Place | null = null;
    do after = await fillPage(sql, records, record, after);
    while (after !== null);
  }
}

interface Place {
  readonly id: string;
  readonly scope_id: string;
}

/** Gives the row to go on after; null at the end. Names of letters and numbers only are looked at again each time. */
async function fillPage(
  sql: Sql,
  records: RecordSet,
  { definition, table, columns }: KeptRecord,
  after: Place | null,
): Promise<Place | null> {
  const { rows } = await sql.query<SqlRow & Place>(
    `select ${columns} from ${table}
     where ($1::uuid is null or (id, scope_id) > ($1::uuid, $2::uuid))
       and not exists (select 1 from unnest(search_grams) as g where g like '''%')
     order by id, scope_id limit ${PAGE}`,
    [after?.id ?? null, after?.scope_id ?? null],
  );
  if (rows.length === 0) return null;
  const named = rows.map((row) => ({
    record: definition.name,
    scope_id: row.scope_id,
    id: row.id,
    values: columnsToValues(definition, row),
  }));
  const titles = await titlesOf(sql, records, named);
  const filled = named.map(({ scope_id, id, values }, at) => ({
    scope_id,
    id,
    grams: rowGrams(definition, values, titles[at] ?? ""),
  }));
  await sql.query(
    `update ${table} t set search_grams = n.grams
     from jsonb_to_recordset($1::jsonb) as n (scope_id uuid, id uuid, grams text[])
     where t.scope_id = n.scope_id and t.id = n.id`,
    [JSON.stringify(filled)],
  );
  return rows.length < PAGE ? null : (rows.at(-1) ?? null);
}

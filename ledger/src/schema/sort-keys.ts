import type { Sql } from "../sql.js";
import { identifier, soundOf } from "./record-columns.js";
import type { RecordSet } from "./record-set.js";

const PAGE = 500;

/**
 * Gives every row that has no `sort_key` its own: rows from before the column was there, and those of an export that a
 * program without it made. A page at a time; nothing of it is in a digest, as it follows from the row.
 */
export async function fillSortKeys(sql: Sql, records: RecordSet): Promise<void> {
  for (const { definition, table, past } of records.all) {
    if (definition.order.sound === undefined) continue;
    const field = identifier(definition.order.field);
    for (const name of [table, past])
      for (let filled = PAGE; filled === PAGE; ) {
        const { rows } = await sql.query<{ scope_id: string; id: string; seq: bigint; words: string }>(
          `select scope_id, id, seq, ${field} as words from ${name} where sort_key = '' and ${field} <> '' limit ${PAGE}`,
        );
        filled = rows.length;
        if (filled > 0)
          await sql.query(
            `update ${name} t set sort_key = n.key
             from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[]) as n (scope_id, id, seq, key)
             where t.scope_id = n.scope_id and t.id = n.id and t.seq = n.seq`,
            [
              rows.map(({ scope_id }) => scope_id),
              rows.map(({ id }) => id),
              rows.map(({ seq }) => String(seq)),
              rows.map(({ words }) => soundOf(definition, words)),
            ],
          );
      }
  }
}

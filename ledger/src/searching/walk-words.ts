import { identifier } from "../schema/record-columns.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sql, SqlRow } from "../sql.js";

/** So many different words are met in some 30 ms of the embedded engine. */
const MOST = 3000;

/** A word of a column, and whether it is kept already. */
export interface WalkedWord extends SqlRow {
  readonly field: string;
  readonly word: string;
  readonly known: boolean;
}

/**
 * The different words of a scope's roll, from one to the next by the index that each of its columns of shared words has: a
 * village of a thousand rows costs one look instead of a thousand. Null where there are too many to be met at once.
 */
export async function walkWords(
  sql: Sql,
  { definition, table }: KeptRecord,
  scopeId: string,
  most = MOST,
): Promise<readonly WalkedWord[] | null> {
  const next = (column: string, from: string) =>
    `select r.${column} from ${table} r where r.scope_id = $1 and r.${column} > ${from} order by r.${column} limit 1`;
  const fields = definition.searched?.words ?? [];
  const walks = fields.map((field, at) => {
    const column = identifier(field);
    return `walk${at} (word) as ((${next(column, "''")}) union all
      select (${next(column, `w.word`)}) from walk${at} w where w.word is not null)`;
  });
  const met = fields.map(
    (field, at) => `(select '${field}' as field, word from walk${at} where word is not null limit $3)`,
  );
  const { rows } = await sql.query<WalkedWord>(
    `with recursive ${walks.join(", ")}
     select f.field, f.word, (select true from row_word k where k.scope_id = $1 and k.record = $2 and k.field = f.field
         and k.word = f.word collate "C") is not null as known
       from (${met.join(" union all ")} offset 0) f`,
    [scopeId, definition.name, most],
  );
  return rows.length < most ? rows : null;
}

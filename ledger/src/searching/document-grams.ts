import { NIL_SCOPE, searchGrams } from "@shanhai/model";
import type { Sql } from "../sql.js";

/** Texts at a time: some milliseconds of the embedded engine, as the index takes every pair of characters. */
const AT_ONCE = 8;
/** Texts that one search waits for. */
const ROUNDS = 5;

interface NewText {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly document: string;
  readonly seq: bigint;
  readonly name: string | null;
  readonly title: string | null;
  readonly repaired: string | null;
}

/**
 * Gives the documents that came in, or were read anew, since the last search their grams. Texts are written in the order
 * of one chain, so the last seq that is here says what is missing. True when more are left for the next search. A text
 * that is being erased is waited for and then not there.
 */
export async function fillDocumentGrams(sql: Sql): Promise<boolean> {
  for (let round = 0; round < ROUNDS; round++) {
    const { rows } = await sql.query<NewText>(
      `select t.id, t.document, t.seq, d.name, d.title, t.repaired
         from document_text t join document d on d.scope_id = t.scope_id and d.id = t.document
        where t.scope_id = $1 and t.seq > (select coalesce(max(seq), 0) from document_search where scope_id = $1)
        order by t.seq, t.id limit ${AT_ONCE}`,
      [NIL_SCOPE],
    );
    if (rows.length === 0) return false;
    const filled = rows.map(({ id, document, seq, name, title, repaired }) => ({
      id,
      document,
      seq: String(seq),
      grams: searchGrams([name, title, repaired].join("\n")),
    }));
    await sql.query(
      `insert into document_search (scope_id, document, seq, search_grams)
       select t.scope_id, t.document, t.seq, n.grams
         from jsonb_to_recordset($2::jsonb) as n (id uuid, seq bigint, grams text[])
         join document_text t on t.scope_id = $1 and t.id = n.id and t.seq = n.seq
          for share of t
       on conflict (scope_id, document) do update set seq = excluded.seq, search_grams = excluded.search_grams`,
      [NIL_SCOPE, JSON.stringify(filled)],
    );
    if (rows.length < AT_ONCE) return false;
  }
  return true;
}

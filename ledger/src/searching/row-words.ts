import { initialGrams, searchGrams } from "@shanhai/model";
import { identifier } from "../schema/record-columns.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import type { Database, Sql } from "../sql.js";
import { walkWords } from "./walk-words.js";

/** Links looked through at a time: at most 1,250 rows each, together a short while of the embedded engine. */
const LINKS = 10;
/** Looks that one search waits for. */
const ROUNDS = 50;
/** Longer ones are no name of anything. */
const LONGEST = 200;

/**
 * Gives the words of the rows that came in, or changed, since the last search their grams (`searched.words` of a record). A
 * chain grows link by link, so the last one that was looked through says what is missing. True when more is left for the
 * next search; `rounds`: how long one search waits; `patient`: no search waits at all. Who writes or erases in the scope is waited for, and waits.
 */
export async function fillRowWords(
  db: Database,
  records: RecordSet,
  { rounds = ROUNDS, patient = false }: { readonly rounds?: number; readonly patient?: boolean } = {},
): Promise<boolean> {
  let left = rounds;
  for (const record of recordsWithWords(records))
    for (const { scope_id } of await unread(db, record))
      do if (left-- === 0) return true;
      while (await db.transaction((sql) => readOn(sql, record, scope_id), { patient }));
  return false;
}

/** Words of a scope are made anew at the next search: rows of it were erased. */
export async function forgetRowWords(sql: Sql, scopeId: string): Promise<void> {
  await sql.query("delete from row_word where scope_id = $1", [scopeId]);
  await sql.query("delete from row_word_read where scope_id = $1", [scopeId]);
}

function recordsWithWords(records: RecordSet): readonly KeptRecord[] {
  return records.all.filter(({ definition }) => (definition.searched?.words ?? []).length > 0);
}

/** The scopes that have rows which nobody looked through. */
async function unread(sql: Sql, { definition, table }: KeptRecord): Promise<readonly { readonly scope_id: string }[]> {
  const { rows } = await sql.query<{ scope_id: string }>(
    // Of each scope the last link by its index: a planner that hopes to meet an unread row soon would go through them all.
    `select s.id as scope_id from scope s left join row_word_read k on k.scope_id = s.id and k.record = $1
      cross join lateral (
        select r.seq from ${table} r where r.scope_id = s.id order by r.seq desc limit 1) last
      where last.seq > coalesce(k.seq, 0)`,
    [definition.name],
  );
  return rows;
}

/** Looks through the next links of a scope; false at the end of its chain. */
async function readOn(sql: Sql, record: KeptRecord, scopeId: string): Promise<boolean> {
  const { definition, table } = record;
  const key = [scopeId, definition.name];
  const { rows: heads } = await sql.query<{ seq: bigint }>("select seq from head where scope_id = $1 for share", [
    scopeId,
  ]);
  const { rows } = await sql.query<{ first: bigint | null }>(
    `select min(r.seq) as first from ${table} r where r.scope_id = $1 and r.seq > coalesce(
       (select seq from row_word_read where scope_id = $1 and record = $2), 0)`,
    key,
  );
  const first = rows[0]?.first ?? null;
  if (first === null) return false;
  // Never beyond the chain's end: the next link is not read before it is there.
  const end = heads.reduce((most, { seq }) => (BigInt(seq) > most ? BigInt(seq) : most), BigInt(first));
  const upTo = BigInt(first) + BigInt(LINKS) - 1n;
  const walked = upTo < end && definition.bulk === true ? await walkWords(sql, record, scopeId) : null;
  const last = String(upTo < end && walked === null ? upTo : end);
  const found = walked?.filter(({ known }) => !known) ?? (await newWords(sql, record, scopeId, [String(first), last]));
  const words = found.flatMap(({ field, word }) =>
    [...word].length > LONGEST
      ? []
      : { ...{ field, word }, grams: [...searchGrams(word), ...initialGrams(word, "words")] },
  );
  if (words.length > 0)
    await sql.query(
      `insert into row_word (scope_id, record, field, word, search_grams)
       select $1, $2, n.field, n.word, n.grams from jsonb_to_recordset($3::jsonb) as n (field text, word text, grams text[])
       on conflict do nothing`,
      [...key, JSON.stringify(words)],
    );
  await sql.query(
    `insert into row_word_read (scope_id, record, seq) values ($1, $2, $3::bigint)
     on conflict (scope_id, record) do update set seq = excluded.seq`,
    [...key, last],
  );
  return true;
}

/** Words of these links that are not kept yet. */
async function newWords(
  sql: Sql,
  { definition, table }: KeptRecord,
  scopeId: string,
  links: readonly [first: string, last: string],
): Promise<readonly { readonly field: string; readonly word: string }[]> {
  // The different words first, then which of them are new by the key: joined, each row would be held against each word.
  const fields = (definition.searched?.words ?? []).map(
    (field) => `select distinct '${field}' as field, r.${identifier(field)} as word from ${table} r
      where r.scope_id = $1 and r.seq between $3::bigint and $4::bigint and char_length(r.${identifier(field)}) between 1 and ${LONGEST}`,
  );
  const { rows } = await sql.query<{ field: string; word: string }>(
    `select f.field, f.word from (${fields.join(" union all ")} offset 0) f
      where (select true from row_word w where w.scope_id = $1 and w.record = $2 and w.field = f.field
               and w.word = f.word collate "C") is null`,
    [scopeId, definition.name, ...links],
  );
  return rows;
}

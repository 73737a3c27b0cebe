import { recordDefinitions } from "@shanhai/model";
import { mayReadRecord } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Row } from "../ledger.js";
import {
  type Bind,
  keyset,
  orderBy,
  orderColumn,
  type PageKey,
  prefixed,
  readKey,
  writeKey,
} from "../querying/page-query.js";
import { seenRows } from "../querying/seen-rows.js";
import { namedRows, type StoredRow } from "../read.js";
import type { KeptRecord } from "../schema/record-set.js";
import { formerNames } from "../schema/row-grams.js";
import { type HitSources, hitSources } from "./hit-sources.js";
import type { SearchGroup, SearchHit } from "./search-desk.js";
import { gramsCondition, matchTitle, type SearchWord } from "./search-word.js";

/** All but lists of a hundred thousand people, which have no index of grams: those are looked through by village and unit. */
export const searchedRecords = recordDefinitions.filter(({ bulk }) => bulk !== true);

/** The records that have rows which may hold the words: one statement instead of a page of each. */
export async function recordsWithHits(
  desk: Desk,
  actor: Actor,
  words: readonly SearchWord[],
): Promise<ReadonlySet<string>> {
  const values: unknown[] = [];
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`;
  const parts = searchedRecords
    .filter((definition) => mayReadRecord(actor, definition))
    .map(({ name }) => {
      const record = desk.records.get(name);
      return `select '${name}' as record where exists (select 1 from ${record.table} r where ${holds(record, actor, words, bind)})`;
    });
  if (parts.length === 0) return new Set();
  const { rows } = await desk.database.query<{ record: string }>(parts.join(" union all "), values);
  return new Set(rows.map(({ record }) => record));
}

/** Rows of one record whose title or former names hold all words, in the record's own order. */
export async function searchRecord(
  desk: Desk,
  actor: Actor,
  name: string,
  words: readonly SearchWord[],
  limit: number,
  afterKey?: string,
): Promise<SearchGroup> {
  const record = desk.records.get(name);
  const store = { db: desk.database, records: desk.records };
  const found: { readonly row: Row; readonly match: NonNullable<ReturnType<typeof matchTitle>> }[] = [];
  let after = afterKey === undefined ? null : readKey(afterKey);
  let last: PageKey | null = null;
  let next: string | null = null;
  while (next === null) {
    const rows: readonly StoredRow[] = await foundRows(desk, actor, record, words, after, limit + 1);
    const named = await namedRows(store, actor, record, rows);
    for (const [at, row] of named.entries()) {
      // Grams say where the words may be; the title says where they are.
      const match = matchTitle(words, {
        title: row.title,
        former: formerNames(record.definition, row.values),
        sound: record.definition.order.sound,
      });
      if (match === null) continue;
      if (found.length === limit) next = last === null ? null : writeKey(last);
      if (next !== null) break;
      found.push({ row, match });
      last = keyOf(rows[at]);
    }
    after = keyOf(rows.at(-1));
    if (rows.length <= limit) break;
  }
  const sources = await hitSources(
    desk,
    actor,
    found.map(({ row }) => row),
    words,
  );
  return { group: name, hits: found.map(({ row, match }) => hitOf(row, match, sources)), next };
}

function hitOf(row: Row, match: NonNullable<ReturnType<typeof matchTitle>>, sources: HitSources): SearchHit {
  const { scope_id, id, title } = row;
  return { scope_id, id, title, marks: match.marks, former: match.former, sentence: sources(row) };
}

function keyOf(row: StoredRow | undefined): PageKey | null {
  return row === undefined ? null : { order: row.page_order, id: row.id, scope_id: row.scope_id };
}

/** What a row must meet to be a hit: it may be read, and its grams hold the words. */
function holds(record: KeptRecord, actor: Actor, words: readonly SearchWord[], bind: Bind): string {
  const initials = record.definition.order.sound !== undefined;
  return `${gramsCondition(words, initials, "r.search_grams", bind)} and ${seenRows(record, actor, bind)}`;
}

/** Found by the index of grams whatever scope they stand in; only keys are sorted, whole rows are read for the page. */
async function foundRows(
  desk: Desk,
  actor: Actor,
  record: KeptRecord,
  words: readonly SearchWord[],
  after: PageKey | null,
  limit: number,
): Promise<readonly StoredRow[]> {
  const values: unknown[] = [];
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`;
  const order = orderColumn(record);
  const condition = holds(record, actor, words, bind);
  const beyond = after === null ? "" : ` where ${keyset(order, after, bind)}`;
  const { rows } = await desk.database.query<StoredRow>(
    `with found as materialized (
        select r.scope_id, r.id, r.${order.column} from ${record.table} r where ${condition}),
      page as (select * from found r${beyond} order by ${orderBy(order, "r")} limit ${bind(limit, "bigint")})
      select ${prefixed(record, "r")}, r.${order.column}::text as page_order
      from page join ${record.table} r on r.scope_id = page.scope_id and r.id = page.id order by ${orderBy(order, "r")}`,
    values,
  );
  return rows;
}

import { recordDefinitions } from "@shanhai/model";
import { mayReadRecord } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Row } from "../ledger.js";
import { type Bind, binder } from "../querying/bind.js";
import { keyset, orderBy, orderColumn, type PageKey, prefixed, readKey, writeKey } from "../querying/page-query.js";
import { seenRows } from "../querying/seen-rows.js";
import { namedRows, type StoredRow } from "../read.js";
import type { KeptRecord } from "../schema/record-set.js";
import { formerNames } from "../schema/row-grams.js";
import { fieldHolding, marksIn, type Searched } from "./found-words.js";
import { type HitSources, hitSources } from "./hit-sources.js";
import type { SearchGroup, SearchHit } from "./search-desk.js";
import { foundInRoll, GLANCE, metFirst } from "./search-roll.js";
import { apart, matchTitle, type SearchWord } from "./search-word.js";

/** All but lists of a hundred thousand people that nothing but their columns would find. */
export const searchedRecords = recordDefinitions.filter(
  ({ bulk, searched }) => bulk !== true || searched !== undefined,
);

/** The records that have rows which may hold the words: one statement instead of a page of each. Rolls are asked by themselves. */
export async function recordsWithHits(desk: Desk, actor: Actor, asked: Searched): Promise<ReadonlySet<string>> {
  const { values, bind } = binder();
  const seen = searchedRecords.filter((definition) => mayReadRecord(actor, definition));
  const parts = seen
    .filter(({ bulk }) => bulk !== true)
    .map(({ name }) => {
      const record = desk.records.get(name);
      return `select '${name}' as record where exists (select 1 from ${record.table} r where ${holds(record, actor, asked, bind)})`;
    });
  const rolls = seen.filter(({ bulk }) => bulk === true).map(({ name }) => name);
  if (parts.length === 0) return new Set(rolls);
  const { rows } = await desk.database.query<{ record: string }>(parts.join(" union all "), values);
  return new Set([...rows.map(({ record }) => record), ...rolls]);
}

/** Rows of one record whose title, former names or searched fields hold all words, in the record's own order. */
export async function searchRecord(
  desk: Desk,
  actor: Actor,
  name: string,
  asked: Searched,
  limit: number,
  { afterKey, glance = false }: { readonly afterKey?: string; readonly glance?: boolean } = {},
): Promise<SearchGroup> {
  const record = desk.records.get(name);
  const store = { db: desk.database, records: desk.records };
  if (glance && record.definition.bulk === true) return glanceAtRoll(desk, actor, record, asked, limit);
  const look = record.definition.bulk === true ? foundInRoll : foundRows;
  const found: FoundRow[] = [];
  let after = afterKey === undefined ? null : readKey(afterKey);
  let last: PageKey | null = null;
  let next: string | null = null;
  while (next === null) {
    const rows: readonly StoredRow[] = await look(desk, actor, record, asked, after, limit + 1);
    const named = await namedRows(store, actor, record, rows);
    for (const [at, row] of named.entries()) {
      // Grams say where the words may be; the title and the fields say where they are.
      const match = matchRow(record, row, asked.words);
      if (match === null) continue;
      if (found.length === limit) next = last === null ? null : writeKey(last);
      if (next !== null) break;
      found.push({ ...match, row });
      last = keyOf(rows[at]);
    }
    after = keyOf(rows.at(-1));
    if (rows.length <= limit) break;
  }
  const sources = await hitSources(
    desk,
    actor,
    record,
    found.map(({ row }) => row),
    asked.words,
  );
  return { group: name, hits: found.map((hit) => hitOf(hit, sources)), next, some: false };
}

/**
 * The first look at a roll of a million rows: a few hits among those that its indexes meet first, in the order of the list.
 * Where fewer hold the words than are looked at, these are the first of the list; else they are some of them.
 */
async function glanceAtRoll(
  desk: Desk,
  actor: Actor,
  record: KeptRecord,
  asked: Searched,
  limit: number,
): Promise<SearchGroup> {
  const rows = await metFirst(desk, actor, record, asked);
  const store = { db: desk.database, records: desk.records };
  const found: (FoundRow & { readonly key: PageKey | null })[] = [];
  for (let from = 0; from < rows.length && found.length <= limit; from += limit + 1)
    for (const [at, row] of (await namedRows(store, actor, record, rows.slice(from, from + limit + 1))).entries()) {
      const match = matchRow(record, row, asked.words);
      if (match !== null) found.push({ ...match, row, key: keyOf(rows[from + at]) });
    }
  const hits = found.slice(0, limit);
  const sources = await hitSources(
    desk,
    actor,
    record,
    hits.map(({ row }) => row),
    asked.words,
  );
  const some = rows.length >= GLANCE;
  const last = hits.at(-1)?.key ?? null;
  const next = some ? "" : found.length > limit && last !== null ? writeKey(last) : null;
  return { group: record.definition.name, hits: hits.map((hit) => hitOf(hit, sources)), next, some };
}

/** A row with the words in it; `field`: the one beside the title that holds one of them. */
interface FoundRow {
  readonly row: Row;
  readonly marks: SearchHit["marks"];
  readonly former: string | null;
  readonly field: string | null;
}

/** Null where a word is nowhere in the row. */
function matchRow(record: KeptRecord, row: Row, words: readonly SearchWord[]): Omit<FoundRow, "row"> | null {
  const { definition } = record;
  const fields = words.map((word) => fieldHolding(record, row.values, word));
  const shown = { title: row.title, former: formerNames(definition, row.values), sound: definition.order.sound };
  const inTitle = words.filter((_, at) => fields[at] === null);
  const match = matchTitle(inTitle, shown);
  if (match === null) return null;
  // A value that the title prints too is marked there.
  const also = words.filter((_, at) => fields[at] !== null).map((word) => marksIn(word, row.title));
  const keys = definition.searched?.keys ?? [];
  const held = fields.filter((field) => field !== null);
  return {
    ...match,
    marks: apart([...match.marks, ...also.flat()]),
    field: held.find((field) => keys.includes(field)) ?? held[0] ?? null,
  };
}

function hitOf({ row, marks, former, field }: FoundRow, sources: HitSources): SearchHit {
  const { scope_id, id, title } = row;
  return { scope_id, id, title, marks, former, sentence: sources(row, field) };
}

function keyOf(row: StoredRow | undefined): PageKey | null {
  return row === undefined ? null : { order: row.page_order, id: row.id, scope_id: row.scope_id };
}

/** What a row must meet to be a hit: it may be read, and holds the words. */
function holds(record: KeptRecord, actor: Actor, { found }: Searched, bind: Bind): string {
  return `${found.condition(record, bind)} and ${seenRows(record, actor, bind)}`;
}

type Look = (
  desk: Desk,
  actor: Actor,
  record: KeptRecord,
  asked: Searched,
  after: PageKey | null,
  limit: number,
) => Promise<readonly StoredRow[]>;

/** Found by the index of grams whatever scope they stand in; only keys are sorted, whole rows are read for the page. */
const foundRows: Look = async (desk, actor, record, asked, after, limit) => {
  const { values, bind } = binder();
  const order = orderColumn(record);
  const condition = holds(record, actor, asked, bind);
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
};

import { recordDefinitions } from "@shanhai/model";
import { mayReadRecord, readableScopes } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Row } from "../ledger.js";
import {
  type Bind,
  keyset,
  limitConditions,
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
import { type FoundWords, fieldHolding, marksIn } from "./found-words.js";
import { type HitSources, hitSources } from "./hit-sources.js";
import type { SearchGroup, SearchHit } from "./search-desk.js";
import { apart, matchTitle, type SearchWord } from "./search-word.js";

/** All but lists of a hundred thousand people that nothing but their columns would find. */
export const searchedRecords = recordDefinitions.filter(
  ({ bulk, searched }) => bulk !== true || searched !== undefined,
);

/** What is looked for: the words, and what they stand for in the columns of many rows. */
export interface Searched {
  readonly words: readonly SearchWord[];
  readonly found: FoundWords;
}

/** The records that have rows which may hold the words: one statement instead of a page of each. Rolls are asked by themselves. */
export async function recordsWithHits(desk: Desk, actor: Actor, asked: Searched): Promise<ReadonlySet<string>> {
  const values: unknown[] = [];
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`;
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
  afterKey?: string,
): Promise<SearchGroup> {
  const record = desk.records.get(name);
  const store = { db: desk.database, records: desk.records };
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
  return { group: name, hits: found.map((hit) => hitOf(hit, sources)), next };
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
  const values: unknown[] = [];
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`;
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

/** Up to here the rows that hold the words are found first and put in order then; beyond it the order leads to them soon. */
const FEW = 2_000;

/**
 * Of a roll of a million rows: those of an employer or a name are found by their index; words that very many rows hold are
 * met by going through each scope in the order of the list.
 */
const foundInRoll: Look = async (desk, actor, record, asked, after, limit) => {
  const scopes = readableScopes(actor, record.definition);
  const order = orderColumn(record);
  const conditionsOf = (bind: Bind) => [
    "r.scope_id = s.id",
    asked.found.condition(record, bind),
    ...limitConditions(record, rowLimit(actor, record.definition), bind),
  ];
  const within = (bind: Bind) => (scopes === "all" ? "true" : `s.id = any(${bind(scopes, "uuid[]")})`);
  const values: unknown[] = [];
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`;
  const { rows: keys } = await desk.database.query<{ scope_id: string; id: string }>(
    `select p.scope_id, p.id from scope s cross join lateral (
       select r.scope_id, r.id from ${record.table} r where ${conditionsOf(bind).join(" and ")} limit ${FEW}) p
      where ${within(bind)} limit ${FEW}`,
    values,
  );
  if (keys.length === 0) return [];
  values.length = 0;
  const beyond = after === null ? [] : [keyset(order, after, bind)];
  const page = () => bind(limit, "bigint");
  const { rows } = await desk.database.query<StoredRow>(
    keys.length < FEW
      ? `select ${prefixed(record, "r")}, r.${order.column}::text as page_order
           from unnest(${bind(
             keys.map(({ scope_id }) => scope_id),
             "uuid[]",
           )}, ${bind(
             keys.map(({ id }) => id),
             "uuid[]",
           )}) k (scope_id, id) join ${record.table} r on r.scope_id = k.scope_id and r.id = k.id
          where ${["true", ...beyond].join(" and ")} order by ${orderBy(order, "r")} limit ${page()}`
      : `select ${prefixed(record, "p")}, p.${order.column}::text as page_order from scope s cross join lateral (
           select ${prefixed(record, "r")} from ${record.table} r where ${[...conditionsOf(bind), ...beyond].join(" and ")}
            order by ${orderBy(order, "r")} limit ${page()}) p
          where ${within(bind)} order by ${orderBy(order, "p")} limit ${page()}`,
    values,
  );
  return rows;
};

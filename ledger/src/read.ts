import { titleContains } from "@shanhai/model";
import { maskedFor } from "./account/mask-numbers.js";
import { fromOutside, insideFields } from "./account/other-side.js";
import { maySee, readableScopes, requireReadable } from "./account/policy.js";
import { fitsLimit, rowLimit } from "./account/visibility.js";
import type { Actor } from "./actor.js";
import { LedgerError } from "./error-codes.js";
import { requireWhole } from "./installation.js";
import type { Page, Query, Row } from "./ledger.js";
import type { ExtentQuery } from "./query.js";
import type { Bind } from "./querying/bind.js";
import { othersRows, ownSideRows } from "./querying/own-side-rows.js";
import { endOfDay, type PageKey, pageQuery, readKey, writeKey } from "./querying/page-query.js";
import { referenceTitles, titlesOf } from "./querying/titles.js";
import { columnsToValues, isUuid } from "./schema/record-columns.js";
import type { KeptRecord, RecordSet } from "./schema/record-set.js";
import type { Sql, SqlRow } from "./sql.js";
import type { Store } from "./store.js";

const USUAL_LIMIT = 50;
const MOST_LIMIT = 500;

/** A row of a page as it comes from the database. */
export type StoredRow = SqlRow & {
  readonly scope_id: string;
  readonly id: string;
  readonly page_order: string | null;
};

/**
 * A page of rows in the record's order, over all scopes that the actor may read or the one asked for. `next` goes on
 * after the last row; rows that come or go between two pages are neither doubled nor lost.
 */
export async function list(store: Store, actor: Actor, name: string, query: Query): Promise<Page<Row>> {
  const { record, scopes, rowsOf, only } = askedOf(store, actor, name, query);
  const limit = pageLimit(query.limit);
  const found: Row[] = [];
  const page = async (next: string | null): Promise<Page<Row>> =>
    query.titles === true
      ? { rows: found, next, titles: await referenceTitles(store.db, store.records, found) }
      : { rows: found, next };
  let after = query.after === undefined ? null : readKey(query.after);
  while (true) {
    // One row more than the page tells whether there is another page.
    const { text, values } = pageQuery(record, { scopes, query, after, limit: limit + 1, rowsOf, only });
    const { rows: read } = await store.db.query<StoredRow & { readonly page_beyond: boolean }>(text, values);
    const rows = read.filter(({ page_beyond }) => !page_beyond);
    const named = await namedRows(store, actor, record, rows);
    for (const [at, row] of named.entries()) {
      // Grams say where the text may be; the title says where it is.
      if (query.text !== undefined && !titleContains(row.title, query.text)) continue;
      if (found.length === limit) return page(writeKey(keyBefore(rows, at, after)));
      found.push(row);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length <= limit) return page(null);
    after = keyOf(last);
  }
}

/** What a query asks for, of which scopes and rows of a record that the actor may read; a part that makes no sense is QUERY_INVALID. */
export function askedOf(
  store: Store,
  actor: Actor,
  name: string,
  query: Pick<ExtentQuery, "scope" | "scopes" | "filter" | "conditions" | "group">,
) {
  requireWhole(store);
  const record = store.records.get(name);
  if (query.scope !== undefined && !isUuid(query.scope)) throw new LedgerError("QUERY_INVALID", { part: "scope" });
  if (query.scopes?.every(isUuid) === false) throw new LedgerError("QUERY_INVALID", { part: "scopes" });
  requireReadable(actor, record.definition);
  const scopes = askedScopes(readableScopes(actor, record.definition, query.scope), record.definition, query.scopes);
  // Who asks by a field of the work asks for the own side's: an answer would tell what stands in the other's.
  const inside = insideFields(record.definition);
  const mentioned = [
    ...Object.keys(query.filter ?? {}),
    ...(query.conditions ?? []).map(({ field }) => field),
    ...(query.group === undefined ? [] : [query.group]),
  ];
  const only = (bind: Bind) =>
    mentioned.some((field) => inside.includes(field)) ? ownSideRows(store.records, record, actor, bind) : null;
  return { record, scopes, rowsOf: rowLimit(actor, record.definition), only };
}

/** Those of the readable scopes that are asked for; a reference record stands in none of them. */
function askedScopes(
  readable: "all" | readonly string[],
  { keeping }: KeptRecord["definition"],
  asked: Query["scopes"],
): "all" | readonly string[] {
  if (asked === undefined || keeping === "reference") return readable;
  return readable === "all" ? asked : asked.filter((id) => readable.includes(id));
}

/** How many rows a page has: what is asked for, within bounds. */
export function pageLimit(asked: number = USUAL_LIMIT): number {
  return Math.min(Math.max(1, Math.trunc(asked)), MOST_LIMIT);
}

/** A page of rows that came in order, one more than it may hold where there is another page. */
export async function pageOf(
  store: Store,
  actor: Actor,
  record: KeptRecord,
  stored: readonly StoredRow[],
  limit: number,
): Promise<Page<Row>> {
  const page = stored.slice(0, limit);
  const last = page.at(-1);
  const next = stored.length > limit && last !== undefined ? writeKey(keyOf(last)) : null;
  return { rows: await namedRows(store, actor, record, page), next };
}

/** One row; as recorded at the end of a day in China where `asOf` is given. Null when there is none, or none to see. */
export async function get(
  store: Store,
  actor: Actor,
  name: string,
  scopeId: string,
  id: string,
  asOf?: string,
): Promise<Row | null> {
  requireWhole(store);
  const record = store.records.get(name);
  requireReadable(actor, record.definition);
  if (!isUuid(scopeId) || !isUuid(id) || !maySee(actor, scopeId)) return null;
  const { rows } =
    asOf === undefined
      ? await store.db.query<StoredRow>(
          `select ${record.columns} from ${record.table} where scope_id = $1 and id = $2`,
          [scopeId, id],
        )
      : await store.db.query<StoredRow>(
          `with d as (select max(seq) as seq from change where scope_id = $1 and at < $3)
           select ${record.columns} from ${record.table} t
           where scope_id = $1 and id = $2 and t.seq <= (select seq from d)
           union all
           select ${record.columns} from ${record.past} t
           where scope_id = $1 and id = $2 and t.seq <= (select seq from d) and until_seq > (select seq from d)`,
          [scopeId, id, endOfDay(asOf)],
        );
  const [row] = await readableRows(store, actor, record, rows);
  return row ?? null;
}

/** Those of some stored rows that keep to the actor's limit on rows, as the door gives them. */
export async function readableRows<R extends StoredRow>(
  store: { readonly db: Sql; readonly records: RecordSet },
  actor: Actor,
  record: KeptRecord,
  stored: readonly R[],
): Promise<Row[]> {
  const limit = rowLimit(actor, record.definition);
  const seen = stored.filter((row) => fitsLimit(limit, row));
  return namedRows(store, actor, record, seen);
}

/**
 * Stored rows as the door gives them, numbers masked for who does not need them, of the other side's tasks only 推进中 or 已办结. Titles of past rows are made with what
 * they point to now.
 */
export async function namedRows(
  store: { readonly db: Sql; readonly records: RecordSet },
  actor: Actor,
  record: KeptRecord,
  stored: readonly StoredRow[],
): Promise<Row[]> {
  const masked = maskedFor(actor, record.definition);
  const rows = stored.map((row) => ({
    record: record.definition.name,
    scope_id: row.scope_id,
    id: row.id,
    version: String(row.seq),
    values: columnsToValues(record.definition, row),
  }));
  const titles = await titlesOf(store.db, store.records, rows);
  const others = await othersRows(store, actor, record, rows);
  return rows.map((row, at) => {
    const { values } = row;
    const told = others.has(`${row.scope_id} ${row.id}`) ? fromOutside(record.definition, values) : values;
    return { ...row, values: masked(told), title: titles[at] ?? "" };
  });
}

function keyOf(row: StoredRow): PageKey {
  return { order: row.page_order, id: row.id, scope_id: row.scope_id };
}

/** The key after which the row at `at` comes first. */
function keyBefore(rows: readonly StoredRow[], at: number, before: PageKey | null): PageKey {
  const row = rows[at - 1];
  if (row !== undefined) return keyOf(row);
  if (before === null) throw new Error("a full page has a last row");
  return before;
}

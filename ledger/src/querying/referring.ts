import { recordDefinitions } from "@shanhai/model";
import { mayReadRecord, maySee, readableScopes, requireReadable } from "../account/policy.js";
import { type RowLimit, rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import { LedgerError } from "../error-codes.js";
import { requireWhole } from "../installation.js";
import type { Page, ReferringQuery, ReferringRows, ReferringTarget, Row } from "../ledger.js";
import { list, pageLimit, pageOf, type StoredRow } from "../read.js";
import { type Pointer, pointersTo } from "../schema/pointers.js";
import { identifier, isUuid } from "../schema/record-columns.js";
import type { RecordSet } from "../schema/record-set.js";
import type { Store } from "../store.js";
import { binder } from "./bind.js";
import {
  keyset,
  limitConditions,
  orderBy,
  orderColumn,
  type PageKey,
  type PageSql,
  prefixed,
  readKey,
} from "./page-query.js";

/** The pointers of what the ledger is about: documents, submissions and decisions have pages and permissions of their own. */
export function listedPointers(records: RecordSet, name: string): readonly Pointer[] {
  const listed = new Set(recordDefinitions.map((definition) => definition.name));
  return pointersTo(records, name).filter(({ from }) => listed.has(from.definition.name));
}

/**
 * The rows that point to one row (引用本条的台账), by record and field: a meeting's statements, a visit's meetings, a
 * project's milestones. Of each kind the first rows in the record's own order, and where it goes on; kinds without rows
 * are left out. Only rows that the actor may read; a row that is not there is pointed to by nothing.
 */
export async function referring(
  store: Store,
  actor: Actor,
  name: string,
  scopeId: string,
  id: string,
  query: Omit<ReferringQuery, "after"> = {},
): Promise<readonly ReferringRows[]> {
  const kinds: ReferringRows[] = [];
  for (const { from, field } of listedPointers(store.records, store.records.get(name).definition.name)) {
    if (!mayReadRecord(actor, from.definition)) continue;
    const target = { record: name, scopeId, id, from: from.definition.name, field: field.key };
    const page = await referringPage(store, actor, target, query);
    if (page.rows.length > 0) kinds.push({ record: from.definition.name, field: field.key, ...page });
  }
  return kinds;
}

/** One kind of them, page by page. Refuses a field that does not point to the record with QUERY_INVALID. */
export async function referringPage(
  store: Store,
  actor: Actor,
  target: ReferringTarget,
  query: ReferringQuery = {},
): Promise<Page<Row>> {
  requireWhole(store);
  const { definition } = store.records.get(target.record);
  requireReadable(actor, definition);
  const pointer = listedPointers(store.records, target.record).find(
    ({ from, field }) => from.definition.name === target.from && field.key === target.field,
  );
  if (pointer === undefined) throw new LedgerError("QUERY_INVALID", { part: `${target.from}.${target.field}` });
  if (!isUuid(target.scopeId) || !isUuid(target.id) || !maySee(actor, target.scopeId)) return { rows: [], next: null };
  // Rows point within their own scope, or to reference rows.
  const scope = definition.keeping === "scoped" ? target.scopeId : undefined;
  const { from, field } = pointer;
  if (query.asOf !== undefined) {
    const filter = { [field.key]: target.id };
    return list(store, actor, target.from, { ...query, filter, ...(scope === undefined ? {} : { scope }) });
  }
  const scopes = readableScopes(actor, from.definition, scope);
  const limit = pageLimit(query.limit);
  const after = query.after === undefined ? null : readKey(query.after);
  const { text, values } = pointingQuery(
    pointer,
    target.id,
    scopes,
    after,
    limit + 1,
    rowLimit(actor, from.definition),
  );
  const { rows } = await store.db.query<StoredRow>(text, values);
  return pageOf(store, actor, from, rows, limit);
}

/**
 * Rows that point to a row, found by the index of the field, whatever scopes they stand in: few rows point to one, while
 * going through every scope in the order of its list would look at all others. Only keys are sorted; whole rows are read
 * for the page alone.
 */
export function pointingQuery(
  { from, field }: Pointer,
  id: string,
  scopes: "all" | readonly string[],
  after: PageKey | null,
  limit: number,
  rowsOf: RowLimit | null = null,
): PageSql {
  const { values, bind } = binder();
  const order = orderColumn(from);
  const column = `r.${identifier(field.key)}`;
  const points =
    field.type === "references" ? `${column} @> array[${bind(id, "uuid")}]` : `${column} = ${bind(id, "uuid")}`;
  const inScopes = scopes === "all" ? "" : ` and r.scope_id = any(${bind(scopes, "uuid[]")})`;
  const limited = limitConditions(from, rowsOf, bind).map((condition) => ` and ${condition}`);
  const beyond = after === null ? "" : ` where ${keyset(order, after, bind)}`;
  return {
    text: `with pointing as materialized (
        select r.scope_id, r.id, r.${order.column} from ${from.table} r where ${points}${inScopes}${limited.join("")}),
      page as (select * from pointing r${beyond} order by ${orderBy(order, "r")} limit ${bind(limit, "bigint")})
      select ${prefixed(from, "r")}, r.${order.column}::text as page_order
      from page join ${from.table} r on r.scope_id = page.scope_id and r.id = page.id order by ${orderBy(order, "r")}`,
    values,
  };
}

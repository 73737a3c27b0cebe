import { type GroupRun, groupRuns, joinRuns } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { LedgerError } from "../error-codes.js";
import type { ExtentQuery, ListExtent, ListWindow } from "../query.js";
import { askedOf, list } from "../read.js";
import { columnsToValues, identifier } from "../schema/record-columns.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { SqlRow } from "../sql.js";
import type { Store } from "../store.js";
import { orderBy, orderColumn, type PageKey, pageQuery, readKey, writeKey } from "./page-query.js";
import { referenceTitles } from "./titles.js";

/** In how many rows a list is cut. */
export interface ExtentSizes {
  /** Rows of one window. Fewer than a page may have: rows that come into a window meanwhile are still read with it. */
  readonly window: number;
  /** Rows that one question goes through: some 30 ms of the embedded engine, which nobody may hold for longer than 50. */
  readonly piece: number;
  /** The same where each title must be made and looked into. */
  readonly named: number;
}

const USUAL: ExtentSizes = { window: 250, piece: 10_000, named: 1_000 };

/**
 * How a list goes on behind `after`: the keys of its windows and what stands in its groups. A piece of the list is walked
 * in its own order by its narrow columns; no row is loaded and nothing counts the whole of it.
 */
export async function extent(
  store: Store,
  actor: Actor,
  name: string,
  query: ExtentQuery,
  sizes = USUAL,
): Promise<ListExtent> {
  const { record, scopes, rowsOf, only } = askedOf(store, actor, name, query);
  const order = orderColumn(record, query.sort);
  const group = query.group === undefined ? null : record.field(query.group);
  if (group !== null && order.column !== identifier(group.key))
    throw new LedgerError("QUERY_INVALID", { part: "group" });
  if (query.text !== undefined && record.definition.bulk !== true)
    return namedExtent(store, actor, record, query, sizes);
  const { piece } = sizes;
  const amounts = amountsOf(record);
  const after = query.after === undefined ? null : readKey(query.after);
  const columns = new Set(["scope_id", "id", ...(group === null ? [] : amounts)].map(identifier)).add(order.column);
  const asked = { scopes, query, after, limit: piece + 1, rowsOf, only, columns: [...columns] };
  const { text, values } = pageQuery(record, asked);
  const numbered = `with piece as materialized (
    select p.*, row_number() over (order by ${orderBy(order, "p")}) as n from (${text}) p)`;
  const { rows } = await store.db.query<PageKeyRow>(
    `${numbered} select page_order, id, scope_id, n from piece
      where n % ${sizes.window} = 0 or n = (select max(n) from piece) order by n`,
    values,
  );
  const { windows, next } = windowsOf(rows, sizes);
  if (group === null) return { windows, groups: [], next };
  const sums = amounts.map(
    (key) => `, sum(${identifier(key)})::text as "sum ${key}", count(${identifier(key)}) as "with ${key}"`,
  );
  const runs = await store.db.query<SqlRow & { readonly scope_id: string; readonly count: bigint }>(
    `${numbered} select ${identifier(group.key)}, min(scope_id::text)::uuid as scope_id, count(*) as count ${sums.join("")}
      from piece where n <= ${piece} group by ${identifier(group.key)} order by min(n)`,
    values,
  );
  const grouped = runs.rows.map((row) => ({ row, value: columnsToValues(record.definition, row)[group.key] ?? null }));
  const groups = grouped.map(({ row, value }): GroupRun => {
    const totals = amounts.map((key) => {
      const sum = row[`sum ${key}`];
      return [
        key,
        { sum: typeof sum === "string" ? sum : null, missing: Number(row.count) - Number(row[`with ${key}`]) },
      ];
    });
    return { value, count: Number(row.count), totals: Object.fromEntries(totals) };
  });
  if (query.titles !== true) return { windows, groups, next };
  const named = grouped.map(({ row, value }) => ({
    record: name,
    id: "",
    scope_id: row.scope_id,
    values: { [group.key]: value },
  }));
  return { windows, groups, next, titles: await referenceTitles(store.db, store.records, named) };
}

type PageKeyRow = SqlRow & {
  readonly page_order: string | null;
  readonly id: string;
  readonly scope_id: string;
  readonly n: bigint;
};

/** Windows between numbered rows, the last of which is the last row of the list, or one behind the piece. */
function windowsOf(marks: readonly PageKeyRow[], { window, piece }: ExtentSizes): Pick<ListExtent, "windows" | "next"> {
  const length = Number(marks.at(-1)?.n ?? 0);
  const more = length > piece;
  const windows: ListWindow[] = [];
  for (const mark of more ? marks.slice(0, -1) : marks) {
    const n = Number(mark.n);
    const from = windows.length * window;
    const key: PageKey = { order: mark.page_order, id: mark.id, scope_id: mark.scope_id };
    windows.push({ until: !more && n === length ? null : writeKey(key), rows: n - from });
  }
  return { windows, next: more ? (windows.at(-1)?.until ?? null) : null };
}

/** The same where the grams only say where the text may be: by the pages of the list itself. */
async function namedExtent(
  store: Store,
  actor: Actor,
  record: KeptRecord,
  query: ExtentQuery,
  sizes: ExtentSizes,
): Promise<ListExtent> {
  const windows: ListWindow[] = [];
  const groups: GroupRun[] = [];
  const titles: { [id: string]: string } = {};
  let next: string | null = query.after ?? null;
  do {
    const { group, ...asked } = query;
    const page = await list(store, actor, record.definition.name, {
      ...asked,
      ...(next === null ? {} : { after: next }),
      limit: sizes.window,
    });
    next = page.next;
    if (page.rows.length > 0) windows.push({ until: next, rows: page.rows.length });
    if (group !== undefined) groups.push(...groupRuns(page.rows, group, amountsOf(record)));
    Object.assign(titles, page.titles);
  } while (next !== null && windows.length * sizes.window < sizes.named);
  return { windows, groups: joinRuns(groups), next, ...(query.titles === true ? { titles } : {}) };
}

/** The amounts that a group adds up. */
function amountsOf({ definition }: KeptRecord): readonly string[] {
  return definition.fields.filter(({ type, personal }) => type === "money" && personal !== true).map(({ key }) => key);
}

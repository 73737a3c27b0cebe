import { readableScopes } from "../account/policy.js";
import { rowLimit } from "../account/visibility.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { type Bind, binder } from "../querying/bind.js";
import { keyset, limitConditions, orderBy, orderColumn, type PageKey, prefixed } from "../querying/page-query.js";
import type { StoredRow } from "../read.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Searched } from "./found-words.js";

/** So many hits are looked at for the first few. */
export const GLANCE = 200;

/**
 * At most so many rows of a roll that hold the words, in the order of the list among themselves. Each way to hold a word has its
 * index, which is left as soon as it gave enough: neither all rows of a common word are gathered first nor the whole roll read.
 */
export async function metFirst(
  desk: Desk,
  actor: Actor,
  record: KeptRecord,
  asked: Searched,
): Promise<readonly StoredRow[]> {
  const { values, bind } = binder();
  const order = orderColumn(record);
  const ways = asked.found.ways(record, bind);
  if (ways.length === 0) return [];
  const limits = limitConditions(record, rowLimit(actor, record.definition), bind);
  const within = readableScope(actor, record, bind);
  const met = ways.map((way) => {
    const held = ["r.scope_id = s.id", way, ...limits].join(" and ");
    return `(select r.scope_id, r.id from ${record.table} r where ${held} limit ${GLANCE})`;
  });
  return desk.database.transaction(async (sql) => {
    // An estimate that a common word is met everywhere would read the roll from its beginning, however far it is.
    await sql.query(
      "select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', $1, true)",
      // Several words are found where their indexes meet.
      [asked.words.length === 1 ? "off" : "on"],
    );
    const { rows } = await sql.query<StoredRow>(
      `with met as materialized (
          select p.scope_id, p.id from scope s cross join lateral (${met.join(" union ")}) p where ${within} limit ${GLANCE})
       select ${prefixed(record, "r")}, r.${order.column}::text as page_order
         from met join ${record.table} r on r.scope_id = met.scope_id and r.id = met.id order by ${orderBy(order, "r")}`,
      values,
    );
    return rows;
  });
}

/** Up to here the rows that hold the words are found first and put in order then; beyond it the order leads to them soon. */
const FEW = 2_000;

/**
 * Of a roll of a million rows: those of an employer or a name are found by their index; words that very many rows hold are
 * met by going through each scope in the order of the list.
 */
export async function foundInRoll(
  desk: Desk,
  actor: Actor,
  record: KeptRecord,
  asked: Searched,
  after: PageKey | null,
  limit: number,
): Promise<readonly StoredRow[]> {
  const order = orderColumn(record);
  const conditionsOf = (bind: Bind) => [
    "r.scope_id = s.id",
    asked.found.condition(record, bind),
    ...limitConditions(record, rowLimit(actor, record.definition), bind),
  ];
  const { values, bind } = binder();
  const { rows: keys } = await desk.database.query<{ scope_id: string; id: string }>(
    `select p.scope_id, p.id from scope s cross join lateral (
       select r.scope_id, r.id from ${record.table} r where ${conditionsOf(bind).join(" and ")} limit ${FEW}) p
      where ${readableScope(actor, record, bind)} limit ${FEW}`,
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
          where ${readableScope(actor, record, bind)} order by ${orderBy(order, "p")} limit ${page()}`,
    values,
  );
  return rows;
}

/** The scopes `s` whose rows of the record the actor may read. */
function readableScope(actor: Actor, record: KeptRecord, bind: Bind): string {
  const scopes = readableScopes(actor, record.definition);
  return scopes === "all" ? "true" : `s.id = any(${bind(scopes, "uuid[]")})`;
}

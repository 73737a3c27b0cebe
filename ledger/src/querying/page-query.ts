import { type FieldDefinition, type FieldValue, queryGrams } from "@shanhai/model";
import type { RowLimit } from "../account/visibility.js";
import { LedgerError } from "../error-codes.js";
import type { Query } from "../ledger.js";
import { identifier, isUuid, normaliseValue } from "../schema/record-columns.js";
import type { KeptRecord } from "../schema/record-set.js";
import { type Bind, binder } from "./bind.js";
import { conditionSql } from "./row-conditions.js";

/** Where a page ended: the value of the order column and the row. */
export interface PageKey {
  readonly order: string | null;
  readonly id: string;
  readonly scope_id: string;
}

export interface PageSql {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Which page: of which scopes, what of them, after which row, how many. */
export interface AskedPage {
  readonly scopes: "all" | readonly string[];
  readonly query: Query;
  readonly after: PageKey | null;
  readonly limit: number;
  readonly rowsOf?: RowLimit | null;
  /** One more condition on row `r`; null: none. */
  readonly only?: (bind: Bind) => string | null;
  /** Other columns than the record's own: a list that is only measured needs few. */
  readonly columns?: readonly string[];
}

/**
 * One page of a record over several scopes: the first rows of each scope by index, then the first of all. There is no
 * count. `scope` drives the lateral part, so that on Citus each scope is asked where it lives. As of a day, the rows
 * are those of each scope's last link before its end, current and past alike. `page_order` is the value it is ordered by,
 * `page_beyond` says of a row that it comes after the key of `until`.
 */
export function pageQuery(record: KeptRecord, asked: AskedPage): PageSql {
  const { scopes, query, after, limit, rowsOf = null, only = () => null } = asked;
  const columns = asked.columns ?? record.columns.split(", ");
  const { values, bind } = binder();
  const inScopes = scopes === "all" ? "true" : `s.id = any(${bind(scopes, "uuid[]")})`;
  const order = orderColumn(record, query.sort);
  const conditions = [
    "r.scope_id = s.id",
    ...filterConditions(record, query, bind),
    ...(query.conditions ?? []).map((condition) => conditionSql(record, condition, bind)),
    ...limitConditions(record, rowsOf, bind),
    ...[only(bind) ?? []].flat(),
    ...(after === null ? [] : [keyset(order, after, bind)]),
  ];
  const by = (row: string) => orderBy(order, row);
  const page = bind(limit, "bigint");
  const beyond =
    query.until === undefined ? "false" : `(${keyset(order, readKey(query.until, "until"), bind)}) is true`;
  const rows = (from: string) =>
    `select ${columnsOf(columns, "r")}, ${beyond} as page_beyond from ${from} r where ${conditions.join(" and ")} order by ${by("r")} limit ${page}`;
  const recorded = query.asOf === undefined ? record.table : recordedRows(record);
  const seqs =
    query.asOf === undefined ? "" : `cross join lateral (${lastSeq(bind(endOfDay(query.asOf), "timestamptz"))}) d`;
  return {
    text: `select ${columnsOf(columns, "p")}, p.page_beyond, p.${order.column}::text as page_order from scope s ${seqs}
      cross join lateral (${rows(recorded)}) p where ${inScopes} order by ${by("p")} limit ${page}`,
    values,
  };
}

/** The rows of one scope as recorded when its last link was `d.seq`. */
function recordedRows(record: KeptRecord): string {
  const rows = (table: string, condition: string) =>
    `select ${record.columns} from ${table} t where t.scope_id = s.id and t.seq <= d.seq${condition}`;
  return `(${rows(record.table, "")} union all ${rows(record.past, " and t.until_seq > d.seq")})`;
}

function lastSeq(end: string): string {
  return `select max(c.seq) as seq from change c where c.scope_id = s.id and c.at < ${end}`;
}

/** The first instant after a day in China, which has kept UTC+8 for all the years of this work. */
export function endOfDay(day: string): string {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00+08:00`) : new Date(Number.NaN);
  // A day that does not exist comes back as another one.
  const real =
    !Number.isNaN(start.getTime()) && new Date(start.getTime() + 8 * 3_600_000).toISOString().startsWith(day);
  if (!real) throw new LedgerError("QUERY_INVALID", { part: "asOf" });
  return new Date(start.getTime() + 86_400_000).toISOString();
}

/** The column that a record's list is ordered by. */
export interface OrderColumn {
  readonly column: string;
  readonly type: string;
  readonly collate: string;
  readonly direction: "asc" | "desc";
  /** Never null. */
  readonly required: boolean;
}

/**
 * Text is ordered by code units, words by those of their sound: the collation of a server is never trusted. Dates are
 * ordered as printed, which is by day. Rows without a value stand last going up and first going down, as an index gives
 * them either way. Another order than the record's own may be asked for by any field of one value that is not personal.
 */
export function orderColumn(record: KeptRecord, sort?: Query["sort"]): OrderColumn {
  const { order } = record.definition;
  const field = record.definition.fields.find(({ key }) => key === (sort?.field ?? order.field));
  if (field === undefined || (sort !== undefined && field.personal === true))
    throw new LedgerError("QUERY_INVALID", { part: sort?.field ?? order.field });
  const direction = (sort?.descending ?? order.descending) ? "desc" : "asc";
  if (order.sound !== undefined && field.key === order.field)
    return { column: identifier("sort_key"), type: "text", collate: ' collate "C"', direction, required: true };
  const type = columnType(field);
  const required = field.required === true;
  return { column: identifier(field.key), type, collate: type === "text" ? ' collate "C"' : "", direction, required };
}

/** The order of a page: by the column, then by the row, so that no two rows are equal. */
export function orderBy({ column, collate, direction }: OrderColumn, row: string): string {
  return `${row}.${column}${collate} ${direction}, ${row}.id ${direction}, ${row}.scope_id ${direction}`;
}

function columnType({ type, key }: FieldDefinition): string {
  switch (type) {
    case "text":
    case "long_text":
    case "code":
    case "date":
      return "text";
    case "integer":
    case "money":
      return "bigint";
    case "decimal":
      return "numeric";
    case "flag":
      return "boolean";
    case "identifier":
    case "reference":
      return "uuid";
    case "references":
    case "texts":
    case "list":
      throw new LedgerError("QUERY_INVALID", { part: key });
  }
}

function filterConditions(record: KeptRecord, query: Query, bind: Bind): string[] {
  const conditions = Object.entries(query.filter ?? {}).map(([key, value]) =>
    fieldCondition(record, record.field(key), value, bind),
  );
  if (query.parent !== undefined) {
    const { parent } = record.definition;
    if (parent === undefined || !isUuid(query.parent)) throw new LedgerError("QUERY_INVALID", { part: "parent" });
    conditions.push(`r.${identifier(parent.field)} = ${bind(query.parent, "uuid")}`);
  }
  if (record.definition.bulk === true && query.text !== undefined) {
    conditions.push(bulkText(record, query, query.text, bind));
    return conditions;
  }
  const grams = query.text === undefined ? [] : queryGrams(query.text);
  if (grams.length > 0) conditions.push(`r.search_grams @> ${bind(grams, "text[]")}`);
  return conditions;
}

/** The actor's limit on rows, as the policy states it. */
export function limitConditions(record: KeptRecord, limit: RowLimit | null, bind: Bind): string[] {
  if (limit === null) return [];
  const one = (field: string, allowed: readonly (string | null)[]) => {
    const plain = allowed.filter((value) => value !== null);
    const column = `r.${identifier(field)}`;
    const type = field === "id" ? "uuid" : columnType(record.field(field));
    const equal = `${column} = any(${bind(plain, `${type}[]`)})`;
    return plain.length < allowed.length ? `(${equal} or ${column} is null)` : equal;
  };
  const all = (fields: RowLimit[number]) =>
    Object.entries(fields)
      .map(([field, allowed]) => one(field, allowed))
      .join(" and ");
  return [limit.length === 0 ? "false" : `(${limit.map((fields) => `(${all(fields)})`).join(" or ")})`];
}

/**
 * Rows of bulk records have no grams: a village, a township or an employer is looked up whole, as it is printed. Each is asked of
 * its own index first, whether there is one at all: else a word that is nowhere is looked for along the order of a million rows.
 */
function bulkText(record: KeptRecord, { asOf }: Query, text: string, bind: Bind): string {
  const keys = record.definition.title.filter((key) => record.field(key).type === "text").map(identifier);
  if (keys.length === 0) return "false";
  const value = bind(text.trim(), "text");
  const equal = `(${keys.map((key) => `r.${key} = ${value}`).join(" or ")})`;
  if (asOf !== undefined) return equal;
  const there = keys.map(
    // The first one from the word on, so that only its index can say it: a planner that hopes to meet a row soon reads them all.
    (key) =>
      `(select w.${key} from ${record.table} w where w.scope_id = s.id and w.${key} >= ${value} order by w.${key} limit 1) = ${value}`,
  );
  return `${equal} and (${there.join(" or ")})`;
}

/** Equality; a list of values means one of them; a field of several values must hold the value. */
function fieldCondition(record: KeptRecord, field: FieldDefinition, value: FieldValue, bind: Bind): string {
  const column = `r.${identifier(field.key)}`;
  if (value === null) return `${column} is null`;
  const several = Array.isArray(value) ? value : [value];
  const plain = several.map((one: FieldValue) =>
    normaliseValue(record.definition, { ...field, type: single(field) }, one),
  );
  if (field.type === "texts") return `${column} && ${bind(plain, "text[]")}`;
  if (field.type === "references") return `${column} && ${bind(plain, "uuid[]")}`;
  return `${column} = any(${bind(plain, `${columnType(field)}[]`)})`;
}

function single(field: FieldDefinition): FieldDefinition["type"] {
  if (field.type === "texts") return "text";
  return field.type === "references" ? "reference" : field.type;
}

/** Rows after the key in the order of the page, in a form that an index on the order column and id can start from. */
export function keyset(order: OrderColumn, after: PageKey, bind: Bind): string {
  const column = `r.${order.column}${order.collate}`;
  const beyond = order.direction === "desc" ? "<" : ">";
  const [id, scope] = [bind(after.id, "uuid"), bind(after.scope_id, "uuid")];
  if (after.order === null) {
    const row = `(${column} is null and (r.id, r.scope_id) ${beyond} (${id}, ${scope}))`;
    return order.direction === "desc" ? `(${row} or ${column} is not null)` : row;
  }
  const value = bind(after.order, order.type) + order.collate;
  const from = `(${column}, r.id) ${beyond}= (${value}, ${id})`;
  // The same id in several scopes: at the key itself the scope decides.
  const row = `(${from} and (${column} <> ${value} or r.id <> ${id} or r.scope_id ${beyond} ${scope}))`;
  return order.direction === "asc" && !order.required ? `(${row} or ${column} is null)` : row;
}

/** A record's columns, of one of several tables in a statement. */
export function prefixed(record: KeptRecord, row: string): string {
  return columnsOf(record.columns.split(", "), row);
}

function columnsOf(columns: readonly string[], row: string): string {
  return columns.map((column) => `${row}.${column}`).join(", ");
}

/** The opaque key of a page's last row. */
export function writeKey(key: PageKey): string {
  return Buffer.from(JSON.stringify([key.order, key.id, key.scope_id])).toString("base64url");
}

/** The key that stands in a query; what is none is QUERY_INVALID with the part of the query it was given as. */
export function readKey(text: string, part: "after" | "until" = "after"): PageKey {
  try {
    const [order, id, scope_id] = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown[];
    if ((order === null || typeof order === "string") && isUuid(id) && isUuid(scope_id)) return { order, id, scope_id };
  } catch {
    // Refused below.
  }
  throw new LedgerError("QUERY_INVALID", { part });
}

import type { Sql } from "../sql.js";
import { identifier } from "./record-columns.js";
import type { RecordSet } from "./record-set.js";

/** A table as export and import see it. */
export interface CatalogTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of its primary key with their types, in order. */
  readonly key: readonly { readonly column: string; readonly type: string }[];
  /** How its rows follow the chains; `plain` rows do not. */
  readonly keeping: "record" | "past" | "change" | "head" | "command" | "plain";
}

/** What is not moved: the schema's own history, what signs in, and what is made again from the rest. */
const LEFT_OUT = new Set([
  "migration",
  "session",
  "sign_in",
  "calendar_feed",
  "document_search",
  "row_word",
  "row_word_read",
  "rollup",
  "rollup_rules",
  "indicator_window",
]);

/** Every table whose rows make up the ledger, in order of name, heads last. */
export async function tableCatalog(sql: Sql, records: RecordSet): Promise<readonly CatalogTable[]> {
  const { rows } = await sql.query<{ name: string; columns: string[]; key_columns: string[]; key_types: string[] }>(
    `select c.relname::text as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
       array_agg(k.attname::text order by p.place) as key_columns,
       array_agg(format_type(k.atttypid, k.atttypmod) order by p.place) as key_types
     from pg_class c
     join pg_index i on i.indrelid = c.oid and i.indisprimary
     cross join lateral unnest(i.indkey::smallint[]) with ordinality p(attnum, place)
     join pg_attribute k on k.attrelid = c.oid and k.attnum = p.attnum
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
     group by c.oid, c.relname order by c.relname collate "C"`,
  );
  const tables = rows
    .filter(({ name }) => !LEFT_OUT.has(name))
    .map(({ name, columns, key_columns, key_types }): CatalogTable => {
      const key = key_columns.map((column, at) => ({ column, type: key_types[at] ?? "text" }));
      return { name, columns, key, keeping: keepingOf(name, records) };
    });
  return [...tables.filter(({ keeping }) => keeping !== "head"), ...tables.filter(({ keeping }) => keeping === "head")];
}

function keepingOf(name: string, records: RecordSet): CatalogTable["keeping"] {
  if (name === "change" || name === "head" || name === "command") return name;
  if (records.has(name)) return "record";
  return name.endsWith("_past") && records.has(name.slice(0, -5)) ? "past" : "plain";
}

/** A row as `to_jsonb` prints it. `line` is what is moved: parsing it may round what only the database keeps exactly. */
export interface JsonRow {
  readonly line: string;
  readonly columns: { readonly [column: string]: unknown };
}

/** Length of a page's text that is aimed at: a few milliseconds of the engine. */
const PAGE_TEXT = 1_000_000;
const MOST_ROWS = 1000;

/** All rows of a table in the order of its key, read in short pages, each as it stands when its page is read. */
export async function* tableRows(sql: Sql, table: CatalogTable): AsyncGenerator<JsonRow> {
  const key = table.key.map(({ column }) => identifier(column)).join(", ");
  const bound = table.key.map(({ type }, at) => `$${at + 1}::text::${type}`).join(", ");
  let after: readonly string[] | null = null;
  let limit = 20;
  while (true) {
    const where: string = after === null ? "" : `where (${key}) > (${bound})`;
    const { rows }: { readonly rows: readonly { readonly line: string; readonly [column: string]: unknown }[] } =
      await sql.query<{ line: string }>(
        `select to_jsonb(t)::text as line from (select * from ${identifier(table.name)} ${where} order by ${key}
         limit ${limit}) t`,
        after ?? [],
      );
    let length = 0;
    let last: JsonRow | null = null;
    for (const { line } of rows) {
      length += line.length;
      last = { line, columns: JSON.parse(line) as JsonRow["columns"] };
      yield last;
    }
    if (last === null || rows.length < limit) return;
    const row: JsonRow = last;
    after = table.key.map(({ column }) => String(row.columns[column]));
    limit = Math.max(1, Math.min(MOST_ROWS, Math.floor((limit * PAGE_TEXT) / Math.max(length, 1))));
  }
}

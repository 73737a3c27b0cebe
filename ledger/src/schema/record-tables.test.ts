import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type FieldDefinition, type RecordDefinition, recordDefinitions } from "@shanhai/model";
import type { Sql } from "../sql.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { knownMigrations, migrate } from "./migrate.js";

const COLUMN_TYPES: { readonly [type in FieldDefinition["type"]]: string } = {
  text: "text",
  long_text: "text",
  code: "text",
  integer: "bigint",
  money: "bigint",
  decimal: "numeric",
  flag: "boolean",
  reference: "uuid",
  identifier: "uuid",
  references: "uuid[]",
  texts: "text[]",
  list: "jsonb",
  date: "text",
};

/** What a definition asks for, one line per column. `_past` holds the same and until when. */
function expectedColumns(definition: RecordDefinition, past: boolean): readonly string[] {
  const lines = ["scope_id uuid not null", "id uuid not null", "seq bigint not null", "search_grams text[] not null"];
  if (definition.order.sound !== undefined) lines.push('sort_key text collate "C" not null');
  for (const field of definition.fields) {
    const sorted = field.key === definition.order.field && COLUMN_TYPES[field.type] === "text" ? ' collate "C"' : "";
    lines.push(`${field.key} ${COLUMN_TYPES[field.type]}${sorted}${field.required ? " not null" : ""}`);
    if (field.type === "date") lines.push(`${field.key}_from date`, `${field.key}_to date`);
  }
  if (definition.fields.some((field) => field.personal)) lines.push("salt bytea");
  if (past) lines.push("until_seq bigint not null");
  return lines.sort();
}

async function columns(sql: Sql, table: string): Promise<readonly string[]> {
  const { rows } = await sql.query<{ name: string; type: string; collation: string; required: boolean }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
            coalesce((select collname from pg_collation c where c.oid = a.attcollation), '') as collation
       from pg_attribute a where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped`,
    [table],
  );
  return rows
    .map(({ name, type, collation, required }) => {
      return `${name} ${type}${collation === "C" ? ' collate "C"' : ""}${required ? " not null" : ""}`;
    })
    .sort();
}

/** Columns of each index in order, `gin` ones marked. */
async function indexes(sql: Sql, table: string): Promise<readonly string[]> {
  const { rows } = await sql.query<{ index: string }>(
    `select (case when am.amname = 'gin' then 'gin ' else '' end) || (case when i.indisprimary then 'primary ' else '' end)
            || array_to_string(array(select pg_get_indexdef(i.indexrelid, k, true)
                 from generate_series(1, i.indnkeyatts) as k order by k), ', ') as index
       from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am am on am.oid = c.relam
      where i.indrelid = to_regclass($1)`,
    [table],
  );
  return rows.map(({ index }) => index.replaceAll('"', ""));
}

eachDatabase("tables of the records", (trial) => {
  let sql: Sql;
  before(async () => {
    const database = await trial.database();
    await migrate(database, await knownMigrations());
    sql = database;
  });

  for (const definition of recordDefinitions) {
    test(`${definition.name} and ${definition.name}_past have the columns of the definition`, async () => {
      // Which words of a roll are compared byte by byte is chosen by what imports cost, not by the definition.
      const plain = (lines: readonly string[]) =>
        definition.bulk === true ? lines.map((line) => line.replace(' collate "C"', "")) : lines;
      for (const past of [false, true]) {
        const table = past ? `${definition.name}_past` : definition.name;
        assert.deepEqual(plain(await columns(sql, table)), plain(expectedColumns(definition, past)), table);
      }
    });

    test(`${definition.name} is found by key, order, title, parent and everything it refers to`, async () => {
      const found = await indexes(sql, definition.name);
      const wanted = [
        "primary scope_id, id",
        `scope_id, ${definition.order.sound ? "sort_key" : definition.order.field}, id`,
        // A million rows are found by their columns; their titles are not searched.
        ...(definition.bulk === true ? [] : ["gin search_grams"]),
      ];
      for (const field of definition.fields) {
        const inScope = recordDefinitions.find(({ name }) => name === field.record)?.keeping === "scoped";
        if (field.type === "references") wanted.push(`gin ${field.key}`);
        if (field.type === "reference") wanted.push(inScope ? `scope_id, ${field.key}` : field.key);
        if (field.type === "identifier" && field.key !== "run") wanted.push(field.key);
      }
      assert.deepEqual(
        wanted.filter((index) => !found.includes(index)),
        [],
      );
      const past = await indexes(sql, `${definition.name}_past`);
      assert.ok(past.includes("primary scope_id, id, seq") && past.includes("scope_id, until_seq"));
    });
  }
});

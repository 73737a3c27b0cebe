import type { Sql } from "../sql.js";

/**
 * The schema as text, the same from every database: tables with their columns and checks, then indexes. For
 * `ledger/schema.sql`, which shows a reader and a review what all migrations together come to; it is not run.
 */
export async function describeSchema(sql: Sql): Promise<string> {
  const { rows: columns } = await sql.query<{ name: string; line: string }>(
    `select c.relname::text as name, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attcollation = 950 then ' COLLATE "C"' else '' end
        || case when a.attnotnull then ' NOT NULL' else '' end
        || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') as line
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
     order by c.relname collate "C", a.attnum`,
  );
  // PostgreSQL 18 lists NOT NULL among the constraints, older ones do not; the columns say it already.
  const { rows: constraints } = await sql.query<{ name: string; line: string }>(
    `select c.relname::text as name, 'CONSTRAINT ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where c.relnamespace = current_schema()::regnamespace and k.contype <> 'n'
     order by c.relname collate "C", k.contype desc, k.conname collate "C"`,
  );
  const { rows: indexes } = await sql.query<{ line: string }>(
    `select indexdef as line from pg_indexes i where schemaname = current_schema()
       and not exists (select 1 from pg_constraint k where k.conname = i.indexname)
     order by tablename collate "C", indexname collate "C"`,
  );
  const lines = new Map<string, string[]>();
  for (const { name, line } of [...columns, ...constraints]) lines.set(name, [...(lines.get(name) ?? []), `  ${line}`]);
  const tables = [...lines].map(([name, parts]) => `CREATE TABLE ${name} (\n${parts.join(",\n")}\n);\n`);
  const head = "-- Generated from migrations/ by scripts/dump-schema.mjs. Not run: it shows what they come to.\n";
  return `${head}\n${tables.join("\n")}\n${indexes.map(({ line }) => `${line};\n`).join("")}`;
}

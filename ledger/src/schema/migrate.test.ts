import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import type { Database } from "../sql.js";
import { eachBareDatabase } from "../trial/trial-databases.js";
import { describeSchema } from "./describe-schema.js";
import { INTERNAL_RECORDS } from "./internal-records.js";
import { knownMigrations, type Migration, migrate } from "./migrate.js";
import { recordSet } from "./record-set.js";

/** A ledger of before the dictionaries (0170) keeps its rows, the free words of a grade too. */
async function withRowsOf0160(db: Database, upgrade: () => Promise<void>): Promise<void> {
  const row = (record: string, fields: string, values: string) =>
    db.query(
      `insert into ${record} (scope_id, id, seq, search_grams, ${fields}) values (gen_random_uuid(), gen_random_uuid(), 1, '{}', ${values})`,
    );
  await row("assessment", "name, year, grade", "'2023年省考', 2023, '综合评价好'");
  await row("notice", "subject, type, level, status", "'项目公示', 'before', 'village', 'draft'");
  await row("region", "path, name, sort_key", "'乙省云岭州石坎县', '石坎县', 'shikan'");
  await upgrade();
  const { rows } = await db.query(
    "select a.grade, n.period, r.county_classes from assessment a cross join notice n cross join region r",
  );
  assert.deepEqual(rows, [{ grade: "综合评价好", period: null, county_classes: null }]);
  for (const record of ["assessment", "notice", "region"]) await db.query(`delete from ${record}`);
}

eachBareDatabase("migrate", (trial) => {
  test("20 clients at once migrate once; rows of before a migration stay; again changes nothing", async () => {
    const db = await trial.database({ connections: 20 });
    const known = await knownMigrations();
    const before = known.filter(({ number }) => number < 170);
    const done = await Promise.all(Array.from({ length: 20 }, () => migrate(db, before)));
    assert.deepEqual(
      done.filter(({ length }) => length > 0),
      [before.map(({ number }) => number)],
    );
    await withRowsOf0160(db, async () => {
      assert.ok((await migrate(db, known)).includes(170));
    });
    const { rows } = await db.query("select origin from installation");
    assert.deepEqual(await migrate(db, known), []);
    assert.deepEqual((await db.query("select origin from installation")).rows, rows);
  });

  test("a database of a newer program is refused with the recipe, unchanged", async () => {
    const db = await trial.database();
    const known = await knownMigrations();
    const older = known.slice(0, -1);
    await assert.rejects(migrate(db, older), { code: "MIGRATION_NEWER", zh: /升级.*shanhai export.*shanhai import/u });
    await assert.rejects(migrate(db, []), { code: "MIGRATION_NEWER" });
  });

  test("a database with another history is refused", async () => {
    const db = await trial.database();
    const known = await knownMigrations();
    const edited = known.map((m): Migration => (m.number === 2 ? { ...m, checksum: "0".repeat(64) } : m));
    await assert.rejects(migrate(db, edited), { code: "MIGRATION_CHANGED", zh: /第 2 号/u });
  });

  test("a migration that fails leaves nothing behind", async () => {
    const db = await trial.database();
    const known = await knownMigrations();
    const text = "create table half_done (a int); select no_such_function()";
    const broken = { number: 9999, name: "9999_broken.sql", text, checksum: "1".repeat(64) };
    await assert.rejects(migrate(db, [...known, broken]), /no_such_function/u);
    const { rows } = await db.query("select to_regclass('half_done') as made, max(number) as last from migration");
    assert.deepEqual(rows, [{ made: null, last: known.at(-1)?.number }]);
  });

  test("the internal records and sources have the columns that their definitions say (others: record-tables.test.ts)", async () => {
    const db = await trial.database();
    const { rows } = await db.query<{ name: string; columns: string[] }>(
      `select table_name::text as name, array_agg(column_name || ' ' || udt_name order by column_name)::text[] as columns
       from information_schema.columns where table_schema = 'public' group by table_name`,
    );
    const tables = new Map(rows.map(({ name, columns }) => [name, columns]));
    const types = {
      text: "text",
      long_text: "text",
      code: "text",
      integer: "int8",
      money: "int8",
      decimal: "numeric",
      flag: "bool",
      reference: "uuid",
      identifier: "uuid",
      references: "_uuid",
      texts: "_text",
      list: "jsonb",
      date: "text",
    } as const;
    const internal = INTERNAL_RECORDS;
    const records = recordSet(internal);
    assert.equal(records.all.length, internal.length + 2);
    for (const { definition, salted } of records.all) {
      const columns = [
        "scope_id uuid",
        "id uuid",
        "seq int8",
        "search_grams _text",
        ...(salted ? ["salt bytea"] : []),
        ...definition.fields.flatMap(({ key, type }) => [
          `${key} ${types[type]}`,
          ...(type === "date" ? [`${key}_from date`, `${key}_to date`] : []),
        ]),
      ];
      assert.deepEqual(tables.get(definition.name), columns.sort(), definition.name);
      assert.deepEqual(tables.get(`${definition.name}_past`), [...columns, "until_seq int8"].sort(), definition.name);
    }
  });

  test("schema.sql is the migrated schema (node scripts/dump-schema.mjs writes it anew)", async () => {
    const committed = await readFile(new URL("../../schema.sql", import.meta.url), "utf8");
    assert.equal(await describeSchema(await trial.database()), committed.replaceAll("\r\n", "\n"));
  });
});

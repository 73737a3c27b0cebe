import assert from "node:assert/strict";
import { before, test } from "node:test";
import { NIL_SCOPE, sortKey } from "@shanhai/model";
import { openDatabase } from "../database.js";
import { list } from "../read.js";
import { command, KEEPER, newId, openTrialStore, person } from "../trial/trial-cooperation.js";
import { eachBareDatabase } from "../trial/trial-databases.js";
import { verify } from "../verification/verify.js";
import { write } from "../write.js";
import { knownMigrations, migrate } from "./migrate.js";
import { fillSortKeys } from "./sort-keys.js";

const NAMES = ["张一平", "曾小明", "韦安然", "蔡晓禾", "覃一平", "崔明远"];
/** 曾 is zēng as a surname: between 韦 and 张, not beside 蔡. */
const BY_SOUND = ["蔡晓禾", "崔明远", "覃一平", "韦安然", "曾小明", "张一平"];

eachBareDatabase("lists in the order of their sound", (trial) => {
  before(async () => {
    // A database of a program that did not know the column, with rows current and past.
    const database = await openDatabase(trial.config);
    const known = await knownMigrations();
    await migrate(
      database,
      known.filter(({ number }) => number < 41),
    );
    for (const [table, until] of [
      ["region", ""],
      ["region_past", ", until_seq"],
    ] as const)
      await database.query(
        `insert into ${table} (scope_id, id, seq, path, name, search_grams${until})
         select $1, gen_random_uuid(), 1, path, path, '{}'${until === "" ? "" : ", 2"}
         from unnest($2::text[]) as path cross join generate_series(1, 300)`,
        [NIL_SCOPE, ["贵州省", "重庆市"]],
      );
    await database.close();
  });

  test("rows from before are given their key when the database is opened", async () => {
    const store = await openTrialStore(trial);
    for (const table of ["region", "region_past"]) {
      const { rows } = await store.db.query<{ path: string; sort_key: string; n: bigint }>(
        `select path, sort_key, count(*) as n from ${table} group by path, sort_key order by sort_key`,
      );
      assert.deepEqual(
        rows.map(({ path, sort_key, n }) => [path, sort_key, Number(n)]),
        ["重庆市", "贵州省"].map((path) => [path, sortKey(path), 300]),
      );
      await store.db.query(`delete from ${table}`);
    }
    await store.close();
  });

  test("people stand by their surnames; what is filled in anew is what was written", async () => {
    const store = await openTrialStore(trial);
    await write(store, KEEPER, command(NAMES.map((name) => person(newId(), { name }))));
    const names = async (limit: number) => {
      const found: unknown[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const page = await list(store, KEEPER, "person", { limit, ...(after === undefined ? {} : { after }) });
        found.push(...page.rows.map(({ values }) => values.name));
        after = page.next;
      }
      return found;
    };
    for (const limit of [1, 2, 50]) assert.deepEqual(await names(limit), BY_SOUND, `limit ${limit}`);
    const keys = async () => (await store.db.query("select id, sort_key from person order by id")).rows;
    const written = await keys();
    await store.db.query("update person set sort_key = ''");
    await fillSortKeys(store.db, store.records);
    assert.deepEqual(await keys(), written);
    assert.equal((await verify(store, KEEPER)).broken, null);
    await store.close();
  });
});

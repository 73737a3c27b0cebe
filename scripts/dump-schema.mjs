#!/usr/bin/env node
// @ts-check
// Writes ledger/schema.sql anew from the migrations, on the embedded database in memory. Run after adding a migration.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { describeSchema } from "../ledger/dist/schema/describe-schema.js";
import { knownMigrations, migrate } from "../ledger/dist/schema/migrate.js";

const ledger = join(dirname(dirname(fileURLToPath(import.meta.url))), "ledger");
const database = await PGlite.create();
/** @type {import("../ledger/dist/sql.js").Sql["query"]} */
const query = async (text, values) => {
  if (values !== undefined) return database.query(text, [...values]);
  const results = await database.exec(text);
  return { rows: /** @type {any[]} */ (results.at(-1)?.rows ?? []) };
};
const none = () => Promise.reject(new Error("migrations copy nothing"));
const sql = { query, copyIn: none, copyOut: none };
await migrate({ ...sql, transaction: (work) => work(sql) }, await knownMigrations());
writeFileSync(join(ledger, "schema.sql"), await describeSchema(sql));
await database.close();

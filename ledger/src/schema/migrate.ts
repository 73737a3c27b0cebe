import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { LedgerError } from "../error-codes.js";
import type { Database, Sql } from "../sql.js";

/** One numbered file of `migrations/`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text, hex. */
  readonly checksum: string;
}

/** Any number, the same for every program of ours: who migrates holds it until the end of its transaction. */
const LOCK = 7_351_908_264;

const DIRECTORY = new URL("../../migrations/", import.meta.url);

/** The migrations that this program knows, in order. */
export async function knownMigrations(directory: URL = DIRECTORY): Promise<readonly Migration[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  const migrations: Migration[] = [];
  for (const name of names) {
    // A checkout with CRLF is the same migration.
    const text = (await readFile(new URL(name, directory), "utf8")).replaceAll("\r\n", "\n");
    const checksum = createHash("sha256").update(text).digest("hex");
    const number = Number(name.slice(0, 4));
    if (migrations.at(-1)?.number === number) throw new Error(`two migrations have the number ${number}`);
    migrations.push({ number, name, text, checksum });
  }
  return migrations;
}

/**
 * Brings the database to this program's schema, forward only, all in one transaction; gives the numbers that were
 * carried out. Safe to run twice and from many clients at once: one migrates, the others wait and find it done.
 * Refuses a database of a newer program (MIGRATION_NEWER) or of another history (MIGRATION_CHANGED), unchanged.
 * `after` does in the same transaction what SQL cannot say: it is told which migrations were new.
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[],
  after: (sql: Sql, numbers: readonly number[]) => Promise<void> = async () => undefined,
): Promise<readonly number[]> {
  return db.transaction(async (sql) => {
    await sql.query("select pg_advisory_xact_lock($1)", [LOCK]);
    await sql.query(
      `create table if not exists migration (
         number integer primary key, name text not null, checksum text not null,
         at timestamptz not null default clock_timestamp())`,
    );
    const pending = await pendingMigrations(sql, migrations);
    for (const { number, name, text, checksum } of pending) {
      await sql.query(text);
      await sql.query("insert into migration (number, name, checksum) values ($1, $2, $3)", [number, name, checksum]);
    }
    await sql.query("insert into installation (origin, secret) values ($1, $2) on conflict (one) do nothing", [
      randomUUID(),
      randomBytes(32),
    ]);
    const numbers = pending.map(({ number }) => number);
    await after(sql, numbers);
    return numbers;
  });
}

async function pendingMigrations(sql: Sql, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const { rows } = await sql.query<{ number: number; checksum: string }>(
    "select number, checksum from migration order by number",
  );
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  const last = migrations.at(-1)?.number ?? 0;
  for (const { number, checksum } of rows) {
    if (number > last) throw new LedgerError("MIGRATION_NEWER", { found: rows.at(-1)?.number ?? number, known: last });
    if (known.get(number)?.checksum !== checksum) throw new LedgerError("MIGRATION_CHANGED", { number });
  }
  const done = new Set(rows.map(({ number }) => number));
  return migrations.filter(({ number }) => !done.has(number));
}

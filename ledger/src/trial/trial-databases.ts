import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe } from "node:test";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import pg from "pg";
import { type Database, type DatabaseOptions, openDatabase } from "../database.js";
import { createDatabase } from "../embedded/create-database.js";
import type { LedgerConfig } from "../ledger.js";
import { knownMigrations, type Migration, migrate } from "../schema/migrate.js";

/** For tests only: what a suite gets of the database that it runs on. Use it inside tests and hooks, not before. */
export interface TrialDatabase {
  readonly kind: "embedded" | "server";
  /** For `openLedger` and the like: an empty database and a data directory of this suite alone. */
  readonly config: LedgerConfig;
  /** The suite's database, opened at the first call, closed after the suite. */
  database(options?: DatabaseOptions): Promise<Database>;
}

/**
 * Runs a suite twice: on the embedded database and on a real PostgreSQL server, the oldest promised. The server is
 * `DATABASE_URL`, else the one of this test run (`SHANHAI_TEST_DATABASE_URL`, see scripts/test.mjs), else one that is
 * started at the first use and ends with this process. Every suite has a fresh database without rows.
 */
export function eachDatabase(name: string, suite: (trial: TrialDatabase) => void): void {
  trialSuite(name, "embedded", suite);
  trialSuite(name, "server", suite);
}

/** The same on databases without tables: for the tests of migrating itself. */
export function eachBareDatabase(name: string, suite: (trial: TrialDatabase) => void): void {
  trialSuite(name, "embedded", suite, true);
  trialSuite(name, "server", suite, true);
}

/** The same on the embedded database alone. */
export function embeddedDatabase(name: string, suite: (trial: TrialDatabase) => void): void {
  trialSuite(name, "embedded", suite);
}

/** The same on the server alone. */
export function serverDatabase(name: string, suite: (trial: TrialDatabase) => void): void {
  trialSuite(name, "server", suite);
}

function trialSuite(
  name: string,
  kind: TrialDatabase["kind"],
  suite: (trial: TrialDatabase) => void,
  bare = false,
): void {
  describe(`${name} (${kind})`, () => {
    let home = "";
    let url: string | undefined;
    let opened: Promise<Database> | null = null;
    before(async () => {
      // A suite's database lives for seconds: compiling its engine a second time, for speed, costs more than it gains.
      setFlagsFromString("--liftoff-only");
      home = fs.mkdtempSync(path.join(os.tmpdir(), "shanhai-trial-"));
      if (kind === "embedded") await (bare ? copyEmptyDatabase(home) : copyMigratedDatabase(home));
      else url = await createServerDatabase(bare);
    });
    suite({
      kind,
      get config() {
        if (!home) throw new Error("the trial database is there inside tests and hooks only");
        return url ? { dataDir: home, databaseUrl: url } : { dataDir: home };
      },
      database(options) {
        opened ??= openDatabase(this.config, options);
        return opened;
      },
    });
    after(async () => {
      await (await opened)?.close();
      if (url) await dropServerDatabase(url);
      fs.rmSync(home, { recursive: true, force: true });
    });
  });
}

/** initdb takes seconds, so it is run once per version of PGlite, kept in node_modules/.cache, and copied. */
export async function copyEmptyDatabase(dataDir: string): Promise<void> {
  const kept = await keptDatabase(engineVersion(), async (aside) => {
    await createDatabase(path.join(aside, "database"));
  });
  fs.cpSync(kept, path.join(dataDir, "database"), { recursive: true });
}

/** Migrating takes seconds too: done once per set of migrations, kept beside the empty one, and copied. */
async function copyMigratedDatabase(dataDir: string): Promise<void> {
  const migrations = await knownMigrations();
  const kept = await keptDatabase(`${engineVersion()}-${schemaDigest(migrations)}`, async (aside) => {
    await copyEmptyDatabase(aside);
    await migrateTemplate({ dataDir: aside }, migrations);
  });
  fs.cpSync(kept, path.join(dataDir, "database"), { recursive: true });
}

function engineVersion(): string {
  const manifest = path.join(createRequire(import.meta.url).resolve("@electric-sql/pglite"), "../../package.json");
  return (JSON.parse(fs.readFileSync(manifest, "utf8")) as { version: string }).version;
}

async function keptDatabase(name: string, make: (aside: string) => Promise<void>): Promise<string> {
  const root = path.resolve(fileURLToPath(import.meta.url), "../../../..");
  const cache = path.join(root, "node_modules/.cache/shanhai-empty-database");
  const kept = path.join(cache, name);
  if (fs.existsSync(kept)) return kept;
  fs.mkdirSync(cache, { recursive: true });
  const aside = fs.mkdtempSync(path.join(cache, "making-"));
  await make(aside);
  // Whoever is first wins; a second one throws its own away.
  try {
    fs.renameSync(path.join(aside, "database"), kept);
  } catch (error) {
    if (!fs.existsSync(kept)) throw error;
  }
  fs.rmSync(aside, { recursive: true, force: true });
  return kept;
}

function schemaDigest(migrations: readonly Migration[]): string {
  const hash = createHash("sha256");
  for (const { name, checksum } of migrations) hash.update(`${name} ${checksum}\n`);
  return hash.digest("hex").slice(0, 16);
}

/** All tables and no installation: each copy gives itself its own name and secret when it is opened. */
async function migrateTemplate(config: LedgerConfig, migrations: readonly Migration[]): Promise<void> {
  const database = await openDatabase(config);
  await migrate(database, migrations);
  await database.query("delete from installation");
  await database.close();
}

let server: Promise<string> | null = null;

function serverUrl(): Promise<string> {
  const given = process.env.DATABASE_URL ?? process.env.SHANHAI_TEST_DATABASE_URL;
  if (given) return Promise.resolve(given);
  server ??= startServer();
  return server;
}

/** The server's process ends when our end of its standard input closes, which even a kill of this process does. */
function startServer(): Promise<string> {
  const script = path.resolve(fileURLToPath(import.meta.url), "../../../../scripts/test-postgres.mjs");
  const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the test server ended with ${code}`)));
    const lines = createInterface({ input: child.stdout });
    lines.once("line", (url) => {
      lines.close();
      child.stdout.destroy();
      child.unref();
      if ("unref" in child.stdin && typeof child.stdin.unref === "function") child.stdin.unref();
      resolve(url);
    });
  });
}

async function createServerDatabase(bare: boolean): Promise<string> {
  const url = await serverUrl();
  const name = `shanhai_trial_${randomBytes(6).toString("hex")}`;
  const template = bare ? "template0" : await migratedTemplate(url);
  await administer(url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} ENCODING 'UTF8'`));
  return databaseUrl(url, name);
}

/** The server's own template with all tables, made by the first process that needs it while the others wait. */
async function migratedTemplate(url: string): Promise<string> {
  const migrations = await knownMigrations();
  const name = `shanhai_tables_${schemaDigest(migrations)}`;
  await administer(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rows } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rows.length > 0) return;
    const making = `${name}_making`;
    await client.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${making} TEMPLATE template0 ENCODING 'UTF8'`);
    const aside = fs.mkdtempSync(path.join(os.tmpdir(), "shanhai-template-"));
    await migrateTemplate({ dataDir: aside, databaseUrl: databaseUrl(url, making) }, migrations);
    fs.rmSync(aside, { recursive: true, force: true });
    await client.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
  });
  return name;
}

/** Any number; held until the connection that makes the template ends. */
const TEMPLATE_LOCK = 7_351_908_266;

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function dropServerDatabase(database: string): Promise<void> {
  const name = new URL(database).pathname.slice(1);
  await administer(await serverUrl(), (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
}

async function administer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

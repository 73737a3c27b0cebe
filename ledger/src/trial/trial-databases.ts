import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe } from "node:test";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { type Database, type DatabaseOptions, openDatabase } from "../database.js";
import { createDatabase } from "../embedded/create-database.js";
import type { LedgerConfig } from "../ledger.js";

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
 * started at the first use and ends with this process. Every suite has a fresh, empty database.
 */
export function eachDatabase(name: string, suite: (trial: TrialDatabase) => void): void {
  trialSuite(name, "embedded", suite);
  trialSuite(name, "server", suite);
}

/** The same on the embedded database alone. */
export function embeddedDatabase(name: string, suite: (trial: TrialDatabase) => void): void {
  trialSuite(name, "embedded", suite);
}

/** The same on the server alone. */
export function serverDatabase(name: string, suite: (trial: TrialDatabase) => void): void {
  trialSuite(name, "server", suite);
}

function trialSuite(name: string, kind: TrialDatabase["kind"], suite: (trial: TrialDatabase) => void): void {
  describe(`${name} (${kind})`, () => {
    let home = "";
    let url: string | undefined;
    let opened: Promise<Database> | null = null;
    before(async () => {
      home = fs.mkdtempSync(path.join(os.tmpdir(), "shanhai-trial-"));
      if (kind === "embedded") await copyEmptyDatabase(home);
      else url = await createServerDatabase();
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
  const root = path.resolve(fileURLToPath(import.meta.url), "../../../..");
  const manifest = path.join(createRequire(import.meta.url).resolve("@electric-sql/pglite"), "../../package.json");
  const { version } = JSON.parse(fs.readFileSync(manifest, "utf8")) as { version: string };
  const cache = path.join(root, "node_modules/.cache/shanhai-empty-database");
  const kept = path.join(cache, version);
  if (!fs.existsSync(kept)) {
    fs.mkdirSync(cache, { recursive: true });
    const aside = fs.mkdtempSync(path.join(cache, "making-"));
    await createDatabase(path.join(aside, "database"));
    // Whoever is first wins; a second one throws its own away.
    if (fs.existsSync(kept)) fs.rmSync(aside, { recursive: true });
    else fs.renameSync(path.join(aside, "database"), kept);
    fs.rmSync(aside, { recursive: true, force: true });
  }
  fs.cpSync(kept, path.join(dataDir, "database"), { recursive: true });
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

async function createServerDatabase(): Promise<string> {
  const url = new URL(await serverUrl());
  const name = `shanhai_trial_${randomBytes(6).toString("hex")}`;
  await administer(url.href, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  url.pathname = `/${name}`;
  return url.href;
}

async function dropServerDatabase(database: string): Promise<void> {
  const name = new URL(database).pathname.slice(1);
  await administer(await serverUrl(), `DROP DATABASE ${name} WITH (FORCE)`);
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

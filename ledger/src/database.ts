import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { copyIn } from "./copy-in.js";
import { copyOut } from "./copy-out.js";
import { databaseTypes } from "./database-parsers.js";
import { PATIENT_BEGIN } from "./embedded/gate-client.js";
import { CROWDED } from "./embedded/wire.js";
import { LedgerError } from "./error-codes.js";
import { type Gate, openGate } from "./gate.js";
import type { LedgerConfig } from "./ledger.js";

/** What runs SQL: the database (each statement on its own) or an open transaction. */
export interface Queryable {
  query<R extends pg.QueryResultRow = pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<pg.QueryResult<R>>;
  /** `COPY … FROM STDIN` with all its lines, one unit for the embedded engine. */
  copyIn(statement: string, lines: Uint8Array): Promise<void>;
  /** The lines of `COPY … TO STDOUT`. */
  copyOut(statement: string): Promise<Buffer>;
}

export interface TransactionOptions {
  readonly isolation?: "read committed" | "repeatable read" | "serializable";
  readonly readOnly?: boolean;
  /** Long work that nobody waits for at a screen: on the embedded engine, which does one thing at a time, others go first. */
  readonly patient?: boolean;
  /** Told when patient work begins: whether others come one after another, so that it is better cut smaller. Never on a server. */
  readonly crowded?: (crowded: boolean) => void;
}

/** One driver for both databases. Values come out as databaseTypes says. */
export interface Database extends Queryable {
  readonly kind: "embedded" | "server";
  /** False when another process has the embedded database and this one is its client. */
  readonly owned: boolean;
  readonly pool: pg.Pool;
  /**
   * Runs `work` between BEGIN and COMMIT; a throw rolls back and is thrown on. When the database asks for it (a
   * serialisation failure, a deadlock) the whole is run again, up to four times: `work` must bear that.
   */
  transaction<T>(work: (transaction: Queryable) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** What the embedded disk was asked for so far; null for a server or a joined database. */
  diskCounts(): Promise<{ readonly fsyncs: number; readonly directoryFsyncs: number } | null>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Refuse (DATABASE_IN_USE) when another process has the embedded database: for `serve`. Others join. */
  readonly exclusive?: boolean;
  /** Most connections at once. Default 10. */
  readonly connections?: number;
}

/** Opens the database that the configuration names; makes the embedded one when there is none. */
export async function openDatabase(config: LedgerConfig, options: DatabaseOptions = {}): Promise<Database> {
  const max = options.connections ?? 10;
  if (config.databaseUrl) {
    const pool = makePool({ connectionString: config.databaseUrl, max });
    await checkServer(pool);
    return new PooledDatabase("server", pool, null);
  }
  const gate = await openGate(config.dataDir, options.exclusive ? { exclusive: true } : {});
  // User and database are PGlite's; nothing of the environment (PGUSER …) may speak here.
  const pool = makePool({ stream: () => gate.stream(), user: "postgres", database: "postgres", ssl: false, max });
  return new PooledDatabase("embedded", pool, gate);
}

/** The oldest server that the SQL is tested on. */
const OLDEST_SERVER = 15;

class PooledDatabase implements Database {
  constructor(
    readonly kind: "embedded" | "server",
    readonly pool: pg.Pool,
    private readonly gate: Gate | null,
  ) {}

  get owned(): boolean {
    return this.gate?.owned ?? false;
  }

  async query<R extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<pg.QueryResult<R>> {
    try {
      return await this.pool.query<R>(text, [...values]);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  copyIn(statement: string, lines: Uint8Array): Promise<void> {
    return this.transaction((sql) => sql.copyIn(statement, lines));
  }

  copyOut(statement: string): Promise<Buffer> {
    return this.transaction((sql) => sql.copyOut(statement), { readOnly: true });
  }

  async transaction<T>(work: (transaction: Queryable) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work, options);
      } catch (error) {
        if (attempt > RETRIES || !RETRIABLE.has(sqlState(error))) throw refusalOf(error);
        await pause(randomInt(2, 10 * 2 ** attempt));
      }
    }
  }

  async diskCounts(): Promise<{ readonly fsyncs: number; readonly directoryFsyncs: number } | null> {
    return (await this.gate?.counts()) ?? null;
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.gate?.close();
  }

  private async attempt<T>(work: (transaction: Queryable) => Promise<T>, options: TransactionOptions): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await begin(client, options);
      const result = await work({
        query: (text, values) => client.query(text, values === undefined ? undefined : [...values]),
        copyIn: (statement, lines) => copyIn(client, statement, lines),
        copyOut: (statement) => copyOut(client, statement),
      });
      const committed = await client.query("COMMIT");
      // COMMIT of a transaction in which a statement failed unseen answers ROLLBACK, without an error.
      if (committed.command !== "COMMIT") throw new Error("the transaction had failed and was rolled back");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch((failed: Error) => {
        broken = failed;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

const RETRIES = 4;
const RETRIABLE: ReadonlySet<string> = new Set(["40001", "40P01"]);

async function begin(client: pg.PoolClient, options: TransactionOptions): Promise<void> {
  const isolation = options.isolation ? ` ISOLATION LEVEL ${options.isolation}` : "";
  const statement = `${options.patient ? PATIENT_BEGIN : "BEGIN"}${isolation}${options.readOnly ? " READ ONLY" : ""}`;
  let crowded = false;
  const hear = ({ code }: { readonly code?: string | undefined }) => {
    if (code === CROWDED) crowded = true;
  };
  client.on("notice", hear);
  try {
    await client.query(statement);
  } finally {
    client.off("notice", hear);
  }
  options.crowded?.(crowded);
}

function makePool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, types: databaseTypes, application_name: "shanhai" });
  // An idle connection that breaks is dropped by the pool; the next query opens another or says what is wrong.
  pool.on("error", () => undefined);
  return pool;
}

async function checkServer(pool: pg.Pool): Promise<void> {
  try {
    const answer = await pool.query<{ server_version: string }>("SHOW server_version");
    const found = answer.rows[0]?.server_version ?? "0";
    if (Number.parseInt(found, 10) < OLDEST_SERVER) {
      throw new LedgerError("DATABASE_SERVER_TOO_OLD", { found, oldest: OLDEST_SERVER });
    }
  } catch (error) {
    await pool.end();
    if (error instanceof LedgerError) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    throw new LedgerError("DATABASE_UNREACHABLE", { cause }, { cause: error });
  }
}

/** The SQLSTATE of an error, or "". */
export function sqlState(error: unknown): string {
  return error instanceof pg.DatabaseError ? (error.code ?? "") : "";
}

/** Errors that the user can do something about become refusals; all others are thrown as they are. */
function refusalOf(error: unknown): unknown {
  if (sqlState(error) === "53100") return new LedgerError("DISK_FULL", {}, { cause: error });
  if (!(error instanceof Error) || error instanceof LedgerError) return error;
  const code = sqlState(error) || ("code" in error ? String(error.code) : "");
  const ended = LOST.has(code) || /^Connection terminated/.test(error.message);
  return ended ? new LedgerError("DATABASE_ENDED", { cause: error.message }, { cause: error }) : error;
}

/** The server or the gate shuts down, crashed, cut an idle transaction, or is not there any more. */
const LOST: ReadonlySet<string> = new Set([
  "57P01",
  "57P02",
  "57P03",
  "25P03",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
]);

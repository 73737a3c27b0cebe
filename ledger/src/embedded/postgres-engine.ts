import { PGlite } from "@electric-sql/pglite";
import { type DiskCounts, type DiskWatch, DurableFs } from "./durable-fs.js";
import { encodeQuery, parameterStatuses } from "./wire.js";

/** Thrown when the engine cannot go on: it has to be opened again, which recovers what was acknowledged. */
export class EngineFailure extends Error {
  /** The host's errno code when the disk was the reason, such as ENOSPC. */
  readonly diskError: string | null;
  constructor(message: string, diskError: string | null, cause: unknown) {
    super(message, { cause });
    this.diskError = diskError;
  }
}

/** For proofs; the product opens without. */
export interface EngineOptions {
  readonly watch?: DiskWatch;
  /** More settings, as `name=value`. */
  readonly parameters?: readonly string[];
}

/**
 * One PostgreSQL of PGlite on a data directory, with real durability: `-F` (no fsync) is removed and the log is
 * written with fsync, as Emscripten's fdatasync does nothing. It knows no clients; the gate gives it one unit of
 * messages at a time.
 */
export class PostgresEngine {
  /** The settings that PostgreSQL reports to every new client, as protocol messages. */
  readonly greeting: Buffer;
  private failure: EngineFailure | null = null;
  private walAtCheckpoint = 0;

  private constructor(
    private readonly database: PGlite,
    private readonly files: DurableFs,
  ) {
    this.guardLoop();
    this.greeting = parameterStatuses(this.startUp());
  }

  /** Opens a database that exists (see create-database.ts). Recovers it when it was not closed. */
  static async open(directory: string, options: EngineOptions = {}): Promise<PostgresEngine> {
    const files = new DurableFs(directory, options.watch);
    const reports: string[] = [];
    try {
      const database = await PGlite.create({
        fs: files,
        startParams: [...durableParameters(), ...(options.parameters ?? []).flatMap((setting) => ["-c", setting])],
        onStderr: (text) => {
          reports.push(text);
          return false;
        },
      });
      return new PostgresEngine(database, files);
    } catch (error) {
      files.closeHandles();
      const told = reports.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? String(error);
      throw new EngineFailure(told.trim(), files.lastError, error);
    }
  }

  get counts(): Readonly<DiskCounts> {
    return this.files.counts;
  }

  /** Bytes of log since the last checkpoint. Nothing else makes one: single-user PostgreSQL has no checkpointer. */
  get walSinceCheckpoint(): number {
    return this.files.counts.walBytes - this.walAtCheckpoint;
  }

  get inTransaction(): boolean {
    return this.failure === null && this.database.isInTransaction();
  }

  /**
   * Runs protocol messages; `answer` gets views of the engine's memory that must be copied at once. SQL errors are
   * part of the answer; it rejects with EngineFailure when the engine is lost.
   */
  async run(messages: Uint8Array, answer: (chunk: Uint8Array) => void): Promise<void> {
    if (this.failure) throw this.failure;
    this.files.lastError = null;
    await this.database.execProtocolRawStream(messages, { syncToFs: false, onRawData: answer });
    if (this.failure) throw this.failure;
  }

  /** Runs SQL of the gate's own (rollback, discard), answers dropped. */
  async command(sql: string): Promise<void> {
    await this.run(encodeQuery(sql), () => undefined);
  }

  async checkpoint(): Promise<void> {
    await this.command("CHECKPOINT");
    this.walAtCheckpoint = this.files.counts.walBytes;
  }

  /** Shuts down cleanly. */
  async close(): Promise<void> {
    if (!this.failure) await this.database.close();
    this.files.closeHandles();
  }

  /** Lets go of the files without a word to the engine; what was acknowledged is recovered at the next open. */
  abandon(): void {
    this.files.closeHandles();
  }

  private startUp(): Uint8Array {
    const chunks: Buffer[] = [];
    const packet = Buffer.from(
      "\0\0\0\0\0\x03\0\0user\0postgres\0database\0postgres\0client_encoding\0UTF8\0\0",
      "latin1",
    );
    packet.writeInt32BE(packet.length, 0);
    chunks.push(Buffer.from(this.database.execProtocolRawSync(packet)));
    return Buffer.concat(chunks);
  }

  /**
   * PGlite's loop swallows whatever the engine throws and calls it again. Only its long jump (an SQL error) may be
   * treated so; a panic, an exit or a trap leaves memory that nothing may be asked of again.
   */
  private guardLoop(): void {
    const module = this.database.Module;
    const once = module._PostgresMainLoopOnce;
    const restore = module.stackRestore;
    const ready = module._PostgresSendReadyForQueryIfNecessary;
    const flush = module._pgl_pq_flush;
    module._PostgresMainLoopOnce = () => {
      try {
        once();
      } catch (error) {
        if (statusOf(error) !== LONG_JUMP) {
          this.failure = new EngineFailure(String(error), this.files.lastError, error);
        }
        throw error;
      }
    };
    module.stackRestore = (pointer) => {
      if (this.failure) throw this.failure;
      return restore(pointer);
    };
    module._PostgresSendReadyForQueryIfNecessary = () => {
      if (!this.failure) ready();
    };
    module._pgl_pq_flush = () => {
      if (!this.failure) flush();
    };
  }
}

/**
 * PGlite's own parameters without its `-F`, and with a sync method that reaches the disk. The progress report of a
 * recovery would leave a timer running in JavaScript, for a log that nobody reads. New search grams are sorted into
 * their index in small portions: at the usual 4 MB every eleventh command of 500 rows held the engine 70 ms longer. Half
 * of the usual page cache: with it the program stays within 512 MB while a million rows come in.
 */
export function durableParameters(): string[] {
  const kept = PGlite.defaultStartParams.filter((parameter) => parameter !== "-F");
  const settings = [
    "wal_sync_method=fsync",
    "log_startup_progress_interval=0",
    "gin_pending_list_limit=512kB",
    "shared_buffers=64MB",
  ];
  return [...kept, ...settings.flatMap((setting) => ["-c", setting])];
}

const LONG_JUMP = 100;

function statusOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
}

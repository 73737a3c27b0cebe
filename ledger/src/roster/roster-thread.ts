import { Worker } from "node:worker_threads";
import { LedgerError } from "../error-codes.js";
import type { StreamedRow } from "../workbook/stream-rows.js";
import type {
  RosterAnswer,
  RosterBatch,
  RosterCheck,
  RosterCount,
  RosterDoubts,
  RosterJob,
  RosterReply,
  StoredMatch,
} from "./roster-job.js";

/** Old-space limit of a reading thread in MB; texts of the file lie outside it, within the limits of streaming. */
const MEMORY = 128;
/** Room for what lives as long as a batch. */
const YOUNG = 12;

/** What the thread asks of who started it. */
export interface RosterHost {
  standing?(subjects: readonly string[]): Promise<readonly StoredMatch[]>;
  /** Gives the number of rows that the following batches are to hold. */
  batch?(batch: RosterBatch): Promise<number>;
  progress?(rows: number): void;
}

/** One thread that reads a large roster; ended when its work is done, or by `end`. */
export class RosterThread {
  readonly #worker: Worker;
  readonly #host: RosterHost;
  #settle: ((reply: RosterReply | Error) => void) | null = null;
  #early: RosterReply | Error | null = null;
  /** Bytes that were given to a thread that could not read them. */
  returned: Uint8Array | null = null;

  constructor(job: RosterJob, host: RosterHost = {}) {
    this.#host = host;
    this.#worker = new Worker(new URL("./roster-worker.js", import.meta.url), {
      workerData: job,
      transferList: job.work === "heads" && typeof job.source !== "string" ? [job.source.buffer as ArrayBuffer] : [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY, maxYoungGenerationSizeMb: YOUNG },
      env: {},
      execArgv: [],
    });
    this.#worker.on("message", (reply: RosterReply) => this.#hear(reply));
    this.#worker.on("error", (error: Error & { readonly code?: string }) => {
      const full = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      this.#done(full ? new LedgerError("WORKBOOK_OUT_OF_MEMORY", { limit: MEMORY }) : unreadable(error));
    });
    this.#worker.on("messageerror", (error: Error) => this.#done(unreadable(error)));
    this.#worker.on("exit", (code) => this.#done(unreadable(new Error(`the reading thread ended (${code})`))));
  }

  async heads(): Promise<Extract<RosterReply, { readonly kind: "heads" }>> {
    const reply = await this.#next();
    if (reply.kind !== "heads") throw new Error(`the thread said ${reply.kind}`);
    return reply;
  }

  async window(): Promise<readonly StreamedRow[]> {
    const reply = await this.#next();
    if (reply.kind !== "window") throw new Error(`the thread said ${reply.kind}`);
    return reply.rows;
  }

  async doubts(): Promise<RosterDoubts> {
    const reply = await this.#next();
    if (reply.kind !== "doubts") throw new Error(`the thread said ${reply.kind}`);
    return reply.doubts;
  }

  async checked(): Promise<RosterCheck> {
    const reply = await this.#next();
    if (reply.kind !== "checked") throw new Error(`the thread said ${reply.kind}`);
    return reply.check;
  }

  async counted(): Promise<RosterCount> {
    const reply = await this.#next();
    if (reply.kind !== "counted") throw new Error(`the thread said ${reply.kind}`);
    return reply.found;
  }

  /** Of these stored rows the ids of those that the counted file does not name. */
  async unnamed(stored: Extract<RosterAnswer, { readonly stored: unknown }>["stored"]): Promise<readonly string[]> {
    this.#tell({ stored });
    const reply = await this.#next();
    if (reply.kind !== "unnamed") throw new Error(`the thread said ${reply.kind}`);
    return reply.ids;
  }

  /** Resolves when every batch is written. */
  async written(): Promise<void> {
    const reply = await this.#next();
    if (reply.kind !== "end") throw new Error(`the thread said ${reply.kind}`);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  async #next(): Promise<RosterReply> {
    const reply =
      this.#early ??
      (await new Promise<RosterReply | Error>((resolve) => {
        this.#settle = resolve;
      }));
    this.#early = null;
    if (reply instanceof Error) throw reply;
    if (reply.kind === "refused" || reply.kind === "failed") this.returned = reply.source;
    if (reply.kind === "refused") throw new LedgerError(reply.code, reply.params);
    if (reply.kind === "failed") throw unreadable(new Error(reply.failure));
    return reply;
  }

  #hear(reply: RosterReply): void {
    if (reply.kind === "progress") this.#host.progress?.(reply.rows);
    else if (reply.kind === "standing")
      void this.#answer(
        reply.ask,
        this.#host.standing?.(reply.subjects).then((rows) => ({ rows })),
      );
    else if (reply.kind === "batch")
      void this.#answer(
        reply.ask,
        this.#host.batch?.(reply.batch).then((batchRows) => ({ rows: [], batchRows })),
      );
    else this.#done(reply);
  }

  async #answer(
    ask: number,
    work: Promise<{ readonly rows: readonly StoredMatch[]; readonly batchRows?: number }> | undefined,
  ): Promise<void> {
    try {
      this.#tell({ ask, rows: [], ...(await work) });
    } catch (error) {
      this.#done(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #tell(answer: RosterAnswer): void {
    this.#worker.postMessage(answer);
  }

  #done(reply: RosterReply | Error): void {
    const settle = this.#settle;
    this.#settle = null;
    if (settle !== null) settle(reply);
    else this.#early ??= reply;
  }
}

/** The cause is for the log. */
function unreadable(cause: Error): LedgerError {
  return new LedgerError("WORKBOOK_UNREADABLE", {}, { cause });
}

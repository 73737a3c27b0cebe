import { Worker } from "node:worker_threads";
import type { Reading, Source } from "@shanhai/engine";
import { LedgerError } from "../error-codes.js";

/**
 * Reading documents apart from the main thread (读取): a small pool of workers with limits on size, time and memory.
 * A worker that hangs, runs out of memory or crashes is killed and replaced; the document that did it is refused with
 * a coded text, those behind it are read by the next worker.
 */
export interface ReadingLimits {
  /** Largest file in bytes. */
  readonly bytes: number;
  /** Time for one document: this many milliseconds, and so many more per million bytes. */
  readonly ms: number;
  readonly msPerMegabyte: number;
  /** Old-space limit of one worker in MB; buffers of the document itself come on top. */
  readonly memory: number;
  readonly workers: number;
}

export const READING_LIMITS: ReadingLimits = {
  bytes: 50_000_000,
  ms: 20_000,
  msPerMegabyte: 2_000,
  memory: 1024,
  workers: 2,
};

export interface ReadingJob {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly encoding?: string;
  readonly mentions?: boolean;
}

/** `id` −1: warm, ready for work. */
export type ReadingReply =
  | { readonly id: number; readonly ok: true; readonly reading: Reading | null }
  | { readonly id: number; readonly ok: false; readonly failure: string };

interface Waiting {
  readonly source: Source;
  readonly resolve: (reading: Reading) => void;
  readonly reject: (error: unknown) => void;
}

interface Member {
  readonly worker: Worker;
  warm: boolean;
  job: (Waiting & { readonly id: number; timer: NodeJS.Timeout | null }) | null;
}

/** Start-up of one worker; longer means that the engine itself does not load. */
const START_MS = 30_000;

export class ReadingPool {
  readonly #limits: ReadingLimits;
  readonly #members = new Set<Member>();
  readonly #queue: Waiting[] = [];
  #lastId = 0;
  #closed = false;

  constructor(limits: ReadingLimits = READING_LIMITS) {
    this.#limits = limits;
  }

  /** Starts the first worker, so that the first document does not wait for it. Returns at once. */
  warm(): void {
    if (this.#members.size === 0 && !this.#closed) this.#start();
  }

  /**
   * Reads one document. Trouble in the text is in the reading's issues; a document that breaks a limit or the program
   * is refused with READING_TIMED_OUT, READING_OUT_OF_MEMORY, READING_CRASHED or DOCUMENT_TOO_LARGE.
   */
  read(source: Source): Promise<Reading> {
    if (this.#closed) return Promise.reject(new Error("reading pool is closed"));
    const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
    if (source.bytes.byteLength > this.#limits.bytes) {
      const params = { size: megabytes(source.bytes.byteLength), limit: megabytes(this.#limits.bytes) };
      return Promise.reject(new LedgerError("DOCUMENT_TOO_LARGE", params));
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ source, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const waiting of this.#queue.splice(0)) waiting.reject(new Error("reading pool is closed"));
    await Promise.all([...this.#members].map((member) => member.worker.terminate()));
  }

  /** Gives waiting documents to idle workers, and starts another worker while there is room and need. */
  #next(): void {
    for (const member of this.#members) {
      if (this.#queue.length === 0) return;
      if (member.warm && member.job === null) this.#give(member);
    }
    const starting = [...this.#members].filter((member) => !member.warm).length;
    if (this.#queue.length > starting && this.#members.size < this.#limits.workers) this.#start();
  }

  #give(member: Member): void {
    const waiting = this.#queue.shift();
    if (waiting === undefined) return;
    const { source } = waiting;
    this.#lastId += 1;
    const id = this.#lastId;
    const ms = this.#limits.ms + (source.bytes.byteLength / 1e6) * this.#limits.msPerMegabyte;
    const timer = setTimeout(() => {
      const seconds = Math.max(1, Math.round(ms / 1000));
      this.#replace(member, new LedgerError("READING_TIMED_OUT", { seconds }));
    }, ms);
    member.job = { ...waiting, id, timer };
    member.worker.ref();
    // A copy is transferred: the caller keeps its bytes, which are stored after the reading.
    const bytes = new Uint8Array(source.bytes);
    const job: ReadingJob = {
      id,
      name: source.name,
      bytes,
      ...(source.encoding === undefined ? {} : { encoding: source.encoding }),
      ...(source.mentions === undefined ? {} : { mentions: source.mentions }),
    };
    member.worker.postMessage(job, [bytes.buffer]);
  }

  #start(): void {
    const worker = new Worker(new URL("./reading-worker.js", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory },
      env: {},
      execArgv: [],
    });
    const member: Member = { worker, warm: false, job: null };
    this.#members.add(member);
    const startTimer = setTimeout(() => this.#replace(member, new LedgerError("READING_CRASHED")), START_MS);
    worker.on("message", (reply: ReadingReply) => {
      clearTimeout(startTimer);
      this.#answered(member, reply);
    });
    worker.on("error", (error: Error & { readonly code?: string }) => {
      clearTimeout(startTimer);
      const outOfMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      const refusal = outOfMemory
        ? new LedgerError("READING_OUT_OF_MEMORY", { limit: this.#limits.memory })
        : new LedgerError("READING_CRASHED");
      this.#replace(member, refusal);
    });
    worker.on("exit", () => {
      clearTimeout(startTimer);
      this.#replace(member, new LedgerError("READING_CRASHED"));
    });
  }

  #answered(member: Member, reply: ReadingReply): void {
    if (reply.id === -1) member.warm = true;
    const job = member.job;
    if (job !== null && job.id === reply.id) {
      if (job.timer !== null) clearTimeout(job.timer);
      member.job = null;
      if (reply.ok && reply.reading !== null) job.resolve(reply.reading);
      else job.reject(new LedgerError("READING_CRASHED", {}, { cause: reply.ok ? null : new Error(reply.failure) }));
    }
    // An idle worker does not keep a command from ending.
    if (member.job === null && this.#queue.length === 0) member.worker.unref();
    this.#next();
  }

  /** Takes a worker out for good: its document is refused, those that wait go to another one. */
  #replace(member: Member, refusal: LedgerError): void {
    if (!this.#members.delete(member)) return;
    const job = member.job;
    if (job !== null) {
      if (job.timer !== null) clearTimeout(job.timer);
      member.job = null;
      job.reject(refusal);
    } else if (!member.warm) {
      // It never came up: whoever waits longest is told, or an engine that cannot load would be started for ever.
      this.#queue.shift()?.reject(refusal);
    }
    void member.worker.terminate();
    if (!this.#closed) this.#next();
  }
}

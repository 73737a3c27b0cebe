import { Worker } from "node:worker_threads";
import type { BookJob, BookReply } from "./book-job.js";

/** So long a thread waits for the next workbook. */
const IDLE_MS = 10_000;

type Broke = Error & { readonly code?: string };

/**
 * A thread that reads workbooks, one at a time. Loading what reads them takes longer than reading a sheet as offices
 * hand it in, so the last thread that ended well waits a while for the next workbook (thirty returned sheets are dropped
 * together); whoever refused, broke or ran out of time or memory is ended.
 */
export class BookThread {
  static #waiting: BookThread | null = null;
  readonly #worker: Worker;
  readonly #memory: number;
  #hear: ((reply: BookReply) => void) | null = null;
  #broke: ((error: Broke) => void) | null = null;
  #idle: NodeJS.Timeout | undefined;

  /** The thread that waits, if it has this limit; else a new one. `memory`: old-space limit in MB. */
  static take(memory: number): BookThread {
    const waiting = BookThread.#waiting;
    if (waiting === null || waiting.#memory !== memory) return new BookThread(memory);
    BookThread.#waiting = null;
    clearTimeout(waiting.#idle);
    waiting.#worker.ref();
    return waiting;
  }

  private constructor(memory: number) {
    this.#memory = memory;
    this.#worker = new Worker(new URL("./book-worker.js", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memory },
      env: {},
      execArgv: [],
    });
    this.#worker.on("message", (reply: BookReply) => this.#hear?.(reply));
    this.#worker.on("error", (error: Broke) => this.#broke?.(error));
    this.#worker.on("messageerror", (error: Error) => this.#broke?.(error));
    this.#worker.on("exit", (code) => {
      if (BookThread.#waiting === this) BookThread.#waiting = null;
      this.#broke?.(new Error(`the reading thread ended (${code})`));
    });
  }

  /** Gives the bytes away to the thread. `broke`: it cannot answer any more. */
  read(job: BookJob, hear: (reply: BookReply) => void, broke: (error: Broke) => void): void {
    this.#hear = hear;
    this.#broke = broke;
    this.#worker.postMessage(job, [job.bytes.buffer as ArrayBuffer]);
  }

  /** The caller hears nothing more. `keep`: it ended well and may wait for the next one. */
  done(keep: boolean): void {
    this.#hear = null;
    this.#broke = null;
    if (!keep || BookThread.#waiting !== null) {
      void this.#worker.terminate();
      return;
    }
    BookThread.#waiting = this;
    // It does not keep a command from ending.
    this.#worker.unref();
    this.#idle = setTimeout(() => {
      BookThread.#waiting = null;
      void this.#worker.terminate();
    }, IDLE_MS);
    this.#idle.unref();
  }
}

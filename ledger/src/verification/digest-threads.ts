import { Worker } from "node:worker_threads";
import type { BulkPage } from "./same-as-links.js";

/** What a thread is asked. */
export interface DigestQuestion {
  readonly ask: number;
  readonly page: BulkPage;
}

/** What it answers. */
export interface DigestAnswer {
  readonly ask: number;
  readonly rows: number | null;
}

/** Two of them keep up with what a database reads; old-space limit of each in MB. */
const THREADS = 2;
const MEMORY = 64;

interface Asked {
  readonly resolve: (rows: number | null) => void;
  readonly reject: (error: Error) => void;
}

/** `sameAsLinks` in threads of its own, for chains of many links: started when first asked, ended by `end`. */
export class DigestThreads {
  readonly #workers: Worker[] = [];
  readonly #asked = new Map<number, Asked>();
  #last = 0;

  /** The page's bytes are the thread's from here on. */
  same(page: BulkPage): Promise<number | null> {
    this.#last += 1;
    const ask = this.#last;
    const at = ask % THREADS;
    const worker = this.#workers[at] ?? this.#start(at);
    return new Promise((resolve, reject) => {
      this.#asked.set(ask, { resolve, reject });
      worker.postMessage({ ask, page } satisfies DigestQuestion, [page.lines.buffer as ArrayBuffer]);
    });
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
    this.#fail(new Error("the verification is over"));
  }

  #start(at: number): Worker {
    const worker = new Worker(new URL("./digest-worker.js", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
      env: {},
      execArgv: [],
    });
    worker.on("message", ({ ask, rows }: DigestAnswer) => {
      this.#asked.get(ask)?.resolve(rows);
      this.#asked.delete(ask);
    });
    worker.on("error", (error: Error) => this.#fail(error));
    this.#workers[at] = worker;
    return worker;
  }

  #fail(error: Error): void {
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
  }
}

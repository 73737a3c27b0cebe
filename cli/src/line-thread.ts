import { Worker } from "node:worker_threads";
import { isOneLine, isVeryLong, type LineBatch } from "./line-batch.js";
import { ThreadAnswer } from "./thread-answer.js";

/** Time for a batch: this many milliseconds, and so many more per million bytes. */
const MS = 20_000;
const MS_PER_MEGABYTE = 15_000; // an old office PC that has other work reads some 0.1 megabytes a second
/** Old-space limit of one thread in MB: a document of 50 MB may need it; ordinary ones stay far below. */
const MEMORY = 1024;
/**
 * Young generation in MB: large enough for a document, small enough that many threads stay small. A very long document
 * is never young as a whole: with half of it 20 MB need some 20 MB less, and an eighth more time.
 */
const YOUNG = { ordinary: 16, veryLong: 8 };

/**
 * One worker thread that reads batches, one after another. A batch that kills it is read again line by line in a new
 * thread, and the line that kills that one too is answered with an issue.
 */
export class LineThread {
  #worker: Worker | null = null;
  #young: number = YOUNG.ordinary;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  /** The answers to a batch, one line each, in pieces. Never refused because of what a line holds. */
  run(batch: LineBatch): ThreadAnswer {
    const answer = new ThreadAnswer();
    this.#last = this.#last
      .then(() => this.#answer(batch, answer))
      .then(
        () => answer.end(),
        (error: unknown) => answer.fail(error),
      );
    return answer;
  }

  /** At the end, or where nobody reads the answers any more. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  async #answer(batch: LineBatch, answer: ThreadAnswer): Promise<void> {
    const before = answer.count;
    try {
      await this.#ask(batch, answer);
    } catch (error) {
      // Half a line is out already: nothing can be put in its place.
      if (answer.count > before || this.#closed) throw error;
      if (isOneLine(batch)) return answer.add(Buffer.from(`${await failed(batch.first, error)}\n`));
      const lines = Buffer.from(batch.bytes).toString("utf8").replace(/\n$/, "").split("\n");
      for (const [at, line] of lines.entries())
        await this.#answer({ first: batch.first + at, bytes: new Uint8Array(Buffer.from(`${line}\n`)) }, answer);
    }
  }

  /** Sends a copy: the original is needed again if the thread dies of it. A line alone is not, and may be very long. */
  async #ask(batch: LineBatch, answer: ThreadAnswer): Promise<void> {
    const young = isVeryLong(batch) ? YOUNG.veryLong : YOUNG.ordinary;
    if (young !== this.#young) {
      const other = this.#worker;
      [this.#worker, this.#young] = [null, young];
      await other?.terminate();
      if (this.#closed) throw new Error("closed");
    }
    const worker = this.#started();
    return new Promise((resolve, reject) => {
      const answered = (piece: Uint8Array<ArrayBuffer> | null) => {
        timer.refresh();
        // Written, its memory goes back; to a thread that is gone by then it does no harm.
        if (piece !== null) return answer.add(piece, () => worker.postMessage(piece.buffer, [piece.buffer]));
        silence();
        resolve();
      };
      const die = (why: string) => {
        silence();
        this.#worker = null;
        const tell = () => reject(new Error(why));
        worker.terminate().then(tell, tell);
      };
      const broken = (error: Error & { readonly code?: string }) =>
        die(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "crash");
      const ended = () => die("crash");
      // Each by itself: a Worker listens to itself too, and removeAllListeners would make it deaf.
      const silence = () => {
        clearTimeout(timer);
        worker.off("message", answered).off("error", broken).off("exit", ended);
      };
      const limit = MS + (batch.bytes.length / 1e6) * MS_PER_MEGABYTE;
      const begun = process.cpuUsage();
      // A thread is not slow itself where its answer waits for a slow reader, or where others have the processors.
      const late = () => {
        const { user, system } = process.cpuUsage(begun);
        return answer.unread > 0 || (user + system) / 1000 < limit ? timer.refresh() : die("time");
      };
      const timer = setTimeout(late, limit);
      worker.on("message", answered).on("error", broken).on("exit", ended);
      const { buffer } = batch.bytes;
      const alone = buffer instanceof ArrayBuffer && isOneLine(batch);
      worker.postMessage(batch, alone ? [buffer] : []);
    });
  }

  #started(): Worker {
    this.#worker ??= new Worker(new URL("./line-start.js", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY, maxYoungGenerationSizeMb: this.#young },
      env: {},
      execArgv: [],
    });
    return this.#worker;
  }
}

async function failed(line: number, error: unknown): Promise<string> {
  // Only here: this thread needs no engine as long as the others live.
  const { unreadLine } = await import("./unread-line.js");
  const why = error instanceof Error ? error.message : "";
  if (why === "time") return unreadLine(line, "line/time", "超过读取时限，请拆成几份", "took too long; split it");
  if (why === "memory") return unreadLine(line, "line/memory", "太大，内存不够，请拆成几份", "too large; split it");
  return unreadLine(line, "line/crash", "没能读完，请报告维护人员", "could not be read; please report it");
}

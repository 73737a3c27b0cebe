import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { LineCutter } from "./line-cutter.js";
import { LineThread } from "./line-thread.js";

/** How the filter runs: threads, and how many bytes of lines one of them gets at once. */
export interface FilterOptions {
  readonly threads: number;
  readonly batchBytes?: number;
}

/** Enough that handing over costs nothing, small enough that memory stays flat. */
const BATCH_BYTES = 64 * 1024;

/**
 * 流式提取: lines of documents in, lines of extractions out, in the same order, one for each. Memory does not grow with
 * the stream: as many batches are under way as there are threads, plus one each waiting, and nothing more is read while
 * the output does not drain. A line that kills its thread (memory, time) is answered with an issue; the rest goes on.
 */
export async function filterLines(input: Readable, output: Writable, options: FilterOptions): Promise<void> {
  const threads = Array.from({ length: Math.max(1, options.threads) }, () => new LineThread());
  const cutter = new LineCutter(options.batchBytes ?? BATCH_BYTES);
  const underWay: Promise<Uint8Array>[] = [];
  const room = threads.length * 2;
  const write = async () => {
    const answer = await underWay.shift();
    if (answer !== undefined && !output.write(answer)) await once(output, "drain");
  };
  let next = 0;
  const give = async (batch: ReturnType<LineCutter["end"]>) => {
    if (batch === null) return;
    if (underWay.length >= room) await write();
    const answer = (threads[next++ % threads.length] as LineThread).run(batch);
    // Waited for in order, later: a refusal in between must not count as unhandled.
    answer.catch(() => undefined);
    underWay.push(answer);
  };
  try {
    for await (const chunk of input) for (const batch of cutter.push(chunk as Buffer)) await give(batch);
    await give(cutter.end());
    while (underWay.length > 0) await write();
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

import type { Writable } from "node:stream";
import type { LineBatch } from "./line-batch.js";
import { lineBundle } from "./line-bundle.js";
import { LineCutter } from "./line-cutter.js";
import type { LineThread } from "./line-thread.js";

/** How the filter runs: threads, and how many bytes of lines one of them gets at once. */
export interface FilterOptions {
  readonly threads: number;
  readonly batchBytes?: number;
}

/** Enough that handing over costs nothing, small enough that memory stays flat. */
const BATCH_BYTES = 64 * 1024;
/** A stream that ends before this is answered in the command's own thread, sooner than another would have started. */
const SHORT = 8 * 1024;

/**
 * 流式提取: lines of documents in, lines of extractions out, in the same order, one for each. Memory does not grow with
 * the stream: as many batches are under way as there are threads, plus one each waiting, and nothing more is read while
 * the output does not drain. A line that kills its thread (memory, time) is answered with an issue; the rest goes on.
 */
export async function filterLines(
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  options: FilterOptions,
): Promise<void> {
  let threads: readonly LineThread[] = [];
  const cutter = new LineCutter(options.batchBytes ?? BATCH_BYTES);
  const underWay: AsyncIterable<Uint8Array>[] = [];
  const count = Math.max(1, options.threads);
  const begin = async () => {
    if (threads.length > 0) return;
    const { LineThread } = await import("./line-thread.js");
    threads = Array.from({ length: count }, () => new LineThread());
  };
  const write = async () => {
    for await (const piece of underWay.shift() ?? []) await written(output, piece);
  };
  let next = 0;
  const give = async (batch: LineBatch) => {
    await begin();
    if (underWay.length >= count * 2) await write();
    underWay.push((threads[next++ % count] as LineThread).run(batch));
  };
  try {
    for await (const chunk of input) {
      // The engine loads while the rest is on its way.
      if (chunk.length > SHORT) await begin();
      for (const batch of cutter.push(chunk)) await give(batch);
    }
    for (const batch of cutter.end()) {
      if (threads.length === 0 && batch.bytes.length <= SHORT) output.write(await answeredHere(batch));
      else await give(batch);
    }
    while (underWay.length > 0) await write();
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

/** When this has returned nobody needs the bytes any more. */
function written(output: Writable, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

async function answeredHere(batch: LineBatch): Promise<string> {
  const { answerLines } = lineBundle()?.start() ?? (await import("./answer-lines.js"));
  return answerLines(batch);
}

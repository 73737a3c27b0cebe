import { parentPort } from "node:worker_threads";
import { answerLines, answersTo, type LineBatch } from "./answer-lines.js";

/** What the bundle of this program gives to a command that answers a short stream itself. */
export { answerLines };

/**
 * In a thread of `extract --jsonl`: batches of lines in, their answers out, and null behind each. Of several lines the
 * answer is one piece, so that it comes whole or not at all; of a single line, which may be very long, in many.
 */
parentPort?.on("message", (batch: LineBatch) => {
  const end = batch.bytes.indexOf(0x0a);
  const single = end < 0 || end === batch.bytes.length - 1;
  for (const piece of single ? answersTo(batch) : [answerLines(batch)]) parentPort?.postMessage(piece, [piece.buffer]);
  parentPort?.postMessage(null);
});

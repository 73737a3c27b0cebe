import { parentPort } from "node:worker_threads";
import { answerLines, answersTo, type LineBatch } from "./answer-lines.js";
import { isOneLine } from "./one-line.js";

/** What the bundle of this program gives to a command that answers a short stream itself. */
export { answerLines };

/**
 * In a thread of `extract --jsonl`: batches of lines in, their answers out, and null behind each. Of several lines the
 * answer is one piece, so that it comes whole or not at all; of a single line, which may be very long, in many.
 */
parentPort?.on("message", (batch: LineBatch) => {
  const pieces = isOneLine(batch) ? answersTo(batch, () => letGo(batch.bytes)) : [answerLines(batch)];
  for (const piece of pieces) parentPort?.postMessage(piece, [piece.buffer]);
  parentPort?.postMessage(null);
});

/** The message that brought the bytes lives as long as it is answered; they need not. */
function letGo({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer) structuredClone(buffer, { transfer: [buffer] });
}

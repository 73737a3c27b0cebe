import { setFlagsFromString } from "node:v8";
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
  // Before V8 looks for garbage again it lets the heap grow by a fifth instead of doubling it.
  setFlagsFromString(`--heap-growing-percent=${batch.bytes.length > VERY_LONG ? 20 : 0}`);
  const pieces = isOneLine(batch) ? answersTo(batch, () => letGo(batch.bytes)) : [answerLines(batch)];
  for (const piece of pieces) parentPort?.postMessage(piece, [piece.buffer]);
  parentPort?.postMessage(null);
});

/** Bytes of a batch that is one very long document. */
const VERY_LONG = 1_000_000;

/** The message that brought the bytes lives as long as it is answered; they need not. */
function letGo({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer) structuredClone(buffer, { transfer: [buffer] });
}

import { setFlagsFromString } from "node:v8";
import { parentPort } from "node:worker_threads";
import { answerLines, answersTo } from "./answer-lines.js";
import { isOneLine, isVeryLong, type LineBatch } from "./line-batch.js";
import { PieceMemory } from "./piece-memory.js";

/** What the bundle of this program gives to a command that answers a short stream itself. */
export { answerLines };

const memory = new PieceMemory();

/**
 * In a thread of `extract --jsonl`: batches of lines in, their answers out, and null behind each. Of several lines the
 * answer is one piece, so that it comes whole or not at all; of a single line, which may be very long, in many. Pieces
 * come back as bare memory when they are written, and no more than a few are ever on their way.
 */
parentPort?.on("message", async (message: LineBatch | ArrayBuffer) => {
  if (message instanceof ArrayBuffer) return memory.giveBack(message);
  // Before V8 looks for garbage again it lets the heap grow by a twelfth instead of doubling it.
  setFlagsFromString(`--heap-growing-percent=${isVeryLong(message) ? 8 : 0}`);
  for (const text of isOneLine(message) ? answersTo(message) : [answerLines(message)]) {
    await memory.room();
    const piece = memory.encoded(text);
    parentPort?.postMessage(piece, [piece.buffer]);
  }
  parentPort?.postMessage(null);
});

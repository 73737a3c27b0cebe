import { parentPort } from "node:worker_threads";
import { answerLines, type LineBatch } from "./answer-lines.js";

/** What the bundle of this program gives to a command that answers a short stream itself. */
export { answerLines };

/** In a thread of `extract --jsonl`: batches of lines in, their answers out. */
parentPort?.on("message", (batch: LineBatch) => {
  const reply = answerLines(batch);
  parentPort?.postMessage(reply, [reply.buffer]);
});

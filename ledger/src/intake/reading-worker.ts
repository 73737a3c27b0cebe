import { parentPort } from "node:worker_threads";
import { extract } from "@shanhai/engine";
import type { ReadingJob, ReadingReply } from "./reading.js";

/**
 * The worker that reads documents (读取线程). Bytes come in by transfer and are held in this thread's memory only:
 * nothing here writes a file or a line of log. One job at a time; started workers read a sentence first, so that
 * tables are loaded and hot before the first document comes.
 */
const WARM_UP = "2024年3月5日，东部某区党政代表团到西部某县考察，召开座谈会，签订协议，捐赠资金100万元。";

function read(job: ReadingJob): ReadingReply {
  try {
    const reading = extract({
      name: job.name,
      bytes: job.bytes,
      ...(job.encoding === undefined ? {} : { encoding: job.encoding }),
      ...(job.mentions === undefined ? {} : { mentions: job.mentions }),
    });
    return { id: job.id, ok: true, reading };
  } catch (error) {
    return { id: job.id, ok: false, failure: whereItFailed(error) };
  }
}

/** Name and places of an error in our code, for the maintainers; never its message, which may repeat the document. */
function whereItFailed(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...places].join("\n");
}

const port = parentPort;
if (port !== null) {
  port.on("message", (job: ReadingJob) => port.postMessage(read(job)));
  extract({ name: "warm-up.txt", bytes: new TextEncoder().encode(WARM_UP) });
  port.postMessage({ id: -1, ok: true, reading: null } satisfies ReadingReply);
}

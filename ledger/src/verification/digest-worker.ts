import { parentPort } from "node:worker_threads";
import type { DigestAnswer, DigestQuestion } from "./digest-threads.js";
import { sameAsLinks } from "./same-as-links.js";

/** The thread that makes links anew from their rows. It knows no database and no file. */
const port = parentPort;
port?.on("message", ({ ask, page }: DigestQuestion) => {
  sameAsLinks(page).then(
    (rows) => port.postMessage({ ask, rows } satisfies DigestAnswer),
    (error: unknown) => {
      throw error;
    },
  );
});

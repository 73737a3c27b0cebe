import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { type Actor, type Ledger, openLedger } from "@shanhai/ledger";
import { startServer } from "@shanhai/server";
import { emptyLedgerFolder } from "./ledger-template.js";

/** The repository's root, from the compiled test. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The real thing in a folder of its own: embedded database, server, built pages. */
export interface RunningLedger {
  readonly url: string;
  readonly ledger: Ledger;
  readonly operator: Actor;
  readonly dataDir: string;
  /** A fresh sign-in link, good once. */
  signInLink(): Promise<string>;
  /** Lines about failures that the server did not expect. */
  readonly failures: readonly string[];
  close(): Promise<void>;
}

/** `brief`: it lives for seconds, and compiling the database's engine a second time, for speed, costs more than it gains. */
export async function runLedger({ brief = true } = {}): Promise<RunningLedger> {
  if (brief) setFlagsFromString("--liftoff-only");
  const dataDir = await emptyLedgerFolder();
  const failures: string[] = [];
  const ledger = await openLedger({ dataDir }, { exclusive: true });
  const server = await startServer(
    ledger,
    { host: "127.0.0.1", port: 0, webDir: join(root, "web/dist") },
    "test",
    (line) => failures.push(line),
  );
  return {
    url: server.url,
    ledger,
    operator: await ledger.operator(),
    dataDir,
    failures,
    signInLink: async () => `${server.url}/sign-in#token=${(await ledger.createSignIn("first")).token}`,
    close: async () => {
      await server.close();
      await ledger.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

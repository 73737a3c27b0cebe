import type { Ledger } from "@shanhai/ledger";
import type { Config } from "./config.js";

/** Opens the ledger (joining a running server's when there is one), does the work, closes it whatever happens. */
export async function withLedger<T>(config: Config, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  // Loaded here: a verb that only explains itself needs no database.
  const { openLedger } = await import("@shanhai/ledger");
  const ledger = await openLedger({
    dataDir: config.dataDir,
    ...(config.databaseUrl === null ? {} : { databaseUrl: config.databaseUrl }),
  });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

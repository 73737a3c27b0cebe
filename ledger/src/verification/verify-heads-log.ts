import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { HEADS_LOG, type LoggedHead, parseHead } from "../chain/heads-log.js";
import type { Store } from "../store.js";
import { BrokenPlace } from "./broken-place.js";

/**
 * Looks for the last logged head of each chain in the database: it must be a link there with the same hash. A chain
 * whose tail was cut lacks it, one that was rewritten has another hash. A torn last line (power cut) is passed over.
 */
export async function verifyHeadsLog(store: Store): Promise<void> {
  const last = new Map<string, LoggedHead>();
  for await (const line of lines(join(store.dataDir, HEADS_LOG))) {
    const head = parseHead(line);
    if (head === null) continue;
    const key = `${head.scope_id} ${head.origin}`;
    const before = last.get(key);
    // Commits of one chain may be logged out of order.
    if (before === undefined || BigInt(head.seq) > BigInt(before.seq)) last.set(key, head);
  }
  for (const { scope_id, origin, seq, hash } of last.values()) {
    const { rows } = await store.db.query<{ hash: Uint8Array }>(
      "select hash from change where scope_id = $1 and origin = $2 and seq = $3",
      [scope_id, origin, seq],
    );
    const [link] = rows;
    if (link === undefined || Buffer.from(link.hash).toString("hex") !== hash)
      throw new BrokenPlace("CHAIN_CUT", { scope: scope_id, seq });
  }
}

async function* lines(path: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    // No log: a ledger that was just imported or restored has none yet.
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

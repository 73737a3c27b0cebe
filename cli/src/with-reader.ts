import type { Reading, Source } from "@shanhai/engine";

/** Reads documents in a worker with limits on size, time and memory; opens no database. */
export async function withReader<T>(work: (read: (source: Source) => Promise<Reading>) => Promise<T>): Promise<T> {
  // Only here: the ledger's programs are not needed by the other ways to extract.
  const { openReader } = await import("@shanhai/ledger");
  const reader = openReader();
  try {
    return await work((source) => reader.read(source));
  } finally {
    await reader.close();
  }
}

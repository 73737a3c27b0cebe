import type { Reading, Source } from "@shanhai/engine";
import { openReader } from "@shanhai/ledger";

/** Reads documents in a worker with limits on size, time and memory; opens no database. */
export async function withReader<T>(work: (read: (source: Source) => Promise<Reading>) => Promise<T>): Promise<T> {
  const reader = openReader();
  try {
    return await work((source) => reader.read(source));
  } finally {
    await reader.close();
  }
}

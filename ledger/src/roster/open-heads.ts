import { headGrid, SUMMARY_SHEET } from "@shanhai/model";
import { LedgerError } from "../error-codes.js";
import type { Book } from "../workbook/book.js";
import type { SheetHead } from "./roster-job.js";
import { RosterThread } from "./roster-thread.js";

/** The heads of a large workbook that is kept as a file. */
export async function rosterHeadsAt(path: string, name: string): Promise<readonly SheetHead[]> {
  const thread = new RosterThread({ work: "heads", source: path, name, summaries: SUMMARY_SHEET });
  try {
    return (await thread.heads()).heads;
  } finally {
    await thread.end();
  }
}

/**
 * The heads of a large workbook that just came in, marks of secrecy refused before a byte is stored. Its bytes go to the thread
 * and come back, also where it cannot be read: a hundred megabytes are not copied. The array that was given is empty afterwards.
 */
export async function rosterHeadsOf(
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly heads: readonly SheetHead[] | LedgerError; readonly bytes: Uint8Array }> {
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
  const thread = new RosterThread({ work: "heads", source: own, name, summaries: SUMMARY_SHEET });
  const back = (source: Uint8Array | string) => (typeof source === "string" ? new Uint8Array() : source);
  try {
    const { heads, source } = await thread.heads();
    return { heads, bytes: back(source) };
  } catch (error) {
    if (!(error instanceof LedgerError) || thread.returned === null) throw error;
    return { heads: error, bytes: thread.returned };
  } finally {
    await thread.end();
  }
}

/** A book of heads: enough to choose forms and columns by. */
export function bookOfHeads(heads: readonly SheetHead[], name: string, hash: string): Book {
  return {
    hash,
    name,
    format: "xlsx",
    sheets: heads.map((head) => ({ ...headGrid(head.name, head.hidden, head.rows, head.merges), merges: head.merges })),
    issues: [],
  };
}

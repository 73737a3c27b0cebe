import { LedgerError } from "../error-codes.js";
import { openStream, type StreamedRow, streamFrame, streamSheet } from "../workbook/stream-rows.js";
import type { RosterJob, SheetHead } from "./roster-job.js";

/** Rows that are looked at to find title, captions and header, and what the columns hold. */
const HEAD_ROWS = 60;

/**
 * The head of each sheet of a large workbook. Its merges stand behind its rows, so the whole part is unpacked once; a
 * roster whose rows are merged cannot be read row by row and is refused (ROSTER_MERGED).
 */
export async function rosterHeads(source: Uint8Array | string, name: string): Promise<SheetHead[]> {
  const book = await openStream(source, name);
  try {
    const heads: SheetHead[] = [];
    for (const sheet of book.sheets) {
      if (sheet.kind !== "cells" || sheet.part === null) continue;
      const rows: SheetHead["rows"][number][] = [];
      for await (const batch of streamSheet(book, sheet.name)) {
        rows.push(...batch.slice(0, HEAD_ROWS - rows.length));
        if (rows.length >= HEAD_ROWS) break;
      }
      const { merges } = await streamFrame(book, sheet.part);
      const last = rows.at(-1)?.row ?? 0;
      const inside = rows.length < HEAD_ROWS ? undefined : merges.find(({ bottom }) => bottom > last);
      if (inside !== undefined) throw new LedgerError("ROSTER_MERGED", { sheet: sheet.name, row: inside.top + 1 });
      heads.push({ name: sheet.name, hidden: sheet.hidden, rows, merges });
    }
    return heads;
  } finally {
    book.parts.close();
  }
}

/** Rows shown above and below the one that is asked for. */
const AROUND = 8;

/** The rows around one row of a large sheet. */
export async function rosterWindow(
  job: Extract<RosterJob, { readonly work: "window" }>,
): Promise<readonly StreamedRow[]> {
  const book = await openStream(job.path, job.name);
  try {
    const rows: StreamedRow[] = [];
    for await (const batch of streamSheet(book, job.sheet)) {
      rows.push(...batch.filter(({ row }) => Math.abs(row - job.row) <= AROUND));
      if ((batch.at(-1)?.row ?? 0) > job.row + AROUND) break;
    }
    return rows;
  } finally {
    book.parts.close();
  }
}

import { LedgerError } from "../error-codes.js";
import { openStream, type StreamedRow, streamFrame, streamSheet } from "../workbook/stream-rows.js";
import type { RosterJob, SheetHead } from "./roster-job.js";

/** Rows that are looked at to find title, captions and header, and what the columns hold. */
const HEAD_ROWS = 60;
/** A summary (汇总) is held against the other sheets as it stands here. */
const SUMMARY_ROWS = 2000;
/** Merged cells of one sheet that are held while its rows go by. */
const MOST_MERGES = 200_000;

/**
 * The head of each sheet of a large workbook, and all its merges: they stand behind its rows, so the whole part is unpacked
 * once. ROSTER_MERGED where there are more than can be held.
 */
export async function rosterHeads({
  source,
  name,
  summaries,
}: Extract<RosterJob, { readonly work: "heads" }>): Promise<SheetHead[]> {
  const book = await openStream(source, name);
  try {
    const heads: SheetHead[] = [];
    for (const sheet of book.sheets) {
      if (sheet.kind !== "cells" || sheet.part === null) continue;
      const rows: SheetHead["rows"][number][] = [];
      const most = summaries.test(sheet.name) ? SUMMARY_ROWS : HEAD_ROWS;
      for await (const batch of streamSheet(book, sheet.name)) {
        rows.push(...batch.slice(0, most - rows.length));
        if (rows.length >= most) break;
      }
      const { merges } = await streamFrame(book, sheet.part);
      if (merges.length > MOST_MERGES) throw new LedgerError("ROSTER_MERGED", { sheet: sheet.name, most: MOST_MERGES });
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

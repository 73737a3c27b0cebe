import { PlaceCount } from "@shanhai/model";
import { LedgerError } from "../error-codes.js";
import type { PlacedComment } from "../workbook/comment-parts.js";
import { streamNotes } from "../workbook/sheet-parts.js";
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
      const { merges, hiddenColumns, filtered } = await streamFrame(book, sheet.part);
      if (merges.length > MOST_MERGES) throw new LedgerError("ROSTER_MERGED", { sheet: sheet.name, most: MOST_MERGES });
      const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
      const [comments, pictures] = [new PlaceCount(), new PlaceCount()];
      const told = { comment: comments.add.bind(comments), picture: pictures.add.bind(pictures) };
      const notes = await streamNotes(book.parts, sheet.part, told);
      const beside = {
        hiddenColumns: hiddenColumns.filter((column) => column < widest),
        filtered: filtered || notes.filtered,
        comments: { count: comments.count, first: comments.first },
        pictures: { count: pictures.count, first: pictures.first },
      };
      heads.push({ name: sheet.name, hidden: sheet.hidden, rows, merges, beside });
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
    const near = (row: number) => Math.abs(row - job.row) <= AROUND;
    for await (const batch of streamSheet(book, job.sheet)) {
      rows.push(...batch.filter(({ row }) => near(row)));
      if ((batch.at(-1)?.row ?? 0) > job.row + AROUND) break;
    }
    const part = book.sheets.find(({ name }) => name === job.sheet)?.part;
    const comments: PlacedComment[] = [];
    if (part != null)
      await streamNotes(book.parts, part, {
        comment: (place, text) => {
          if (near(place.row)) comments.push({ ...place, text });
        },
      });
    return rows.map((row) => commented(row, comments));
  } finally {
    book.parts.close();
  }
}

/** A row with what is noted on its cells (批注). */
function commented(row: StreamedRow, comments: readonly PlacedComment[]): StreamedRow {
  const own = comments.filter((comment) => comment.row === row.row);
  if (own.length === 0) return row;
  const cells = [...row.cells];
  for (const { column, text } of own) cells[column] = { kind: "text", text: "", ...cells[column], comment: text };
  return { ...row, cells };
}

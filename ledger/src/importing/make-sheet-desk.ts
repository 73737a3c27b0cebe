import { NIL_SCOPE } from "@shanhai/model";
import { maySee } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { acceptImported } from "../collecting/accept-imported.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { goingOn } from "../holding/accept.js";
import { RosterImports } from "../roster/import-roster.js";
import { rosterBookAt } from "../roster/roster-window.js";
import { doubtfulRoster, doubtfulRows } from "./doubtful-rows.js";
import { continueImport, importSheet } from "./import-sheet.js";
import { carriedOut, loadImport, progressOf } from "./import-state.js";
import type { Books, OpenBook } from "./open-book.js";
import { openPair } from "./open-pair.js";
import { planImport } from "./plan-import.js";
import type { ImportPlan, SheetDesk } from "./sheet-desk.js";
import { sheetWindow } from "./sheet-window.js";
import { undoImport } from "./undo-import.js";

/** The door of 表格导入. */
export function sheetDesk(desk: Desk, books: Books, rosters: RosterImports = new RosterImports(desk)): SheetDesk {
  /** Marks an import as carried out here for as long as it runs. */
  const carrying = async <T>(id: string, work: () => Promise<T>): Promise<T> => {
    carriedOut.add(id);
    try {
      return await work();
    } finally {
      carriedOut.delete(id);
    }
  };
  /** Whose form it was has reported, once its rows are in. */
  const settled = async (actor: Actor, importId: string, sha256: string) => {
    const progress = await progressOf(desk, actor, importId);
    if (progress.state === "done") await acceptImported(desk, actor, sha256);
    return progress;
  };
  /** A large roster goes by row by row; a large workbook that is none is read whole, if it can be. */
  const reading = async <T>(
    opened: OpenBook,
    whole: (opened: OpenBook) => Promise<T>,
    byRow: (opened: OpenBook) => Promise<T>,
  ): Promise<T> => {
    if (opened.large === null) return whole(opened);
    try {
      return await byRow(opened);
    } catch (error) {
      if (!(error instanceof LedgerError) || error.code !== "ROSTER_FORM") throw error;
      return whole(await books.openWhole(desk, opened));
    }
  };
  return {
    planImport: async (actor, documentId, options = {}) => {
      const { plan } = await reading<{ readonly plan: ImportPlan }>(
        await books.open(desk, actor, documentId),
        (opened) => planImport(desk, actor, opened, options),
        (opened) => rosters.plan(actor, opened, options),
      );
      return plan;
    },
    importSheet: async (actor, documentId, accepted, watch = {}) => {
      const opened = await books.open(desk, actor, documentId);
      await carrying(accepted.id, () =>
        reading<unknown>(
          opened,
          (book) => importSheet(desk, actor, book, accepted, watch),
          (book) => rosters.import(actor, book, accepted, watch),
        ),
      );
      return settled(actor, accepted.id, opened.sha256);
    },
    resumeImport: async (asker, importId, watch = {}) => {
      const actor = await goingOn(desk, asker, importId);
      const kept = await loadImport(desk, actor, importId);
      const opened = await books.open(desk, actor, kept.document);
      await carrying(importId, () =>
        reading<unknown>(
          opened,
          (book) => continueImport(desk, actor, book, kept, watch),
          (book) => rosters.resume(actor, book, kept, watch),
        ),
      );
      return settled(actor, importId, opened.sha256);
    },
    cancelImport: async (actor, importId) => {
      const { runs } = await loadImport(desk, actor, importId);
      await desk.database.query(
        `update run set state = 'cancelled', ended_at = clock_timestamp()
          where id = any($1::uuid[]) and scope_id = any($2::uuid[]) and state = 'running'`,
        [runs.map(({ id }) => id), runs.map(({ scope_id }) => scope_id)],
      );
      return progressOf(desk, actor, importId);
    },
    undoImport: async (actor, importId) => undoImport(desk, actor, await loadImport(desk, actor, importId)),
    doubtfulRows: async (actor, documentId, options = {}) =>
      reading(
        await books.open(desk, actor, documentId),
        (opened) => doubtfulRows(desk, actor, opened, options),
        (opened) => doubtfulRoster(desk, actor, opened, options),
      ),
    imports: async (actor, documentId) => {
      await books.open(desk, actor, documentId);
      const { rows } = await desk.database.query<{ id: string; scope: string }>(
        "select id, scope from sheet_import where scope_id = $1 and document = $2 order by seq desc limit 20",
        [NIL_SCOPE, documentId],
      );
      const seen = rows.filter(({ scope }) => maySee(actor, scope));
      return Promise.all(seen.map(({ id }) => progressOf(desk, actor, id)));
    },
    sheetWindow: async (actor, documentId, sheet, cell) => {
      const { book, name, large } = await books.open(desk, actor, documentId);
      return sheetWindow(large === null ? book : await rosterBookAt(large, book, name, sheet, cell), name, sheet, cell);
    },
    openPair: (actor, east, west) => openPair(desk, actor, east, west),
    importState: (actor, importId) => progressOf(desk, actor, importId),
  };
}

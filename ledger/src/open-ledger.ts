import { proposeRows, recordDefinitions } from "@shanhai/model";
import { appendAudit } from "./account/audit.js";
import { takeNameList } from "./account/name-lists.js";
import { accountDesk } from "./account/open-account-desk.js";
import { mayReadRecord } from "./account/policy.js";
import type { Actor } from "./actor.js";
import { calendarDesk } from "./calendar/calendar.js";
import { decide } from "./checking/decide.js";
import { plan } from "./checking/plan.js";
import { undo } from "./checking/undo.js";
import { collectDesk } from "./collecting/collecting.js";
import type { Command } from "./command.js";
import { countingDesk } from "./counting/counting.js";
import type { DatabaseOptions } from "./database.js";
import { definingDesk } from "./defining/defining.js";
import type { Desk } from "./desk.js";
import { evidenceDesk } from "./evidence/evidence.js";
import { templateDesk } from "./filling/templates.js";
import { followupDesk } from "./followup/followup.js";
import { keepingForReview } from "./holding/hold.js";
import { holdingDesk } from "./holding/holding.js";
import { sheetDesk } from "./importing/make-sheet-desk.js";
import { Books } from "./importing/open-book.js";
import { isWorkbookName, submitWorkbook } from "./importing/workbook-document.js";
import { inspectDesk } from "./inspecting/inspecting.js";
import { document, documents } from "./intake/documents.js";
import { filePath, keepFile, keptFile } from "./intake/files.js";
import { ReadingPool } from "./intake/reading.js";
import { reread } from "./intake/reread.js";
import { submit } from "./intake/submit.js";
import { withdraw } from "./intake/withdraw.js";
import type { Ledger, LedgerConfig } from "./ledger.js";
import { findCandidates } from "./likeness/find-candidates.js";
import { moneyDesk } from "./money/money.js";
import { openStore } from "./open-store.js";
import { packDesk } from "./packing/packing.js";
import { personKey } from "./person-key.js";
import { printingDesk } from "./printing/print-ledger.js";
import { changeDesk } from "./querying/changes.js";
import { summary } from "./querying/summary.js";
import { receiveDesk } from "./receiving/receiving.js";
import { reconcileDesk } from "./reconciling/reconciling.js";
import { registerDesk } from "./registering/register.js";
import { rememberingDesk } from "./remembering/remembering.js";
import { reportDesk } from "./reporting/make-report.js";
import { RosterImports } from "./roster/import-roster.js";
import { INTERNAL_RECORDS } from "./schema/internal-records.js";
import { searchDesk } from "./searching/search.js";
import { storeDoor } from "./store-door.js";
import { backupDesk } from "./transfer/backup.js";
import { viewingDesk } from "./viewing/saved-views.js";
import { wordingDesk } from "./wording/wording.js";
import { tryWrite, writeTogether } from "./write.js";
import { writeBatch } from "./writing/write-batch.js";

/** All records that a ledger keeps. */
export const LEDGER_RECORDS = [...recordDefinitions, ...INTERNAL_RECORDS];

/**
 * Opens the ledger: the embedded database in `dataDir` (joining it when another process has it, or refusing that with
 * `exclusive`), or a server by `databaseUrl`; migrates it; starts a reading worker. Refusals are LedgerErrors.
 */
export async function openLedger(config: LedgerConfig, options?: DatabaseOptions): Promise<Ledger> {
  const store = await openStore(config, LEDGER_RECORDS, options);
  const pool = new ReadingPool();
  // Who serves will read documents; a single command starts the worker when it needs it.
  if (options?.exclusive === true) pool.warm();
  const door = storeDoor(store);
  const plain: Desk = {
    database: store.db,
    records: store.records,
    write: door.write,
    writeTogether: (actor, commands) => writeTogether(store, actor, commands),
    get: door.get,
    list: door.list,
    history: door.history,
    sources: door.sources,
    read: (source) => pool.read(source),
    writeBatch: (actor, batch) => writeBatch(store, actor, batch),
    personKey: (identity) => personKey(store.installation.secret, identity),
    personSecret: store.installation.secret,
    keepFile: async (bytes) => {
      await keepFile(config.dataDir, bytes);
    },
    keptFile: (sha256) => keptFile(config.dataDir, sha256),
    keptPath: (sha256) => filePath(config.dataDir, sha256),
    takeNameList: (actor, record, ownDraw = false) => takeNameList(store, actor, { record, rows: null, ownDraw }),
    log: (actor, event) => appendAudit(store, actor, event),
    propose: proposeRows,
    candidates: (actor, row, scopeId) =>
      findCandidates(row, scopeId, async (record, query) =>
        mayReadRecord(actor, store.records.get(record).definition)
          ? door.list(actor, record, query)
          : { rows: [], next: null },
      ),
  };
  const trial = (actor: Actor, commands: readonly Command[]) => tryWrite(store, actor, commands);
  const desk = keepingForReview(plain, trial);
  const books = new Books();
  const rosters = new RosterImports(desk);
  const sheets = sheetDesk(desk, books, rosters);
  return {
    ...door,
    ...accountDesk(store),
    ...changeDesk(store),
    ...backupDesk(store),
    ...searchDesk(desk),
    ...registerDesk(desk),
    ...evidenceDesk(desk),
    ...followupDesk(desk),
    ...moneyDesk(desk),
    ...reportDesk(desk),
    ...countingDesk(desk),
    ...definingDesk(desk),
    ...inspectDesk(desk),
    ...packDesk(desk),
    ...calendarDesk(desk),
    ...receiveDesk(desk),
    ...reconcileDesk(desk),
    ...sheets,
    ...holdingDesk(desk, sheets, trial),
    ...printingDesk(desk),
    ...collectDesk(desk, books),
    ...templateDesk(desk),
    ...rememberingDesk(desk),
    ...viewingDesk(desk),
    ...wordingDesk(desk),
    submit: (actor, source, forParty) =>
      isWorkbookName(source.name)
        ? submitWorkbook(desk, books, actor, source, forParty)
        : submit(desk, actor, source, forParty),
    documents: (actor, query) => documents(desk, actor, query),
    document: (actor, id) => document(desk, actor, id),
    withdraw: (actor, id, reason, command) => withdraw(desk, actor, id, reason, command),
    reread: (actor, id, encoding) => reread(desk, actor, id, encoding),
    plan: (actor, id, decisions) => plan(desk, actor, id, decisions),
    decide: (actor, id, decisions, hash, command, progress) =>
      decide(desk, actor, id, decisions, hash, command, progress),
    undo: (actor, id, fact, command) => undo(desk, actor, id, fact, command),
    summary: (actor) => summary(desk, actor),
    read: (source) => pool.read(source),
    close: async () => {
      rosters.close();
      await pool.close();
      await door.close();
    },
  };
}

/** Reads documents without a ledger, with the same worker and limits: for `shanhai repair` and `extract`. */
export function openReader(): Pick<ReadingPool, "read" | "close"> {
  return new ReadingPool();
}

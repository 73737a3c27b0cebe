import type { Actor } from "../actor.js";

/** A backup made while serving (备份), and its restore drill (还原演练). */
export interface BackupLine {
  readonly id: string;
  readonly made_at: string;
  readonly made_by: string;
  /** Its folder in `backups` of the data directory. */
  readonly name: string;
  readonly rows: number;
  readonly files: number;
  readonly heads: number;
  readonly bytes: number;
  readonly drilled_at: string | null;
  readonly drilled_by: string | null;
}

/** What was erased (清除), by whom and why. */
export interface ErasureLine {
  readonly id: string;
  readonly document: string;
  readonly at: string;
  readonly who: string;
  readonly reason: string;
}

/** An import as who erases sees it: no row, no name of the ledger. */
export interface ErasableImport {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly rows: number;
}

/** 备份、清除: what keeps the ledger from being lost, and what takes out what should never have come in. */
export interface BackupDesk {
  /** The backups that are there, the latest first. */
  backups(actor: Actor): Promise<readonly BackupLine[]>;
  /** Exports the whole ledger into a folder of its own; the oldest beyond fourteen are removed. The same command makes one. */
  backUp(actor: Actor, commandId?: string): Promise<BackupLine>;
  /**
   * Brings a backup back into an empty database aside, verifies it there and counts: recorded when rows and heads are
   * those of the backup, else BACKUP_UNFIT. What is in use is not touched.
   */
  drill(actor: Actor, id: string): Promise<BackupLine>;
  erasures(actor: Actor): Promise<readonly ErasureLine[]>;
}

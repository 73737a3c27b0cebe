import type { HeadsLog } from "./chain/heads-log.js";
import type { Database } from "./database.js";
import type { RecordSet } from "./schema/record-set.js";
import type { WrittenRows } from "./schema/renew-statistics.js";

/** Who writes here: only this origin extends its chains. */
export interface Installation {
  readonly origin: string;
  /** 32 bytes; for command digests and `person_key`. Never leaves the database and its exports. */
  readonly secret: Buffer;
  /** An import that was begun and not finished. */
  readonly importing: string | null;
}

/** What both paths work on. Made by `open-ledger.ts`. */
export interface Store {
  readonly db: Database;
  readonly records: RecordSet;
  readonly installation: Installation;
  /** Reads the installation anew, after an import. */
  refresh(): Promise<void>;
  readonly headsLog: HeadsLog;
  /** What was written since the database last looked how rows are spread. */
  readonly written: WrittenRows;
  /** Holds `files/` and `heads.log`. */
  readonly dataDir: string;
}

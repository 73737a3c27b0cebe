import type { RecordDefinition } from "@shanhai/model";
import { firstAccount } from "./account/accounts.js";
import { HeadsLog } from "./chain/heads-log.js";
import { logMissingHeads } from "./chain/log-missing-heads.js";
import { freshenRollups } from "./counting/rebuild-rollups.js";
import { type Database, type DatabaseOptions, openDatabase } from "./database.js";
import { readInstallation } from "./installation.js";
import type { LedgerConfig } from "./ledger.js";
import { spreadOnCitus } from "./schema/citus.js";
import { fillGrams } from "./schema/fill-grams.js";
import { knownMigrations, migrate } from "./schema/migrate.js";
import { recordSet } from "./schema/record-set.js";
import { WrittenRows } from "./schema/renew-statistics.js";
import { fillSortKeys } from "./schema/sort-keys.js";
import type { Store } from "./store.js";

/** The migrations that bring what follows from a row, for rows that are there already. */
const SORT_KEYS = 41;
const SEARCH = 110;

/** A store with the database that it must close. */
export interface OpenStore extends Store {
  readonly db: Database;
  close(): Promise<void>;
}

/** Opens the database, migrates it and makes ready what both paths work on. Closes what it opened when it is refused. */
export async function openStore(
  config: LedgerConfig,
  definitions: readonly RecordDefinition[],
  options?: DatabaseOptions,
): Promise<OpenStore> {
  const records = recordSet(definitions);
  const db = await openDatabase(config, options);
  try {
    await migrate(db, await knownMigrations(), async (sql, numbers) => {
      if (numbers.includes(SORT_KEYS)) await fillSortKeys(sql, records);
      if (numbers.includes(SEARCH)) await fillGrams(sql, records);
    });
    await spreadOnCitus(db);
    await firstAccount(db);
    const headsLog = await HeadsLog.open(config.dataDir);
    const close = async () => {
      await headsLog.close();
      await db.close();
    };
    let installation = await readInstallation(db);
    if (installation.importing === null) {
      await logMissingHeads(db, headsLog);
      await freshenRollups(db, records);
    }
    return {
      db,
      records,
      headsLog,
      written: new WrittenRows(),
      dataDir: config.dataDir,
      get installation() {
        return installation;
      },
      async refresh() {
        installation = await readInstallation(db);
      },
      close,
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

import { LedgerError } from "./error-codes.js";
import type { Sql } from "./sql.js";
import type { Installation, Store } from "./store.js";

/** The one row that `migrate` made. */
export async function readInstallation(sql: Sql): Promise<Installation> {
  const { rows } = await sql.query<{ origin: string; secret: Uint8Array; importing: string | null }>(
    "select origin, secret, importing from installation",
  );
  const [row] = rows;
  if (row === undefined) throw new Error("the database has no installation row: it was not migrated");
  return { origin: row.origin, secret: Buffer.from(row.secret), importing: row.importing };
}

/** Refuses a ledger whose import was begun and not finished: half of it would pass for the whole. */
export function requireWhole({ installation }: Pick<Store, "installation">): void {
  if (installation.importing !== null) throw new LedgerError("IMPORT_UNFINISHED");
}

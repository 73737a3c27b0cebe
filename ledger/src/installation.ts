import type { Sql } from "./sql.js";
import type { Installation } from "./store.js";

/** The one row that `migrate` made. */
export async function readInstallation(sql: Sql): Promise<Installation> {
  const { rows } = await sql.query<{ origin: string; secret: Uint8Array }>("select origin, secret from installation");
  const [row] = rows;
  if (row === undefined) throw new Error("the database has no installation row: it was not migrated");
  return { origin: row.origin, secret: Buffer.from(row.secret) };
}

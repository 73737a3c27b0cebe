import { documentId } from "@shanhai/model";
import type { LinkRow } from "../chain/chain.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";
import { takeVersions } from "./erase-rows.js";

/** The scopes in which a file proves something, now or in a past version. */
export async function proofScopes(sql: Sql, store: Store, sha256: string): Promise<readonly string[]> {
  const { table, past } = store.records.get("proof");
  const { rows } = await sql.query<{ scope_id: string }>(
    `select scope_id from ${table} where file_hash = $1 union select scope_id from ${past} where file_hash = $1`,
    [sha256],
  );
  return rows.map(({ scope_id }) => scope_id);
}

/** Takes away every proof by this file in one scope: the file is about to go. */
export function eraseProofs(sql: Sql, store: Store, scopeId: string, sha256: string): Promise<LinkRow[]> {
  return takeVersions(sql, store.records.get("proof"), scopeId, "file_hash = $2", [sha256]);
}

/** The file of a proof, or of one that waits for review, that no document is, by the id that follows from its bytes; null when nothing here has that id. */
export async function proofFileOf(sql: Sql, store: Store, id: string): Promise<string | null> {
  const { table, past } = store.records.get("proof");
  const { rows } = await sql.query<{ file_hash: string }>(
    `select file_hash from ${table} union select file_hash from ${past}
     union select unnest(files) from held_change union select unnest(files) from held_change_past`,
  );
  return rows.find(({ file_hash }) => documentId(file_hash) === id)?.file_hash ?? null;
}

import { NIL_SCOPE } from "@shanhai/model";
import { requireOffice } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { LinkRow } from "../chain/chain.js";
import type { Receipt } from "../command.js";
import { recountScopes } from "../counting/keep-rollups.js";
import { LedgerError } from "../error-codes.js";
import { freshId } from "../fresh-id.js";
import { requireWhole } from "../installation.js";
import { removeFile } from "../intake/files.js";
import { isUuid } from "../schema/record-columns.js";
import { forgetRowWords } from "../searching/row-words.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";
import { clock, extendChain, lockHeads, logHeads } from "../write.js";
import { NOTHING_PREPARED } from "../writing/prepared-rows.js";
import { type ScopeWork, standingRows } from "../writing/standing-row.js";
import { eraseDocumentRows, eraseHeld } from "./erase-document.js";
import { eraseProofs, proofFileOf, proofScopes } from "./erase-proofs.js";
import { eraseRows } from "./erase-rows.js";
import { ERASURE } from "./erased.js";
import { planErasure } from "./plan-erasure.js";

/**
 * Erases a document everywhere (清除): its bytes, texts, facts and quotes, the values that came from it, and every past
 * version that held them. What other documents state stays. The chains keep their links, each scope gets one that names
 * what was taken away, and `verify` holds; who did it and why stays in `erasure`. Not undone by anything.
 *
 * Done again after an interruption it finishes the work. Backups, exports and a server's write-ahead log made before
 * still hold the document: they are the operator's duty, and the command says so. The embedded database's own log is
 * emptied of it.
 */
export async function erase(
  store: Store,
  actor: Actor,
  documentId: string,
  reason: string,
  command: string = freshId(),
): Promise<void> {
  requireWhole(store);
  requireOffice(actor, "erase");
  if (!isUuid(documentId)) throw new LedgerError("DOCUMENT_NOT_FOUND");
  const erasure = { command_id: command, reason, document: documentId };
  const { sha256, receipt } = await store.db.transaction((sql) => eraseInDatabase(sql, store, actor, erasure));
  if (sha256 !== null) await removeFile(store.dataDir, sha256);
  if (receipt !== null) await logHeads(store, receipt);
  await sweep(store);
}

interface Erasure {
  readonly command_id: string;
  readonly reason: string;
  readonly document: string;
}

/** `sha256` null: this very command erased it before. */
type Erased = { readonly sha256: string | null; readonly receipt: Pick<Receipt, "at" | "links"> | null };

async function eraseInDatabase(sql: Sql, store: Store, actor: Actor, erasure: Erasure): Promise<Erased> {
  const { origin } = store.installation;
  // Whoever checks the document writes in the nil scope too: from here on nothing of it is added.
  const [nil] = await lockHeads(sql, origin, [NIL_SCOPE]);
  const standing = await standingRows(sql, store.records.get("document"), NIL_SCOPE, [erasure.document]);
  const document = standing.get(erasure.document);
  // A file that only proves something (佐证) is no document and is known by the same id.
  const sha256 =
    document === undefined ? await proofFileOf(sql, store, erasure.document) : String(document.values.sha256);
  if (nil !== undefined && sha256 === null && (await erasedBy(sql, erasure.command_id)))
    return { sha256, receipt: null };
  if (nil === undefined || sha256 === null) throw new LedgerError("DOCUMENT_NOT_FOUND");
  const { rows: before } = await sql.query("select 1 from erasure where document_id = $1", [erasure.document]);
  if (document !== undefined && before.length > 0) return { sha256, receipt: null };

  const plan = await planErasure(sql, store, erasure.document);
  const proving = await proofScopes(sql, store, sha256);
  const others = [...new Set([...plan.scopes, ...proving])].filter((scopeId) => scopeId !== NIL_SCOPE);
  const chains = [nil, ...(await lockHeads(sql, origin, others))];
  const at = await clock(sql);
  await sql.query(
    "insert into erasure (id, document_id, at, actor, actor_name, reason) values ($1, $2, $3, $4, $5, $6)",
    [erasure.command_id, erasure.document, at, actor.account_id, actor.name, erasure.reason],
  );
  const links: Receipt["links"][number][] = [];
  for (const chain of chains) {
    const work = workOf(chain.scopeId, chain.seq + 1n);
    const lines: LinkRow[] = await eraseRows(sql, store, work, plan);
    lines.push(...(await eraseProofs(sql, store, chain.scopeId, sha256)));
    if (chain === nil) lines.push(...(await eraseHeld(sql, store, erasure.document, sha256)));
    if (chain === nil && document === undefined && lines.length === 0) continue;
    if (chain === nil && document !== undefined) lines.push(...(await eraseDocumentRows(sql, store, work, plan)));
    const command = {
      command_id: erasure.command_id,
      reason: erasure.reason,
      source: `${ERASURE}${erasure.command_id}`,
    };
    links.push(await extendChain(sql, { store, actor, command, at, chain }, lines));
    if (chain === nil) continue;
    await recountScopes(sql, store.records, [chain.scopeId]);
    await forgetRowWords(sql, chain.scopeId);
  }
  return { sha256, receipt: { at, links } };
}

/**
 * Erases what one import of a workbook (one of its runs, 某一次导入) brought: its rows with all their versions, from rows that stay
 * the values that nothing else states. The workbook stays as material, and what its other imports brought. The import is undone
 * and cannot be gone on with. SHEET_IMPORT_MISSING where there is none.
 */
export async function eraseImport(
  store: Store,
  actor: Actor,
  importId: string,
  reason: string,
  command_id: string = freshId(),
): Promise<void> {
  requireWhole(store);
  requireOffice(actor, "erase");
  if (!isUuid(importId)) throw new LedgerError("SHEET_IMPORT_MISSING");
  const receipt = await store.db.transaction(async (sql) => {
    const { rows } = await sql.query<{ document: string; runs: readonly { readonly id: string }[] }>(
      "select document, runs from sheet_import where scope_id = $1 and id = $2",
      [NIL_SCOPE, importId],
    );
    const [found] = rows;
    if (found === undefined) throw new LedgerError("SHEET_IMPORT_MISSING");
    if (await erasedBy(sql, command_id)) return null;
    const runs = found.runs.map(({ id }) => id);
    await sql.query("update run set state = 'undone', ended_at = clock_timestamp() where id = any($1::uuid[])", [runs]);
    const plan = await planErasure(sql, store, found.document, runs);
    const others = plan.scopes.filter((scopeId) => scopeId !== NIL_SCOPE);
    const chains = await lockHeads(sql, store.installation.origin, others);
    const at = await clock(sql);
    await sql.query(
      "insert into erasure (id, document_id, at, actor, actor_name, reason) values ($1, $2, $3, $4, $5, $6)",
      [command_id, importId, at, actor.account_id, actor.name, reason],
    );
    const links: Receipt["links"][number][] = [];
    for (const chain of chains) {
      const lines = await eraseRows(sql, store, workOf(chain.scopeId, chain.seq + 1n), plan);
      const command = { command_id, reason, source: `${ERASURE}${command_id}` };
      links.push(await extendChain(sql, { store, actor, command, at, chain }, lines));
      await recountScopes(sql, store.records, [chain.scopeId]);
      await forgetRowWords(sql, chain.scopeId);
    }
    return { at, links };
  });
  if (receipt !== null) await logHeads(store, receipt);
  await sweep(store);
}

/** Whether this command erased before: sent again, as its answer was lost. */
async function erasedBy(sql: Sql, command: string): Promise<boolean> {
  const { rows } = await sql.query("select 1 from erasure where id = $1", [command]);
  return rows.length > 0;
}

function workOf(scopeId: string, seq: bigint): ScopeWork {
  return { scopeId, seq, changes: [], sources: [], withdrawn: [], beside: [], prepared: NOTHING_PREPARED };
}

/**
 * Writes the tables anew, so that the pages that held the erased rows go too. Takes a table at a time for itself; on a
 * server where this account may not, the pages are cleared by the server's own vacuum in time.
 */
async function sweep(store: Store): Promise<void> {
  const names = [...store.records.all.flatMap(({ table, past }) => [table, past]), "document_search", "row_word"];
  for (const name of names) await store.db.query(`vacuum (full, analyze) ${name}`).catch(() => undefined);
  await shortenLog(store).catch(() => undefined);
}

/**
 * The write-ahead log holds what was written, erased rows too, until its files are used again. In the embedded database
 * a checkpoint that removes files instead of keeping them for reuse takes them away at once; a server's checkpoint is
 * made by another process and leaves them to be overwritten in time.
 */
async function shortenLog({ db }: Store): Promise<void> {
  if (db.kind === "server") {
    await db.query("checkpoint");
    return;
  }
  await db.transaction(async (sql) => {
    await sql.query("set local wal_recycle = off");
    await sql.query("select pg_switch_wal()");
    await sql.query("checkpoint");
  });
}

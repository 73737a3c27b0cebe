import { mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { requireOffice } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { LedgerError } from "../error-codes.js";
import { keepFile, keptFile, syncDirectory } from "../intake/files.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";
import { type ExportedHead, MANIFEST, type Manifest } from "./export-format.js";
import { exportTables } from "./export-tables.js";

/** How much was moved, and the chains' heads, to be printed: whoever keeps the print finds a cut chain. */
export interface Moved {
  readonly rows: number;
  readonly files: number;
  readonly heads: number;
}

/**
 * Writes the whole ledger into an empty directory: JSON lines per table, original files, chains, and a manifest last.
 * Read page by page beside a ledger in use, yet all of one moment: the heads are taken first, and every version is
 * written as it stood at its scope's head then. An erasure in between starts the export anew.
 */
export async function exportTo(store: Store, actor: Actor, directory: string): Promise<Moved> {
  requireOffice(actor, "export");
  await requireEmpty(directory);
  for (let attempt = 1; ; attempt += 1) {
    const erasures = await erasureCount(store.db);
    const moved = await exportOnce(store, directory, erasures);
    if (moved !== null) return moved;
    for (const name of await readdir(directory)) await rm(join(directory, name), { recursive: true });
    if (attempt === 3) throw new Error("the ledger was erased from again and again during an export");
  }
}

async function exportOnce(store: Store, directory: string, erasures: string): Promise<Moved | null> {
  await mkdir(join(directory, "tables"), { mode: 0o700 });
  const heads = await headsNow(store.db);
  const documents = new Set<string>();
  const tables = await exportTables(store, directory, heads, (sha256) => documents.add(sha256));
  let files = 0;
  for (const sha256 of documents) {
    const bytes = await keptFile(store.dataDir, sha256);
    // A missing file is `verify`'s to name; an erased one is rightly gone.
    if (bytes === null) continue;
    await keepFile(directory, bytes);
    files += 1;
  }
  if ((await erasureCount(store.db)) !== erasures) return null;
  const { rows: done } = await store.db.query<{ last: number }>("select max(number) as last from migration");
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  await writeManifest(directory, {
    format: 1,
    made_at: new Date().toISOString(),
    migration: done[0]?.last ?? 0,
    tables,
    rows,
    files,
    heads: heads.length,
  });
  return { rows, files, heads: heads.length };
}

/** In one statement: the moment of the export. */
async function headsNow(sql: Sql): Promise<readonly ExportedHead[]> {
  const { rows } = await sql.query<{ line: string }>(
    "select to_jsonb(h)::text as line from head h where seq > 0 order by scope_id, origin",
  );
  return rows.map(({ line }) => JSON.parse(line) as ExportedHead);
}

async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  for (const level of [join(directory, "tables"), directory]) await syncDirectory(level);
  const file = await open(join(directory, MANIFEST), "wx", 0o600);
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncDirectory(directory);
}

async function requireEmpty(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if ((await readdir(directory)).length > 0) throw new LedgerError("EXPORT_TARGET_UNUSABLE", { directory });
}

async function erasureCount(sql: Sql): Promise<string> {
  const { rows } = await sql.query<{ n: bigint }>("select count(*) as n from erasure");
  return String(rows[0]?.n ?? 0);
}

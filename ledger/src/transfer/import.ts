import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { requireOffice } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { rebuildRollups } from "../counting/rebuild-rollups.js";
import { LedgerError } from "../error-codes.js";
import { keepFile, keptFile, keptFiles, sha256Hex } from "../intake/files.js";
import { fillGrams } from "../schema/fill-grams.js";
import { identifier } from "../schema/record-columns.js";
import { fillSortKeys } from "../schema/sort-keys.js";
import { type CatalogTable, tableCatalog } from "../schema/table-catalog.js";
import type { Sql } from "../sql.js";
import type { Store } from "../store.js";
import type { Moved } from "./export.js";
import { type ExportedTable, fileLines, hashFile, MANIFEST, type Manifest, tablePath } from "./export-format.js";

const MOST_ROWS = 500;
const MOST_TEXT = 1_000_000;

/**
 * Brings a whole export into an empty ledger, which then is that ledger: same rows, same heads, same installation.
 * The export is checked first, against its manifest. Rows go in by short transactions; an import that was interrupted
 * is finished by the same import again, and until then nothing can be read or written (IMPORT_UNFINISHED). A ledger
 * with data is refused (TARGET_NOT_EMPTY). The exported ledger must not be written any more: the chains are here now.
 */
export async function importFrom(store: Store, actor: Actor, directory: string): Promise<Moved> {
  requireOffice(actor, "import");
  // Another process would go on under the identity that the import replaces.
  if (store.db.kind === "embedded" && !store.db.owned)
    throw new LedgerError("DATABASE_IN_USE", { dataDir: store.dataDir });
  const { manifest, digest } = await checkedManifest(directory);
  const catalog = await fittingCatalog(store, manifest, directory);
  await begin(store, catalog, digest);
  for (const table of manifest.tables) if (table.name !== "installation") await importTable(store, directory, table);
  let files = 0;
  for await (const sha256 of keptFiles(directory)) {
    const bytes = await keptFile(directory, sha256);
    if (bytes === null || sha256Hex(bytes) !== sha256) throw broken(directory, sha256);
    await keepFile(store.dataDir, bytes);
    files += 1;
  }
  if (files < manifest.files) throw broken(directory, "files");
  await fillSortKeys(store.db, store.records);
  await fillGrams(store.db, store.records);
  await end(store, directory);
  await rebuildRollups(store.db, store.records);
  for (const { name } of catalog) await store.db.query(`analyze ${identifier(name)}`);
  return { rows: manifest.rows, files, heads: manifest.heads };
}

async function checkedManifest(directory: string): Promise<{ manifest: Manifest; digest: string }> {
  const text = await readFile(join(directory, MANIFEST), "utf8").catch(() => {
    throw broken(directory, MANIFEST);
  });
  const manifest = parseManifest(text);
  if (manifest === null) throw broken(directory, MANIFEST);
  for (const { file, sha256 } of manifest.tables) {
    const found = await hashFile(tablePath(directory, file)).catch(() => null);
    if (found !== sha256) throw broken(directory, file);
  }
  return { manifest, digest: createHash("sha256").update(text).digest("hex") };
}

function parseManifest(text: string): Manifest | null {
  try {
    const manifest = JSON.parse(text) as Manifest;
    return manifest.format === 1 && Array.isArray(manifest.tables) ? manifest : null;
  } catch {
    return null;
  }
}

/** The tables here; refuses an export with a table or column that this program does not know, before anything is done. */
async function fittingCatalog(store: Store, manifest: Manifest, directory: string): Promise<readonly CatalogTable[]> {
  const catalog = await tableCatalog(store.db, store.records);
  for (const { name, columns } of manifest.tables) {
    const here = catalog.find((table) => table.name === name);
    const unknown = here === undefined ? name : columns.find((column) => !here.columns.includes(column));
    if (unknown !== undefined) throw broken(directory, `${name}: ${unknown}`);
  }
  return catalog;
}

/** Marks the ledger as being imported; goes on with an interrupted import of the same export. */
async function begin(store: Store, catalog: readonly CatalogTable[], digest: string): Promise<void> {
  await store.db.transaction(async (sql) => {
    const { rows } = await sql.query<{ importing: string | null }>("select importing from installation for update");
    const importing = rows[0]?.importing ?? null;
    if (importing === digest) return;
    if (importing !== null || (await holdsData(sql, catalog))) throw new LedgerError("TARGET_NOT_EMPTY");
    // The first account and the nil scope were made with the database; the export brings its own.
    for (const table of ["account", ...OWN_WORK]) await sql.query(`delete from ${identifier(table)}`);
    await sql.query("delete from scope");
    await sql.query("update installation set importing = $1", [digest]);
  });
  await store.refresh();
}

/** What a ledger without data has of its own work: who signed in, what was set. The export brings its own. */
const OWN_WORK: readonly string[] = ["audit", "audit_head", "setting", "backup"];

/** What a fresh database holds: its installation, the nil scope and the first account. */
async function holdsData(sql: Sql, catalog: readonly CatalogTable[]): Promise<boolean> {
  const fresh = new Map([
    ["installation", 1],
    ["scope", 1],
    ["account", 1],
  ]);
  for (const { name } of catalog) {
    if (OWN_WORK.includes(name)) continue;
    const { rows } = await sql.query(`select 1 from ${identifier(name)} limit 2`);
    if (rows.length > (fresh.get(name) ?? 0)) return true;
  }
  return false;
}

/** Adds the rows of one file that are not there yet, so that doing it again is safe. */
async function importTable(store: Store, directory: string, table: ExportedTable): Promise<void> {
  const name = identifier(table.name);
  const columns = table.columns.map(identifier).join(", ");
  const insert = `insert into ${name} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb) on conflict do nothing`;
  let lines: string[] = [];
  let length = 0;
  const flush = async () => {
    if (lines.length > 0) await store.db.query(insert, [`[${lines.join(",")}]`]);
    lines = [];
    length = 0;
  };
  for await (const line of fileLines(tablePath(directory, table.file))) {
    lines.push(line);
    length += line.length;
    if (lines.length >= MOST_ROWS || length >= MOST_TEXT) await flush();
  }
  await flush();
}

/** Takes over the identity of the imported ledger; from here on it is whole. */
async function end(store: Store, directory: string): Promise<void> {
  let line = "";
  for await (const each of fileLines(tablePath(directory, "installation"))) line = each;
  if (line === "") throw broken(directory, "installation");
  await store.db.query(
    `update installation i set origin = e.origin, secret = e.secret, made_at = e.made_at, importing = null
     from jsonb_populate_record(null::installation, $1::jsonb) e`,
    [line],
  );
  await store.refresh();
  const { rows } = await store.db.query<{ at: string; scope_id: string; origin: string; seq: bigint; hash: Buffer }>(
    `select c.at, h.scope_id, h.origin, h.seq, h.hash from head h
     join change c on c.scope_id = h.scope_id and c.origin = h.origin and c.seq = h.seq`,
  );
  await store.headsLog.append(
    rows.map((head) => ({ ...head, seq: String(head.seq), hash: head.hash.toString("hex") })),
  );
}

function broken(directory: string, part: string): LedgerError {
  return new LedgerError("EXPORT_BROKEN", { directory, part });
}

import { type CatalogTable, type JsonRow, tableCatalog, tableRows } from "../schema/table-catalog.js";
import type { Store } from "../store.js";
import { type ExportedHead, type ExportedTable, LineWriter, tablePath } from "./export-format.js";

/** Per scope, the last seq that belongs to the export. */
type LastSeqs = ReadonlyMap<string, bigint>;

/** Records whose rows stand for kept files, and the column that names one or several. */
const FILE_COLUMNS = new Map([
  ["document", "sha256"],
  ["proof", "file_hash"],
  ["held_change", "files"],
]);

/** Writes every table as it stood at the heads; names the files of documents and proofs on the way. */
export async function exportTables(
  store: Store,
  directory: string,
  heads: readonly ExportedHead[],
  document: (sha256: string) => void,
): Promise<readonly ExportedTable[]> {
  const last: LastSeqs = new Map(heads.map(({ scope_id, seq }) => [scope_id, BigInt(seq)]));
  const catalog = await tableCatalog(store.db, store.records);
  const written: ExportedTable[] = [];
  for (const table of catalog) {
    const rows = tableRows(store.db, table);
    switch (table.keeping) {
      case "plain":
        written.push(await writeTable(directory, table, table.name, rows));
        break;
      case "head":
        written.push(
          await writeTable(
            directory,
            table,
            table.name,
            heads.map((head) => ({ line: JSON.stringify(head) })),
          ),
        );
        break;
      case "change":
        written.push(
          await writeTable(
            directory,
            table,
            table.name,
            only(rows, (row) => isWithin(row, "seq", last)),
          ),
        );
        break;
      case "command":
        written.push(
          await writeTable(
            directory,
            table,
            table.name,
            only(rows, (row) => isCarriedOut(row, last)),
          ),
        );
        break;
      case "record": {
        const past = catalog.find(({ name }) => name === `${table.name}_past`);
        if (past === undefined) throw new Error(`${table.name} has no past`);
        const named = FILE_COLUMNS.get(table.name);
        const seen = named === undefined ? rows : tapped(rows, (row) => filesIn(row.columns[named]).forEach(document));
        written.push(...(await exportRecord(store, directory, { table, past, rows: seen }, last)));
        break;
      }
      case "past":
        // Written with its record.
        break;
    }
  }
  return written;
}

interface RecordTables {
  readonly table: CatalogTable;
  readonly past: CatalogTable;
  readonly rows: AsyncIterable<JsonRow>;
}

/**
 * A record's current and past rows at the heads. What went to the past after that moment ends after the head: it was
 * current then, and goes to a file of its own, whose rows the import adds where they are not there yet. Current rows
 * are read first, so that none slips through between the two.
 */
async function exportRecord(
  store: Store,
  directory: string,
  { table, past, rows }: RecordTables,
  last: LastSeqs,
): Promise<ExportedTable[]> {
  const current = await writeTable(
    directory,
    table,
    table.name,
    only(rows, (row) => isWithin(row, "seq", last)),
  );
  const late: JsonRow[] = [];
  const ended = only(tableRows(store.db, past), (row) => {
    if (!isWithin(row, "seq", last)) return false;
    if (isWithin(row, "until_seq", last)) return true;
    late.push(row);
    return false;
  });
  const before = await writeTable(directory, past, past.name, ended);
  return [current, before, await writeTable(directory, table, `${table.name}.late`, late)];
}

async function writeTable(
  directory: string,
  { name, columns }: CatalogTable,
  file: string,
  rows: AsyncIterable<Pick<JsonRow, "line">> | Iterable<Pick<JsonRow, "line">>,
): Promise<ExportedTable> {
  const writer = await LineWriter.create(tablePath(directory, file));
  try {
    for await (const row of rows) await writer.write(row.line);
    return { name, file, columns, rows: writer.rows, sha256: await writer.end() };
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

function isWithin(row: JsonRow, column: string, last: LastSeqs): boolean {
  return BigInt(String(row.columns[column])) <= (last.get(String(row.columns.scope_id)) ?? 0n);
}

function filesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : value === null || value === undefined ? [] : [String(value)];
}

/** A command belongs to the export when its links do. */
function isCarriedOut({ columns }: JsonRow, last: LastSeqs): boolean {
  const { links } = columns.receipt as {
    readonly links: readonly { readonly scope_id: string; readonly seq: string }[];
  };
  return links.every(({ scope_id, seq }) => BigInt(seq) <= (last.get(scope_id) ?? 0n));
}

async function* only(rows: AsyncIterable<JsonRow>, keep: (row: JsonRow) => boolean): AsyncGenerator<JsonRow> {
  for await (const row of rows) if (keep(row)) yield row;
}

async function* tapped(rows: AsyncIterable<JsonRow>, see: (row: JsonRow) => void): AsyncGenerator<JsonRow> {
  for await (const row of rows) {
    see(row);
    yield row;
  }
}

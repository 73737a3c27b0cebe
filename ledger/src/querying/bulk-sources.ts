import { type FieldValue, NIL_SCOPE } from "@shanhai/model";
import type { DocumentSource } from "../ledger.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sql, SqlRow } from "../sql.js";

/** A row of a bulk record, as far as its cells need it. */
export interface BulkRow {
  readonly scope_id: string;
  readonly id: string;
  readonly values: { readonly [field: string]: FieldValue };
}

/** The run of an import: the sheet, and the column letter of each field (`{"village": "C"}`). */
type BulkRun = SqlRow & {
  readonly id: string;
  readonly sheet: string | null;
  readonly columns: { readonly [field: string]: string } | null;
  readonly started_at: string;
  readonly document: string | null;
  readonly name: string | null;
};

/** Of a row of a bulk record the sources of its values. */
export type BulkSources = (row: BulkRow) => readonly DocumentSource[];

/**
 * The sources of rows that came by the hundred thousand: none is stored. The run keeps the sheet and the columns, the row its
 * line in the sheet; together they are the cell.
 */
export async function bulkSources(sql: Sql, record: KeptRecord, rows: readonly BulkRow[]): Promise<BulkSources> {
  const ids = rows.flatMap(({ values: { run } }) => (typeof run === "string" ? [run] : []));
  const { rows: runs } =
    ids.length === 0
      ? { rows: [] }
      : await sql.query<BulkRun>(
          `select r.id, r.sheet, r.columns, r.started_at, d.id as document, d.name from run r
             left join document d on d.scope_id = $3 and d.sha256 = encode(r.file_hash, 'hex')
            where r.scope_id = any($1::uuid[]) and r.id = any($2::uuid[])`,
          [[...new Set(rows.map(({ scope_id }) => scope_id))], [...new Set(ids)], NIL_SCOPE],
        );
  const known = new Map(runs.map((run) => [run.id, run]));
  return (row) => cellsOf(record, row, known.get(String(row.values.run)));
}

function cellsOf({ definition }: KeptRecord, row: BulkRow, run: BulkRun | undefined): readonly DocumentSource[] {
  const { sheet_row } = row.values;
  if (run === undefined || sheet_row === null || sheet_row === undefined) return [];
  return Object.entries(run.columns ?? {}).flatMap(([field, column]): DocumentSource[] => {
    const value = row.values[field] ?? null;
    if (value === null || !definition.fields.some(({ key }) => key === field)) return [];
    const cell = `${column}${String(sheet_row)}`;
    const sheet = run.sheet ?? "";
    return [
      {
        id: run.id,
        scope_id: row.scope_id,
        record: definition.name,
        record_id: row.id,
        field,
        value,
        side: null,
        chosen: true,
        fact_id: null,
        document_id: run.document,
        place: { sheet, cell },
        quote: sheet === "" ? cell : `${sheet}!${cell}`,
        document_name: run.name,
        at: run.started_at,
      },
    ];
  });
}

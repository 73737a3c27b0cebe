import { type FieldValue, NIL_SCOPE } from "@shanhai/model";
import type { DocumentSource } from "../ledger.js";
import type { KeptRecord } from "../schema/record-set.js";
import type { Sql, SqlRow } from "../sql.js";

/**
 * The sources of a row that came by the hundred thousand: none is stored. The run keeps the sheet and the column letter of
 * each field (`run.columns`: `{"village": "C"}`), the row its line in the sheet; together they are the cell.
 */
export async function bulkSources(
  sql: Sql,
  { definition }: KeptRecord,
  row: {
    readonly scope_id: string;
    readonly id: string;
    readonly values: { readonly [field: string]: FieldValue };
  },
): Promise<readonly DocumentSource[]> {
  const { run, sheet_row } = row.values;
  if (typeof run !== "string" || sheet_row === null || sheet_row === undefined) return [];
  const { rows } = await sql.query<
    SqlRow & {
      sheet: string | null;
      columns: { readonly [field: string]: string } | null;
      started_at: string;
      document: string | null;
      name: string | null;
    }
  >(
    `select r.sheet, r.columns, r.started_at, d.id as document, d.name from run r
       left join document d on d.scope_id = $3 and d.sha256 = encode(r.file_hash, 'hex')
      where r.scope_id = $1 and r.id = $2`,
    [row.scope_id, run, NIL_SCOPE],
  );
  const [found] = rows;
  if (found === undefined) return [];
  return Object.entries(found.columns ?? {}).flatMap(([field, column]): DocumentSource[] => {
    const value = row.values[field] ?? null;
    if (value === null || !definition.fields.some(({ key }) => key === field)) return [];
    const cell = `${column}${String(sheet_row)}`;
    const sheet = found.sheet ?? "";
    return [
      {
        id: run,
        scope_id: row.scope_id,
        record: definition.name,
        record_id: row.id,
        field,
        value,
        side: null,
        chosen: true,
        fact_id: null,
        document_id: found.document,
        place: { sheet, cell },
        quote: sheet === "" ? cell : `${sheet}!${cell}`,
        document_name: found.name,
        at: found.started_at,
      },
    ];
  });
}

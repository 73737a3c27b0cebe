import { hasRuns } from "@shanhai/model";
import { type LineShape, lineColumns, lineShape } from "../chain/line-digest.js";
import type { KeptRecord, RecordSet } from "../schema/record-set.js";
import type { Sql } from "../sql.js";
import type { Head, StoredLink } from "./verify-tally.js";

/** The rows of links that made rows of one record by runs and nothing else, as COPY prints them. */
export interface BulkLines {
  readonly shape: LineShape;
  readonly lines: Uint8Array;
}

/** The record of runs that all these links are about, by the first row of each; null where a link says something else. */
export function bulkRecordOf(records: RecordSet, links: readonly StoredLink[]): KeptRecord | null {
  let found: string | null = null;
  for (const { body } of links) {
    const start = body.indexOf(ROWS);
    const named = start < 0 ? null : FIRST_ROW.exec(body.slice(start, start + 300));
    const name = named?.[1] ?? "";
    if (!records.has(name) || !hasRuns(records.get(name).definition) || (found !== null && name !== found)) return null;
    found = name;
  }
  return found === null ? null : records.get(found);
}

const ROWS = '"rows":[';
const FIRST_ROW = /^"rows":\[\{"digest":"[0-9a-f]{64}","id":"[0-9a-f-]{36}","op":"create","record":"(\w+)"\}/;

/** Reads the rows of consecutive links, in the order in which the links name them; null where versions of them were replaced. */
export async function bulkLines(
  sql: Sql,
  record: KeptRecord,
  { scope_id }: Pick<Head, "scope_id">,
  links: readonly StoredLink[],
): Promise<BulkLines | null> {
  const shape = lineShape(record);
  const [first, last] = [links[0]?.seq ?? 1n, links.at(-1)?.seq ?? 0n];
  if (shape === null) return null;
  const { rows } = await sql.query<{ replaced: boolean }>(
    `select exists (select 1 from ${record.past} where scope_id = $1 and seq between $2 and $3)
         or exists (select 1 from ${record.past} where scope_id = $1 and until_seq between $2 and $3) as replaced`,
    [scope_id, first, last],
  );
  if (rows[0]?.replaced !== false) return null;
  const lines = await sql.copyOut(
    `copy (select ${lineColumns(shape)} from ${record.table} where scope_id = '${scope_id}'::uuid
       and seq between ${first} and ${last} order by seq, id) to stdout`,
  );
  return { shape, lines };
}

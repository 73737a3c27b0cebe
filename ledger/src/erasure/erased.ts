import type { LinkRow } from "../chain/chain.js";
import type { Sql } from "../sql.js";

/** How the source of a link that takes something away begins; the id of the erasure follows. */
export const ERASURE = "erasure:";

/** The line of a link that says that a version's content was taken away (清除); `ErasedVersions` reads them back. */
export function erasedRow(record: string, id: string, seq: string): LinkRow {
  return { op: "erase", record, id, digest: null, seq };
}

/** Whether a link says so of any version of the row. */
export async function anyErased(sql: Sql, scopeId: string, row: Pick<LinkRow, "record" | "id">): Promise<boolean> {
  const { rows } = await sql.query(
    `select 1 from change where scope_id = $1 and source like '${ERASURE}%' and strpos(body, $2) > 0 limit 1`,
    [scopeId, `"id":"${row.id}","op":"erase","record":"${row.record}"`],
  );
  return rows.length > 0;
}

import type { Desk } from "../desk.js";
import type { SqlRow } from "../sql.js";
import { type StandingRow, standingRow } from "../writing/standing-row.js";

/** The proofs of one row that stand now, oldest first. Who may see the row is asked before. */
export async function proofRows(
  desk: Desk,
  of: { readonly record: string; readonly scope_id: string; readonly id: string },
): Promise<readonly StandingRow[]> {
  const proof = desk.records.get("proof");
  const { rows } = await desk.database.query<SqlRow>(
    `select ${proof.columns} from ${proof.table} where scope_id = $1 and record = $2 and record_id = $3 order by seq, id`,
    [of.scope_id, of.record, of.id],
  );
  return rows.map((row) => standingRow(proof, row));
}

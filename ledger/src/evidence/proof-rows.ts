import type { Values } from "../command.js";
import type { Desk } from "../desk.js";
import type { SqlRow } from "../sql.js";
import { type StandingRow, standingRow } from "../writing/standing-row.js";
import type { ProofFile, Proven } from "./evidence-desk.js";

/** What the values of a proof say of its file. */
export function proofFile(id: string, values: Values): ProofFile {
  const text = (key: string) => (typeof values[key] === "string" ? values[key] : null);
  const strength = text("strength");
  return {
    id,
    field: text("field"),
    name: text("name"),
    size: Number(values.size ?? 0),
    strength: strength === "A" || strength === "B" ? strength : "C",
    formed: text("formed"),
    collected: text("collected"),
    mark: text("mark"),
    note: text("note"),
  };
}

/** The proofs of one row that stand now, oldest first. Who may see the row is asked before. */
export async function proofRows(desk: Desk, of: Proven): Promise<readonly StandingRow[]> {
  const proof = desk.records.get("proof");
  const { rows } = await desk.database.query<SqlRow>(
    `select ${proof.columns} from ${proof.table} where scope_id = $1 and record = $2 and record_id = $3 order by seq, id`,
    [of.scope_id, of.record, of.id],
  );
  return rows.map((row) => standingRow(proof, row));
}
